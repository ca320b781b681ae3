import { type Disposable, type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands';
import { languageId, recognizeByContent, showNetlogonStatus } from './recognition';

/**
 * What the extension does in every kind of VS Code. `create` makes the client for one of them. The server
 * starts with the first document of our language, so that other logs cost nothing.
 */
export function activateWith(
  context: ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): void {
  context.subscriptions.push(
    startWithFirstLog(create),
    recognizeByContent(),
    showNetlogonStatus(),
    ...registerCommands(),
  );
}

function startWithFirstLog(create: (options: LanguageClientOptions) => BaseLanguageClient): Disposable {
  let client: BaseLanguageClient | undefined;
  const startFor = (document: { readonly languageId: string }) => {
    if (client || document.languageId !== languageId) return;
    const started = create({ documentSelector: [{ language: languageId }] });
    client = started;
    // The client shows by itself what went wrong; the next log tries again.
    started.start().catch(() => {
      client = undefined;
    });
  };
  workspace.textDocuments.forEach(startFor);
  const listening = workspace.onDidOpenTextDocument(startFor);
  return {
    dispose() {
      listening.dispose();
      // A client that is still starting refuses to stop; its process ends with the extension host.
      client?.dispose().catch(() => undefined);
    },
  };
}
