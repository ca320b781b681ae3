/** What must hold of every answer to a client, whatever the text. Each check throws where it does not. */
import assert from 'node:assert/strict';
import {
  type CodeLens,
  type Diagnostic,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type Position,
  type Range,
  type SemanticTokens,
  SymbolKind,
} from 'vscode-languageserver';
import type { Lines, Log } from '../../server/src/model';

/** By the name of a feature: what must hold of its answer about a Log. */
export const answerChecks: Readonly<Record<string, (answer: any, log: Log) => void>> = {
  codeActions: (actions: readonly unknown[] | null) => void assert.ok(Array.isArray(actions)),
  codeLens: (lenses: readonly CodeLens[] | null, { lines }) =>
    lenses?.forEach(({ range, command }) => {
      checkRange(range, lines);
      assert.match(command!.title, /\S/);
      checkOneLine(command!.title);
    }),
  diagnostics: ({ items }: { items: readonly Diagnostic[] }, { lines }) => {
    for (const { range, message, relatedInformation } of items) {
      checkRange(range, lines);
      assert.match(message as string, /\S/);
      for (const related of relatedInformation ?? []) checkRange(related.location.range, lines);
    }
  },
  documentHighlights: (found: readonly DocumentHighlight[] | null, { lines }) =>
    found?.forEach(({ range }) => checkRange(range, lines)),
  documentLinks: (links: readonly DocumentLink[] | null, { lines }) =>
    links?.forEach(({ range, target }) => {
      checkRange(range, lines);
      assert.match(target!, /^https:\/\/learn\.microsoft\.com\//);
    }),
  documentSymbols: (symbols: readonly DocumentSymbol[] | null, log) =>
    symbols?.forEach(symbol => checkSymbol(symbol, undefined, log)),
  foldingRanges: checkFolds,
  hover: (hover: Hover | null, { lines }) => {
    if (!hover) return;
    checkRange(hover.range!, lines);
    const { contents } = hover as { contents: { kind?: string; value?: string; isTrusted?: unknown } };
    assert.equal(contents.kind, 'markdown');
    assert.match(contents.value!, /\S/);
    assert.ok(!('isTrusted' in contents), 'no hover may run commands');
  },
  inlayHints: (hints: readonly InlayHint[] | null, { lines }) =>
    hints?.forEach(({ position, tooltip }) => {
      checkRange({ start: position, end: position }, lines);
      assert.match(String(tooltip), /\S/);
    }),
  references: (found: readonly Location[] | null, { lines }) =>
    found?.forEach(({ range }) => checkRange(range, lines)),
  semanticTokens: checkSemanticTokens,
  semanticTokensRange: checkSemanticTokens,
};

/** Whole numbers, in the lines of the text and in order. */
function checkRange({ start, end }: Range, lines: Lines): void {
  const what = JSON.stringify({ start, end });
  for (const { line, character } of [start, end]) {
    assert.ok(Number.isInteger(line) && line >= 0 && line < lines.count, `${what}: a line of the text`);
    const { length } = lines.at(line);
    assert.ok(
      Number.isInteger(character) && character >= 0 && character <= length,
      `${what}: of ${length} columns`,
    );
  }
  assert.ok(isBefore(start, end), `${what}: the start before the end`);
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

const isWithin = (inner: Range, outer: Range): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

/** A title stands in one line of the screen. */
function checkOneLine(title: string): void {
  assert.doesNotMatch(title, /[\r\n]/);
}

/**
 * Steps of a trace run side by side: their later exchanges, and the later frames of these, stand outside their lines
 * (formats/trace/sections.ts). Everything else nests.
 */
const sideBySide: readonly SymbolKind[] = [SymbolKind.Event, SymbolKind.Method];

function checkSymbol(symbol: DocumentSymbol, parent: DocumentSymbol | undefined, log: Log): void {
  const { name, detail, range, selectionRange, children } = symbol;
  assert.match(name, /\S/, 'VS Code refuses a symbol without a name');
  checkOneLine(name);
  checkOneLine(detail ?? '');
  checkRange(range, log.lines);
  checkRange(selectionRange, log.lines);
  assert.ok(isWithin(selectionRange, range), `${name}: what is selected lies in the symbol`);
  if (parent && !(log.trace && sideBySide.includes(parent.kind))) {
    assert.ok(isWithin(range, parent.range), `${name}: lies in ${parent.name}`);
  }
  for (const child of children ?? []) checkSymbol(child, symbol, log);
}

function checkFolds(folds: readonly FoldingRange[] | null, { lines }: Log): void {
  let last: FoldingRange | undefined;
  for (const fold of folds ?? []) {
    const { startLine, endLine } = fold;
    assert.ok(startLine >= 0 && startLine < endLine && endLine < lines.count, JSON.stringify(fold));
    assert.ok(!last || startLine >= last.startLine, `${JSON.stringify(fold)}: in order`);
    last = fold;
  }
}

/** Five numbers for each: sorted, none over another, none beyond its line. */
function checkSemanticTokens(tokens: SemanticTokens | null, { lines }: Log): void {
  const data = tokens?.data ?? [];
  assert.equal(data.length % 5, 0);
  let [line, end, start] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, type, modifiers] = data.slice(at, at + 5) as number[];
    assert.ok(down! >= 0 && (down! > 0 || right! >= 0), `token ${at / 5}: sorted`);
    if (down! > 0) [line, start, end] = [line + down!, 0, 0];
    start += right!;
    assert.ok(start >= end, `token ${at / 5}: over another`);
    end = start + length!;
    assert.ok(length! > 0 && line < lines.count && end <= lines.at(line).length, `token ${at / 5}: inside`);
    assert.ok((type === 0 || type === 1) && modifiers === 0, `token ${at / 5}: known to the legend`);
  }
}
