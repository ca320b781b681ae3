import { commands, type Disposable, languages, window } from 'vscode';
import { languageId } from './recognition';

/** The commands of the extension, as the manifest declares them. */
export function registerCommands(): Disposable[] {
  return [commands.registerCommand('netsetup.treatAsNetSetupLog', treatAsNetSetupLog)];
}

async function treatAsNetSetupLog(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await languages.setTextDocumentLanguage(document, languageId);
  else void window.showInformationMessage('Open a text first: no editor is active.');
}
