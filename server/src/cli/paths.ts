/** What names on the command line stand for: files, folders, patterns. */
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** A name on the command line. */
export interface Named {
  /** Whether it is a folder or a pattern, in which other files are passed over. */
  readonly isSearch: boolean;
  /** Whether a file may be a log or a trace by its name, where its first lines decide. */
  readonly mayBeRead: (file: string) => boolean;
  /** In natural order. */
  readonly files: Iterable<Found>;
}

/** A file, or what cannot be read in its place. */
export interface Found {
  readonly path: string;
  /** Why it cannot be read. */
  readonly error?: unknown;
  /** Whether it is a folder, which is told of only where it cannot be read. */
  readonly isFolder?: boolean;
}

/** Looks a name up: what exists is taken as it is, whatever its letters. Throws where there is nothing. */
export function lookUp(name: string): Named {
  if (name === '-') return { isSearch: false, mayBeRead: anyName, files: [{ path: name }] };
  let missing: unknown;
  try {
    if (statSync(name).isDirectory()) {
      return { isSearch: true, mayBeRead: usualName, files: filesBelow(name) };
    }
    return { isSearch: false, mayBeRead: anyName, files: [{ path: name }] };
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

/** Names that logs and traces have: the other files of a folder are not opened. Reports on logs are named like them. */
function usualName(file: string): boolean {
  const name = path.basename(file);
  if (/\.(?:json|ndjson|sarif)$/i.test(name)) return false;
  // What is packed or binary is known by its name too.
  if (/\.(?:pcapng|pcap|cap|etl|gz|zip|7z|cab|xz|bz2|zst)$/i.test(name)) return false;
  return /\.(?:log|txt|csv|tsv|old|bak)(?:\.\d+)?$/i.test(name) || /netsetup|trace|pktmon|tshark/i.test(name);
}

const collator = new Intl.Collator('en', { numeric: true });

/**
 * Every file of a folder and of those in it. Links to folders are not followed: they may lead in a circle.
 *
 * @param isEntered whether a folder in it is looked through, by the names that lead to it
 * @param names those that led here
 */
function* filesBelow(
  folder: string,
  isEntered: (names: readonly string[]) => boolean = () => true,
  names: readonly string[] = [],
): Generator<Found & { readonly names: readonly string[] }> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, error, isFolder: true, names };
    return;
  }
  for (const entry of entries.sort((a, b) => collator.compare(a.name, b.name))) {
    const file = path.join(folder, entry.name);
    const own = [...names, entry.name];
    if (entry.isDirectory()) {
      if (isEntered(own)) yield* filesBelow(file, isEntered, own);
    } else if (entry.isFile()) yield { path: file, names: own };
    else if (entry.isSymbolicLink()) {
      try {
        // A pipe would be waited for.
        if (statSync(file, { throwIfNoEntry: false })?.isFile()) yield { path: file, names: own };
      } catch (error) {
        yield { path: file, error, names: own };
      }
    }
  }
}

/** Whether a path with "/" between its parts fits a pattern. */
type Matcher = (text: string) => boolean;

/** What fits a pattern, in capital or small letters. The folders in front of the first sign are taken as they are. */
function* filesLike(pattern: string): Generator<Found> {
  // A slash between braces parts nothing.
  const parts = (path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern).split(/\/(?![^{}]*\})/);
  const first = parts.findIndex(part => /[*?[{]/.test(part));
  const folder = parts.slice(0, first).join('/') + (first > 0 ? '/' : '');
  const rest = parts.slice(first);
  // From here on a part of the pattern may stand for several folders.
  const open = rest.findIndex(part => part.includes('**') || part.includes('/'));
  const isLike = matcherOf(rest.join('/'));
  const steps = rest.map(matcherOf);
  const isEntered = (names: readonly string[]) =>
    (open >= 0 && names.length > open) ||
    (names.length < rest.length && steps[names.length - 1]!(names.at(-1)!));
  if (folder !== '' && !existsSync(folder)) return;
  for (const found of filesBelow(folder || '.', isEntered)) {
    if (found.isFolder || isLike(found.names.join('/'))) yield found;
  }
}

function matcherOf(pattern: string): Matcher {
  const picomatch = require('picomatch') as (pattern: string, options: object) => Matcher;
  // Parentheses and exclamation marks are letters, as in "NetSetup (2).LOG".
  const escaped = pattern.replace(/[()|]|^!/g, '\\$&');
  return picomatch(escaped, { dot: true, nocase: true, noextglob: true, windows: false });
}
