/** netsetup-log check: files are read one by one, and told in the format that was asked for. */
import path from 'node:path';
import { recognize } from '../formats/recognize';
import type { Outcome, Output, ReadFile } from '../outputs/output';
import { traceTooLong } from '../report/largeFile';
import { isText, unreadKind, whyNotRead } from '../report/notRead';
import { type LastWindow, type Window, windowsOf } from '../windows/readInWindows';
import { CannotWrite, type OpenFile, printNote, withFile } from './files';
import { type PassedOver, passedOver } from './passedOver';
import { identityOf, lookUp } from './paths';

/** How files are checked. */
export interface CheckOptions {
  /** Whether notes and progress are left out. */
  readonly isSilent: boolean;
  /** Whether the last join of each log decides. */
  readonly isLast: boolean;
  /** Throws `CannotWrite`. */
  print(text: string): void;
}

/**
 * Reads every file, whatever came of those before it, as long as somebody reads what is printed.
 *
 * @param names files, folders, patterns, "-"
 * @returns the exit code: the worst of all
 */
export function check(
  names: readonly string[],
  output: Output,
  { isSilent, isLast, print }: CheckOptions,
): 0 | 1 | 2 {
  let worst: 0 | 1 | 2 = 0;
  let isClosed = false;
  const done = new Set<string>();

  const tell = (text: string) => {
    try {
      if (!isClosed) print(text);
    } catch (error) {
      if (!(error instanceof CannotWrite && error.isClosed)) throw error;
      // The file that is being told is read to its end: what it came to is the exit code.
      isClosed = true;
    }
  };

  const fail = (name: string, why: string) => {
    printNote(`${name === '-' ? 'standard input' : name}: ${why}`);
    output.notRead?.(name, why);
    worst = 2;
  };

  const tellFile = (file: ReadFile) => {
    const pieces = output.file(file);
    let piece: IteratorResult<string, Outcome>;
    while (!(piece = pieces.next()).done) tell(piece.value);
    const { hasError, lastHasError } = piece.value;
    if (worst === 0 && (isLast ? lastHasError : hasError)) worst = 1;
  };

  /**
   * Whether it was one to read; what cannot be read is said.
   *
   * @param others takes it where it is none that was asked for by its own name
   */
  const checkFile = (file: string, others: PassedOver | undefined): boolean => {
    try {
      return withFile(file, isSilent, open => {
        const { head } = open;
        const name = path.basename(file);
        const readable = readableFile(file, open);
        const untold = readable?.kind === 'network-trace' ? output.withoutTraces : undefined;
        if (readable && untold === undefined) {
          tellFile(readable);
          return true;
        }
        // A log that was copied by half is what somebody who collects logs has to know of.
        const isNamedLog = /netsetup/i.test(name) && /\.(?:log|old)$/i.test(name);
        const isHalf = isNamedLog && !isText(head);
        if (!others || isHalf) {
          fail(file, untold ?? whyNotRead(head, recognize(head), name));
          return true;
        }
        others.take(name, untold === undefined ? unreadKind(head, name) : 'network trace');
        return false;
      });
    } catch (error) {
      if (error instanceof CannotWrite) throw error;
      fail(file, reason(error));
      return true;
    }
  };

  const checkName = (name: string) => {
    const { isSearch, mayBeRead, files } = lookUp(name);
    const others = isSearch ? passedOver() : undefined;
    let isEmpty = true;
    for (const { path: file, error, isFolder } of files) {
      const identity = error === undefined ? identityOf(file) : file;
      if (!isFolder && !mayBeRead(file)) others?.take(path.basename(file), unreadKind('', file));
      else if (error !== undefined) {
        fail(file, reason(error));
        isEmpty = false;
      } else if (done.has(identity)) isEmpty = false;
      else if (checkFile(file, others)) {
        isEmpty = false;
        done.add(identity);
      }
      if (isClosed) return;
    }
    if (!others) return;
    const text = others.text();
    if (isEmpty) {
      const nothing = `no NetSetup.log${output.withoutTraces === undefined ? ' and no network trace' : ''}`;
      fail(name, text === '' ? 'no file found' : `${nothing}; ${text}`);
    } else if (text !== '' && !isSilent) printNote(`${name}: ${text}`);
  };

  tell(output.begin);
  for (const name of names) {
    try {
      checkName(name);
    } catch (error) {
      if (error instanceof CannotWrite) throw error;
      fail(name, reason(error));
    }
    if (isClosed) return worst;
  }
  tell(output.end());
  return worst;
}

/** A file to be told of; undefined for what is no log and no trace, or one that is not read. */
function readableFile(file: string, { kind, head, texts }: OpenFile): ReadFile | undefined {
  const windows = windowsOf(texts, kind);
  if (kind === 'network-trace') {
    return unreadKind(head, file) === undefined ? { path: file, kind, windows } : undefined;
  }
  if (kind !== 'netsetup-log') return undefined;
  // Where its name alone says that it is a log, something in it has to.
  const own = recognize(head) ? windows : fromFirstOperation(windows);
  return own && { path: file, kind, windows: own };
}

/** Windows from the first one with an operation on; undefined where none has one. */
function fromFirstOperation(windows: Iterator<Window, LastWindow>): Iterator<Window, LastWindow> | undefined {
  let first = windows.next();
  while (!first.done && first.value.operations.length === 0) first = windows.next();
  if (first.value.operations.length === 0) return undefined;
  let isFirst = true;
  return {
    next() {
      const step = isFirst ? first : windows.next();
      isFirst = false;
      return step;
    },
  };
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (message === traceTooLong) return message;
  switch (code) {
    case 'ENOENT':
      return 'no such file';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return 'access denied';
    case 'ELOOP':
      return 'a link that leads in a circle';
    default:
      return `cannot be read (${code ?? String(error)})`;
  }
}
