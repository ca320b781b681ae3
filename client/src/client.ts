import { type ExtensionContext, workspace } from 'vscode';
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
  let client: BaseLanguageClient | undefined;
  const startFor = (document: { readonly languageId: string }) => {
    if (client || document.languageId !== languageId) return;
    client = create({ documentSelector: [{ language: languageId }] });
    context.subscriptions.push({ dispose: () => client?.dispose() });
    // The client shows by itself what went wrong.
    client.start().catch(() => undefined);
  };

  context.subscriptions.push(
    workspace.onDidOpenTextDocument(startFor),
    recognizeByContent(),
    showNetlogonStatus(),
    ...registerCommands(),
  );
  workspace.textDocuments.forEach(startFor);
}
