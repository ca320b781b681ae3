import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { FileCore } from '../../server/src/protocol';
import { activateWith } from './client';

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath(path.join('server', 'dist', 'serverMain.js'));
  activateWith(
    context,
    options =>
      new LanguageClient('netsetup', 'NetSetup Log', { module, transport: TransportKind.ipc }, options),
    // Only the bundle of the server has the tables: it starts no server where it is not the main module.
    () => (require(module) as { readonly fileCore: FileCore }).fileCore,
  );
}
