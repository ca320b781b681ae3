/** What names on the command line stand for: files, folders, patterns. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** A name on the command line. */
export interface Named {
  /** Whether it is a folder or a pattern, in which other files are passed over. */
  readonly isSearch: boolean;
  /** Whether a file may be a log or a trace by its name, where its first lines decide. */
  readonly mayBeRead: (file: string) => boolean;
  /** Paths in natural order. Where a folder cannot be read, the error in its place. */
  readonly files: Iterable<string | Unread>;
}

/** A folder that cannot be read. */
export interface Unread {
  readonly path: string;
  readonly error: unknown;
}

/** Looks a name up: what exists is taken as it is, whatever its letters. Throws where there is nothing. */
export function lookUp(name: string): Named {
  if (name === '-') return { isSearch: false, mayBeRead: anyName, files: [name] };
  let missing: unknown;
  try {
    if (statSync(name).isDirectory()) {
      return { isSearch: true, mayBeRead: usualName, files: filesBelow(name) };
    }
    return { isSearch: false, mayBeRead: anyName, files: [name] };
  } catch (error) {
    missing = error;
  }
  if (!/[*?[{]/.test(name)) throw missing;
  // A pattern says itself which names are meant.
  return { isSearch: true, mayBeRead: anyName, files: filesLike(name) };
}

/** What is the same for every name of a file. */
export function identityOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    // Standard input and pipes have no path of their own.
    return file;
  }
}

const anyName = () => true;

/** Names that logs and traces have: the other files of a folder are not opened. */
function usualName(file: string): boolean {
  const name = path.basename(file);
  return /\.(?:log|txt|csv|tsv|old|bak)(?:\.\d+)?$/i.test(name) || /netsetup|trace|pktmon|tshark/i.test(name);
}

const collator = new Intl.Collator('en', { numeric: true });

/** Every file of a folder and of those in it. Links to folders are not followed: they may lead in a circle. */
function* filesBelow(folder: string): Generator<string | Unread> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, error };
    return;
  }
  for (const entry of entries.sort((a, b) => collator.compare(a.name, b.name))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (entry.isFile() || (entry.isSymbolicLink() && isFile(file))) yield file;
  }
}

/** Whether a link leads to a file. A pipe would be waited for. */
function isFile(link: string): boolean {
  return statSync(link, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** What fits a pattern, in capital or small letters. The folders in front of the first sign are taken as they are. */
function filesLike(pattern: string): string[] {
  // Not imported: as an ES module, a library below it asks where it stands, which a bundle cannot say.
  const { globSync } = require('tinyglobby') as typeof import('tinyglobby');
  const parts = (path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern).split('/');
  const first = parts.findIndex(part => /[*?[{]/.test(part));
  const folder = parts.slice(0, first).join('/') + (first > 0 ? '/' : '');
  // Parentheses and exclamation marks are letters, as in "NetSetup (2).LOG".
  const rest = parts
    .slice(first)
    .join('/')
    .replace(/[()|]|^!/g, '\\$&');
  return globSync(rest, {
    cwd: folder || '.',
    caseSensitiveMatch: false,
    expandDirectories: false,
    extglob: false,
    followSymbolicLinks: false,
  })
    .sort(collator.compare)
    .map(file => path.join(folder, file));
}
