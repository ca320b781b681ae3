import { test } from 'node:test';
import assert from 'node:assert/strict';
import { harmlessLines } from '../../server/src/formats/netsetup/harmless';
import { linePatterns } from '../../server/src/formats/netsetup/patterns';
import { failureText, outcomeText, titleOf } from '../../server/src/words';
import { netsetup } from './checks';

/** Each operation as "title: outcome [failure, line]". */
function verdicts(...lines: readonly string[]): string[] {
  return netsetup(...lines).operations.map(operation => {
    const { cause } = operation.verdict;
    return `${titleOf(operation)}: ${[outcomeText(operation), failureText(operation), cause && `line ${cause.line}`].filter(Boolean).join(', ')}`;
  });
}

const firstPass = (options: string) => [
  'NetpDoDomainJoin',
  'NetpJoinDomain',
  '  HostName: WKS07',
  '  Domain: fabrikam.test',
  `  Options: ${options}`,
];
const end = (code: string) => [
  `NetpJoinDomainOnDs: Function exits with status of: ${code}`,
  `NetpDoDomainJoin: status: ${code}`,
];
const notFound = 'NetpCreateComputerObjectInDs: NetpGetComputerObjectDn failed: 0x534';

test('every line pattern reads its samples, and no row before it does', () => {
  for (const pattern of linePatterns) {
    for (const sample of pattern.samples) {
      assert.equal(
        linePatterns.find(each => each.match.test(sample)),
        pattern,
        sample,
      );
    }
  }
});

test('every harmless line reads its samples, and no other row does', () => {
  for (const row of harmlessLines) {
    for (const sample of row.samples) {
      assert.deepEqual(
        harmlessLines.filter(each => each.match.test(sample) && each.code === row.code),
        [row],
        sample,
      );
    }
  }
});

test('a first pass without the create option is superseded by a second with it', () => {
  assert.deepEqual(
    verdicts(...firstPass('0x25'), notFound, ...end('0x534'), ...firstPass('0x27'), ...end('0x0')),
    [
      'Join WKS07 → fabrikam.test: superseded by the second try, at Find account: 0x534 ERROR_NONE_MAPPED, line 5',
      'Join WKS07 → fabrikam.test: succeeded, restart needed',
    ],
  );
});

test('it is superseded whatever the second returns', () => {
  const second = [...firstPass('0x427'), 'NetUseAdd to \\\\DC1\\IPC$ returned 5', ...end('0x5')];
  assert.deepEqual(verdicts(...firstPass('0x425'), notFound, ...end('0x534'), ...second), [
    'Join WKS07 → fabrikam.test: superseded by the second try, at Find account: 0x534 ERROR_NONE_MAPPED, line 5',
    'Join WKS07 → fabrikam.test: failed, at Connect (IPC$): 0x5 ERROR_ACCESS_DENIED, line 13',
  ]);
});

test('0x534 stays a failure alone, for another computer, or where the first pass could create', () => {
  const failed = 'Join WKS07 → fabrikam.test: failed, at Find account: 0x534 ERROR_NONE_MAPPED, line 5';
  const other = firstPass('0x27').map(line => line.replace('WKS07', 'WKS08'));
  assert.deepEqual(verdicts(...firstPass('0x25'), notFound, ...end('0x534')), [failed]);
  assert.equal(verdicts(...firstPass('0x25'), notFound, ...end('0x534'), ...other, ...end('0x0'))[0], failed);
  assert.equal(
    verdicts(...firstPass('0x27'), notFound, ...end('0x534'), ...firstPass('0x27'), ...end('0x0'))[0],
    failed,
  );
});

