// What helps to read: names behind numbers, colours by role, links, and every place of one thing.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { DocumentLink, InlayHint, Location } from 'vscode-languageserver';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { documentLinks } from '../../server/src/features/documentLinks';
import { inlayHints } from '../../server/src/features/inlayHints';
import { references } from '../../server/src/features/references';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import type { Log } from '../../server/src/model';
import { settingsFrom } from '../../server/src/settings';
import { context, netsetup, textDocument } from './checks';

const log = netsetup(
  /* 0 */ 'NetpDoDomainJoin',
  /* 1 */ 'NetpJoinDomain',
  /* 2 */ '  HostName: WKS07',
  /* 3 */ '  Domain: fabrikam.test',
  /* 4 */ '  Account: FABRIKAM\\jdoe',
  /* 5 */ '  Options: 0x25',
  /* 6 */ "NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0x525, last error is 0x0",
  /* 7 */ "NetpDsGetDcName: found DC '\\\\DC1.fabrikam.test' in the specified domain",
  /* 8 */ 'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned 64',
  /* 9 */ "NetpJoinDomainOnDs: status of connecting to dc '\\\\DC1.fabrikam.test': 0x40",
  /* 10 */ 'NetpManageMachineAccountWithSid: status of NetUserSetInfo: 0x5 ERROR_ACCESS_DENIED',
  /* 11 */ 'NetpDoDomainJoin: status: 0x40',
);
const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

test('names stand behind codes and options, where they add something', () => {
  const hints = inlayHints.handle(log, { textDocument, range: everything }, context) as InlayHint[];
  assert.deepEqual(
    hints.map(({ position, label }) => `${position.line}:${position.character} ${String(label)}`),
    [
      '5:15 JOIN_DOMAIN | ACCT_DELETE | +1',
      '6:67 ERROR_NO_SUCH_USER',
      '8:49 ERROR_NETNAME_DELETED',
      '9:74 ERROR_NETNAME_DELETED',
      '11:30 ERROR_NETNAME_DELETED',
    ],
  );
  assert.ok(hints.every(hint => hint.paddingLeft));
  assert.equal(hints.at(-1)!.tooltip, 'The specified network name is no longer available.');
  const [title, ...options] = String(hints[0]!.tooltip).split('\n');
  assert.match(title!, /^join options/);
  // The name that its label has no room for is there.
  assert.deepEqual(
    options.map(each => each.split(':')[0]),
    ['NETSETUP_JOIN_DOMAIN', 'NETSETUP_ACCT_DELETE', 'NETSETUP_DOMAIN_JOIN_IF_JOINED'],
  );
  assert.ok(options.every(each => /: \w/.test(each)));
});

test('no hint outside the lines that are asked for, and none where they are switched off', () => {
  const range = { start: { line: 8, character: 0 }, end: { line: 8, character: 99 } };
  assert.equal(inlayHints.handle(log, { textDocument, range }, context)?.length, 1);
  const off = { ...context, settings: settingsFrom({ inlayHints: { enabled: false } }) };
  assert.deepEqual(inlayHints.handle(log, { textDocument, range: everything }, off), []);
});

test('a harmless code looks different from a failing one', () => {
  const { data } = semanticTokens.handle(log, { textDocument }, context)!;
  const seen: string[] = [];
  let line = 0;
  let start = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [down, right, length, type] = data.slice(index, index + 4) as [number, number, number, number];
    line += down;
    start = down > 0 ? right : start + right;
    const text = log.lines.at(line).slice(start, start + length);
    seen.push(`${line} ${text} ${['harmless', 'failure'][type]}`);
  }
  assert.deepEqual(seen, ['6 0x525 harmless', '8 64 failure', '9 0x40 failure', '11 0x40 failure']);
});

test('the codes of a failure lead to its article', () => {
  const links = documentLinks.handle(log, { textDocument }, context) as DocumentLink[];
  assert.deepEqual(
    links.map(({ range }) => range.start.line),
    [8, 9, 11],
  );
  assert.deepEqual(
    links.map(({ range: { start, end } }) => log.lines.at(start.line).slice(start.character, end.character)),
    ['64', '0x40', '0x40'],
  );
  assert.match(links[0]?.target ?? '', /^https:\/\/learn\.microsoft\.com\/.*domain-join-error-0x40/);
});

/** The lines in which the thing at the cursor █ occurs, and what stands there. */
function placesOf(log: Log, line: number, text: string): string[] {
  const position = { line, character: log.lines.at(line).indexOf(text) + 1 };
  const params = { textDocument, position, context: { includeDeclaration: true } };
  const found = references.handle(log, params, context) as Location[];
  return found.map(
    ({ range: { start, end } }) =>
      `${start.line} ${log.lines.at(start.line).slice(start.character, end.character)}`,
  );
}

