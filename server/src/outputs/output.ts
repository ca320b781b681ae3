import type { LanguageId, Log } from '../model';
import { decided, undecided } from '../report/operations';
import type { LastWindow, Window } from '../windows/readInWindows';
import type { Paint } from '../report/paint';
import type { Place } from './sarifDocument';

/** A file of the command line while it is read. */
export interface ReadFile {
  /** As it was given or found; "-" is standard input. */
  readonly path: string;
  /** A NetSetup.log or a network trace: a file that is neither is not told of. */
  readonly kind: LanguageId;
  /** Reads it: each window with the operations that it finished. To be gone through once. */
  readonly windows: Iterator<Window, LastWindow>;
}

/** What a file came to, as far as the exit code asks. */
export interface Outcome {
  readonly hasError: boolean;
  /** Whether the last join of a log went wrong, which alone counts with `--last`; of a trace, whether it has an error. */
  readonly lastHasError: boolean;
}

export function outcomeOf({ operations, findings, trace }: Log): Outcome {
  const hasError = findings.some(({ severity }) => severity === 'error');
  return { hasError, lastHasError: trace ? hasError : operations.reduce(decided, undecided).isError };
}

/** What every format is told of a run. */
export interface OutputOptions {
  /** Marks what is in colour where that can be shown. */
  readonly paint: Paint;
  /** Only what a script needs. A format for other programs is the same with it. */
  readonly isQuiet: boolean;
  /** Whether the last join of each log decides if it is told of where that is asked for errors only. */
  readonly isLast: boolean;
  /** That of the product, "0.1.0". */
  readonly version: string;
  /** The address of its home page. */
  readonly home: string;
  /** Says something that is no part of the report. */
  note(text: string): void;
  /** The address of a file, and that of the working folder. */
  placeOf(file: string): Place;
  readonly folder: string;
}

/**
 * What is printed in one run of `netsetup-log check`, in one format: in front of all files, of each file, and behind
 * them. It may keep what it needs of a file, which is not much: there may be thousands.
 */
export interface Output {
  readonly begin: string;
  /** Why it has no network traces; left out where it has them. */
  readonly withoutTraces?: string;
  /**
   * Tells of one file, piece by piece; each piece is printed at once. Reading throws where the file cannot be read to
   * its end: what was printed until then has to stay whole, and the error is thrown on.
   *
   * @returns what the file came to
   */
  file(file: ReadFile): Generator<string, Outcome>;
  /** Is told why something that was asked for was not read, which is said to people besides. */
  notRead?(name: string, why: string): void;
  end(): string;
}