test('the cause is the first appearance of the final code, in any spelling', () => {
  for (const [line, code] of [
    ['NetUseAdd to \\\\DC1\\IPC$ returned 64', '0x40'],
    ['NetpLdapBind: ldap_bind failed on DC1: 81: Server Down', '0x3a'],
    ['NetpGetLsaHandle: LsaOpenPolicy on \\\\DC1 failed: 0xc002001c', '0x6bf'],
    ["NetpDsGetDcName: status of verifying DNS A record name resolution for 'DC1': 0x2746", '0xa8b'],
    ['NetpModifyComputerObjectInDs: ldap_add_s failed: 0x35 0x216d', '0x216d'],
  ] as const) {
    const { verdict } = netsetup('NetpDoDomainJoin', line, ...end(code)).operations[0]!;
    assert.equal(verdict.cause?.line, 1, line);
    assert.deepEqual(
      verdict.echoes.map(echo => echo.line),
      [2, 3],
      line,
    );
  }
});

test('a harmless line with the same number is not the cause', () => {
  const log = netsetup(
    'NetpDoDomainJoin',
    'NetpLoadParameters: status: 0x2',
    'NetpProvisionComputerAccount: LDAP creation failed: 0x2',
    ...end('0x2'),
  );
  assert.equal(log.operations[0]?.verdict.cause?.line, 2);
});

test('clean-up after a failure clears nothing and causes nothing', () => {
  assert.deepEqual(
    verdicts(
      "NetpJoinDomain: status of connecting to dc '\\\\DC1': 0x40",
      'NetpJoinDomainOnDs: Function exits with status of: 0x40',
      'ldap_unbind status: 0x0',
      "NetpJoinDomainOnDs: status of disconnecting from '\\\\DC1': 0x6",
      "NetpJoinDomainOnDs: NetpResetIDNEncoding on 'fabrikam.test': 0x6",
    ),
    ['Join: failed, at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED, line 0'],
  );
});

test('a text that ends before the operation does is not judged, unless nothing can follow the failure', () => {
  const begun = [
    'NetpDoDomainJoin',
    "NetpMachineValidToJoin: 'WKS07'",
    'NetpMachineValidToJoin: status: 0x0',
  ];
  assert.deepEqual(verdicts(...begun), ['Join WKS07: not finished in this log']);
  assert.deepEqual(verdicts(...begun, 'NetpProvisionComputerAccount: LDAP creation failed: 0x6ba'), [
    'Join WKS07: not finished in this log',
  ]);
  assert.deepEqual(
    verdicts(
      ...begun,
      "NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0x525, last error is 0x0",
    ),
    ['Join WKS07: not finished in this log'],
  );
  assert.deepEqual(verdicts(...begun, 'NetpJoinDomainOnDs: Function exits with status of: 0x6ba'), [
    'Join WKS07: failed, with 0x6ba RPC_S_SERVER_UNAVAILABLE, line 3',
  ]);
});

test('a name check is judged by its last line', () => {
  const check = ["NetpValidateName: checking to see if 'FABRIKAM' is valid as type 3 name"];
  const notDns = "NetpValidateName:  'FABRIKAM' is not a valid Dns domain name: 0x2554";
  assert.deepEqual(verdicts(...check, notDns, "NetpValidateName: name 'FABRIKAM' is valid for type 3"), [
    'Name check FABRIKAM (domain): valid',
  ]);
  assert.deepEqual(
    verdicts(...check, "NetpCheckDomainNameIsValid [ Exists ] for 'FABRIKAM' returned 0x54b"),
    ['Name check FABRIKAM (domain): failed, with 0x54b ERROR_NO_SUCH_DOMAIN, line 1'],
  );
});

test('a rename fails where the domain refused it, although the local name was set', () => {
  const rename = ["NetpChangeMachineName: from 'A' to 'B' using 'FABRIKAM\\jdoe' [0x2]"];
  const set = 'NetpChangeMachineName: SetComputerNameEx() returned 0x1';
  assert.deepEqual(verdicts(...rename, set), ['Rename A → B: succeeded']);
  assert.deepEqual(verdicts(...rename, set.replace('0x1', '0x0')), [
    'Rename A → B: failed, without a code, line 1',
  ]);
  assert.deepEqual(
    verdicts(...rename, 'NetpChangeMachineName: status of setting DnsHostName and SPN: 0x6ba', set),
    ['Rename A → B: failed, at DNS host name and SPN: 0x6ba RPC_S_SERVER_UNAVAILABLE, line 1'],
  );
});

