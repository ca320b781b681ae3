// What the log tells besides the failing line: waits, what earlier steps show, what a rollback did, how often.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { locationLines } from '../../server/src/formats/netsetup/dcLocation';
import { otherQuotes } from '../../server/src/formats/netsetup/facts';
import { tellingLines } from '../../server/src/formats/netsetup/tellingLines';
import { showings } from '../../server/src/formats/netsetup/shown';
import type { Operation } from '../../server/src/model';
import { textReport } from '../../server/src/report/text';
import { findingsOf, hoverAt, netsetup, outlineOf } from './checks';

const at = (time: string, message: string) => `02/10/2026 ${time} ${message}`;
const bind = "NetpGetComputerObjectDn: Unable to bind to DS on '\\\\DC1.fabrikam.test': 0x6ba";
const end = ['NetpJoinDomainOnDs: Function exits with status of: 0x6ba', 'NetpDoDomainJoin: status: 0x6ba'];
const sid = 'NetpCheckForDomainSIDCollision: returning 0x0(0).';

/** What is said about the first operation, beside its code. */
function remarks(...lines: readonly string[]): string[] {
  return first(...lines).verdict.remarks.map(remark => `${remark.record.line}: ${remark.text}`);
}

function first(...lines: readonly string[]): Operation {
  return netsetup(...lines).operations[0]!;
}

function shown(...lines: readonly string[]): string[] {
  return first(...lines).shown.map(each => each.text);
}

test('every row reads its samples, and no row before it does', () => {
  for (const rows of [showings, locationLines, tellingLines]) {
    for (const row of rows) {
      for (const sample of row.samples) {
        assert.equal(
          rows.find(each => each.match.test(sample.replace(otherQuotes, "'"))),
          row,
          sample,
        );
      }
    }
  }
});

test('a wait of about 21 s is consistent with dropped packets, a shorter one is not called so', () => {
  const wait = (time: string) =>
    remarks(at('09:00:00:000', 'NetpDoDomainJoin'), at('09:00:01:000', sid), at(time, bind), ...end);
  assert.deepEqual(wait('09:00:22:047'), [
    '2: 21.0 s passed before line 3: consistent with dropped packets, as by a firewall (Windows waits about 21 s for a TCP connection that is not answered).',
  ]);
  assert.deepEqual(wait('09:00:09:000'), [
    '2: 8.0 s passed before line 3: consistent with an answer that did not come.',
  ]);
  assert.deepEqual(wait('09:00:03:000'), []);
});

test('lines of other threads do not shorten a wait', () => {
  const lines = (own: string) => [
    at('09:00:00:000', `${own}NetpDoDomainJoin`),
    at('09:00:01:000', `${own}${sid}`),
    at('09:00:06:000', '[00000abc] NetpGetLsaPrimaryDomain: status: 0x0'),
    at('09:00:22:000', `${own}${bind}`),
    ...end.map(line => at('09:00:22:000', `${own}${line}`)),
  ];
  for (const own of ['', '[000004e8] ']) {
    assert.match(
      remarks(...lines(own))[0] ?? '',
      /^3: 21\.0 s passed before line 4: consistent with dropped packets/,
      own,
    );
  }
});

test('the time in which a person types credentials is no wait, and neither is a block written late', () => {
  const check = [
    at('09:00:00:000', "NetpValidateName: checking to see if 'fabrikam.test' is valid as type 3 name"),
    at('09:00:00:100', "NetpValidateName: name 'fabrikam.test' is valid for type 3"),
    at(
      '09:00:50:000',
      'NetpDsGetDcName: failed to find a DC in the specified domain: 0x54b, last error is 0x0',
    ),
    at('09:00:50:000', 'NetpJoinDomainOnDs: NetpDsGetDcName returned: 0x54b'),
    at('09:00:50:000', 'NetpDoDomainJoin: status: 0x54b'),
  ];
  assert.deepEqual(
    netsetup(...check).operations.flatMap(({ verdict }) => verdict.remarks),
    [],
  );
  assert.deepEqual(
    remarks(
      at('09:00:00:000', 'NetpDoDomainJoin'),
      at('09:00:30:000', sid),
      at('09:00:05:000', 'NetpSetPrivileges: status: 0x0.'),
      at('09:00:31:000', bind),
      ...end,
    ),
    [],
  );
});

