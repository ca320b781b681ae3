import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './client';

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath(path.join('server', 'dist', 'nodeMain.js'));
  activateWith(
    context,
    options =>
      new LanguageClient('netsetup', 'NetSetup Log', { module, transport: TransportKind.ipc }, options),
  );
}
