import { type Location, type ReferenceParams, ReferencesRequest } from 'vscode-languageserver';
import type { Feature } from './feature';
import { rangeOf } from './ranges';

/** Every place of the code, computer, domain controller, domain or account at a position. */
export const references: Feature<ReferenceParams, Location[] | null> = {
  name: 'references',
  capabilities: { referencesProvider: true },
  request: ReferencesRequest.type,
  reads: ['position'],
  handle: (log, { textDocument: { uri }, position: { line, character } }) =>
    log.occurrencesAt(line, character).map(span => ({ uri, range: rangeOf(span) })),
};