test('a search for a domain controller waits over UDP', () => {
  assert.match(
    remarks(
      at('09:00:00:000', "NetpValidateName: checking to see if 'fabrikam.test' is valid as type 3 name"),
      at('09:00:21:000', "NetpCheckDomainNameIsValid [ Exists ] for 'fabrikam.test' returned 0x54b"),
    )[0] ?? '',
    /21\.0 s passed before line 2: consistent with DNS queries or LDAP pings \(UDP 389\) that were not answered/,
  );
});

const search = "NetpDsGetDcName: trying to find DC in domain 'fabrikam.test', flags: 0x40001010";
const found = "NetpDsGetDcName: found DC '\\\\DC1.fabrikam.test' in the specified domain";
const connected = "NetpJoinDomainOnDs: status of connecting to dc '\\\\DC1.fabrikam.test': 0x0";
const asked = (options: string, domain = 'fabrikam.test') => [
  'NetpDoDomainJoin',
  'NetpJoinDomain',
  '  HostName: WKS07',
  `  Domain: ${domain}`,
  '  Account: FABRIKAM\\jdoe',
  `  Options: ${options}`,
];

test('what a domain controller that was found shows, and where it does not', () => {
  const failed = [bind, ...end];
  const times = (took: string) => [
    ...asked('0x3'),
    at('09:00:00:000', search),
    at(`09:00:00:${took}`, found),
    ...failed,
  ];
  assert.match(
    shown(...times('500'))[0]!,
    /DNS named it \(SRV record\) and it answered the LDAP ping \(UDP 389\)\.$/,
  );
  assert.match(
    shown(...times('000'))[0]!,
    /same millisecond: consistent with an earlier result that Windows kept/,
  );
  assert.match(
    shown(...asked('0x3'), search, found, ...failed)[0]!,
    /unless Windows kept an earlier result\.$/,
  );
  assert.match(
    shown(...asked('0x3', 'FABRIKAM'), search, at('09:00:00:500', found), ...failed)[0]!,
    /under the short name FABRIKAM: by DNS and LDAP ping where Windows knew its DNS name, else by NetBIOS/,
  );
  assert.deepEqual(shown(...asked('0x3', 'fabrikam.test\\DC1.fabrikam.test'), found, ...failed), []);
});

test('a session shows TCP 445 and the credentials, unless it may have been there or the join is unsecured', () => {
  const lines = (options: string, time: string) => [
    ...asked(options),
    at('09:00:00:000', 'NetpJoinDomainOnDs: NetpDisableIDNEncoding returned: 0x0'),
    at(time, connected),
    bind,
    ...end,
  ];
  assert.match(
    shown(...lines('0x3', '09:00:00:100'))[0]!,
    /TCP 445 answered and the credentials of FABRIKAM\\jdoe were accepted/,
  );
  assert.match(shown(...lines('0x3', '09:00:00:000'))[0]!, /may have existed already/);
  const unsecured = shown(...lines('0x41', '09:00:00:100'))[0]!;
  assert.match(unsecured, /TCP 445 answered\. The join is unsecured .* says nothing about credentials/);
});

test('only steps before the cause show anything', () => {
  const bound = 'NetpLdapBind: Verified minimum encryption strength on DC1.fabrikam.test: 0x0';
  const failed = ['NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned 64', 'NetpDoDomainJoin: status: 0x40'];
  assert.equal(shown(...asked('0x3'), bound, ...failed).length, 1);
  assert.deepEqual(shown(...asked('0x3'), failed[0]!, bound, failed[1]!), []);
});

test('a hover on a success says what it shows', () => {
  const hover = hoverAt(...asked('0x3'), connected.replace('0x0', '0█x0'), 'NetpDoDomainJoin: status: 0x0');
  assert.match(hover ?? '', /TCP 445 answered and the credentials of FABRIKAM\\\\jdoe were accepted/);
});

