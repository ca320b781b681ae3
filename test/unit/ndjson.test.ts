// Operations as lines of JSON for programs that read many logs: the same as in the report, row by row.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { analyze } from '../../server/src/analyze';
import { jsonReport } from '../../server/src/report/json';
import { ndjsonOfFile, type RowsRead } from '../../server/src/report/ndjson';
import { windowsOf } from '../../server/src/windows/readInWindows';
import { allLogs } from './checks';

const schema = JSON.parse(readFileSync('server/src/schema/report.schema.json', 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
  .addSchema(schema, 'report')
  .getSchema('report#/definitions/row')!;

interface Read extends RowsRead {
  readonly rows: readonly Record<string, any>[];
}

/** The rows of a log, read in windows of a length; each is checked against the schema. */
function rowsOf(text: string, length?: number): Read {
  const lines = ndjsonOfFile('a.log', windowsOf([text], 'netsetup-log', length));
  const rows: Record<string, any>[] = [];
  for (;;) {
    const step = lines.next();
    if (step.done) return { ...step.value, rows };
    assert.match(step.value, /^[^\n]+\n$/);
    const row = JSON.parse(step.value);
    assert.ok(validate(row), `${step.value}: ${JSON.stringify(validate.errors)}`);
    rows.push(row);
  }
}

const own = ['schemaVersion', 'path', 'index', 'seconds', 'counted', 'repeat'];

/** A row without what only rows have. */
const operationOf = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !own.includes(key)));

test('a row is an operation of the report, with the file and its place in it', () => {
  for (const { name, text } of allLogs()) {
    const log = analyze(text, 'netsetup-log');
    const { rows, hasFailure } = rowsOf(text);
    const [file] = JSON.parse(JSON.stringify(jsonReport([{ path: name, log }]))).files;
    assert.deepEqual(rows.map(operationOf), file.operations, name);
    assert.deepEqual(
      rows.map(row => row.index),
      rows.map((_, index) => index),
    );
    assert.equal(
      hasFailure,
      log.findings.some(each => each.severity === 'error'),
      name,
    );
  }
});

test('what repeats is what the other reports tell as one failure that came again', () => {
  for (const { name, text } of allLogs()) {
    const { operations, series } = analyze(text, 'netsetup-log');
    const again = new Set(series.flatMap(each => each.repeats.flatMap(group => group.slice(1))));
    const { rows } = rowsOf(text);
    assert.deepEqual(
      rows.map(row => row.repeat),
      operations.map(each => again.has(each)),
      name,
    );
  }
});

/** A join that fails for a code. */
const failedJoin = (minute: number, code: string, computer = 'WKS07') => {
  const stamp = `02/10/2026 09:${String(minute).padStart(2, '0')}`;
  return [
    `${stamp}:01:000 -----------------------------------------------------------------`,
    `${stamp}:01:000 NetpDoDomainJoin`,
    `${stamp}:01:000 NetpMachineValidToJoin: '${computer}'`,
    `${stamp}:01:000 NetpJoinDomain`,
    `${stamp}:01:000 \tDomain: fabrikam.test`,
    `${stamp}:03:500 NetUseAdd to \\\\dc7.fabrikam.test\\IPC$ returned ${Number(code)}`,
    `${stamp}:03:500 NetpDoDomainJoin: status: ${code}`,
    '',
  ].join('\n');
};

test('a computer that tries in a loop: one failure and its repeats, across the windows that a large log is read in', () => {
  const codes = [...Array<string>(30).fill('0x52e'), '0x5', ...Array<string>(25).fill('0x52e')];
  const text = codes.map((code, minute) => failedJoin(minute, code)).join('');
  const { rows } = rowsOf(text, 2000);
  assert.equal(rows.length, 56);
  const first = rows.flatMap(row => (row.repeat ? [] : [row.index]));
  assert.deepEqual(first, [0, 30, 31]);
  assert.ok(rows.every(row => row.counted && row.seconds === 2.5));
  assert.deepEqual(
    rows.map(row => row.lines[0]),
    codes.map((_, index) => index * 7 + 2),
  );
});

test('attempts count; names that are valid, first tries and what finishes a join do not', () => {
  const { rows } = rowsOf(readFileSync('samples/good-join.log', 'utf8'));
  const told = rows.map(({ kind, verdict, counted }) => `${kind} ${verdict} ${counted}`);
  assert.ok(told.includes('nameCheck succeeded false'), told.join());
  assert.ok(told.includes('join superseded false'), told.join());
  assert.ok(told.includes('join succeeded true'), told.join());
  const failed = rowsOf(readFileSync('samples/failed-join.log', 'utf8'));
  const counted = failed.rows.filter(row => row.counted);
  assert.deepEqual(
    counted.map(({ kind, verdict, code, phase }) => [kind, verdict, code.name, phase]),
    [['join', 'failed', 'ERROR_NETNAME_DELETED', 'connect']],
  );
  assert.equal(failed.hasFailure, true);
});

test('a log without times has no seconds, and a text without operations no rows', () => {
  const { rows } = rowsOf('NetpDoDomainJoin\nNetpDoDomainJoin: status: 0x5\n');
  assert.deepEqual(
    rows.map(row => [row.verdict, row.seconds]),
    [['failed', null]],
  );
  assert.deepEqual(rowsOf('').rows, []);
});

test('on the command line: rows of all logs, and what has none is said beside them', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['server/dist/cliMain.js', 'check', '--format', 'ndjson', ...args], {
      encoding: 'utf8',
    });
  const both = run(
    'samples/good-join.log',
    'nowhere.log',
    'samples/failed-join-trace.txt',
    'samples/failed-join.log',
  );
  assert.equal(both.status, 2);
  assert.equal(
    both.stderr,
    'netsetup-log: nowhere.log: no such file\n' +
      'netsetup-log: samples/failed-join-trace.txt: a network trace is not in ndjson; --format json has its steps\n',
  );
  const rows = both.stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  for (const row of rows) assert.ok(validate(row), JSON.stringify(validate.errors));
  assert.deepEqual(
    [...new Set(rows.map(row => row.path))],
    ['samples/good-join.log', 'samples/failed-join.log'],
  );
  assert.equal(run('samples/failed-join.log').status, 1);
  // A trace that was asked for by its name and not told is one that was not read.
  const named = run('--quiet', 'samples/good-join.log', 'samples/good-join-trace.txt');
  assert.equal(named.status, 2);
  assert.match(named.stderr, /a network trace is not in ndjson/);
  const found = run('samples/*good*');
  assert.equal(found.status, 0);
  assert.match(
    found.stderr,
    /1 other file was passed over, among them 1 network trace \(good-join-trace\.txt\)\n$/,
  );
  const nothing = run('samples/*trace*');
  assert.equal(nothing.status, 2);
  assert.match(nothing.stderr, /: no NetSetup\.log; 2 other files were passed over/);
});
