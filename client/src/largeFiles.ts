import { FileType, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode';
import { logLanguage } from './recognition';

/** A reading of a file: it goes on when it is asked for more, and says how many bytes it has read. */
export type Reading<T> = Generator<number, T> | AsyncGenerator<number, T>;

/** What reads files without the server: `FileCore` itself, or what asks a worker for it. */
export interface FileReader {
  reportOnFile(name: string, bytes: Uint8Array): Reading<string | undefined>;
  lastOperationIn(bytes: Uint8Array): Reading<string | undefined>;
}

/** Gives what reads files; it is loaded when it is first asked for. */
export type LoadFileReader = () => FileReader;

/** A file is read at once: one with more bytes is left to the command line. */
const mostBytes = 500 * 1024 * 1024;

/** Shows as a Markdown document what a file of any size came to: the named one, else the one that is shown. */
export async function analyseFile(load: LoadFileReader, given: unknown): Promise<void> {
  const uri = await fileFor(given, 'Analyse');
  if (!uri) return;
  const name = nameOf(uri);
  const report = await readBySteps(uri, `Analysing ${name}`, bytes => load().reportOnFile(name, bytes));
  if (report === undefined) return;
  await show('markdown', report.value ?? '');
}

/** Opens the last join of a log, and what stands behind it, as a text of its own: small enough for everything. */
export async function openLastOperation(load: LoadFileReader, given: unknown): Promise<void> {
  const uri = await fileFor(given, 'Open Last Operation');
  if (!uri) return;
  const found = await readBySteps(uri, `Looking for the last operation in ${nameOf(uri)}`, bytes =>
    load().lastOperationIn(bytes),
  );
  if (!found) return;
  if (found.value === undefined)
    say(
      `${nameOf(uri)}: no operation was found in the last 32 MB, or it is longer. "Analyse File…" reads the whole file.`,
    );
  else await show(logLanguage, found.value);
}

/** The URI of what the active tab shows: of a file that is too large for extensions there is no editor. */
export function activeUri(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input as { readonly uri?: unknown } | undefined;
  const shown = window.activeTextEditor?.document.uri ?? input?.uri;
  return shown instanceof Uri ? shown : undefined;
}

async function fileFor(given: unknown, label: string): Promise<Uri | undefined> {
  if (given instanceof Uri) return given;
  const uri = typeof given === 'string' ? Uri.parse(given) : activeUri();
  if (uri && (documentOf(uri) || (await isFile(uri)))) return uri;
  const chosen = await window.showOpenDialog({ openLabel: label, title: 'NetSetup.log or network trace' });
  return chosen?.[0];
}

async function isFile(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.File) !== 0,
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
): Promise<{ readonly value: T } | undefined> {
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
          if (step.done) return { value: step.value };
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
  if (document && (document.isDirty || document.isUntitled))
    return new TextEncoder().encode(document.getText());
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size <= mostBytes) return await workspace.fs.readFile(uri);
    const megabytes = Math.round(size / 1024 / 1024);
    say(
      `${nameOf(uri)} has ${megabytes} MB: only the command line of NetSetup Log reads a log of that size (netsetup-log check "${nameOf(uri)}").`,
    );
  } catch {
    say(`${nameOf(uri)} cannot be read.`);
  }
  return undefined;
}

async function show(language: string, content: string): Promise<void> {
  const document = await workspace.openTextDocument({ language, content });
  await window.showTextDocument(document, { preview: false });
}

function say(text: string): void {
  void window.showInformationMessage(text);
}