test('both ways of creating the account are told where they fail differently', () => {
  const lines = [
    ...asked('0x3'),
    bind,
    'NetpProvisionComputerAccount: LDAP creation failed: 0x6ba',
    'NetpProvisionComputerAccount: Retrying downlevel per options',
    "NetpManageMachineAccountWithSid: NetUserAdd on '\\\\DC1.fabrikam.test' for 'WKS07$' failed: 0x5",
    'NetpProvisionComputerAccount: retry status of creating account: 0x5',
    'NetpDoDomainJoin: status: 0x5',
  ];
  const { verdict } = first(...lines);
  assert.equal(verdict.cause?.line, 9);
  assert.deepEqual(remarks(...lines), [
    '6: Before the older way (SAM) failed with 0x5 ERROR_ACCESS_DENIED, creating the account over LDAP had failed with 0x6ba RPC_S_SERVER_UNAVAILABLE.',
  ]);
});

test('a failed password set after 0x8b0 is the cause', () => {
  const { verdict } = first(
    ...asked('0x3'),
    "NetpManageMachineAccountWithSid: NetUserAdd on '\\\\DC1' for 'WKS07$' failed: 0x8b0",
    "NetpManageMachineAccountWithSid: status of attempting to set password on '\\\\DC1' for 'WKS07$': 0x5",
    'NetpJoinDomain: status of creating account: 0x5',
    'NetpDoDomainJoin: status: 0x5',
  );
  assert.equal(verdict.cause?.line, 7);
  assert.equal(verdict.phase, 'createAccount');
});

test('what a rollback did to an account that was there before is told', () => {
  const lines = (exists: readonly string[]) => [
    ...asked('0x3'),
    ...exists,
    'NetpJoinDomain: status of creating account: 0x0',
    'NetpSetDnsHostNameAndSpn: NetpGetComputerObjectDn failed: 0x6d9',
    'NetpJoinDomain: initiaing a rollback due to earlier errors',
    "NetpManageMachineAccountWithSid: status of disabling account 'WKS07$' on '\\\\DC1': 0x0",
    'NetpDoDomainJoin: status: 0x6d9',
  ];
  const before = "NetpManageMachineAccountWithSid: NetUserAdd on '\\\\DC1' for 'WKS07$' failed: 0x8b0";
  assert.match(
    remarks(...lines([before]))[0]!,
    /^10: The rollback disabled the account WKS07\$, which existed before/,
  );
  assert.deepEqual(remarks(...lines([])), []);
});

const attempt = (minute: number, account = 'FABRIKAM\\jdoe') => [
  at(`09:0${minute}:00:000`, '-'.repeat(65)),
  at(`09:0${minute}:00:000`, 'NetpDoDomainJoin'),
  at(`09:0${minute}:00:000`, 'NetpJoinDomain'),
  at(`09:0${minute}:00:000`, '\tHostName: WKS07'),
  at(`09:0${minute}:00:000`, '\tDomain: fabrikam.test'),
  at(`09:0${minute}:00:000`, `\tAccount: ${account}`),
  at(`09:0${minute}:01:000`, `NetUseAdd to \\\\DC${minute}.fabrikam.test\\IPC$ returned 2239`),
  at(`09:0${minute}:01:000`, 'NetpDoDomainJoin: status: 0x8bf'),
];
const check = [
  at('09:02:30:000', "NetpValidateName: checking to see if 'fabrikam.test' is valid as type 3 name"),
  at('09:02:30:000', "NetpValidateName: name 'fabrikam.test' is valid for type 3"),
];

test('the same failure again and again is one problem, one node of the outline, one block of the report', () => {
  const log = netsetup(...attempt(1), ...attempt(2), ...check, ...attempt(3));
  assert.equal(log.operations.length, 4);
  assert.equal(log.findings.length, 1);
  const { line, message, repeats, related } = log.findings[0]!;
  assert.equal(line, 6);
  assert.equal(repeats, 3);
  assert.match(
    message,
    /It came 3 times, 09:01:00–09:03:01\. Other times the domain controller was DC2\.fabrikam\.test, DC3/,
  );
  assert.deepEqual(
    related.map(each => each.line),
    [7, 24, 25],
  );
  const outline = outlineOf(log).split('\n');
  assert.match(outline[0]!, /^Join WKS07 → fabrikam\.test · failed 3 times · .*09:01:00–09:03:01$/);
  assert.equal(outline.filter(each => /^ {2}\S/.test(each)).length, 4);
  const report = textReport('a.log', log);
  assert.equal(report.match(/the same failure 3 times/g)?.length, 1);
  assert.equal(report.match(/Check next/g)?.length, 1);
});

