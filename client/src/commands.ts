import { commands, type Disposable, env, languages, window } from 'vscode';
import { decodeMethod, type DecodeParams, type DecodeRow } from '../../server/src/protocol';
import { asText } from './asText';
import type { Server } from './client';
import { copyCheckCommands, copyReachability, copySummary, goToCause, goToFailure } from './failures';
import { analyseFile, type LoadFileReader, openLastOperation } from './largeFiles';
import { logLanguage, ourLanguages, traceLanguage } from './recognition';
import type { Reports } from './reports';
import { openSample } from './samples';

/** The commands of the extension, as the manifest declares them. */
export function registerCommands(server: Server, load: LoadFileReader, reports: Reports): Disposable[] {
  return [
    commands.registerCommand('netsetup.treatAsNetSetupLog', () => treatAs(logLanguage)),
    commands.registerCommand('netsetup.treatAsNetworkTraceText', () => treatAs(traceLanguage)),
    commands.registerCommand('netsetup.decodeStatusCode', (text?: unknown) => decodeStatusCode(server, text)),
    commands.registerCommand('netsetup.goToCause', (...target) => goToCause(server, target)),
    commands.registerCommand('netsetup.nextFailure', () => goToFailure(server, 'next')),
    commands.registerCommand('netsetup.previousFailure', () => goToFailure(server, 'previous')),
    commands.registerCommand('netsetup.copySummary', (...target) => copySummary(server, target)),
    commands.registerCommand('netsetup.copyCheckCommands', (...target) => copyCheckCommands(server, target)),
    commands.registerCommand('netsetup.copyReachability', (...target) => copyReachability(server, target)),
    commands.registerCommand('netsetup.analyseFile', (uri?: unknown) => analyseFile(load, reports, uri)),
    commands.registerCommand('netsetup.openLastOperation', (uri?: unknown) => openLastOperation(load, uri)),
    commands.registerCommand('netsetup.openSampleFailedJoin', () => openSample('failed-join.log')),
    commands.registerCommand('netsetup.openSampleGoodJoin', () => openSample('good-join.log')),
    commands.registerCommand('netsetup.openSampleTrace', () => openSample('failed-join-trace.txt')),
  ];
}

/** Gives the active text the language that content and name did not. */
async function treatAs(languageId: string): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await languages.setTextDocumentLanguage(document, languageId);
  else void window.showInformationMessage('Open a text first: no editor is active.');
}

/** Shows what a code means in every space that it fits: the selected one, the one at the cursor, or a typed one. */
async function decodeStatusCode(server: Server, given: unknown): Promise<void> {
  const meanings = (params: DecodeParams) => server.request<DecodeRow[]>(decodeMethod, params);
  const found = typeof given === 'string' ? { params: { text: given }, isTaken: () => true } : codeAtCursor();
  let params = found?.params;
  let rows = params ? await meanings(params) : [];
  if (!found?.isTaken(rows)) {
    const typed = await typedCode(params?.text);
    if (!typed) return;
    params = { text: typed };
    rows = await meanings(params);
  }
  const text = asText(params!.text.slice(0, 40));
  if (rows.length === 0) {
    void window.showInformationMessage(
      `${text}: no status code of this number or name is known. A set of flags is explained where it stands: hover over it in its log or trace.`,
    );
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

/** @param value to begin with */
function typedCode(value: string | undefined): Thenable<string | undefined> {
  return window.showInputBox({
    title: 'Decode Status Code',
    prompt: '0x534, 1332, c0000022, STATUS_LOGON_FAILURE',
    ...(value !== undefined && { value }),
  });
}

/** A text that may be a code, with its place: in a log, what stands in front of it counts. */
interface CodeAtCursor {
  readonly params: DecodeParams;
  /** Whether its meanings can be shown at once: nobody is asked what was meant. */
  isTaken(rows: readonly DecodeRow[]): boolean;
}

/** The selected text, or the number or name at the cursor. */
function codeAtCursor(): CodeAtCursor | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const number = /0x[0-9a-f]+|(?<![\w-])-\d+\b|\b\d+\b|\b[0-9a-f]{8}\b|(?<=\bdata )[0-9a-f]{1,8}\b/i;
  const name = /\b(?:NT_STATUS|STATUS|ERROR|WERR|NERR|LDAP|KDC|KRB|KRB_AP|KRB5\w{0,8})_\w{2,60}/i;
  const at = selection.active;
  const numberThere = selection.isEmpty ? document.getWordRangeAtPosition(at, number) : undefined;
  const range = numberThere ?? (selection.isEmpty ? document.getWordRangeAtPosition(at, name) : selection);
  const text = range && document.getText(range).trim();
  if (!range || !text) return undefined;
  const { line, character } = range.start;
  // In a log or trace a number may be anything, such as a day or a port: it is a code where its label says so.
  const needsLabel = numberThere && ourLanguages.includes(document.languageId);
  return {
    params: { text, uri: document.uri.toString(), position: { line, character } },
    isTaken: rows => (needsLabel ? rows.some(({ isMeant }) => isMeant) : rows.length > 0),
  };
}
