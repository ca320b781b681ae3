import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './client';
import { workersOf } from './workers';

/** The extension where VS Code runs in a browser: what is a process on a desktop is a web worker here. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'server', 'dist', 'serverMain.js');
  const workers = workersOf(script.toString(true));
  let server: Worker | undefined;
  const startServer = async () => {
    // A server that is started again takes the place of the one that failed.
    if (server) workers.end(server);
    server = await workers.start();
    // Given the worker itself, the client asks for its class, and VS Code has put one of its own in that place.
    return { reader: new BrowserMessageReader(server), writer: new BrowserMessageWriter(server) };
  };
  activateWith(
    context,
    options => new LanguageClient('netsetup', 'NetSetup Log', startServer, options),
    () => ({
      reportOnFile: (name, bytes) => workers.read({ ask: 'reportOnFile', name, bytes }),
      lastOperationIn: (name, bytes) => workers.read({ ask: 'lastOperationIn', name, bytes }),
    }),
  );
  context.subscriptions.push(workers);
}