test('another account, or a success in between, ends a series', () => {
  const other = netsetup(...attempt(1), ...attempt(2, 'FABRIKAM\\admin'));
  assert.equal(other.findings.length, 2);
  const done = [at('09:01:30:000', 'NetpDoDomainJoin'), at('09:01:31:000', 'NetpDoDomainJoin: status: 0x0')];
  assert.equal(netsetup(...attempt(1), ...done, ...attempt(2)).findings.length, 2);
});

const create = [
  bind,
  'NetpProvisionComputerAccount: LDAP creation failed: 0x6ba',
  'NetpProvisionComputerAccount: Retrying downlevel per options',
  'NetpProvisionComputerAccount: retry status of creating account: 0x0',
  'NetpDoDomainJoin: status: 0x0',
];
const rename = (spn: string) => [
  '-'.repeat(65),
  "NetpChangeMachineName: from 'WKS07' to 'WKS07' using 'FABRIKAM\\jdoe' [0x1000]",
  `NetpChangeMachineName: status of setting DnsHostName and SPN: ${spn}`,
  'NetpChangeMachineName: SetComputerNameEx() returned 0x1',
];
const outcomes = (...lines: readonly string[]) =>
  netsetup(...lines).operations.map(each => each.verdict.outcome);

test('a downlevel retry is damage until the SPNs are written, then worth knowing', () => {
  assert.deepEqual(outcomes(...asked('0x3'), ...create), ['succeededWithDamage']);
  const written = netsetup(...asked('0x3'), ...create, ...rename('0x0'));
  assert.deepEqual(
    written.operations.map(each => each.verdict.outcome),
    ['succeeded', 'succeeded'],
  );
  assert.match(
    findingsOf(written),
    /^7:0-\d+ information step-failed Join WKS07 → fabrikam\.test succeeded, but a step of it failed with 0x6ba RPC_S_SERVER_UNAVAILABLE\. Creating the account over LDAP failed, and the older way \(SAM\) created it \(line 10\)\. Its DNS host name and SPNs were written later\.\n {2}8: /,
  );
});

test('a downlevel retry is damage too where the text has lost why it was made, or gives no code for it', () => {
  const retry = create.slice(2);
  for (const lost of [
    [],
    ['NetpProvisionComputerAccount: LDAP creation failed: 0x0'],
    ['NetpProvisionComputerAccount: LDAP creation failed: '],
  ]) {
    const log = netsetup(...asked('0x3'), ...lost, ...retry);
    assert.equal(log.operations[0]?.verdict.outcome, 'succeededWithDamage');
    assert.match(
      log.findings[0]?.message ?? '',
      /^Join WKS07 → fabrikam\.test succeeded, but .*Domain users may fail to log on/,
    );
    assert.match(textReport('a.log', log), /Check next {3}.*setspn -L WKS07/);
  }
});

test('a rename that could not write the SPNs damages its join: one warning, no error', () => {
  const log = netsetup(...asked('0x3'), 'NetpDoDomainJoin: status: 0x0', ...rename('0x6ba'));
  assert.deepEqual(
    log.operations.map(each => each.verdict.outcome),
    ['succeededWithDamage', 'failed'],
  );
  assert.deepEqual(
    log.findings.map(({ severity, code, line }) => `${severity} ${code} ${line}`),
    ['warning join-damaged 9'],
  );
  const alone = netsetup(...rename('0x6ba'));
  assert.match(findingsOf(alone), /error rename-failed/);
});

