// Whatever is edited, the server believes in the text that the editor has, and answers as for a document just opened.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Range,
  ProtocolRequestType,
  SemanticTokensRequest,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { features } from '../../server/src/features';
import type { DocumentParams, Feature } from '../../server/src/features/feature';
import { linesOf } from '../../server/src/parser/lines';
import { runs, timeout } from './runs';
import { type Session, withSession } from './session';
import { anyText, line, piece } from './texts';

/** A request of the tests alone: the lines that the server believes in. */
const linesRequest = new ProtocolRequestType<DocumentParams, string[], never, void, void>('test/lines');
const askedForLines: Feature<DocumentParams, string[]> = {
  name: 'lines',
  capabilities: {},
  request: linesRequest,
  handle: ({ lines }) => Array.from({ length: lines.count }, (_, at) => lines.at(at)),
};

/** A place by its share of the text, so that it makes sense in a text that is not known yet. */
const place = fc.oneof(
  { weight: 8, arbitrary: fc.record({ line: fc.nat(60), character: fc.nat(120) }) },
  { weight: 1, arbitrary: fc.record({ line: fc.nat(60), character: fc.constantFrom(0, 9999, 0x7fffffff) }) },
  { weight: 1, arbitrary: fc.record({ line: fc.constantFrom(9999, 0x7fffffff), character: fc.nat(9) }) },
);

/** What is put in: ends of lines and halves of pairs alone, pieces, lines, nothing. */
const inserted = fc.oneof(
  fc.constantFrom('', '', '\r', '\n', '\r\n', '\n\r', '\uD83D', '\uDE00', '\uFEFF', '0'),
  piece,
  line,
  fc.array(line, { maxLength: 6 }).map(lines => lines.join('\n')),
  fc.array(line, { maxLength: 3 }).map(lines => `${lines.join('\r\n')}\r`),
);

const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  {
    weight: 30,
    // Most edits are small; the ends may stand in any order, as TextDocument takes them.
    arbitrary: fc
      .tuple(place, fc.nat(3), fc.nat(20), inserted)
      .map(([start, down, right, text]) => ({ range: rangeFrom(start, down, right), text })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(place, place, inserted)
      .map(([start, end, text]) => ({ range: { start, end }, text })),
  },
  { weight: 1, arbitrary: anyText.map(text => ({ text })) },
);

function rangeFrom(start: Range['start'], down: number, right: number): Range {
  const end = { line: start.line + down, character: down > 0 ? right : start.character + right };
  return { start, end };
}

interface Edits {
  readonly languageId: string;
  readonly text: string;
  /** Each list is one notification. */
  readonly changes: readonly TextDocumentContentChangeEvent[][];
  /** Whether something is asked between the edits, so that the server has read what it then changes. */
  readonly isAskedBetween: boolean;
}

const anyEdits: fc.Arbitrary<Edits> = fc.record({
  languageId: fc.constantFrom('netsetup-log', 'network-trace'),
  text: anyText,
  changes: fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
  isAskedBetween: fc.boolean(),
});

/** What the server answers about a document, with the address of the document left out. */
async function answersOf({ client }: Session, uri: string): Promise<unknown[]> {
  const textDocument = { uri };
  const hovers = [
    [0, 30],
    [1, 60],
    [2, 70],
    [5, 10],
    [9, 80],
  ].map(([at, character]) =>
    client.sendRequest(HoverRequest.type, { textDocument, position: { line: at!, character: character! } }),
  );
  const answers = await Promise.all([
    client.sendRequest(linesRequest, { textDocument }),
    client.sendRequest(DocumentDiagnosticRequest.type, { textDocument }),
    client.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    client.sendRequest(FoldingRangeRequest.type, { textDocument }),
    client.sendRequest(SemanticTokensRequest.type, { textDocument }),
    ...hovers,
  ]);
  return JSON.parse(JSON.stringify(answers).replaceAll(JSON.stringify(uri), '"uri"'));
}

/** Edits of a document in a server, which must then answer as for the same text just opened. */
async function checkEdits(): Promise<void> {
  let number = 0;
  const check = async (session: Session, { languageId, text, changes, isAskedBetween }: Edits) => {
    const { client } = session;
    const [uri, fresh] = [`untitled:edited-${++number}`, `untitled:fresh-${number}`];
    let expected = text;
    await session.open(uri, text, languageId);
    for (const [index, wanted] of changes.entries()) {
      const contentChanges = [...wanted];
      expected = contentChanges.reduce(changed, expected);
      const textDocument = { uri, version: index + 2 };
      await client.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
      if (isAskedBetween) {
        const lines = await client.sendRequest(linesRequest, { textDocument: { uri } });
        assert.deepEqual(lines, linesIn(expected), `after notification ${index + 1}`);
      }
    }
    await session.open(fresh, expected, languageId);
    const [edited, opened] = await Promise.all([answersOf(session, uri), answersOf(session, fresh)]);
    assert.deepEqual(edited[0], linesIn(expected));
    assert.deepEqual(edited, opened);
    for (const each of [uri, fresh]) {
      await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: each } });
    }
  };
  const run = async (session: Session) => {
    await fc.assert(
      fc.asyncProperty(anyEdits, each => check(session, each)),
      runs(300, 20_000),
    );
    assert.deepEqual(session.errors, []);
  };
  await withSession(run, [...features, askedForLines]);
}

test('after any edits the answers are those for the same text just opened', { timeout }, checkEdits);

/** A text after a change, as the protocol says: a document of its own for each, so that none depends on the last. */
function changed(text: string, change: TextDocumentContentChangeEvent): string {
  return TextDocument.update(TextDocument.create('test:', 'log', 1, text), [change], 2).getText();
}

/** The lines of a text as the core reads them, in the number that every editor counts. */
function linesIn(text: string): string[] {
  const lines = linesOf(text);
  assert.equal(lines.count, TextDocument.create('test:', 'log', 1, text).lineCount);
  return Array.from({ length: lines.count }, (_, at) => lines.at(at));
}
