// Copies of one log in every encoding that Windows, PowerShell and editors write, and the text that is read of them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { encodingOf, textsOf } from '../../server/src/parser/decoding';
import { fileCore } from '../../server/src/report/fileReport';
import { runs } from './runs';

/**
 * test/encodings/utf-8.log is samples/failed-join.log with another account and OU, whose letters are other bytes in each
 * encoding (the dash is none of Latin-1). The others were made of it with `iconv -f UTF-8 -t WINDOWS-1252` and the like,
 * a byte order mark put in front with printf.
 */
const folder = 'test/encodings';
const copies = readdirSync(folder).filter(name => name.endsWith('.log'));
const original = readFileSync(`${folder}/utf-8.log`, 'utf8');
const account = 'FABRIKAM\\jörg.müller';
const ou = 'OU=Köln – Süd,OU=Geräte,DC=fabrikam,DC=test';

/** The text of bytes that are read so many at a time. */
function textOf(bytes: Uint8Array, length = bytes.length): string {
  const chunks = Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );
  return [...textsOf(chunks)].join('');
}

function finished<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

test('a log gives the same report in every encoding', () => {
  assert.equal(copies.length, 7);
  const report = (file: string) =>
    spawnSync(process.execPath, ['server/dist/cliMain.js', 'check', '-'], {
      input: readFileSync(`${folder}/${file}`),
      encoding: 'utf8',
    });
  const expected = report('utf-8.log');
  assert.equal(expected.status, 1, expected.stderr);
  const shown = expected.stdout.replace(/\s+/g, ' ');
  for (const name of [account, ou]) assert.ok(shown.includes(name), name);
  for (const name of copies) assert.equal(report(name).stdout, expected.stdout, name);
  assert.equal(report('trace-utf-16le.txt').status, 1);
});

test('the editor reads a file that it does not hold in every encoding too', () => {
  const report = (name: string) =>
    finished(fileCore.reportOnFile('NetSetup.LOG', readFileSync(`${folder}/${name}`)));
  assert.ok(report('utf-8.log').includes('müller'), report('utf-8.log'));
  const join = original.slice(original.lastIndexOf('\n', original.indexOf('NetpDoDomainJoin') - 30) + 1);
  for (const name of copies) {
    assert.equal(report(name), report('utf-8.log'), name);
    const last = fileCore.lastOperationIn('NetSetup.LOG', readFileSync(`${folder}/${name}`));
    assert.deepEqual(finished(last), { text: join }, name);
  }
});

test('bytes cut anywhere come to the text of the whole file', () => {
  for (const name of copies) {
    const bytes = readFileSync(`${folder}/${name}`);
    for (const length of [1, 2, 3, 7, 1023, 1024, 1025]) {
      assert.equal(textOf(bytes, length), original, `${name}, ${length} bytes at a time`);
    }
  }
  const texts: readonly (readonly [name: string, bytes: Buffer, expected: string])[] = [
    ['two marks', Buffer.from('\uFEFFa\uFEFF\r\n👩‍💻\r\nlast'), 'a\uFEFF\r\n👩‍💻\r\nlast'],
    ['one line', Buffer.from('→'.repeat(9)), '→'.repeat(9)],
    ['half a unit', Buffer.concat([Buffer.from('some text', 'utf16le'), Buffer.of(0x41)]), 'some text\uFFFD'],
    ['half a character', Buffer.from('Zürich').subarray(0, 2), 'ZÃ'],
    ['one broken byte', Buffer.concat([Buffer.from('Zürich →'), Buffer.of(0xff)]), 'Zürich →ÿ'],
    [
      'grown in both',
      Buffer.concat([Buffer.from('Zürich\n', 'latin1'), Buffer.from('Köln')]),
      'Zürich\nKöln',
    ],
    ['no characters', Buffer.of(0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf5), 'À¯í\u00A0€õ'],
    ['nothing', Buffer.of(), ''],
  ];
  for (const [name, bytes, expected] of texts) {
    for (const length of [1, 2, 3, 5, 1000]) assert.equal(textOf(bytes, length), expected, name);
  }
});

test('any bytes come to the same text, cut anywhere', () => {
  const sequences = fc.constantFrom('ü', '→', '👩', '\n', 'a', '0x5').map(text => Buffer.from(text));
  const bytes = fc
    .array(fc.oneof(sequences, fc.uint8Array({ maxLength: 3 })), { maxLength: 400 })
    .map(parts => Buffer.concat(parts));
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 1500 }), (bytes, length) => {
      assert.equal(textOf(bytes, length), textOf(bytes));
    }),
    runs(300, 20_000),
  );
});

