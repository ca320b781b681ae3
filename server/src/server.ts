import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeError,
  type InitializeResult,
  type Position,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { analyze } from './analyze';
import { features as allFeatures } from './features';
import { problemsOf, pullsDiagnostics } from './features/diagnostics';
import type { Context, DocumentParams, Feature } from './features/feature';
import type { Code, Log } from './model';
import { type OpenDocument, openDocument } from './openDocument';
import { wrongParams } from './params';
import { isAt } from './parser/spans';
import { codeOf } from './parser/tokens';
import {
  decodeMethod,
  type DecodeParams,
  type DecodeRow,
  type Report,
  reportMethod,
  type ReportParams,
} from './protocol';
import { decodeRow } from './report/decoded';
import { reportOf } from './report/report';
import { commandsFrom, defaultSettings, settingsFrom } from './settings';
import { decode, type Decoded } from './tables/decode';

/**
 * Answers a client: binds each feature to its request, over the documents that the client has open. The server
 * reads no file and knows no other state than the Log of each open document, made once for each version.
 */
export function startServer(connection: Connection, features: readonly Feature[] = allFeatures): void {
  const documents = new TextDocuments(openDocument);
  const logs = new Map<string, Log>();

  const logOf = (uri: string): Log => {
    const document = documents.get(uri);
    if (!document) return analyze('');
    const known = logs.get(uri);
    // Lines are made anew by each edit, and when a document is opened.
    if (known?.lines === document.lines) return known;
    const log = analyze(document.lines, document.languageId, known);
    logs.set(uri, log);
    return log;
  };

  /** What came with the first request counts until the client says more. */
  let initial = defaultSettings;
  let settings = initial;
  /** Where the client is being asked for settings: only an answer that depends on them waits. */
  let asked: Promise<unknown> = Promise.resolve();
  let client: ClientCapabilities = {};
  let commands: ReadonlySet<string> = new Set();
  const context = (): Context => ({ settings, commands, client });

  /** Whether the client may ask: it has said who it is, and has not said good-bye. */
  let state: 'new' | 'ready' | 'shutDown' = 'new';
  const refusal = (): ResponseError | undefined => {
    if (state === 'ready') return undefined;
    return state === 'new'
      ? new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request is initialize')
      : new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down');
  };

  connection.onInitialize(
    ({ capabilities, initializationOptions }): InitializeResult | ResponseError<InitializeError> => {
      if (state !== 'new') {
        const why = state === 'ready' ? 'Initialized already' : 'The server is shut down';
        return new ResponseError(ErrorCodes.InvalidRequest, why, { retry: false });
      }
      state = 'ready';
      client = capabilities ?? {};
      settings = initial = settingsFrom(initializationOptions);
      commands = commandsFrom(initializationOptions);
      return {
        capabilities: Object.assign(
          { textDocumentSync: TextDocumentSyncKind.Incremental } satisfies ServerCapabilities,
          // Every client knows UTF-16, also where it does not name it.
          client.general?.positionEncodings && { positionEncoding: PositionEncodingKind.UTF16 },
          ...features.map(({ capabilities: own }) => (typeof own === 'function' ? own(client) : own)),
        ),
        serverInfo: { name: 'NetSetup Log' },
      };
    },
  );

  /** Of a client that sends none of ours, those of the first request count. */
  const take = (sent: unknown) => (settings = sent == null ? initial : settingsFrom(sent));
  const askForSettings = () => {
    if (!client.workspace?.configuration) return;
    const answer: Promise<unknown> = connection.workspace
      .getConfiguration('netsetup')
      // An answer that comes late says nothing against the one to a later question.
      .then(sent => asked === answer && take(sent))
      .catch(() => undefined);
    asked = answer;
  };
  connection.onInitialized(() => {
    askForSettings();
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      const section = { section: 'netsetup' };
      connection.client.register(DidChangeConfigurationNotification.type, section).catch(() => undefined);
    }
  });
  connection.onDidChangeConfiguration(async ({ settings: sent }) => {
    // Other editors send their settings along instead of being asked for them.
    if (client.workspace?.configuration) askForSettings();
    else take((sent as { netsetup?: unknown } | null)?.netsetup);
    await asked;
    if (client.workspace?.inlayHint?.refreshSupport) {
      connection.languages.inlayHint.refresh().catch(() => undefined);
    }
    if (client.workspace?.diagnostics?.refreshSupport) {
      connection.languages.diagnostics.refresh().catch(() => undefined);
    }
    documents.all().forEach(document => publish(document));
  });

  /**
   * Publishes the problems of a document, to a client that does not ask for them; of a closed one there are none. What
   * has arrived meanwhile is read first: of a version that was replaced nobody wants the problems.
   */
  const publish = async (document: OpenDocument, isOpen = true) => {
    if (pullsDiagnostics(client)) return;
    await asked;
    await new Promise(resolve => setTimeout(resolve));
    const { uri, version } = document;
    if (state !== 'ready' || documents.get(uri) !== (isOpen ? document : undefined)) return;
    try {
      const diagnostics = problemsOf(logOf(uri), uri, context());
      await connection.sendDiagnostics({ uri, diagnostics, ...(isOpen && { version }) });
    } catch (error) {
      logError('diagnostics', error);
    }
  };
  const logError = (name: string, error: unknown) =>
    connection.console.error(`${name}: ${error instanceof Error ? error.stack : String(error)}`);

  for (const feature of features) {
    connection.onRequest(feature.request, async (params: DocumentParams) => {
      const refused = refusal() ?? wrongParams(params, ['textDocument', ...(feature.reads ?? [])]);
      if (refused) return refused;
      if (feature.needsSettings) await asked;
      try {
        return feature.handle(logOf(params.textDocument.uri), params, context());
      } catch (error) {
        logError(feature.name, error);
        return new ResponseError(ErrorCodes.InternalError, `${feature.name} failed`);
      }
    });
  }
  connection.onRequest(decodeMethod, (params: DecodeParams): DecodeRow[] | ResponseError => {
    const refused = refusal() ?? wrongParams(params, ['text'], ['uri', 'position']);
    if (refused) return refused;
    const { text, uri, position } = params;
    const here = uri === undefined ? undefined : position && codeAt(logOf(uri), position);
    const rows = decode(text);
    // What stands in front of the number in a log decides: that meaning comes first.
    const isMeant = (row: Decoded) => here?.value === row.value && here.space === row.space;
    return [...rows.filter(isMeant), ...rows.filter(row => !isMeant(row))].map(row => ({
      ...decodeRow(row, text),
      isMeant: isMeant(row),
    }));
  });

  connection.onRequest(reportMethod, (params: ReportParams): Report | ResponseError => {
    const refused = refusal() ?? wrongParams(params, ['uri'], ['line']);
    return refused ?? reportOf(logOf(params.uri), params.line);
  });
  connection.onShutdown(() => {
    const refused = refusal();
    state = state === 'ready' ? 'shutDown' : state;
    return refused;
  });

  // A document that is opened counts as changed.
  documents.onDidChangeContent(({ document }) => publish(document));
  documents.onDidClose(({ document }) => {
    logs.delete(document.uri);
    return publish(document, false);
  });
  documents.listen(connection);
  connection.listen();
}

/** The status code at a position of a log. */
function codeAt(log: Log, { line, character }: Position): Code | undefined {
  const token = log.tokens(line).find(each => isAt(each, character));
  return token && codeOf(token);
}
