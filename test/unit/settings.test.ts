import { test } from 'node:test';
import assert from 'node:assert/strict';
import { DiagnosticSeverity, type FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { diagnostics } from '../../server/src/features/diagnostics';
import { commandsFrom, defaultSettings, settingsFrom } from '../../server/src/settings';
import { context, netsetup, textDocument } from './checks';

test('what is no setting has its default', () => {
  for (const sent of [
    undefined,
    null,
    7,
    'off',
    [],
    { inlayHints: null, diagnostics: 'all', rules: 'off' },
    { inlayHints: { enabled: 'no' }, diagnostics: { scope: 'first' }, rules: { 'join-failed': 'loud' } },
    { rules: ['off'] },
    { rules: { 'join-failed': { severity: 'off' } } },
  ]) {
    assert.deepEqual(settingsFrom(sent), defaultSettings, JSON.stringify(sent));
  }
});

test('settings are taken one by one: a wrong one does not spoil the others', () => {
  const rules = { 'join-failed': 'off', 'rename-failed': 'loud', constructor: 'hint' };
  assert.deepEqual(settingsFrom({ diagnostics: { scope: 'lastOperation' }, rules }), {
    inlayHints: { enabled: true },
    diagnostics: { scope: 'lastOperation' },
    rules: { 'join-failed': 'off', constructor: 'hint' },
  });
});

test('the commands of a client are its strings', () => {
  assert.deepEqual([...commandsFrom({ commands: ['a', 7, 'b'] })], ['a', 'b']);
  for (const sent of [undefined, null, { commands: 'a' }, { commands: { 0: 'a' } }]) {
    assert.equal(commandsFrom(sent).size, 0);
  }
});

const refused = (domain: string) => [
  'NetpDoDomainJoin',
  'NetpJoinDomain',
  '  HostName: WKS07',
  `  Domain: ${domain}`,
  'NetUseAdd to \\\\DC1\\IPC$ returned 5',
  'NetpDoDomainJoin: status: 0x5',
];
const rename = [
  "NetpChangeMachineName: from 'WKS07' to 'WKS08' using 'FABRIKAM\\jdoe' [0x2]",
  'NetpChangeMachineName: SetComputerNameEx() returned 0x0',
];
const check = [
  "NetpValidateName: checking to see if 'old.test' is valid as type 3 name",
  "NetpCheckDomainNameIsValid [ Exists ] for 'old.test' returned 0x54b",
];

/** Problems as "line code severity", one-based. */
function problemsOf(lines: readonly string[], settings: unknown): string[] {
  const own = { ...context, settings: settingsFrom(settings) };
  const report = diagnostics.handle(
    netsetup(...lines),
    { textDocument },
    own,
  ) as FullDocumentDiagnosticReport;
  return report.items.map(
    ({ range, code, severity }) =>
      `${range.start.line + 1} ${code} ${['', 'error', 'warning', 'information', 'hint'][severity!]}`,
  );
}

test('a rule is as severe as the reader says, and silent where it is off', () => {
  const lines = [...refused('fabrikam.test'), ...rename];
  assert.deepEqual(problemsOf(lines, {}), ['5 join-failed error', '8 rename-failed error']);
  assert.deepEqual(problemsOf(lines, { rules: { 'join-failed': 'off', 'rename-failed': 'warning' } }), [
    '8 rename-failed warning',
  ]);
  assert.equal(DiagnosticSeverity.Hint, 4);
});

test('only the last join and what stands after it, where the setting says so', () => {
  const last = { diagnostics: { scope: 'lastOperation' } };
  const lines = [...check, ...refused('old.test'), ...refused('fabrikam.test'), ...rename];
  assert.deepEqual(
    problemsOf(lines, {}).map(line => line.split(' ')[0]),
    ['2', '7', '13', '16'],
  );
  assert.deepEqual(problemsOf(lines, last), ['13 join-failed error', '16 rename-failed error']);
  // Without a join nothing is old.
  assert.equal(problemsOf(check, last).length, 1);
  // A domain that is not found begins no join: it is the last thing that happened.
  assert.deepEqual(problemsOf([...refused('fabrikam.test'), ...check], last), [
    '5 join-failed error',
    '8 name-check-failed error',
  ]);
});