/** Ways to write a part of a log. */
const writers: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': text => Buffer.from(text),
  'UTF-8 with a mark': text => Buffer.from(`\uFEFF${text}`),
  'Windows-1252': text => Buffer.from(text, 'latin1'),
  'UTF-16': text => Buffer.from(text, 'utf16le'),
  'UTF-16 with a mark': text => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16, big endian': text => Buffer.from(text, 'utf16le').swap16(),
  'UTF-16, big endian with a mark': text => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
};

test('a log to which another encoding was appended is read to its end', () => {
  const good = readFileSync('samples/good-join.log', 'utf8').replaceAll('jdoe', 'jörg');
  const failed = readFileSync('samples/failed-join.log', 'utf8').replaceAll('jdoe', 'jörg');
  for (const [before, write] of Object.entries(writers)) {
    for (const [after, append] of Object.entries(writers)) {
      const bytes = Buffer.concat([write(good), append(failed)]);
      const text = textOf(bytes);
      const mark = /UTF-8 with/.test(after) && !/UTF-16/.test(before) ? '\uFEFF' : '';
      const both16 = /UTF-16/.test(before) && /UTF-16/.test(after);
      if (!both16) assert.equal(text, `${good}${mark}${failed}`, `${after} behind ${before}`);
    }
  }
  const check = (bytes: Buffer) =>
    spawnSync(process.execPath, ['server/dist/cliMain.js', 'check', '-'], { input: bytes, encoding: 'utf8' });
  const appended = check(Buffer.concat([Buffer.from(good), Buffer.from(failed, 'utf16le')]));
  assert.equal(appended.status, 1);
  assert.equal(appended.stdout, check(Buffer.from(good + failed)).stdout);
});

test('the end of a log in another encoding than its beginning is read, also of a few lines', () => {
  const line = '02/10/2026 09:14:02:000 NetpDoDomainJoin: status: 0x40\r\n';
  for (const [name, parts, expected] of [
    ['no line feed', [Buffer.from(line.trimEnd()), Buffer.from(line, 'utf16le')], `${line.trimEnd()}${line}`],
    ['a short one', [Buffer.from(line), Buffer.from('done\r\n', 'utf16le')], `${line}done\r\n`],
    ['a short head', [Buffer.from(line), Buffer.from(line.repeat(30), 'utf16le')], line.repeat(31)],
    ['a short head in UTF-16', [Buffer.from(line, 'utf16le'), Buffer.from(line.repeat(30))], line.repeat(31)],
    [
      'zero bytes for another reason',
      [Buffer.from(line.repeat(20)), Buffer.alloc(500), Buffer.from(line)],
      `${line.repeat(20)}${'\0'.repeat(500)}${line}`,
    ],
  ] as const) {
    for (const length of [1, 3, 1024, 5000])
      assert.equal(textOf(Buffer.concat([...parts]), length), expected, `${name}, ${length} bytes at a time`);
  }
});

test('parts in any encodings come to the same text, cut anywhere', () => {
  const line = fc
    .tuple(
      fc.constantFrom('NetpDoDomainJoin: status: 0x0', 'Account: FABRIKAM\\jörg', '\tOU=Köln →'),
      fc.nat(9),
    )
    .map(([text, second]) => `02/10/2026 09:14:0${second}:000 ${text}\r\n`);
  const part = fc
    .tuple(fc.constantFrom(...Object.values(writers)), fc.array(line, { minLength: 1, maxLength: 30 }))
    .map(([write, lines]) => write(lines.join('')));
  const noise = fc.constantFrom(Buffer.of(0), Buffer.of(0xff), Buffer.of(0, 0, 0x4e), Buffer.from('\n'));
  const bytes = fc
    .array(fc.oneof({ weight: 4, arbitrary: part }, noise), { maxLength: 5 })
    .map(parts => Buffer.concat(parts));
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 1500 }), (bytes, length) => {
      assert.equal(textOf(bytes, length), textOf(bytes));
    }),
    runs(300, 20_000),
  );
});

test('what Node takes for UTF-8 is read like that', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      // Broken bytes before and behind it do not matter: none of them begins a character.
      const bytes = Buffer.concat([Buffer.of(0xff), Buffer.from(`${text}.`), Buffer.of(0xff)]);
      assert.equal(textOf(bytes), `ÿ${text}.ÿ`);
    }),
    runs(300, 20_000),
  );
});

test('no UTF-16 is seen in files that have zero bytes for another reason', () => {
  const numbers = Uint8Array.from({ length: 2000 }, (_, index) => (index % 2 ? 0 : index % 256));
  for (const bytes of [Buffer.alloc(2000), numbers, Buffer.from('log\0'.repeat(300)), Buffer.of(0x41)]) {
    assert.equal(encodingOf(bytes), 'utf-8');
  }
});
