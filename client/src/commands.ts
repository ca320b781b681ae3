import { commands, type Disposable, env, languages, window } from 'vscode';
import { decodeMethod, type DecodeParams, type DecodeRow } from '../../server/src/protocol';
import type { Server } from './client';
import { languageId } from './recognition';

/** The commands of the extension, as the manifest declares them. */
export function registerCommands(server: Server): Disposable[] {
  return [
    commands.registerCommand('netsetup.treatAsNetSetupLog', treatAsNetSetupLog),
    commands.registerCommand('netsetup.decodeStatusCode', (text?: string) => decodeStatusCode(server, text)),
  ];
}

async function treatAsNetSetupLog(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await languages.setTextDocumentLanguage(document, languageId);
  else void window.showInformationMessage('Open a text first: no editor is active.');
}

/** Shows what a code means in every space that it fits: the selected one, the one at the cursor, or a typed one. */
async function decodeStatusCode(server: Server, given: string | undefined): Promise<void> {
  const typed = given ?? selectedCode();
  const text =
    typed ?? (await window.showInputBox({ title: 'Decode Status Code', prompt: '0x534, 1332, c0000022' }));
  if (!text) return;
  const rows = await server.request<DecodeRow[]>(decodeMethod, { text } satisfies DecodeParams);
  if (rows.length === 0) {
    void window.showInformationMessage(`${text}: no status code of this number is known.`);
    return;
  }
  const items = rows.map(({ code, space, text }) => ({ label: code, description: space, detail: text }));
  const placeHolder = 'The likely meaning comes first. Enter copies it.';
  const chosen = await window.showQuickPick(items, {
    title: `Decode ${text}`,
    placeHolder,
    matchOnDetail: true,
  });
  if (chosen) await env.clipboard.writeText(`${chosen.label} (${chosen.description}): ${chosen.detail}`);
}

/** The selected text, or the number at the cursor. */
function selectedCode(): string | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const number = /0x[0-9a-f]+|-?\b\d+\b|\b[0-9a-f]{8}\b/i;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active, number) : selection;
  return range && document.getText(range).trim();
}
