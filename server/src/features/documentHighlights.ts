import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  DocumentHighlightRequest,
} from 'vscode-languageserver';
import type { Feature } from './feature';
import { rangeOf } from './ranges';

/**
 * Equal codes and names. For anything else the place itself: an empty answer would make VS Code mark every equal
 * number of a time stamp.
 */
export const documentHighlights: Feature<DocumentHighlightParams, DocumentHighlight[] | null> = {
  name: 'documentHighlights',
  capabilities: { documentHighlightProvider: true },
  request: DocumentHighlightRequest.type,
  reads: ['position'],
  handle(log, { position: { line, character } }) {
    if (line < 0 || line >= log.lines.count) return [];
    const found = log.occurrencesAt(line, character);
    // A column behind the end of a line means its end.
    const column = Math.max(0, Math.min(character, log.lines.at(line).length));
    const here = { line, start: column, end: column };
    return (found.length > 0 ? found : [here]).map(span => ({
      range: rangeOf(span),
      kind: DocumentHighlightKind.Text,
    }));
  },
};
