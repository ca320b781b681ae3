import { FileType, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode';
import type { LastOperation } from '../../server/src/protocol';
import { isOurs, logLanguage } from './recognition';
import type { Reports } from './reports';

/** A reading of a file: it goes on when it is asked for more, and says how many bytes it has read. */
export type Reading<T> = Generator<number, T> | AsyncGenerator<number, T>;

/** What reads files without the server: `FileCore` itself, or what asks a worker for it. */
export interface FileReader {
  reportOnFile(name: string, bytes: Uint8Array): Reading<string>;
  lastOperationIn(name: string, bytes: Uint8Array): Reading<LastOperation>;
}

/** Gives what reads files; it is loaded when it is first asked for. */
export type LoadFileReader = () => FileReader;

/** A file is read at once: one with more bytes is left to the command line. */
const mostBytes = 500 * 1024 * 1024;

/** VS Code hands a text of more UTF-16 units to no extension. */
export const mostShared = 50 * 1024 * 1024;

/** Shows what a file of any size came to: the named one, else the log or trace that is shown, else a chosen one. */
export async function analyseFile(load: LoadFileReader, reports: Reports, given: unknown): Promise<void> {
  const uri = await fileFor(given, 'Analyse', isOurs);
  if (!uri) return;
  const name = nameOf(uri);
  const report = await readBySteps(uri, `Analysing ${name}`, bytes => load().reportOnFile(name, bytes));
  if (report !== undefined) await reports.show(uri, name, report);
}

/** Opens the last join of a log, and what stands behind it, as a text of its own: small enough for everything. */
export async function openLastOperation(load: LoadFileReader, given: unknown): Promise<void> {
  const uri = await fileFor(given, 'Open Last Operation', () => true);
  if (!uri) return;
  const name = nameOf(uri);
  const found = await readBySteps(uri, `Looking for the last operation in ${name}`, bytes =>
    load().lastOperationIn(name, bytes),
  );
  if (!found) return;
  if ('why' in found) return say(found.why);
  const document = await workspace.openTextDocument({ language: logLanguage, content: found.text });
  await window.showTextDocument(document, { preview: false });
}

/** The URI of what the active tab shows: of a file that is too large for extensions there is no editor. */
export function activeUri(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input as { readonly uri?: unknown } | undefined;
  const shown = window.activeTextEditor?.document.uri ?? input?.uri;
  return shown instanceof Uri ? shown : undefined;
}

/** @param isMeant whether the shown document is taken where no file is named */
async function fileFor(
  given: unknown,
  label: string,
  isMeant: (document: TextDocument) => boolean,
): Promise<Uri | undefined> {
  if (given instanceof Uri) return given;
  if (typeof given === 'string') return Uri.parse(given);
  const shown = activeUri();
  const document = shown && documentOf(shown);
  if (shown && (document ? isMeant(document) : await isUnshared(shown))) return shown;
  const chosen = await window.showOpenDialog({ openLabel: label, title: 'NetSetup.log or network trace' });
  return chosen?.[0];
}

/** Whether a file is shown as a text, and too large for extensions: a smaller one without a document is a picture. */
async function isUnshared(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type, size }) => (type & FileType.File) !== 0 && size > mostShared,
    () => false,
  );
}

function documentOf(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
}

const nameOf = (uri: Uri): string => uri.path.split('/').at(-1) || uri.path;

/** Reads with a progress that can be cancelled; undefined where it was, or where the file cannot be read. */
async function readBySteps<T>(
  uri: Uri,
  title: string,
  start: (bytes: Uint8Array) => Reading<T>,
): Promise<T | undefined> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const bytes = await bytesOf(uri);
      if (!bytes) return undefined;
      if (bytes.length === 0) {
        say(`${nameOf(uri)} is empty.`);
        return undefined;
      }
      const reading = start(bytes);
      try {
        for (let before = 0; ;) {
          // Between two steps the window answers, and a cancel comes through.
          await new Promise(resolve => setTimeout(resolve));
          if (token.isCancellationRequested) return undefined;
          const step = await reading.next();
          if (step.done) return step.value;
          progress.report({ increment: ((step.value - before) / bytes.length) * 100 });
          before = step.value;
        }
      } finally {
        // One that was cancelled lets go of what it holds.
        await reading.return(undefined as never);
      }
    },
  );
}

/** Undefined for what cannot be read, which is said. */
async function bytesOf(uri: Uri): Promise<Uint8Array | undefined> {
  const document = documentOf(uri);
  const inDocument = () => document && new TextEncoder().encode(document.getText());
  if (document?.isDirty || document?.isUntitled) return inDocument();
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size <= mostBytes) return await workspace.fs.readFile(uri);
    const megabytes = Math.round(size / 1024 / 1024);
    say(
      `${nameOf(uri)} has ${megabytes} MB: only the command line of NetSetup Log reads a log of that size (netsetup-log check "${nameOf(uri)}").`,
    );
  } catch {
    // A document may be in no file: a sample of ours, an earlier version of a file.
    const bytes = inDocument();
    if (bytes) return bytes;
    say(`${nameOf(uri)} cannot be read.`);
  }
  return undefined;
}

function say(text: string): void {
  void window.showInformationMessage(text);
}
