import { strict as assert } from 'node:assert';
import {
  commands,
  type DocumentSymbol,
  extensions,
  type Hover,
  type MarkdownString,
  TabInputWebview,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

/** The extension under test. */
export const extension = extensions.getExtension('netsetup-log-owner.netsetup-log')!;

/** The folder that is open: the samples, or a copy of them. */
const folder = workspace.workspaceFolders![0]!.uri;

export const sample = (name: string): Uri => Uri.joinPath(folder, name);

export async function textOf(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** What tests write; it is removed at the end. */
const written = Uri.joinPath(folder, 'written');

/** Writes a file beside the samples. */
export async function write(name: string, text: string): Promise<Uri> {
  const uri = Uri.joinPath(written, name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function removeWritten(): Promise<void> {
  const isThere = await workspace.fs.stat(written).then(
    () => true,
    () => false,
  );
  if (isThere) await workspace.fs.delete(written, { recursive: true });
}

/** Waits until a condition holds: what VS Code and the server do in the background has no other end to await. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    const seen = await look();
    if (seen) return seen;
    await new Promise(resolve => setTimeout(resolve));
  }
  throw new Error(`not within 15 s: ${what}`);
}

export const languageOf = (uri: Uri): string | undefined =>
  workspace.textDocuments.find(each => each.uri.toString() === uri.toString())?.languageId;

/** Shows a file and waits until it is in a language. */
export async function showAs(languageId: string, uri: Uri): Promise<TextDocument> {
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
  await until(`${uri.path} is ${languageId}`, () => languageOf(uri) === languageId);
  return workspace.openTextDocument(uri);
}

/** What the hovers on a text of a document say, as Markdown: on the first one, behind some words. */
export async function hoverOn(document: TextDocument, text: string, behind = ''): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(behind + text) + behind.length + 1);
  return until(`a hover on ${text}`, async () => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    return hovers
      .map(hover => hover.contents.map(each => (each as MarkdownString).value).join('\n'))
      .join('\n');
  });
}

/** The outline of a document. */
export function symbolsOf(uri: Uri): Promise<DocumentSymbol[]> {
  return until('symbols', async () => {
    const found = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    return found?.length > 0 && found;
  });
}

/** The report on a file of this name, which is shown as a page of Markdown that cannot be changed. */
export async function reportOn(name: string): Promise<string> {
  await until(`the page of the report on ${name}`, () => {
    const { label, input, isDirty } = window.tabGroups.activeTabGroup.activeTab ?? {};
    return label?.endsWith(`${name}.md`) && !isDirty && input instanceof TabInputWebview;
  });
  const report = await until('its text', () =>
    workspace.textDocuments.find(({ uri }) => uri.path === `/${name}.md`),
  );
  assert.equal(report.languageId, 'markdown');
  return report.getText();
}
