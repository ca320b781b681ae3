import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openDocument } from '../../server/src/openDocument';
import { edited } from '../../server/src/parser/edits';
import { type ChunkedLines, chunksOf, linesIn, linesOf } from '../../server/src/parser/lines';

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
          lines = edited(lines, each);
          // Made anew each time: its own lines are wrong behind an edit in a line that does not exist.
          const document = TextDocument.create(uri, 'netsetup-log', 1, content);
          content = TextDocument.update(document, [each], 2).getText();
          assertSame(lines, TextDocument.create(uri, 'netsetup-log', 2, content));
        }
      },
    ),
    { numRuns: 3000 },
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

test('an edit leaves what stands around it as it is', () => {
  const before = linesIn(chunksOf('one\ntwo\nthree\nfour\n', 1));
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
  const after = edited(before, { range, text: '2' });
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
