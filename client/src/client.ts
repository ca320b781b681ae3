import {
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  type TextDocument,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { clientCommands } from '../../server/src/protocol';
import { registerCommands } from './commands';
import { conversation, type Conversation } from './conversation';
import type { LoadFileReader } from './largeFiles';
import { ourLanguages, recognizeByContent, showNetlogonStatus } from './recognition';
import { provideReports } from './reports';
import { provideSamples } from './samples';
import { showSizeStatus } from './sizeStatus';
import { showVerdictStatus } from './status';

/**
 * What the extension does in every kind of VS Code. `create` makes the client for one of them, and `load` gives what
 * reads large files. The server starts with the first document of a language of ours, so that other texts cost nothing.
 */
export function activateWith(
  context: ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
  load: LoadFileReader,
): void {
  const server = serverOnDemand(create);
  const reports = provideReports();
  context.subscriptions.push(
    server,
    reports,
    recognizeByContent(),
    showNetlogonStatus(),
    showVerdictStatus(server),
    showSizeStatus(),
    provideSamples(context.extensionUri),
    ...registerCommands(server, load, reports),
  );
}

/** The language server: it starts with the first log or trace, or when it is asked. */
export interface Server extends Disposable {
  /** The server has been told the text of a document: what it is asked from now on is about this text. */
  readonly onDidTell: Event<TextDocument>;
  /** Rejects where the server cannot start. */
  request<R>(method: string, params: unknown): Promise<R>;
}

function serverOnDemand(create: (options: LanguageClientOptions) => BaseLanguageClient): Server {
  let client: BaseLanguageClient | undefined;
  let channels: Conversation | undefined;
  let disposed = false;
  const told = new EventEmitter<TextDocument>();
  const options: LanguageClientOptions = {
    documentSelector: ourLanguages.map(language => ({ language })),
    initializationOptions: { commands: Object.values(clientCommands) },
    middleware: {
      async didOpen(document, next) {
        await next(document);
        told.fire(document);
      },
      async didChange(event, next) {
        await next(event);
        told.fire(event.document);
      },
    },
  };
  const start = async (): Promise<BaseLanguageClient> => {
    if (disposed) throw new Error('The extension is being deactivated.');
    channels ??= conversation('NetSetup Log');
    const { outputChannel, traceOutputChannel } = channels;
    const own = (client ??= create({ ...options, outputChannel, traceOutputChannel }));
    try {
      await own.start();
      return own;
    } catch (error) {
      // A client that failed once never starts again: the next document or command makes another.
      if (client === own) client = undefined;
      own.dispose().catch(() => undefined);
      throw error;
    }
  };
  const startFor = (document: { readonly languageId: string }) => {
    if (client || !ourLanguages.includes(document.languageId)) return;
    // The client shows by itself what went wrong.
    start().catch(() => undefined);
  };
  workspace.textDocuments.forEach(startFor);
  const listening = workspace.onDidOpenTextDocument(startFor);
  return {
    onDidTell: told.event,
    request: async <R>(method: string, params: unknown) => (await start()).sendRequest<R>(method, params),
    dispose() {
      disposed = true;
      listening.dispose();
      told.dispose();
      // A client that is still starting refuses to stop; its process ends with the extension host.
      client?.dispose().catch(() => undefined);
      channels?.dispose();
    },
  };
}
