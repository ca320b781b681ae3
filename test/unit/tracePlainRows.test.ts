// Most rows of a long trace are read at once, without asking every dialect: what is read so must be what the dialects
// would read, for every row of every sample and for rows that were changed a little.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dialects } from '../../server/src/formats/trace/dialects';
import { plainRowReader } from '../../server/src/formats/trace/dialects/plainRows';
import { plainSegment } from '../../server/src/formats/trace/messages/plainSegment';
import { tcp } from '../../server/src/formats/trace/messages/tcp';

const lines = ['samples', 'test/traces'].flatMap(folder =>
  readdirSync(folder)
    .filter(name => /trace.*\.txt$/.test(name) || folder === 'test/traces')
    .filter(name => /(?<!golden)\.(?:txt|csv)$/.test(name))
    .flatMap(name => readFileSync(`${folder}/${name}`, 'utf8').split(/\r?\n/)),
);

/** What may make a row another one, or none: signs between columns, ends, times, and words of headers. */
const pieces = [
  ...[
    '\t',
    '\t\t',
    ' ',
    '  ',
    ',',
    ', "',
    ';',
    '|',
    '→',
    '->',
    '<-',
    '?',
    ':',
    '\u00a0',
    '1.5',
    '66',
    '70000',
  ],
  ...[
    '10.20.1.10',
    '::1',
    'DC1',
    'TCP',
    'DNS DNS:',
    'Source',
    'Protocol',
    'PM',
    'UTC',
    '12:00:00',
    '2026-01-02',
  ],
];

/** A line with a piece in front of each of its first words, one at a time, and with other signs between columns. */
const changed = (line: string): string[] => [
  line,
  line.replaceAll('\t', ' '),
  line.replaceAll(/ {2,}/g, '\t'),
  ...[...line.slice(0, 90).matchAll(/\S+/g)].flatMap(({ index }, at) => {
    const piece = pieces[(line.length + at) % pieces.length]!;
    return [line.slice(0, index) + piece + ' ' + line.slice(index), line.slice(0, index) + piece];
  }),
];

test('a row that is read at once is the row that its dialect reads', () => {
  let count = 0;
  for (const line of new Set(lines.flatMap(changed))) {
    const plain = plainRowReader()(line);
    if (!plain) continue;
    count++;
    const readers = dialects.map(({ id, reader }) => ({ id, row: reader().read(line) }));
    const found = readers.find(({ row }) => row !== undefined);
    assert.ok(found?.row && found.row !== 'header', `no dialect reads: ${line}`);
    const { dialect, ...row } = plain;
    assert.equal(dialect, found.id, line);
    for (const [key, value] of Object.entries(row)) {
      assert.deepEqual(value, found.row[key as keyof typeof row], `${key} of: ${line}`);
    }
  }
  assert.ok(count > 500, `only ${count} rows are read at once`);
});

test('a segment that is read at once is the one that the patterns read', () => {
  const infos = new Set(lines.flatMap(line => /\b\d{1,5} → \d.*/.exec(line)?.[0].trim() ?? []));
  const changes = [/Ack=\d+ /, /Win=\d+ /, / \[[^\]]+\]/, / Len=.*/, /(?<=Len=)/, /(?<=Seq=)/, /^/, /$/];
  const others = ['', '0', '99999999999', ' Ack=7', ' [TCP segment of a reassembled PDU]'];
  let count = 0;
  for (const info of infos) {
    for (const text of [info, ...changes.flatMap(change => others.map(each => info.replace(change, each)))]) {
      const plain = plainSegment(text);
      if (!plain) continue;
      count++;
      assert.deepEqual(plain, tcp(text, text), text);
    }
  }
  assert.ok(count > 100, `only ${count} segments are read at once`);
});
