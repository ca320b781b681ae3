/**
 * Reading a text that is too large to be read at once: window by window, each with the end of the one before it, so
 * that nothing depends on where a window ends.
 */
import { analyze } from '../analyze';
import type { Log, Operation } from '../model';
import {
  type Chunk,
  type ChunkedLines,
  chunksOf,
  endOfLines,
  linesIn,
  longestLine,
  textFrom,
  withoutLastLine,
} from '../parser/lines';
import { beginOf, lastJoinedBy, safeCut } from './cut';
import { gather, type Gathered } from './gather';

/** What a text came to that was read in windows. */
export interface FileReading {
  /**
   * What reports need. Of a text of more than one window it has operations, series and findings with the lines of the
   * whole text; records, sections and tokens are not kept, and lines only of the last operation of each kind.
   */
  readonly log: Log;
  /** The zero-based lines at which an operation had to be cut, because its lines stand too far apart. */
  readonly cuts: readonly number[];
}

/** How many bytes of a file are read at once. */
export const bytesAtOnce = 4 * 1024 * 1024;

/** How long a window is, in UTF-16 units: less than what is read at once, of which the last line waits for its end. */
const windowLength = 4_000_000;

/** What belongs together over more than this, in UTF-16 units, is cut. */
export const longestOperation = 32 * 1024 * 1024;

/** Lines that belong to no operation wait for what may tell that they do, up to so many UTF-16 units. */
const mostLoose = 2 * windowLength;

/** A line that ends everything before it. */
const separator = '-'.repeat(65);

/** A part of a text, with its lines as they are counted in the whole. */
export interface Window {
  readonly log: Log;
  /** Those that it finished: no other window tells of them. */
  readonly operations: readonly Operation[];
}

/** The window that ends the text, with what had to be cut in all of it. */
export interface LastWindow extends Window {
  readonly cuts: FileReading['cuts'];
}

/**
 * Reads a NetSetup.log window by window. A network trace is read whole: its conversations span it from end to end.
 *
 * @param texts the text, cut anywhere
 * @param languageId what the text is
 * @param length how long a window is, in UTF-16 units
 * @returns each window; at the end what the text came to. A text of one window has none
 */
export function readInWindows(
  texts: Iterable<string>,
  languageId: string | undefined,
  length = windowLength,
): Generator<Window, FileReading> {
  return gathering(windowsOf(texts, languageId, length));
}

/** Gathers windows on their way: what is needed of all of them is known at the end. */
export function* gathering(windows: Iterator<Window, LastWindow>): Generator<Window, FileReading> {
  let gathered: Gathered | undefined;
  for (;;) {
    const step = windows.next();
    if (step.done) {
      const { log, cuts } = step.value;
      if (!gathered) return { log, cuts };
      gathered.take(step.value);
      yield step.value;
      return { log: gathered.log(log.lines.count), cuts };
    }
    gathered ??= gather();
    gathered.take(step.value);
    yield step.value;
  }
}

/** The same without what the text came to: nothing is kept of a window when the next is asked for. */
export function* windowsOf(
  texts: Iterable<string>,
  languageId: string | undefined,
  length = windowLength,
): Generator<Window, LastWindow> {
  const cuts: number[] = [];
  /** The last window: what lines say again and again is known from it. */
  let before: Log | undefined;
  /** Lines of an earlier join that have to be known, and the lines of the text from `first` on that are not finished. */
  let context: Context | undefined;
  let rest: string[] = [];
  let first = 0;
  let carried = 0;
  let fresh = 0;

  for (const text of languageId === 'netsetup-log' ? withoutLongLines(texts) : texts) {
    rest.push(text);
    fresh += text.length;
    // What is carried over is read again: less often the more it is.
    const enough = Math.max(length, Math.min(carried, longestOperation - carried));
    if (languageId !== 'netsetup-log' || fresh < enough) continue;
    const whole = rest.join('');
    const end = endOfLines(whole);
    const lines = linesFrom(first, chunksOf(whole.slice(0, end)), context);
    const log = analyze(lines, languageId, before);
    before = log;
    const operations = log.operations.filter(each => each.records[0]!.line >= first);
    const half = (first + lines.count) / 2;
    let next = safeCut(operations, ({ records }) => records[0]!.line >= half);
    const isTooLong = whole.length >= (operations.length > 0 ? longestOperation : mostLoose);
    let cut = next > 0 ? beginOf(log, operations[next]!) : first;
    if (next === 0 && isTooLong) {
      next = Math.max(0, operations.length - 1);
      cut = next > 0 ? beginOf(log, operations[next]!) : Math.max(first, lines.count - 1);
      if (next === 0) next = operations.length;
      if (operations.length > 0) cuts.push(cut);
    }
    if (cut > first) {
      yield { log, operations: operations.slice(0, next) };
      const outer = log.operations.length - operations.length;
      context = contextOf(log, log.operations.slice(0, outer + next), cut);
      rest = [textFrom(lines, cut) + whole.slice(end)];
      first = cut;
    } else rest = [whole];
    carried = rest[0]!.length;
    fresh = 0;
  }

  const lines = linesFrom(first, chunksOf(rest.join('')), context);
  const log = analyze(lines, languageId, before);
  return { log, operations: log.operations.filter(each => each.records[0]!.line >= first), cuts };
}

/** Leaves out what stands so far behind in a line that nothing looks at it: a line may be larger than any memory. */
function* withoutLongLines(texts: Iterable<string>): Generator<string> {
  /** How much of the line that is not ended was given. */
  let given = 0;
  for (const text of texts) {
    const end = given > longestLine ? text.search(/[\r\n]/) : 0;
    const from = end < 0 ? text.length : end;
    const begin = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
    given = begin > 0 ? text.length - begin : given + text.length - from;
    if (from < text.length) yield text.slice(from);
  }
}

/** Lines that stand somewhere before a window. */
interface Context {
  readonly line: number;
  readonly chunks: readonly Chunk[];
}

/** What has to be known behind a line of operations before it. */
function contextOf(log: Log, operations: readonly Operation[], behind: number): Context | undefined {
  const joined = lastJoinedBy(operations);
  if (!joined) return undefined;
  const [line, last] = joined;
  const texts = Array.from({ length: last - line + 1 }, (_, index) => log.lines.at(line + index));
  // Where no line is free for it, one of the log ends the join.
  if (last + 1 < behind) texts.push(separator);
  return { line, chunks: withoutLastLine(chunksOf(`${texts.join('\n')}\n`)) };
}

/** Lines that begin with one of the whole text, with the context before them. */
function linesFrom(first: number, chunks: readonly Chunk[], context: Context | undefined): ChunkedLines {
  const before = context?.chunks ?? [];
  const from = new Map([[chunks[0]!, first]]);
  if (before.length > 0) from.set(before[0]!, context!.line);
  return linesIn([...before, ...chunks], from);
}

/** Reads to the end. */
export function readAll(reading: Iterator<Window, FileReading>): FileReading {
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}