test('a continuation belongs to its join, inside it or behind it', () => {
  const join = ['NetpDoDomainJoin', "NetpMachineValidToJoin: 'WKS07'"];
  const dashes = '-'.repeat(65);
  const continuation = [
    dashes,
    'NetpProvContinueProvisioningPackageInstall:',
    '  Context: 0',
    'NetpProvContinueProvisioningPackageInstall: status: 0xa99.',
  ];
  const inside = netsetup(...join, ...continuation, 'NetpDoDomainJoin: status: 0x0');
  const behind = netsetup(...join, 'NetpDoDomainJoin: status: 0x0', ...continuation);
  for (const { operations } of [inside, behind]) {
    assert.deepEqual(
      operations.map(each => each.kind),
      ['join', 'provision'],
    );
    assert.deepEqual(
      operations.map(each => each.verdict.outcome),
      ['succeeded', 'succeeded'],
    );
    assert.equal(operations[1]?.partOf, operations[0]);
  }
  assert.equal(inside.operations[0]?.records.at(-1)?.message, 'NetpDoDomainJoin: status: 0x0');
});

test('an excerpt without beginnings is cut where one attempt ends and the next begins', () => {
  const attempt = ['NetUseAdd to \\\\DC1\\IPC$ returned 2239', ...end('0x8bf')];
  assert.equal(netsetup(...attempt, ...attempt, ...attempt).operations.length, 3);
});

test('an operation that has ended keeps its verdict, whatever follows', () => {
  const ends = ['0x40', '0x54b', '0x0'].map(code => `NetpDoDomainJoin: status: ${code}`);
  assert.deepEqual(verdicts(...ends), [
    'Join: failed, with 0x40 ERROR_NETNAME_DELETED, line 0',
    'Join: failed, with 0x54b ERROR_NO_SUCH_DOMAIN, line 1',
    'Join: succeeded, restart needed',
  ]);
  const excerpt = [
    "NetpMachineValidToJoin: 'BBB'",
    'NetpJoinDomain',
    '  HostName: BBB',
    'NetpDoDomainJoin: status: 0x0',
  ];
  assert.deepEqual(verdicts(...firstPass('0x3'), ...end('0x40'), ...excerpt), [
    'Join WKS07 → fabrikam.test: failed, with 0x40 ERROR_NETNAME_DELETED, line 5',
    'Join BBB: succeeded, restart needed',
  ]);
  const rename = [
    "NetpChangeMachineName: from 'A' to 'B' using 'F\\j' [0x2]",
    'NetpChangeMachineName: SetComputerNameEx() returned 0x1',
  ];
  assert.deepEqual(
    verdicts(...rename, 'NetUseAdd to \\\\DC1\\IPC$ returned 64', 'NetpDoDomainJoin: status: 0x40'),
    ['Rename A → B: succeeded', 'Join: failed, at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED, line 2'],
  );
});

test('the end of another kind of operation ends that one', () => {
  const rename = "NetpChangeMachineName: from 'A' to 'B' using 'F\\j' [0x2]";
  assert.deepEqual(verdicts(rename, 'NetpDoDomainJoin: status: 0x40'), [
    'Rename A → B: not finished in this log',
    'Join: failed, with 0x40 ERROR_NETNAME_DELETED, line 1',
  ]);
  const continuation = ['-'.repeat(65), 'NetpProvContinueProvisioningPackageInstall:', '  Context: 0'];
  assert.equal(
    verdicts('NetpDoDomainJoin', ...continuation, 'NetpDoDomainJoin: status: 0x0')[0],
    'Join: succeeded, restart needed',
  );
});

test('what a name check does on the way belongs to it', () => {
  assert.deepEqual(
    verdicts(
      "NetpValidateName: checking to see if 'fabrikam.test' is valid as type 3 name",
      'NetpLoadParameters: status: 0x2',
      "NetpCheckDomainNameIsValid [ Exists ] for 'fabrikam.test' returned 0x54b",
    ),
    ['Name check fabrikam.test (domain): failed, with 0x54b ERROR_NO_SUCH_DOMAIN, line 2'],
  );
});

