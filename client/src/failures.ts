import { env, Position, Selection, type TextEditor, TextEditorRevealType, Uri, window } from 'vscode';
import {
  type AskedOperation,
  type Place,
  type Report,
  reportMethod,
  type ReportParams,
} from '../../server/src/protocol';
import type { Server } from './client';
import { logLanguage, ourLanguages, traceLanguage } from './recognition';

/** What a command is about: (uri, line) of an operation, as a lens names it; without them, the cursor. */
type Target = readonly unknown[];

/** Goes to the line where the failure of an operation begins, or to the worst problem of a trace. */
export async function goToCause(server: Server, target: Target): Promise<void> {
  const found = await operationAt(server, target, ourLanguages);
  if (!found) return;
  const { editor, asked } = found;
  if (asked.cause) goTo(editor, asked.cause);
  else say(isTrace(editor) ? 'No problem in this trace.' : 'This operation did not fail.');
}

/** Goes to the next line at which a failure begins, and from the last one to the first. */
export async function goToFailure(server: Server, direction: 'next' | 'previous'): Promise<void> {
  const editor = await editorOf([], ourLanguages);
  if (!editor) return;
  const { failures } = await reportOn(server, editor);
  const here = editor.selection.active.line;
  const failure =
    direction === 'next'
      ? (failures.find(({ line }) => line > here) ?? failures[0])
      : (failures.findLast(({ line }) => line < here) ?? failures.at(-1));
  if (failure) goTo(editor, failure);
  else say(isTrace(editor) ? 'No problem in this trace.' : 'No failure in this log.');
}

/** Copies what an operation or a trace came to as Markdown, for a ticket. */
export async function copySummary(server: Server, target: Target): Promise<void> {
  const found = await operationAt(server, target, ourLanguages);
  if (found) await copy(found.asked.summary, 'Summary copied as Markdown');
}

/** Copies the commands that check what may be behind a failure, one in each line. */
export async function copyCheckCommands(server: Server, target: Target): Promise<void> {
  const found = await operationAt(server, target, [logLanguage]);
  if (!found) return;
  const { checkCommands } = found.asked;
  const count = checkCommands.length;
  if (count === 0) say('No command is known that would check this operation.');
  else await copy(checkCommands.join('\n'), count === 1 ? '1 command copied' : `${count} commands copied`);
}

/** Copies which ports of which server answered, as a Markdown table for the network team. */
export async function copyReachability(server: Server, target: Target): Promise<void> {
  const editor = await editorOf(target, [traceLanguage]);
  if (!editor) return;
  const { reachability } = await reportOn(server, editor);
  if (reachability === null) say('No port of a server is known from this trace.');
  else await copy(reachability, 'Reachability copied as Markdown');
}

async function operationAt(
  server: Server,
  target: Target,
  inLanguages: readonly string[],
): Promise<{ editor: TextEditor; asked: AskedOperation } | undefined> {
  const editor = await editorOf(target, inLanguages);
  if (!editor) return undefined;
  const [, line] = target;
  const { asked } = await reportOn(
    server,
    editor,
    typeof line === 'number' ? line : editor.selection.active.line,
  );
  if (!asked) say('No operation in this line.');
  return asked ? { editor, asked } : undefined;
}

function reportOn(server: Server, { document }: TextEditor, line?: number): Promise<Report> {
  const params: ReportParams = { uri: document.uri.toString(), ...(line !== undefined && { line }) };
  return server.request<Report>(reportMethod, params);
}

const documents: ReadonlyMap<string, string> = new Map([
  [logLanguage, 'a NetSetup.log'],
  [traceLanguage, 'a network trace'],
]);

const isTrace = ({ document }: TextEditor): boolean => document.languageId === traceLanguage;

/** The editor of the document that a target names, else the active one, where it is in one of these languages. */
async function editorOf([uri]: Target, inLanguages: readonly string[]): Promise<TextEditor | undefined> {
  const active = window.activeTextEditor;
  const isNamed = typeof uri === 'string' && uri !== active?.document.uri.toString();
  const editor = isNamed ? await window.showTextDocument(Uri.parse(uri)) : active;
  if (editor && inLanguages.includes(editor.document.languageId)) return editor;
  say(`Open ${inLanguages.map(each => documents.get(each)).join(' or ')} first.`);
  return undefined;
}

function goTo(editor: TextEditor, { line, character }: Place): void {
  const position = new Position(line, character);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function copy(text: string, done: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(done, 5000);
}

function say(text: string): void {
  void window.showInformationMessage(text);
}
