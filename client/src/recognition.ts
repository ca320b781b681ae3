import { type Disposable, languages, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { headLines, recognize } from '../../server/src/formats/recognize';

/** The languages that are ours. */
export const logLanguage = 'netsetup-log';
export const traceLanguage = 'network-trace';
export const ourLanguages: readonly string[] = [logLanguage, traceLanguage];

/** Languages in which a log or trace of another name may open: VS Code's own, and none that someone chose. */
const generalLanguages: readonly string[] = ['log', 'plaintext'];

/**
 * Switches a document that was opened as `log` or `plaintext` where its first lines are those of a NetSetup.log or
 * of a network trace, and an untitled one when such lines are pasted into it.
 */
export function recognizeByContent(): Disposable {
  /** Documents that have been in a language of ours once: whoever sets one back means it. */
  const known = new Set<string>();
  const look = (document: TextDocument) => {
    const uri = document.uri.toString();
    if (ourLanguages.includes(document.languageId)) known.add(uri);
    if (known.has(uri)) return;
    const languageId = recognized(document);
    if (languageId === undefined || !ourLanguages.includes(languageId)) return;
    known.add(uri);
    // A document that was closed meanwhile needs no language.
    languages.setTextDocumentLanguage(document, languageId).then(undefined, () => undefined);
  };
  workspace.textDocuments.forEach(look);
  const opening = workspace.onDidOpenTextDocument(look);
  const pasting = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const isPaste = document.isUntitled && contentChanges.some(change => change.text.includes('\n'));
    if (isPaste) look(document);
  });
  return {
    dispose() {
      opening.dispose();
      pasting.dispose();
    },
  };
}

/** Says in the language status item that a netlogon.log was recognised and is not read yet. */
export function showNetlogonStatus(): Disposable {
  let item: Disposable | undefined;
  const show = (editor: TextEditor | undefined) => {
    item?.dispose();
    item = undefined;
    if (!editor || recognized(editor.document) !== 'netlogon') return;
    const status = languages.createLanguageStatusItem('netsetup.netlogon', {
      language: editor.document.languageId,
    });
    status.name = 'NetSetup Log';
    status.text = 'netlogon.log';
    status.detail = 'Recognised, but NetSetup Log does not read netlogon.log yet';
    status.accessibilityInformation = { label: `${status.text}: ${status.detail}` };
    item = status;
  };
  show(window.activeTextEditor);
  const listening = window.onDidChangeActiveTextEditor(show);
  return {
    dispose() {
      listening.dispose();
      item?.dispose();
    },
  };
}

/** What the first lines of a document say that it is; undefined for one whose language somebody chose. */
function recognized(document: TextDocument): ReturnType<typeof recognize> {
  if (!generalLanguages.includes(document.languageId)) return undefined;
  if (!workspace.getConfiguration('netsetup', document).get('detectByContent', true)) return undefined;
  const lines = Array.from(
    { length: Math.min(document.lineCount, headLines) },
    (_, line) => document.lineAt(line).text,
  );
  return recognize(lines.join('\n'));
}