test('a first try is superseded only by one for the same computer and domain, right behind it', () => {
  const at = (date: string, lines: readonly string[]) => lines.map(line => `${date} 09:00:00:000 ${line}`);
  const first = at('02/10/2026', [...firstPass('0x25'), notFound, ...end('0x534')]);
  const outcomes = (...lines: readonly string[]) =>
    netsetup(...lines).operations.map(each => each.verdict.outcome);
  assert.deepEqual(outcomes(...first, ...at('02/10/2026', [...firstPass('0x27'), ...end('0x0')])), [
    'superseded',
    'succeeded',
  ]);
  assert.deepEqual(outcomes(...first, ...at('02/12/2026', [...firstPass('0x27'), ...end('0x0')])), [
    'failed',
    'succeeded',
  ]);
  const elsewhere = firstPass('0x27').map(line => line.replace('fabrikam', 'contoso'));
  assert.deepEqual(outcomes(...first, ...at('02/10/2026', [...elsewhere, ...end('0x0')])), [
    'failed',
    'succeeded',
  ]);
  const capitals = firstPass('0x27').map(line => line.replace('WKS07', 'wks07'));
  assert.deepEqual(outcomes(...first, ...at('02/10/2026', [...capitals, ...end('0x0')])), [
    'superseded',
    'succeeded',
  ]);
  const between = at('02/10/2026', [
    "NetpUnJoinDomain: unjoin from 'F' using 'x' creds, options: 0x4",
    'NetpUnJoinDomain: status: 0x0',
  ]);
  assert.equal(
    outcomes(...first, ...between, ...at('02/10/2026', [...firstPass('0x27'), ...end('0x0')]))[0],
    'failed',
  );
});

test('an offline join at another time is no part of a join', () => {
  const failed = [...firstPass('0x3'), ...end('0x40')].map(line => `02/10/2026 09:00:00:000 ${line}`);
  const continued = [
    'NetpProvContinueProvisioningPackageInstall:',
    '  Context: 0',
    'NetpProvContinueProvisioningPackageInstall: status: 0xa99.',
  ];
  const log = netsetup(...failed, ...continued.map(line => `03/20/2026 09:00:00:000 ${line}`));
  assert.equal(log.operations[1]?.kind, 'provision');
  assert.equal(log.operations[1]?.partOf, undefined);
});

test('what fails inside a join is told once, where it begins', () => {
  const log = netsetup(
    ...firstPass('0x3'),
    '-'.repeat(65),
    'NetpProvContinueProvisioningPackageInstall:',
    '  Context: 0',
    'NetpJoinDomainLocal: NetpManageMachineSecret returned: 0x5.',
    'NetpProvContinueProvisioningPackageInstall: status: 0x5.',
    'NetpDoDomainJoin: status: 0x5',
  );
  assert.deepEqual(
    log.findings.map(({ code, line }) => `${code} ${line}`),
    ['join-failed 8'],
  );
});

test('an offline join is judged (made up: no public log of one was found)', () => {
  assert.deepEqual(
    verdicts(
      'NetpProvisionComputerAccount:',
      '  lpDomain: fabrikam.test',
      '  lpMachineName: WKS07',
      'NetpProvisionComputerAccount: LDAP creation failed: 0x5',
      'NetpProvisionComputerAccount: status: 0x5',
    ),
    ['Provisioning WKS07 → fabrikam.test: failed, with 0x5 ERROR_ACCESS_DENIED, line 3'],
  );
});

test('a step that failed and was then done another way is not the cause', () => {
  const log = netsetup(
    'NetpDoDomainJoin',
    'NetpCreateComputerObjectInDs: NetpModifyComputerObjectInDs failed: 0x5',
    'NetpProvisionComputerAccount: LDAP creation failed: 0x5',
    'NetpProvisionComputerAccount: retry status of creating account: 0x0',
    'NetpJoinDomain: status of setting DnsHostName and SPN: 0x5',
    'NetpDoDomainJoin: status: 0x5',
  );
  assert.equal(log.operations[0]?.verdict.cause?.line, 4);
  assert.equal(log.operations[0]?.verdict.phase, 'renameSpn');
});

