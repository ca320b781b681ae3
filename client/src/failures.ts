import {
  commands,
  env,
  Position,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type AskedOperation,
  type Place,
  type Report,
  reportMethod,
  type ReportParams,
} from '../../server/src/protocol';
import type { Server } from './client';
import { logLanguage, ourLanguages, traceLanguage } from './recognition';
import { openSample } from './samples';

/** What a command is about: (uri, line) of an operation, as a lens names it; without them, the cursor. */
type Target = readonly unknown[];

/**
 * Goes to the number that decides where the failure of an operation begins, or to the worst problem of a trace. The
 * walkthrough has nothing in front that could fail: its button names `{ orSample: true }` in place of a document.
 */
export async function goToCause(server: Server, target: Target): Promise<void> {
  const [asks] = target;
  if (typeof asks === 'object' && asks !== null && 'orSample' in asks) return goToCauseOrSample(server);
  const found = await operationAt(server, target, ourLanguages);
  if (!found) return;
  const { editor, asked } = found;
  if (asked.cause) await goToCauseAt(editor, asked.cause);
  else say(isTrace(editor) ? 'No problem in this trace.' : 'This operation did not fail.');
}

/** Goes to the cause of the last join in a log that is open; where none did fail, in the sample. */
async function goToCauseOrSample(server: Server): Promise<void> {
  const causeIn = async (editor: TextEditor) => (await reportOn(server, editor)).asked?.cause;
  const open = openText([logLanguage]);
  const editor = open && (await showText(open));
  const cause = editor && (await causeIn(editor));
  if (cause) return goToCauseAt(editor, cause);
  const sample = await openSample('failed-join.log');
  await goToCauseAt(sample, (await causeIn(sample))!);
}

/** The step of the walkthrough is done when somebody has come to a cause. */
async function goToCauseAt(editor: TextEditor, cause: Place): Promise<void> {
  goTo(editor, cause);
  await commands.executeCommand('setContext', 'netsetup.wentToCause', true);
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

/**
 * The editor of the document that a target names, else the active one, where it is in one of these languages; else that
 * of a log or trace which is open beside it or behind it: a page, such as a walkthrough, is no text editor.
 */
async function editorOf([uri]: Target, inLanguages: readonly string[]): Promise<TextEditor | undefined> {
  const active = window.activeTextEditor;
  const isNamed = typeof uri === 'string' && uri !== active?.document.uri.toString();
  const editor = isNamed ? await window.showTextDocument(Uri.parse(uri)) : active;
  if (editor && inLanguages.includes(editor.document.languageId)) return editor;
  const open = isNamed ? undefined : openText(inLanguages);
  if (open) return showText(open);
  say(`Open ${inLanguages.map(each => documents.get(each)).join(' or ')} first.`);
  return undefined;
}

/** A document that is open in a tab, and where. */
interface OpenText {
  readonly document: TextDocument;
  readonly viewColumn: number;
}

/** What is open in one of these languages: the active editor's, else one that is visible, else what was opened last. */
function openText(inLanguages: readonly string[]): OpenText | undefined {
  const tabs = window.tabGroups.all.flatMap(group => group.tabs);
  const inTabs = workspace.textDocuments.flatMap(document => {
    const own = tabs.filter(({ input }) => {
      const { uri } = (input ?? {}) as { readonly uri?: unknown };
      return uri instanceof Uri && uri.toString() === document.uri.toString();
    });
    const tab = own.find(({ isActive }) => isActive) ?? own[0];
    if (!tab || !inLanguages.includes(document.languageId)) return [];
    return { document, viewColumn: tab.group.viewColumn, isVisible: tab.isActive };
  });
  const active = window.activeTextEditor?.document;
  return (
    inTabs.find(({ document }) => document === active) ??
    inTabs.findLast(({ isVisible }) => isVisible) ??
    inTabs.at(-1)
  );
}

function showText({ document, viewColumn }: OpenText): Thenable<TextEditor> {
  return window.showTextDocument(document, { viewColumn });
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
