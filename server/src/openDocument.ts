import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import { edited } from './parser/edits';
import { type ChunkedLines, linesOf } from './parser/lines';

/** A document that the client has open. It is kept in chunks, so that an edit costs the same in a text of any size. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly lines: ChunkedLines;
}

/** How a document is made when it is opened, and made anew when it is edited. */
export const openDocument: TextDocumentsConfiguration<OpenDocument> = {
  create: (uri, languageId, version, content) => ({ uri, languageId, version, lines: linesOf(content) }),
  update: (document, changes, version) => ({
    ...document,
    version,
    lines: changes.reduce((lines, change) => edited(lines, change), document.lines),
  }),
};
