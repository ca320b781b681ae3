import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { Log, Section } from '../model';
import type { Feature } from './feature';
import { rangeOf } from './ranges';

/** The outline, breadcrumbs and sticky scroll. */
export const documentSymbols: Feature<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null> = {
  name: 'documentSymbols',
  capabilities: { documentSymbolProvider: { label: 'NetSetup' } },
  request: DocumentSymbolRequest.type,
  handle(log, { textDocument: { uri } }, { client: { textDocument } }) {
    const { hierarchicalDocumentSymbolSupport, symbolKind } = textDocument?.documentSymbol ?? {};
    const outline = outlineOf(log);
    if (!symbolKind?.valueSet) outline.forEach(withFirstKinds);
    return hierarchicalDocumentSymbolSupport ? outline : outline.flatMap(each => flat(each, uri));
  },
};

function outlineOf(log: Log): DocumentSymbol[] {
  const { sections } = log;
  const listed = sections.slice(-mostSymbols);
  let free = mostSymbols - listed.length;
  let isCut = false;
  // The last ones are looked at most: the first lose their levels.
  const symbols = listed.toReversed().map(section => {
    const { depth, count } = depthOf(section, free);
    free -= count;
    isCut ||= depth < Infinity;
    return symbolOf(log, section, depth);
  });
  const [first] = symbols.reverse();
  const unlisted = sections.length - listed.length;
  const what =
    unlisted > 0 ? `${unlisted.toLocaleString('en')} entries before this one` : 'steps of the first entries';
  if (first && (isCut || unlisted > 0)) {
    const note = `${what} are left out: the outline would be too long`;
    first.detail = [first.detail, note].filter(Boolean).join(' · ');
  }
  return symbols;
}

/** An outline with more entries than this takes an editor seconds. */
const mostSymbols = 20_000;

/** How many levels of a section can be shown with so many entries below it, and how many those are; Infinity for all. */
function depthOf(section: Section, most: number): { readonly depth: number; readonly count: number } {
  // Then it is not even worked out what lies below.
  if (most <= 0) return { depth: 1, count: 0 };
  let count = 0;
  let level = [section];
  for (let depth = 1; level.length > 0; depth++) {
    const next: Section[] = [];
    for (const { children } of level) {
      for (const child of children) next.push(child);
      if (count + next.length > most) return { depth, count };
    }
    count += next.length;
    level = next;
  }
  return { depth: Infinity, count };
}

const kinds: Readonly<Record<Section['kind'], SymbolKind>> = {
  operation: SymbolKind.Event,
  phase: SymbolKind.Method,
  record: SymbolKind.Object,
  parameter: SymbolKind.Property,
  step: SymbolKind.Event,
  exchange: SymbolKind.Method,
};

/** The kinds that every client knows; the others came later, and are announced. */
const firstKinds: Partial<Record<SymbolKind, SymbolKind>> = {
  [SymbolKind.Event]: SymbolKind.Module,
  [SymbolKind.Object]: SymbolKind.Field,
};

function withFirstKinds(symbol: DocumentSymbol): void {
  symbol.kind = firstKinds[symbol.kind] ?? symbol.kind;
  symbol.children?.forEach(withFirstKinds);
}

/** A symbol and those below it as a list, in the order of the outline, for a client that knows no levels. */
function flat(symbol: DocumentSymbol, uri: string, containerName?: string): SymbolInformation[] {
  const { name, detail, kind, range, children = [] } = symbol;
  const own = {
    name: [name, detail].filter(Boolean).join(' · '),
    kind,
    location: { uri, range },
    ...(containerName !== undefined && { containerName }),
  };
  return [own, ...children.flatMap(child => flat(child, uri, name))];
}

/** @param depth how many levels are shown, this one among them */
function symbolOf(log: Log, section: Section, depth: number): DocumentSymbol {
  const { kind, name, detail, lines, at } = section;
  const children = depth > 1 ? section.children : [];
  const [first, last] = lines;
  const end = log.lines.at(last).length;
  return {
    name,
    detail,
    kind: kinds[kind],
    range: { start: { line: first, character: 0 }, end: { line: last, character: end } },
    selectionRange: rangeOf(at),
    children: children.map(child => symbolOf(log, child, depth - 1)),
  };
}
