// No text may throw. How long they take is measured by npm run bench.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { diagnostics } from '../../server/src/features/diagnostics';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { recognize } from '../../server/src/formats/recognize';
import { textReport } from '../../server/src/report/text';
import { hoverIn, outlineOf } from './checks';

const textDocument = { uri: 'test:log' };

/** Asks everything that can be asked of a text. */
function askEverything(text: string, languageId: string | undefined = 'netsetup-log'): void {
  recognize(text);
  const log = analyze(text, languageId);
  textReport('any.log', log);
  outlineOf(log);
  diagnostics.handle(log, { textDocument });
  foldingRanges.handle(log, { textDocument });
  for (const line of [0, 1, log.lines.count - 1, log.lines.count, 1e9]) {
    for (const character of [0, 30, 1e6, 2 ** 31]) hoverIn(log, line, character);
  }
}

test('odd texts have a natural answer', () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 97) % 256);
  for (const text of [
    '',
    '\n',
    '\r',
    '\uFEFF',
    '\0\0\0',
    new TextDecoder().decode(bytes),
    '0x',
    '//',
    ':',
    '>'.repeat(99),
  ]) {
    askEverything(text);
    askEverything(text, undefined);
    assert.deepEqual(analyze(text, 'netsetup-log').operations, []);
  }
});

test('a log cut anywhere is read', () => {
  for (const name of readdirSync('samples')) {
    const text = readFileSync(`samples/${name}`, 'utf8');
    for (let end = 0; end < text.length; end += 197) analyze(text.slice(0, end)).findings;
    for (let start = 0; start < text.length; start += 997) askEverything(text.slice(start, start + 3000));
  }
});

test('a cut log claims no failure that the whole log does not have', () => {
  const text = readFileSync('samples/good-join.log', 'utf8');
  const lines = text.split('\r\n');
  const early = lines.map(
    (_, count) => analyze(lines.slice(0, count).join('\r\n'), 'netsetup-log').findings.length,
  );
  // Between the end of the first pass and the options of the second, that pass is all there is to see.
  const claimed = early.flatMap((findings, count) => (findings > 0 ? [count] : []));
  const firstEnd = lines.findIndex(line => line.includes('NetpJoinCreatePackagePart: status:0x534'));
  const secondOptions = lines.findIndex(line => line.includes('Options: 0x27'));
  assert.ok(
    claimed.every(count => count > firstEnd && count <= secondOptions),
    claimed.join(' '),
  );
});

test('hostile shapes come to an end', () => {
  for (const shape of [
    'x',
    '0x',
    'status: ',
    'failed to ',
    'status of ',
    ' ',
    '> ',
    'NetpDsGetDcName: ',
    '\n',
    'NetpDoDomainJoin\n',
    "NetpValidateName: checking to see if 'A' is valid as type 3 name\n",
    'NetUseAdd to \\\\A returned 5\n',
  ]) {
    askEverything(shape.repeat(Math.ceil(100_000 / shape.length)));
  }
});
