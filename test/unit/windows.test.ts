// A file that is read in windows comes to the same as its whole text.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { jsonOfFile, jsonReport } from '../../server/src/report/json';
import { fileCore } from '../../server/src/report/fileReport';
import { cutsText } from '../../server/src/report/largeFile';
import { textReport } from '../../server/src/report/text';
import {
  longestOperation,
  readInWindows,
  type FileReading,
  type Window,
} from '../../server/src/windows/readInWindows';
import { allLogs } from './checks';

/** Cuts a text into pieces of so many UTF-16 units, wherever that is. */
function* pieces(text: string, length: number): Generator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

function read(text: string, length: number): FileReading & { readonly parts: readonly Window[] } {
  const reading = readInWindows(pieces(text, length), 'netsetup-log', length);
  const parts: Window[] = [];
  for (;;) {
    const step = reading.next();
    if (step.done) return { ...step.value, parts };
    parts.push(step.value);
  }
}

/** All logs of our own, one behind the other, so often, from another one on each time. */
function joinedLogs(times: number): string {
  const texts = allLogs()
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ text }) => text.replace(/^\uFEFF/, ''));
  const endsLine = (text: string) => (/[\r\n]$/.test(text) ? text : `${text}\n`);
  return Array.from({ length: times }, (_, time) => {
    const from = (time * 7) % texts.length;
    return [...texts.slice(from), ...texts.slice(0, from)].map(endsLine).join('');
  }).join('');
}

function checkSame(text: string, length: number): void {
  const whole = analyze(text, 'netsetup-log');
  const { log, cuts, parts } = read(text, length);
  assert.ok(parts.length > 1, 'more than one window');
  assert.deepEqual(cuts, []);
  assert.equal(textReport('x.log', log), textReport('x.log', whole));
  assert.deepEqual(log.findings, whole.findings);
  assert.equal(log.lines.count, whole.lines.count);
}

test('any log of our own, cut into windows, is told as a whole', () => {
  const text = joinedLogs(6);
  for (const length of [200, 1000, 4096, 100_000]) checkSame(text, length);
});

test('the JSON of a file that is read in windows is that of its whole text', () => {
  const text = joinedLogs(2);
  const whole = { path: 'x.log', log: analyze(text, 'netsetup-log') };
  const expected = jsonReport([whole]).files[0];
  for (const length of [1000, 100_000]) {
    const reading = readInWindows(pieces(text, length), 'netsetup-log', length);
    assert.deepEqual(JSON.parse([...jsonOfFile('x.log', reading)].join('')), expected);
  }
});

test('what no window can hold is left out of a line, and nothing else', () => {
  const at = '02/10/2026 09:14:01:000';
  const text = `${at} NetpDoDomainJoin\n${'x'.repeat(900_000)}\n${at} NetpDoDomainJoin: status: 0x5\n`;
  const { log } = read(text.repeat(3), 10_000);
  const whole = analyze(text.repeat(3), 'netsetup-log');
  assert.deepEqual(log.findings, whole.findings);
  assert.equal(log.lines.count, whole.lines.count);
});

test('the last operation keeps its names, wherever the end of the file is cut', () => {
  const name = 'WKSü7';
  const join = failedJoinOf(name);
  for (const encoding of ['utf8', 'utf16le'] as const) {
    for (let more = 0; more < 4; more++) {
      const text = `${encoding === 'utf16le' ? '\uFEFF' : ''}// ${'ü'.repeat(3_000_000)}${'x'.repeat(more)}\n${join.repeat(3)}`;
      const reading = fileCore.lastOperationIn('NetSetup.LOG', Buffer.from(text, encoding));
      let step = reading.next();
      while (!step.done) step = reading.next();
      assert.deepEqual(step.value, { text: join });
    }
  }
});

/** What a reading of a file comes to. */
function finished<T>(reading: Generator<number, T>): T {
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

test('where there is no last operation, what is said of it is true', () => {
  const said = (name: string, text: string) => finished(fileCore.lastOperationIn(name, Buffer.from(text)));
  assert.deepEqual(said('plain.txt', 'once upon a time\n'), { why: 'plain.txt is not a NetSetup.log.' });
  const trace = readFileSync('samples/failed-join-trace.txt', 'utf8');
  assert.deepEqual(said('trace.txt', trace), { why: 'trace.txt is not a NetSetup.log.' });
  assert.deepEqual(said('NetSetup.LOG', 'once upon a time\n'), { why: 'NetSetup.LOG has no operation.' });
});

test('a file has as many lines as an editor numbers, without the empty one behind the last line feed', () => {
  const lines = (text: string, encoding: BufferEncoding = 'utf8') =>
    /([\d,]+ lines?)\.\n/.exec(
      finished(fileCore.reportOnFile('NetSetup.LOG', Buffer.from(text, encoding))),
    )?.[1];
  assert.equal(lines(readFileSync('samples/failed-join.log', 'utf8')), '46 lines');
  const join = 'NetpDoDomainJoin\nNetpDoDomainJoin: status: 0x5';
  assert.equal(lines(join), '2 lines');
  assert.equal(lines(`${join}\n`), '2 lines');
  assert.equal(lines(`\uFEFF${join}\n`, 'utf16le'), '2 lines');
});

function failedJoinOf(computer: string): string {
  const at = '02/10/2026 09:14:01:000';
  return [
    '-'.repeat(65),
    `${at} NetpDoDomainJoin`,
    `${at} NetpMachineValidToJoin: '${computer}'`,
    `${at} NetpDoDomainJoin: status: 0x5`,
    '',
  ].join('\n');
}

test('an operation whose lines stand too far apart is cut, and the line is told', () => {
  const line = `02/10/2026 09:14:02:123 NetpGetLsaPrimaryDomain: ${'x'.repeat(900)}\n`;
  const text =
    '02/10/2026 09:14:01:000 NetpDoDomainJoin\n' +
    line.repeat(Math.ceil((longestOperation * 1.3) / line.length)) +
    '02/10/2026 09:14:09:000 NetpDoDomainJoin: status: 0x5\n';
  const { log, cuts } = read(text, 4_000_000);
  assert.equal(cuts.length, 1);
  assert.equal(log.lines.count, text.split('\n').length);
  assert.match(cutsText(cuts), new RegExp(`line ${cuts[0]! + 1}: .*32 MB`, 's'));
  const reading = readInWindows(pieces(text, 4_000_000), 'netsetup-log');
  const json = JSON.parse([...jsonOfFile('x.log', reading)].join('')) as { cuts: unknown };
  assert.deepEqual(json.cuts, [cuts[0]! + 1]);
});

test('a file that fails the same way all the time is kept in little memory', () => {
  const failed = allLogs().find(({ name }) => name === 'failed-join.log')!.text;
  const { log } = read(failed.repeat(400), 50_000);
  const repeats = log.series.flatMap(series => series.repeats.map(group => group.length));
  assert.deepEqual(repeats, [400]);
  const records = new Set(log.operations.flatMap(operation => operation.records));
  assert.ok(records.size < 3 * log.operations.length, `${records.size} records`);
});
