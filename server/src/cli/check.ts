/** netsetup-log check: files are read one by one, and told in the format that was asked for. */
import { print, printNote, withFile } from './files';
import { identityOf, lookUp } from './paths';
import { recognize } from '../formats/recognize';
import { traceTooLong } from '../report/largeFile';
import { whyNotRead } from '../report/notRead';
import type { Outcome, Output } from '../outputs/output';
import { count } from '../words';
import { windowsOf } from '../windows/readInWindows';

/**
 * Reads every file, whatever came of those before it.
 *
 * @param names files, folders, patterns, "-"
 * @param isQuiet whether notes and progress are left out
 * @returns the exit code: the worst of all
 */
export function check(names: readonly string[], output: Output, isQuiet: boolean): 0 | 1 | 2 {
  let worst: 0 | 1 | 2 = 0;
  const done = new Set<string>();

  const fail = (name: string, why: string) => {
    printNote(`${name === '-' ? 'standard input' : name}: ${why}`);
    output.notRead?.(name, why);
    worst = 2;
  };

  /** Whether it was one to read; what cannot be read is said. */
  const checkFile = (file: string, isSearch: boolean): boolean => {
    try {
      const found = withFile(file, isQuiet, ({ kind, head, texts }) => {
        const isKnown = kind === 'netsetup-log' || kind === 'network-trace';
        if (!isKnown && isSearch) return undefined;
        if (!isKnown) fail(file, whyNotRead(head, kind));
        const outcome = printed(output.file({ path: file, kind, windows: windowsOf(texts, kind) }));
        // Its name alone said that it is a log, and nothing in it did.
        const isEmpty = kind === 'netsetup-log' && outcome.operations === 0 && !recognize(head);
        if (isEmpty && !isSearch) fail(file, whyNotRead(head, undefined));
        return outcome;
      });
      if (found?.notRead)
        fail(file, `not read: ${found.notRead}; export it as text, as with \`tshark -r FILE > trace.txt\``);
      if (worst === 0 && found?.hasError) worst = 1;
      return found !== undefined;
    } catch (error) {
      fail(file, reason(error));
      return true;
    }
  };

  const checkName = (name: string) => {
    const { isSearch, mayBeRead, files } = lookUp(name);
    let [read, passed] = [0, 0];
    for (const file of files) {
      if (typeof file !== 'string') {
        fail(file.path, reason(file.error));
        continue;
      }
      const identity = identityOf(file);
      if (done.has(identity)) read++;
      else if (!mayBeRead(file)) passed++;
      else if (checkFile(file, isSearch)) {
        read++;
        done.add(identity);
      } else passed++;
    }
    if (!isSearch) return;
    const others = count(passed, 'other file was passed over', 'other files were passed over');
    if (read === 0) {
      fail(name, passed > 0 ? `no NetSetup.log and no network trace; ${others}` : 'no file found');
    } else if (passed > 0 && !isQuiet) printNote(`${name}: ${others}`);
  };

  print(output.begin);
  for (const name of names) {
    try {
      checkName(name);
    } catch (error) {
      fail(name, reason(error));
    }
  }
  print(output.end());
  return worst;
}

function printed(pieces: Generator<string, Outcome>): Outcome {
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
    print(piece.value);
  }
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
    default:
      return `cannot be read (${code ?? String(error)})`;
  }
}
