import { type Disposable, languages, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { headLines, recognize, recognizeFile } from '../../server/src/formats/recognize';

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
  // A new untitled text may have the name of one that is gone. A switch of the language closes a document too.
  const closing = workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
    const isOpen = workspace.textDocuments.some(each => each.uri.toString() === uri.toString());
    if (isUntitled && !isOpen) known.delete(uri.toString());
  });
  return {
    dispose() {
      opening.dispose();
      pasting.dispose();
      closing.dispose();
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
  // An output channel is a log too: the one of our client may hold the text of a NetSetup.log.
  if (document.uri.scheme === 'output') return undefined;
  if (!workspace.getConfiguration('netsetup', document).get('detectByContent', true)) return undefined;
  return recognize(headOf(document));
}

/** Whether a document is a log or a trace: by its language, its first lines or its name. */
export function isOurs(document: TextDocument): boolean {
  const { languageId, uri } = document;
  return [languageId, recognizeFile(uri.path.split('/').at(-1)!, headOf(document))].some(
    each => each !== undefined && ourLanguages.includes(each),
  );
}

function headOf(document: TextDocument): string {
  const lines = Array.from(
    { length: Math.min(document.lineCount, headLines) },
    (_, line) => document.lineAt(line).text,
  );
  return lines.join('\n');
}
