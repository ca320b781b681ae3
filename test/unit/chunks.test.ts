import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../../server/src/analyze';
import type { Log, LogRecord } from '../../server/src/model';
import { openDocument } from '../../server/src/openDocument';
import { edited } from '../../server/src/parser/edits';
import { type ChunkedLines, chunksOf, linesIn, linesOf } from '../../server/src/parser/lines';
import { runs } from './runs';
import { anyText, line } from './texts';

const uri = 'file:///netsetup.log';

/** Texts of few letters and many line ends of every kind, alone and torn apart. */
const text = fc
  .array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', '→', '😀', ''), { maxLength: 40 })
  .map(parts => parts.join(''));

/** Places in a text of that size, some of them behind the end of a line or of the text. */
const place = fc.record({
  line: fc.integer({ min: -1, max: 25 }),
  character: fc.integer({ min: -1, max: 9 }),
});

const edit = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: place, end: place }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

/** The same in a text of a few hundred lines. */
const farPlace = fc.record({ line: fc.nat(60), character: fc.nat(120) });
const logEdit = fc.record({
  range: fc.record({ start: farPlace, end: farPlace }),
  text: fc.array(line, { maxLength: 4 }).map(lines => lines.join('\n')),
});

test('lines are the same after any edits as in a TextDocument, whatever the chunks', () => {
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 1, max: 12 }),
      fc.array(edit, { maxLength: 12 }),
      (before, length, edits) => {
        let lines: ChunkedLines = linesIn(chunksOf(before, length));
        let content = before;
        for (const each of edits) {
          lines = edited(lines, each, length);
          // Made anew each time: its own lines are wrong behind an edit in a line that does not exist.
          const document = TextDocument.create(uri, 'netsetup-log', 1, content);
          content = TextDocument.update(document, [each], 2).getText();
          assertSame(lines, TextDocument.create(uri, 'netsetup-log', 2, content));
        }
      },
    ),
    runs(3000, 50_000),
  );
});

/** Text, lines and the number of lines, and chunks that end where a line does. */
function assertSame(lines: ChunkedLines, document: TextDocument): void {
  assert.equal(lines.chunks.map(chunk => chunk.text).join(''), document.getText());
  assert.equal(lines.count, document.lineCount);
  const fresh = linesOf(document.getText());
  for (let line = 0; line < fresh.count; line++) assert.equal(lines.at(line), fresh.at(line));
  assert.equal(lines.at(lines.count), '');
  for (const chunk of lines.chunks.slice(0, -1)) assert.match(chunk.text, /[\r\n]$/);
}

test('what is read of a text after any edits is what is read of it fresh, whatever the chunks', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.integer({ min: 1, max: 400 }),
      fc.array(logEdit, { minLength: 1, maxLength: 6 }),
      (before, length, edits) => {
        let lines: ChunkedLines = linesIn(chunksOf(before, length));
        let log = analyze(lines, 'netsetup-log');
        for (const each of edits) {
          // Something is asked of every version, so that the next one finds it read.
          void log.findings.length;
          lines = edited(lines, each, length);
          log = analyze(lines, 'netsetup-log', log);
        }
        const fresh = analyze(lines.chunks.map(chunk => chunk.text).join(''), 'netsetup-log');
        assert.deepEqual(log.records.map(shownOf), fresh.records.map(shownOf));
        assert.deepEqual(log.notes, fresh.notes);
        assert.deepEqual(log.findings, fresh.findings);
        assert.deepEqual(log.sections, fresh.sections);
        const roles = ({ coded, roleOf }: Log) => coded().map(each => roleOf(each)?.kind);
        assert.deepEqual(roles(log), roles(fresh));
      },
    ),
    runs(300, 20_000),
  );
});

/** What a record tells of itself. */
function shownOf(record: LogRecord): unknown {
  const { line, endLine, time, hasYear, thread, start, message, isSeparator, parameters } = record;
  return {
    line,
    endLine,
    time,
    hasYear,
    thread,
    start,
    message,
    name: record.function,
    isSeparator,
    parameters,
  };
}

test('however many lines are put in, there are about as many chunks as the text is long', () => {
  let lines: ChunkedLines = linesIn(chunksOf('a line of a log\n'.repeat(400), 1000));
  for (let round = 0; round < 1000; round++) {
    const start = { line: 1 + (round % 3), character: 0 };
    lines = edited(lines, { range: { start, end: start }, text: 'a line of a log\n' }, 1000);
  }
  for (let round = 0; round < 1000; round++) {
    const [start, end] = [1, 2].map(line => ({ line: line + (round % 300), character: 0 }));
    lines = edited(lines, { range: { start: start!, end: end! }, text: '' }, 1000);
  }
  const { length } = lines.chunks.map(chunk => chunk.text).join('');
  assert.ok(lines.chunks.length <= (4 * length) / 1000, `${lines.chunks.length} chunks of ${length} units`);
});

test('an edit leaves what stands around it as it is', () => {
  const before = linesIn(chunksOf('one\ntwo\nthree\nfour\n', 1));
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
  const after = edited(before, { range, text: '2' }, 1);
  assert.equal(after.at(1), '2');
  assert.equal(after.chunks[0], before.chunks[0]);
  assert.equal(after.chunks[2], before.chunks[2]);
});

test('the edits of one notification count one after the other', () => {
  const start = { line: 0, character: 0 };
  const document = openDocument.create(uri, 'netsetup-log', 1, 'b');
  const insert = (added: string) => ({ range: { start, end: start }, text: added });
  const after = openDocument.update(document, [insert('a\n'), insert('0\n')], 2);
  assert.deepEqual([0, 1, 2].map(after.lines.at), ['0', 'a', 'b']);
  assert.equal(after.version, 2);
});
