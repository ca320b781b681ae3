/** What stands in front of a message: time stamp, thread id, and what an article or a copy put around them. */
export interface Prefix {
  /** Milliseconds, as in LogRecord. */
  readonly time: number | undefined;
  /** Windows 2000 to 2003 print no year: `time` is then in the year 2000. */
  readonly hasYear: boolean;
  readonly thread: string | undefined;
  /** The column behind time stamp and thread: blanks from there on belong to the message. */
  readonly end: number;
  /** A time stamp stands here, or letters in its place ("mm/dd/yyyy hh:mm:ss:ms"). */
  readonly isStamped: boolean;
}

/** Quotation marks of Markdown in front of a line. */
export const quotation = /^\uFEFF?(?:>[ \t]?){0,4}/;

/** A copy may have indented a whole log. */
const indentation = /[ \t]*/y;

/** Windows prints US order in every country: 03/06/2025 11:28:14:530. Windows 2000 to 2003: 03/30 16:19:28. */
const timeStamp =
  /\*{0,2}(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))? (\d{1,2}):(\d{2}):(\d{2})(?:[:.,](\d{1,3}))?\*{0,2}(?=\s|$)/y;

/** Letters that an author of an article put where a time stamp stood. */
const placeholder =
  /(?:mm\/dd(?:\/yyyy)? hh:mm:ss(?::[a-z]{2,3})?|\*?\\?<date ?time\\?>\*?|<date>,? <time>)(?=\s|$)/iy;

/** The id of the thread that wrote the line, on some lines of some versions: [00000470]. */
const threadId = / \[([0-9a-f]{2,8})\](?= |$)/iy;

/** Reads the start of a line. Of every line: what has no time stamp begins at its first column. */
export function readPrefix(text: string): Prefix {
  const start = quotation.exec(text)?.[0].length ?? 0;
  const indented = at(indentation, text, start).end;
  const stamp = at(timeStamp, text, indented);
  const letters = at(placeholder, text, indented);
  if (!stamp.match && !letters.match) {
    return { time: undefined, hasYear: false, thread: undefined, end: start, isStamped: false };
  }
  const thread = at(threadId, text, Math.max(stamp.end, letters.end));
  return {
    time: stamp.match && timeOf(stamp.match),
    hasYear: stamp.match?.[3] !== undefined,
    thread: thread.match?.[1],
    end: thread.end,
    isStamped: true,
  };
}

/** Matches a sticky pattern at a column; `end` is that column where it does not match. */
function at(
  pattern: RegExp,
  text: string,
  column: number,
): { match: RegExpExecArray | undefined; end: number } {
  pattern.lastIndex = column;
  const match = pattern.exec(text) ?? undefined;
  return { match, end: match ? pattern.lastIndex : column };
}

/** The time of a line that `hasPlainStamp`, and begins at an offset of a text. */
export function plainTime(text: string, start: number): number | undefined {
  const year = twoDigits(text, start + 6) * 100 + twoDigits(text, start + 8);
  const month = twoDigits(text, start);
  const day = twoDigits(text, start + 3);
  const hours = twoDigits(text, start + 11);
  const minutes = twoDigits(text, start + 14);
  const seconds = twoDigits(text, start + 17);
  const milliseconds = twoDigits(text, start + 20) * 10 + text.charCodeAt(start + 22) - 0x30;
  return dateOf(year, month, day, hours, minutes, seconds, milliseconds);
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 0x30) * 10 + text.charCodeAt(at + 1) - 0x30;
}

/** The year 2000 is a leap year, so that 29 February exists. Undefined for what is no date in US order. */
function timeOf(stamp: RegExpExecArray): number | undefined {
  const [month, day, year, hours, minutes, seconds] = stamp.slice(1, 7).map(Number) as number[];
  const milliseconds = Number((stamp[7] ?? '').padEnd(3, '0'));
  return dateOf(
    stamp[3] === undefined ? 2000 : year!,
    month!,
    day!,
    hours!,
    minutes!,
    seconds!,
    milliseconds,
  );
}

/** Milliseconds, as in LogRecord; undefined for what is no date. Months count from 1. */
function dateOf(
  year: number,
  month: number,
  day: number,
  hours: number,
  minutes: number,
  seconds: number,
  milliseconds: number,
): number | undefined {
  if (month > 12 || day > 31 || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  // A clock that was not set may say 1748; what has fewer digits is no year.
  if (year < 1000) return undefined;
  return Date.UTC(year, month - 1, day, hours, minutes, seconds, milliseconds);
}

/** 03/06/2025 11:28:14:530: the column of the blank behind it. */
export const stampLength = 23;

/**
 * Whether a line begins with a time stamp as Windows has printed it since Windows Vista, a blank behind it, and names no
 * thread: most lines do, and `readPrefix` would cost more than all else that is done with them.
 *
 * @param units the UTF-16 units of a text that holds the line from the offset `start` to `end`
 */
export function hasPlainStamp(units: ArrayLike<number>, start: number, end: number): boolean {
  return (
    end - start > stampLength &&
    units[start + 2] === 0x2f &&
    units[start + 5] === 0x2f &&
    units[start + 10] === 0x20 &&
    units[start + 13] === 0x3a &&
    units[start + 16] === 0x3a &&
    units[start + 19] === 0x3a &&
    units[start + 23] === 0x20 &&
    areDigits(units, start, start + 2) &&
    areDigits(units, start + 3, start + 5) &&
    areDigits(units, start + 6, start + 10) &&
    areDigits(units, start + 11, start + 13) &&
    areDigits(units, start + 14, start + 16) &&
    areDigits(units, start + 17, start + 19) &&
    areDigits(units, start + 20, start + 23) &&
    // A thread, "[", needs a closer look.
    (end - start === stampLength + 1 || units[start + 24] !== 0x5b)
  );
}

function areDigits(units: ArrayLike<number>, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (units[at]! < 0x30 || units[at]! > 0x39) return false;
  return true;
}

/** Whether a line begins with a letter that begins no time stamp ("mm/dd"): it is a message from its first column on. */
export function hasNoStamp(units: ArrayLike<number>, start: number, end: number): boolean {
  if (start === end) return true;
  const letter = units[start]! | 0x20;
  return letter >= 0x61 && letter <= 0x7a && letter !== 0x6d;
}
