import {
  type Connection,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
  type ServerCapabilities,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from './analyze';
import { features as allFeatures } from './features';
import type { DocumentParams, Feature } from './features/feature';
import type { Log } from './model';

/**
 * Answers a client: binds each feature to its request, over the documents that the client has open. The server
 * reads no file and knows no other state than the Log of each open document, made once for each version.
 */
export function startServer(connection: Connection, features: readonly Feature[] = allFeatures): void {
  const documents = new TextDocuments(TextDocument);
  const logs = new Map<string, { readonly version: number; readonly log: Log }>();

  const logOf = (uri: string): Log => {
    const document = documents.get(uri);
    if (!document) return analyze('');
    const known = logs.get(uri);
    if (known?.version === document.version) return known.log;
    const log = analyze(document.getText(), document.languageId);
    logs.set(uri, { version: document.version, log });
    return log;
  };

  connection.onInitialize((): InitializeResult => ({
    capabilities: Object.assign(
      { textDocumentSync: TextDocumentSyncKind.Incremental } satisfies ServerCapabilities,
      ...features.map(feature => feature.capabilities),
    ),
    serverInfo: { name: 'NetSetup Log' },
  }));

  for (const feature of features) {
    connection.onRequest(feature.request, (params: DocumentParams) => {
      try {
        return feature.handle(logOf(params.textDocument.uri), params);
      } catch (error) {
        connection.console.error(`${feature.name}: ${error instanceof Error ? error.stack : String(error)}`);
        return new ResponseError(ErrorCodes.InternalError, `${feature.name} failed`);
      }
    });
  }

  documents.onDidClose(({ document }) => logs.delete(document.uri));
  documents.listen(connection);
  connection.listen();
}