test('a duplicate SPN is damage, told by the code of the directory server', () => {
  const log = netsetup(
    ...asked('0x3'),
    'NetpMapGetLdapExtendedError: Parsed [0x21c7] from server extended error string: 000021C7: AtrErr: DSID-03200F2A, #1: 0',
    'NetpModifyComputerObjectInDs: ldap_modify_s failed: 0x13 0x57',
    'NetpDoDomainJoin: status: 0x0',
  );
  const { outcome, failure, cause, phase } = log.operations[0]!.verdict;
  assert.deepEqual(
    [outcome, failure?.value, cause?.line, phase],
    ['succeededWithDamage', 0x21c7, 6, 'renameSpn'],
  );
});

test('0x3a in the SPN step is cosmetic on Windows 7 and Windows Server 2008 R2 only', () => {
  const join = (build: string) => [
    'NetpDoDomainJoin',
    "NetpMachineValidToJoin: 'WKS07'",
    `  Build number: ${build} (${build}.something)`,
    'NetpSetDnsHostNameAndSpn: NetpLdapBind failed: 0x3a',
    'NetpDoDomainJoin: status: 0x0',
  ];
  assert.deepEqual(outcomes(...join('7601')), ['succeeded']);
  assert.match(
    findingsOf(netsetup(...join('7601'))),
    /information step-failed .*On Windows 7 and Windows Server 2008 R2/,
  );
  assert.deepEqual(outcomes(...join('19045')), ['succeededWithDamage']);
});

test('a text that ends behind a failing chain failed, one that another way may still save did not', () => {
  const connect = "NetpJoinDomainOnDs: status of connecting to dc '\\\\DC1': 0x52e";
  assert.deepEqual(outcomes(...asked('0x3'), 'NetUseAdd to \\\\DC1\\IPC$ returned 1326', connect), [
    'failed',
  ]);
  const ldap = [bind, 'NetpProvisionComputerAccount: LDAP creation failed: 0x6ba'];
  assert.deepEqual(outcomes(...asked('0x3'), ...ldap), ['incomplete']);
  const refused = 'NetpProvisionComputerAccount: Cannot retry downlevel, specifying OU is not supported';
  assert.deepEqual(outcomes(...asked('0x3'), ...ldap, refused), ['failed']);
  // What was cut off by another operation will not go on.
  assert.deepEqual(outcomes(...asked('0x3'), ...ldap, ...asked('0x3')), ['failed', 'incomplete']);
});

test('a hover on the search for a domain controller says how Windows looks for a name of this form', () => {
  const hover = (domain: string) =>
    hoverAt(`NetpDsG█etDcName: trying to find DC in domain '${domain}', flags: 0x40001010`) ?? '';
  assert.match(hover('fabrikam.test'), /DNS-based discovery/);
  assert.doesNotMatch(hover('fabrikam.test'), /NetBIOS name/);
  const short = hover('FABRIKAM');
  for (const said of [
    /no dot/,
    /need not be the first part of the DNS name/,
    /earlier look-up.*own forest.*trusts.*Windows Server 2025 and later.*every 12 hours.*sign-in sessions/,
    /workgroup has no forest and no trust/,
    /`BlockNetBIOSDiscovery`.*`EnableMailslots`/,
    /The DNS name of the domain avoids all of this/,
  ]) {
    assert.match(short, said);
  }
  assert.match(
    hoverAt("NetpDsG█etDcName: found DC '\\\\DC1' in the specified domain") ?? '',
    /answered first.*15 minutes/,
  );
});

test('a missing password of the account is harmless on a computer that was never joined, and worth knowing on one that was', () => {
  const joins = [
    ...asked('0x3'),
    'NetpLsaOpenSecret: status: 0xc0000034',
    'NetpJoinDomainOnDs: Function exits with status of: 0x0',
    'NetpDoDomainJoin: status: 0x0',
  ];
  assert.equal(findingsOf(netsetup(...joins)), '');
  assert.match(findingsOf(netsetup(...joins, ...joins)), /^16:.* information step-failed .*broken before\.$/);
  const left = [
    "NetpUnJoinDomain: unjoin from 'FABRIKAM' using '(null)' creds, options: 0x4",
    'NetpUnJoinDomain: status: 0x0',
  ];
  assert.equal(findingsOf(netsetup(...joins, ...left, ...joins)), '');
});

