import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
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
import { decodeMethod, type DecodeParams, type DecodeRow } from './protocol';
import { decodeRow } from './report/decoded';
import { defaultSettings, settingsFrom } from './settings';
import { decode } from './tables/decode';

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

  let settings = Promise.resolve(defaultSettings);
  let client: ClientCapabilities = {};

  connection.onInitialize(({ capabilities }): InitializeResult => {
    client = capabilities;
    return {
      capabilities: Object.assign(
        { textDocumentSync: TextDocumentSyncKind.Incremental } satisfies ServerCapabilities,
        ...features.map(feature => feature.capabilities),
      ),
      serverInfo: { name: 'NetSetup Log' },
    };
  });

  const askForSettings = () => {
    if (!client.workspace?.configuration) return;
    settings = connection.workspace.getConfiguration('netsetup').then(settingsFrom, () => defaultSettings);
  };
  connection.onInitialized(() => {
    askForSettings();
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'netsetup' });
    }
  });
  connection.onDidChangeConfiguration(async () => {
    askForSettings();
    await settings;
    if (client.workspace?.inlayHint?.refreshSupport) connection.languages.inlayHint.refresh();
  });

  for (const feature of features) {
    connection.onRequest(feature.request, async (params: DocumentParams) => {
      const context = { settings: await settings };
      try {
        return feature.handle(logOf(params.textDocument.uri), params, context);
      } catch (error) {
        connection.console.error(`${feature.name}: ${error instanceof Error ? error.stack : String(error)}`);
        return new ResponseError(ErrorCodes.InternalError, `${feature.name} failed`);
      }
    });
  }
  connection.onRequest(decodeMethod, ({ text }: DecodeParams): DecodeRow[] => decode(text).map(decodeRow));

  documents.onDidClose(({ document }) => logs.delete(document.uri));
  documents.listen(connection);
  connection.listen();
}
