/** Files of the command line, read little by little, and what it prints. */
import { isAscii } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { recognizeFile } from '../formats/recognize';
import { begun, textsOf } from '../parser/decoding';
import { longestTrace, traceTooLong } from '../report/largeFile';
import { bytesAtOnce } from '../windows/readInWindows';
import { clean } from './colours';

/** A file that is being read. */
export interface OpenFile {
  readonly kind: ReturnType<typeof recognizeFile>;
  /** Its beginning. */
  readonly head: string;
  /** All of it, read when it is asked for; of a text of no known kind only the beginning. */
  readonly texts: Iterable<string>;
}

/**
 * Reads a file while something is done with it. Throws where it cannot be read.
 *
 * @param file its path; "-" is standard input
 */
export function withFile<T>(file: string, isQuiet: boolean, use: (file: OpenFile) => T): T {
  const descriptor = file === '-' ? 0 : openSync(file, 'r');
  const { size } = fstatSync(descriptor);
  const progress = progressLine(isQuiet, size);
  try {
    const { head, texts } = begun(textsOf(bytesOf(descriptor, size, progress), { readAscii }));
    const kind = recognizeFile(path.basename(file), head);
    const isRead = kind === 'netsetup-log' || kind === 'network-trace';
    if (!isRead) progress.clear();
    const own = kind === 'network-trace' ? notTooLong(texts) : isRead ? texts : [head];
    return use({ kind, head, texts: own });
  } finally {
    progress.clear();
    if (descriptor !== 0) closeSync(descriptor);
  }
}

/** Bytes that are all ASCII are Latin-1 too, which is read faster. */
function readAscii(bytes: Uint8Array): string | undefined {
  if (!isAscii(bytes)) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** A trace is read whole, and needs memory for all of it. */
function* notTooLong(texts: Iterable<string>): Generator<string> {
  let length = 0;
  for (const text of texts) {
    length += text.length;
    if (length > longestTrace) throw new Error(traceTooLong);
    yield text;
  }
}

/** @param size 0 where it is not known */
function* bytesOf(descriptor: number, size: number, progress: Progress): Generator<Uint8Array> {
  // A folder may have thousands of small files.
  const buffer = Buffer.allocUnsafeSlow(size > 0 ? Math.min(size, bytesAtOnce) : bytesAtOnce);
  for (let read = 0, count = 0; ; read += count) {
    // A pipe gives a little at a time.
    count = 0;
    for (let more = -1; more !== 0 && count < buffer.length; count += more)
      more = readSome(descriptor, buffer, count);
    if (count === 0) return progress.clear();
    progress.show(read + count);
    yield buffer.subarray(0, count);
  }
}

/** 0 at the end. */
function readSome(descriptor: number, buffer: Buffer, at: number): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, at, buffer.length - at, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows says so of a pipe that was closed.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      waitAMoment();
    }
  }
}

interface Progress {
  show(bytes: number): void;
  clear(): void;
}

/** No progress is shown of a file of fewer bytes: it is read at once. */
const longRead = 20 * 1024 * 1024;

/** Says on a terminal how much has been read of a large file, and leaves nothing behind. */
function progressLine(isQuiet: boolean, size: number): Progress {
  let isShown = false;
  const write = (text: string) => process.stderr.write(`\r\x1b[K${text}`);
  return {
    show(bytes) {
      if (isQuiet || !process.stderr.isTTY || bytes < bytesAtOnce || Math.max(size, bytes) < longRead) return;
      const megabytes = (number: number) => Math.round(number / 1024 / 1024);
      write(size > 0 ? `${megabytes(bytes)} of ${megabytes(size)} MB read` : `${megabytes(bytes)} MB read`);
      isShown = true;
    },
    clear() {
      if (isShown) write('');
      isShown = false;
    },
  };
}

/** What is printed cannot be written: that is no fault of any file that is read. */
export class CannotWrite extends Error {
  /** Whether nobody reads on: a reader such as "head" that has seen enough is no failure. */
  readonly isClosed: boolean;

  constructor(code: string) {
    super(`cannot write: ${code === 'ENOSPC' ? 'no space left' : code}`);
    this.isClosed = code === 'EPIPE' || code === 'EOF';
  }
}

/** Prints a text at once: what waits to be printed would pile up behind a slow reader. Throws `CannotWrite`. */
export function print(text: string): void {
  // A terminal of Windows may have another encoding, which only the stream knows.
  if (process.stdout.isTTY) return void process.stdout.write(text);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException;
      if (code !== 'EAGAIN') throw new CannotWrite(code);
      waitAMoment();
    }
  }
}

/** Says something that is no part of the report, in one line. */
export function printNote(text: string): void {
  // The name of a file may have anything in it.
  process.stderr.write(`netsetup-log: ${clean(text).replaceAll('\n', '\uFFFD')}\n`);
}

/** The other end of a pipe is not ready. */
function waitAMoment(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}
