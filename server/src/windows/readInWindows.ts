/**
 * Reading a text that is too large to be read at once: window by window, each with the end of the one before it, so
 * that nothing depends on where a window ends.
 */
import { analyze } from '../analyze';
import type { Log } from '../model';
import { endOfLines, startOfLine } from '../parser/lineEnds';
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

/**
 * Reads a NetSetup.log window by window. A network trace is read whole: its conversations span it from end to end.
 *
 * @param texts the text, cut anywhere
 * @param languageId what the text is
 * @param length how long a window is, in UTF-16 units
 * @returns for each window what it finished, whole and with the lines of the text; at the end what the text came to
 */
export function* readInWindows(
  texts: Iterable<string>,
  languageId: string | undefined,
  length = windowLength,
): Generator<Log, FileReading> {
  let gathered: Gathered | undefined;
  const cuts: number[] = [];
  /** Lines of an earlier join that have to be known, and the lines of the text from `first` on that are not finished. */
  let context = '';
  let contextLines = 0;
  let rest: string[] = [];
  let first = 0;
  let carried = 0;
  let fresh = 0;

  for (const text of texts) {
    rest.push(text);
    fresh += text.length;
    // What is carried over is read again: less often the more it is.
    const enough = Math.max(length, Math.min(carried, longestOperation - carried));
    if (languageId !== 'netsetup-log' || fresh < enough) continue;
    const whole = rest.join('');
    const end = endOfLines(whole);
    const window = context + whole.slice(0, end);
    // One place to hand over what the windows before have learnt.
    const log = analyze(window, languageId);
    const operations = log.operations.filter(each => each.records[0]!.line >= contextLines);
    const outer = log.operations.length - operations.length;
    let next = safeCut(operations, ({ records }) => records[0]!.line >= log.lines.count / 2);
    const isTooLong = whole.length >= (operations.length > 0 ? longestOperation : mostLoose);
    let cut = next > 0 ? beginOf(log, operations[next]!) : contextLines;
    if (next === 0 && isTooLong) {
      next = Math.max(0, operations.length - 1);
      cut = next > 0 ? beginOf(log, operations[next]!) : Math.max(contextLines, log.lines.count - 1);
      if (next === 0) next = operations.length;
      if (operations.length > 0) cuts.push(cut - contextLines + first);
    }
    if (cut > contextLines) {
      gathered ??= gather();
      yield gathered.take(log, operations.slice(0, next), first - contextLines);
      const joined = lastJoinedBy(log.operations.slice(0, outer + next));
      const from = startOfLine(window, cut);
      const kept = window.slice(from) + whole.slice(end);
      first += cut - contextLines;
      const lines = joined ? linesFrom(log, joined) : [];
      context = lines.length > 0 ? `${[...lines, separator].join('\n')}\n` : '';
      contextLines = lines.length > 0 ? lines.length + 1 : 0;
      rest = [kept];
      carried = kept.length;
    } else {
      rest = [whole];
      carried = whole.length;
    }
    fresh = 0;
  }

  const log = analyze(context + rest.join(''), languageId);
  if (!gathered) return { log, cuts };
  const last = log.operations.filter(each => each.records[0]!.line >= contextLines);
  yield gathered.take(log, last, first - contextLines);
  return { log: gathered.log(first - contextLines + log.lines.count), cuts };
}

function linesFrom({ lines }: Log, [first, last]: readonly [number, number]): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => lines.at(first + index));
}

/** Reads to the end. */
export function readAll(reading: Iterator<Log, FileReading>): FileReading {
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}
