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
  handle: log => log.sections.map(section => symbolOf(log, section)),
};

const kinds: Readonly<Record<Section['kind'], SymbolKind>> = {
  operation: SymbolKind.Event,
  phase: SymbolKind.Method,
  record: SymbolKind.Object,
  parameter: SymbolKind.Property,
  step: SymbolKind.Event,
  exchange: SymbolKind.Method,
};

function symbolOf(log: Log, section: Section): DocumentSymbol {
  const { kind, name, detail, lines, at, children } = section;
  const [first, last] = lines;
  const end = log.lines.at(last).length;
  return {
    name,
    detail,
    kind: kinds[kind],
    range: { start: { line: first, character: 0 }, end: { line: last, character: end } },
    selectionRange: rangeOf(at),
    children: children.map(child => symbolOf(log, child)),
  };
}