test('of two domain controllers, the one that failed is named', () => {
  const log = netsetup(
    "NetpDsGetDcName: found DC '\\\\DC1' in the specified domain",
    "NetpJoinDomainOnDs: status of connecting to dc '\\\\DC1': 0x5",
    "NetpDsGetDcName: found DC '\\\\DC2' in the specified domain",
    'NetUseAdd to \\\\DC2\\IPC$ returned 64',
    'NetpDoDomainJoin: status: 0x40',
  );
  assert.equal(log.operations[0]?.facts.domainController, 'DC2');
  assert.match(log.findings[0]?.message ?? '', /The SMB session to DC2 was cut/);
});

test('a rename that the domain controller refused failed, whatever is printed last', () => {
  const refused =
    "NetpManageMachineAccountWithSid: status of NetUserSetInfo on '\\\\DC1' for 'A$': 0x5 Access Denied";
  const lines = ["NetpChangeMachineName: from 'A' to 'B' using 'F\\j' [0x2]", refused];
  const failed = ['Rename A → B: failed, at Rename account: 0x5 ERROR_ACCESS_DENIED, line 1'];
  assert.deepEqual(verdicts(...lines), failed);
  assert.deepEqual(verdicts(...lines, 'NetpChangeMachineName: SetComputerNameEx() returned 0x1'), failed);
});

test('a rename that was refused failed, whatever lines follow before the text ends', () => {
  const lines = [
    "NetpChangeMachineName: from 'A' to 'B' using 'F\\j' [0x2]",
    "NetpManageMachineAccountWithSid: status of NetUserSetInfo on '\\\\DC1' for 'A$': 0x5 Access Denied",
  ];
  for (const more of ['NetpGetLsaPrimaryDomain: status: 0x0', 'ldap_unbind status: 0x0']) {
    assert.deepEqual(verdicts(...lines, more), [
      'Rename A → B: failed, at Rename account: 0x5 ERROR_ACCESS_DENIED, line 1',
    ]);
  }
});

test('operations of two threads are told apart', () => {
  const on = (thread: string, line: string) => `02/10/2026 09:00:00:000 [${thread}] ${line}`;
  assert.deepEqual(
    verdicts(
      on('000004e8', 'NetpDoDomainJoin'),
      on('00000abc', "NetpValidateName: checking to see if 'WKS08' is valid as type 1 name"),
      on('000004e8', "NetpMachineValidToJoin: 'WKS07'"),
      on('00000abc', "NetpValidateName: name 'WKS08' is valid for type 1"),
      on('000004e8', 'NetpDoDomainJoin: status: 0x40'),
    ),
    ['Join WKS07: failed, with 0x40 ERROR_NETNAME_DELETED, line 4', 'Name check WKS08 (computer): valid'],
  );
});

test('names and options that the log gives', () => {
  const { facts } = netsetup(
    'NetpJoinDomain',
    '  Machine: WKS07',
    '  Domain: fabrikam.test\\dc7.fabrikam.test',
    '  MachineAccountOU: (NULL)',
    '  Account: FABRIKAM\\jdoe',
    '  Options: 0x27',
    'NetpJoinDomain: status of disconnecting from ‘\\\\DC1’: 0x0',
    'NetpDoDomainJoin: status: 0x0',
  ).operations[0]!;
  const { computer, domain, domainController, ou, account, options } = facts;
  assert.deepEqual(
    { computer, domain, domainController, ou, account, options },
    {
      computer: 'WKS07',
      domain: 'fabrikam.test',
      domainController: 'dc7.fabrikam.test',
      ou: undefined,
      account: 'FABRIKAM\\jdoe',
      options: 0x27,
    },
  );
  const curly = netsetup(
    'NetpJoinDomain: status of connecting to dc ‘\\\\DC1’: 0x40',
    'NetpDoDomainJoin: status: 0x40',
  );
  assert.equal(curly.operations[0]?.facts.domainController, 'DC1');
});

test('a text without any operation has none', () => {
  assert.deepEqual(verdicts('', '// nothing', 'Privileges: Setting backup/restore privileges.'), []);
});
