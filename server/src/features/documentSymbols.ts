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
  handle(log) {
    const { sections } = log;
    const depth = depthShown(sections);
    return sections.map(section => symbolOf(log, section, depth));
  },
};

/** An outline with more entries than this takes an editor seconds. */
const mostSymbols = 20_000;

/** How many levels of an outline are shown: all, or as many as are not too many entries together, at least one. */
function depthShown(sections: readonly Section[]): number {
  let count = sections.length;
  let level = sections;
  for (let depth = 1; level.length > 0; depth++) {
    const next: Section[] = [];
    for (const { children } of level) {
      for (const child of children) next.push(child);
      // What lies deeper is not even worked out.
      if (count + next.length > mostSymbols) return depth;
    }
    count += next.length;
    level = next;
  }
  return Infinity;
}

/** What is said where the lower levels are left out. */
const leftOut = 'more in it is not shown: the outline would be too long';

const kinds: Readonly<Record<Section['kind'], SymbolKind>> = {
  operation: SymbolKind.Event,
  phase: SymbolKind.Method,
  record: SymbolKind.Object,
  parameter: SymbolKind.Property,
  step: SymbolKind.Event,
  exchange: SymbolKind.Method,
};

/** @param depth how many levels are shown, this one among them */
function symbolOf(log: Log, section: Section, depth: number): DocumentSymbol {
  const { kind, name, lines, at, children } = section;
  const isCut = depth <= 1 && children.length > 0;
  const detail = [section.detail, ...(isCut ? [leftOut] : [])].filter(Boolean).join(' · ');
  const [first, last] = lines;
  const end = log.lines.at(last).length;
  return {
    name,
    detail,
    kind: kinds[kind],
    range: { start: { line: first, character: 0 }, end: { line: last, character: end } },
    selectionRange: rangeOf(at),
    children: isCut ? [] : children.map(child => symbolOf(log, child, depth - 1)),
  };
}
