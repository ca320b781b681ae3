// The report for other programs: its shape is that of the schema, for every log there is.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { analyze } from '../../server/src/analyze';
import { jsonOutput } from '../../server/src/outputs/json';
import { jsonReport } from '../../server/src/report/json';
import { phaseTitles } from '../../server/src/tables/phases';
import { windowsOf } from '../../server/src/windows/readInWindows';
import { allLogs, netsetup } from './checks';

const schema = JSON.parse(readFileSync('server/src/schema/report.schema.json', 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

function check(report: unknown, name: string): void {
  assert.ok(validate(report), `${name}: ${JSON.stringify(validate.errors)}`);
}

/** The report of one text, as another program reads it. */
function report(...lines: readonly string[]) {
  const text = JSON.stringify(jsonReport([{ path: 'a.log', log: netsetup(...lines) }]));
  const value = JSON.parse(text);
  check(value, text);
  return value.files[0];
}

test('the report of every log fits the schema, cut anywhere', () => {
  for (const { name, text } of allLogs()) {
    check(jsonReport([{ path: name, log: analyze(text) }]), name);
    for (let end = 0; end < text.length; end += 1499) {
      check(jsonReport([{ path: name, log: analyze(text.slice(0, end)) }]), `${name}, ${end}`);
    }
  }
});

test('the schema knows every phase', () => {
  assert.deepEqual(schema.definitions.phase.enum.toSorted(), Object.keys(phaseTitles).toSorted());
});

test('what the log says, and null for what it does not', () => {
  const { operations, findings } = report(
    '02/10/2026 09:14:02:321 NetpDoDomainJoin',
    "02/10/2026 09:14:02:321 NetpMachineValidToJoin: 'WKS07'",
    '02/10/2026 09:14:02:321 \tBuild number: 22631 (22631.ni_release.220506-1250)',
    '02/10/2026 09:14:02:321 \tSKU: Windows 11 Pro',
    '02/10/2026 09:14:02:321 NetpJoinDomain',
    '02/10/2026 09:14:02:321 \tDomain: fabrikam.test\\dc7.fabrikam.test',
    '02/10/2026 09:14:02:321 \tMachineAccountOU: (NULL)',
    '02/10/2026 09:14:02:321 \tOptions: 0x3',
    '02/10/2026 09:14:03:000 NetUseAdd to \\\\dc7.fabrikam.test\\IPC$ returned 1326',
    '02/10/2026 09:14:03:002 NetpDoDomainJoin: status: 0x52e',
  );
  const { phases, advice, ...join } = operations[0];
  const code = { value: 1326, hex: '0x52e', name: 'ERROR_LOGON_FAILURE', space: 'win32' };
  assert.deepEqual(join, {
    kind: 'join',
    lines: [1, 10],
    start: '2026-02-10T09:14:02.321',
    end: '2026-02-10T09:14:03.002',
    computer: 'WKS07',
    newName: null,
    domain: 'fabrikam.test',
    workgroup: null,
    account: null,
    ou: null,
    domainController: 'dc7.fabrikam.test',
    build: 22631,
    sku: 'Windows 11 Pro',
    options: { value: '0x3', names: ['NETSETUP_JOIN_DOMAIN', 'NETSETUP_ACCT_CREATE'] },
    provisionOptions: null,
    verdict: 'failed',
    code,
    phase: 'connect',
    cause: {
      line: 9,
      function: 'NetUseAdd',
      code,
      text: 'NetUseAdd to \\\\dc7.fabrikam.test\\IPC$ returned 1326',
    },
    supersededBy: null,
    partOf: null,
  });
  assert.deepEqual(phases.at(-2), { id: 'connect', lines: [9, 9], outcome: 'failed' });
  assert.ok(advice.length > 2);
  const [{ message, help, ...finding }] = findings;
  assert.deepEqual(finding, {
    rule: 'join-failed',
    severity: 'error',
    line: 9,
    startColumn: 25,
    endLine: 9,
    endColumn: 25 + join.cause.text.length,
    repeats: 1,
    related: [{ line: 10, message: 'The same failure again' }],
  });
});

test('a log without years has times without a year', () => {
  const { operations } = report(
    '03/30 16:19:28 NetpDoDomainJoin',
    '03/30 16:19:29 NetpDoDomainJoin: status: 0x0',
  );
  assert.equal(operations[0].start, '--03-30T16:19:28.000');
});

test('a text of no known kind has no language and empty lists', () => {
  const text = JSON.stringify(jsonReport([{ path: 'a.txt', log: analyze('Dear diary') }]));
  assert.equal(
    text,
    '{"schemaVersion":1,"files":[{"path":"a.txt","language":null,"operations":[],"findings":[]}],"notRead":[]}',
  );
});

test('on the command line: one document, exit code 1 for an error, 2 for a file that cannot be read', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['server/dist/cliMain.js', 'check', '--format', 'json', ...args], {
      encoding: 'utf8',
    });
  const good = run('samples/good-join.log');
  assert.equal(good.status, 0);
  check(JSON.parse(good.stdout), 'good-join.log');
  const both = run('samples/good-join.log', 'nowhere.log', 'samples/failed-join.log');
  assert.equal(both.status, 2);
  const whole = JSON.parse(both.stdout);
  check(whole, 'both');
  const { files, notRead } = whole;
  assert.deepEqual(notRead, [{ path: 'nowhere.log', why: 'no such file' }]);
  assert.deepEqual(JSON.parse(good.stdout).notRead, []);
  assert.deepEqual(
    files.map((file: { path: string }) => file.path),
    ['samples/good-join.log', 'samples/failed-join.log'],
  );
  assert.equal(run('samples/failed-join.log').status, 1);
});

test('a file that fails midway stays a report that can be read, and says that it is not all', () => {
  const output = jsonOutput();
  const text = readFileSync('samples/failed-join.log', 'utf8');
  const texts = function* () {
    for (let times = 0; times < 3; times++) yield text;
    throw new Error('gone');
  };
  const windows = windowsOf(texts(), 'netsetup-log', 6000);
  const pieces = output.file({ path: 'a.log', kind: 'netsetup-log', windows });
  let printed = output.begin;
  assert.throws(() => {
    for (const piece of pieces) printed += piece;
  }, /gone/);
  output.notRead!('a.log', 'gone');
  printed += output.end();
  const whole = JSON.parse(printed);
  check(whole, printed);
  assert.equal(whole.files[0].isComplete, false);
  assert.equal(whole.files[0].operations[0].kind, 'nameCheck');
  assert.deepEqual(whole.notRead, [{ path: 'a.log', why: 'gone' }]);
});