test('a name check that fails and a join that fails may take turns: each is one problem', () => {
  const turn = [
    "NetpValidateName: checking to see if 'fabrikam.test' is valid as type 3 name",
    "NetpCheckDomainNameIsValid [ Exists ] for 'fabrikam.test' returned 0x54b",
    ...asked('0x3'),
    'NetUseAdd to \\\\DC1\\IPC$ returned 1326',
    'NetpDoDomainJoin: status: 0x52e',
  ];
  const log = netsetup(...turn, ...turn, ...turn.map(line => line.replace('WKS07', 'wks07')));
  assert.deepEqual(
    log.findings.map(({ code, repeats }) => `${code} ${repeats}`),
    ['name-check-failed 3', 'join-failed 3'],
  );
  assert.equal(
    outlineOf(log)
      .split('\n')
      .filter(line => /^\S/.test(line)).length,
    1,
  );
  // Another failure of the same kind ends it: the name check twice, and two joins.
  assert.equal(
    netsetup(...turn, ...turn.map(line => line.replace('1326', '5').replace('0x52e', '0x5'))).findings.length,
    3,
  );
});

test('a valid name check between two tries of a join does not part them', () => {
  const first = [
    ...asked('0x1'),
    'NetpCreateComputerObjectInDs: NetpGetComputerObjectDn failed: 0x534',
    'NetpDoDomainJoin: status: 0x534',
  ];
  const between = [
    "NetpValidateName: checking to see if 'WKS07' is valid as type 1 name",
    "NetpValidateName: name 'WKS07' is valid for type 1",
  ];
  const log = netsetup(...first, ...between, ...asked('0x3'), 'NetpDoDomainJoin: status: 0x0');
  assert.deepEqual(
    log.operations.map(each => each.verdict.outcome),
    ['superseded', 'succeeded', 'succeeded'],
  );
  assert.equal(findingsOf(log), '');
});

test('what a join started belongs to it as it is in the end, with its damage', () => {
  const started = [
    'NetpProvContinueProvisioningPackageInstall:',
    '  Context: 0',
    'NetpProvContinueProvisioningPackageInstall: status: 0xa99.',
  ];
  const [join, part] = netsetup(
    ...asked('0x3'),
    ...create.slice(0, -1),
    ...started,
    create.at(-1)!,
  ).operations;
  assert.equal(join?.verdict.outcome, 'succeededWithDamage');
  assert.equal(part?.partOf, join);
});

test('a log without years counts them on, and no day is lost behind 29 February', () => {
  const { records } = netsetup(
    '12/30 10:00:00 NetpDoDomainJoin',
    '01/02 10:00:00 NetpDoDomainJoin',
    '03/30 10:00:00 NetpDoDomainJoin',
  );
  assert.deepEqual(
    records.map(each => new Date(each.time!).toISOString().slice(0, 10)),
    ['2000-12-30', '2001-01-02', '2001-03-30'],
  );
  for (const odd of ['12/31/9999 99:99:99:999', '01/01/0001 00:00:00:000']) {
    assert.equal(netsetup(`${odd} NetpDoDomainJoin`).records[0]?.time, undefined, odd);
  }
});

test('a clock that was not set is told with a failure', () => {
  const old = (message: string) => `01/01/1748 09:00:00:000 ${message}`;
  assert.match(
    remarks(
      old('NetpDoDomainJoin'),
      old('NetUseAdd to \\\\DC1\\IPC$ returned 1398'),
      old('NetpDoDomainJoin: status: 0x576'),
    )[0]!,
    /The clock of this computer said 1748/,
  );
});

test('a backquote in a line begins no code in what is said of it', () => {
  const { message } = netsetup(
    ...asked('0x3', '`[a](https://example.test)'),
    "NetpGetComputerObjectDn: Specified path 'OU=`x' is not an OU",
    'NetpProvisionComputerAccount: LDAP creation failed: 0x2',
    'NetpDoDomainJoin: status: 0x2',
  ).findings[0]!;
  assert.doesNotMatch(message, /`/);
});
