import { type Chunk, endOf, longestLine, type Units } from '../../parser/lines';
import { mark, type Phrase, type Phrases } from './phrases';
import { hasNoStamp, hasPlainStamp, readPrefix, stampLength } from './prefix';

/**
 * The records that begin in a chunk of a text, as numbers: where each begins, and what it is and does. Like the chunk it
 * never changes, and stays true in every version of the text that has the chunk.
 */
export interface Part {
  readonly chunk: Chunk;
  /** The line of the chunk in which each record begins, in rising order. */
  readonly lines: Uint32Array;
  /** What each is and does: `marks` of its phrase, and what its own line adds. */
  readonly marks: Uint16Array;
  /** A number for the thread of each, 0 for none; undefined where no record names one. */
  readonly threads: Uint32Array | undefined;
  /** The records, by place, at which another operation may go on. What stands between two belongs together. */
  readonly turns: Uint32Array;
  /** The records, by place, that have one of the marks `telling`. */
  readonly telling: Uint32Array;
  /** The lines of the chunk that are notes. */
  readonly notes: readonly number[];
  /** Some time stamps have no year. */
  readonly lacksYears: boolean;
  /** Whether the first lines may continue a record of the chunk before, and the last record goes on behind the chunk. */
  readonly beginsOpen: boolean;
  readonly endsOpen: boolean;
}

/** Where another operation may begin, end or go on. */
const turning = mark.separator | mark.turns | mark.tellsJoin;

/** What makes a record worth a look when an operation is judged, or shown. */
const telling = mark.nonZero | mark.mayDamage | mark.membership | mark.tellsFacts;

/** Reads the records that begin in a chunk. */
export function readPart(
  chunk: Chunk,
  beginsOpen: boolean,
  phrases: Phrases,
  unitsOf: Units,
  threadNumber: (thread: string) => number,
): Part {
  const { text, starts } = chunk;
  const units = unitsOf.of(text);
  const most = starts.length;
  const lines = new Uint32Array(most);
  const allMarks = new Uint16Array(most);
  const threads = new Uint32Array(most);
  const turns: number[] = [];
  const notes: number[] = [];
  let lacksYears = false;
  let isOpen = beginsOpen;
  let count = 0;
  let latestThread = -1;
  let hasThreads = false;
  for (let line = 0; line < most; line++) {
    const start = starts[line]!;
    const end = Math.min(endOf(text, start, starts[line + 1] ?? text.length), start + longestLine);
    const isPlain = hasPlainStamp(units, start, end);
    let phrase: Phrase;
    let thread = 0;
    if (isPlain) phrase = phrases.between(text, start + stampLength, end, true);
    else if (hasNoStamp(units, start, end)) phrase = phrases.between(text, start, end, false);
    else {
      const prefix = readPrefix(text.slice(start, end));
      phrase = phrases.between(text, start + (prefix.isStamped ? prefix.end : 0), end, prefix.isStamped);
      if (prefix.time !== undefined && !prefix.hasYear) lacksYears = true;
      if (prefix.thread !== undefined) thread = threadNumber(prefix.thread);
    }
    const { marks } = phrase;
    if (marks & mark.skipped) {
      if (marks & mark.note) notes.push(line);
      continue;
    }
    if (isOpen && marks & mark.continues) {
      if (count > 0) allMarks[count - 1]! |= mark.tellsFacts;
      continue;
    }
    isOpen = !(marks & mark.separator);
    lines[count] = line;
    allMarks[count] = isPlain ? marks | mark.plain : marks;
    threads[count] = thread;
    if (marks & turning || thread !== latestThread) turns.push(count);
    hasThreads ||= thread !== 0;
    latestThread = thread;
    count++;
  }
  // What continues the last record stands in the next chunk.
  if (count > 0 && isOpen) allMarks[count - 1]! |= mark.tellsFacts;
  const tellings: number[] = [];
  for (let place = 0; place < count; place++) if (allMarks[place]! & telling) tellings.push(place);
  return {
    chunk,
    lines: lines.slice(0, count),
    marks: allMarks.slice(0, count),
    threads: hasThreads ? threads.slice(0, count) : undefined,
    turns: Uint32Array.from(turns),
    telling: Uint32Array.from(tellings),
    notes,
    lacksYears,
    beginsOpen,
    endsOpen: isOpen,
  };
}