test('every place of a code, however it is spelled', () => {
  assert.deepEqual(placesOf(log, 8, '64'), ['8 64', '9 0x40', '11 0x40']);
  const ldap = netsetup(
    'NetpLdapBind: ldap_bind failed on DC1: 81: Server Down',
    'NetpDoDomainJoin: status: 0x3a',
  );
  assert.deepEqual(placesOf(ldap, 0, '81'), ['0 81', '1 0x3a']);
});

test('every place of a computer, domain controller, domain or account', () => {
  assert.deepEqual(placesOf(log, 2, 'WKS07'), ['2 WKS07', '6 WKS07']);
  assert.deepEqual(placesOf(log, 7, 'DC1'), [
    '7 DC1.fabrikam.test',
    '8 DC1.fabrikam.test',
    '9 DC1.fabrikam.test',
  ]);
  assert.deepEqual(placesOf(log, 3, 'fabrikam.test'), ['3 fabrikam.test']);
  assert.deepEqual(placesOf(log, 4, 'jdoe'), ['4 jdoe']);
  assert.deepEqual(placesOf(log, 0, 'NetpDoDomainJoin'), []);
});

test('a name is not taken for a word of a sentence, another host or an organizational unit', () => {
  const names = netsetup(
    /* 0 */ "NetpJoinWorkgroup: joining computer 'WKS07' to workgroup 'WORKGROUP'",
    /* 1 */ 'NetpJoinWorkgroup: status:  0x0',
    /* 2 */ 'NetpDoDomainJoin: status: 0x0',
    /* 3 */ 'NetpDoDomainJoin',
    /* 4 */ 'NetpJoinDomain',
    /* 5 */ '  HostName: WKS08',
    /* 6 */ '  Domain: fabrikam.test',
    /* 7 */ '  MachineAccountOU: OU=Fabrikam,DC=fabrikam,DC=test',
    /* 8 */ '  Account: FABRIKAM\\Müller',
    /* 9 */ "NetpDsGetDcName: found DC '\\\\DC1.fabrikam.test' in the specified domain",
    /* 10 */ "NetpManageMachineAccountWithSid: NetUserAdd on '\\\\DC1' for 'WKS08$' failed: 0x8b0",
    /* 11 */ '    ServicePrincipalName  =  HOST/WKS08.fabrikam.test  HOST/WKS08',
    /* 12 */ "NetpGetNCData: 'DC10.fabrikam.test'",
    /* 13 */ 'NetpDoDomainJoin: status: 0x0',
  );
  assert.deepEqual(placesOf(names, 0, "'WORKGROUP"), ['0 WORKGROUP']);
  assert.deepEqual(placesOf(names, 9, 'DC1'), ['9 DC1.fabrikam.test', '10 DC1']);
  assert.deepEqual(placesOf(names, 5, 'WKS08'), [
    '5 WKS08',
    '10 WKS08',
    '11 WKS08.fabrikam.test',
    '11 WKS08',
  ]);
  assert.deepEqual(placesOf(names, 8, 'Müller'), ['8 Müller']);
  assert.ok(!placesOf(names, 8, 'FABRIKAM').some(place => place.startsWith('7 Fabrikam')));
});

test('a first try whose second try failed is shown neither as harmless nor as the failure', () => {
  const tries = netsetup(
    'NetpDoDomainJoin',
    'NetpJoinDomain',
    '  HostName: A',
    '  Domain: b.test',
    '  Options: 0x25',
    'NetpDoDomainJoin: status: 0x534',
    'NetpDoDomainJoin',
    'NetpJoinDomain',
    '  HostName: A',
    '  Domain: b.test',
    '  Options: 0x27',
    'NetpDoDomainJoin: status: 0x5',
  );
  const { data } = semanticTokens.handle(tries, { textDocument }, context)!;
  assert.deepEqual([data.length, data[0], data[3]], [5, 11, 1]);
});

test('a place without a thing highlights itself only, not every equal number of a time stamp', () => {
  const stamped = netsetup(
    '02/10/2026 09:02:02:002 NetpDoDomainJoin',
    '02/10/2026 09:02:02:002 NetpJoinDomain',
  );
  const found = documentHighlights.handle(
    stamped,
    { textDocument, position: { line: 0, character: 1 } },
    context,
  );
  assert.equal(found?.length, 1);
  const past = { textDocument, position: { line: 99, character: 1 } };
  assert.deepEqual(documentHighlights.handle(stamped, past, context), []);
});
