import type { recognizeFile } from '../formats/recognize';
import type { Log } from '../model';
import type { FileReading, Window } from '../windows/readInWindows';
import type { Paint } from './paint';

/** A file of the command line while it is read. */
export interface ReadFile {
  /** As it was given or found; "-" is standard input. */
  readonly path: string;
  /** Of what is no NetSetup.log and no network trace, a report says that nothing was read. */
  readonly kind: ReturnType<typeof recognizeFile>;
  /** Reads it: each window with the operations that it finished, at the end what it came to. To be gone through once. */
  readonly reading: Iterator<Window, FileReading>;
}

/** What every format is told of a run. */
export interface OutputOptions {
  /** Marks what is in colour where that can be shown. */
  readonly paint: Paint;
  /** Only what a script needs. A format for other programs is the same with it. */
  readonly isQuiet: boolean;
  /** That of the product, "0.1.0". */
  readonly version: string;
}

/**
 * What is printed in one run of `netsetup-log check`, in one format: in front of all files, of each file, and behind
 * them. It may keep what it needs of a file, which is not much: there may be thousands.
 */
export interface Output {
  readonly begin: string;
  /**
   * Tells of one file, piece by piece; each piece is printed at once. Reading throws where the file cannot be read to
   * its end: what was printed until then has to stay whole, and the error is thrown on.
   *
   * @returns what the file came to
   */
  file(file: ReadFile): Generator<string, Log>;
  end(): string;
}
