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

/** The year 2000 is a leap year, so that 29 February exists. Undefined for what is no date in US order. */
function timeOf(stamp: RegExpExecArray): number | undefined {
  const [month, day, year, hours, minutes, seconds] = stamp.slice(1, 7).map(Number) as number[];
  const milliseconds = Number((stamp[7] ?? '').padEnd(3, '0'));
  if (month! > 12 || day! > 31 || hours! > 23 || minutes! > 59 || seconds! > 59) return undefined;
  // A clock that was not set may say 1748; what has fewer digits is no year.
  if (year !== undefined && !Number.isNaN(year) && year < 1000) return undefined;
  return Date.UTC(year || 2000, month! - 1, day, hours, minutes, seconds, milliseconds);
}

/** 03/06/2025 11:28:14:530: the column of the blank behind it. */
export const stampLength = 23;

/**
 * Whether a line begins with a time stamp as Windows has printed it since Windows Vista, a blank behind it, and names no
 * thread: most lines do, and `readPrefix` would cost more than all else that is done with them.
 *
 * @param text holds the line from the offset `start` to `end`
 */
export function hasPlainStamp(text: string, start: number, end: number): boolean {
  if (end - start <= stampLength) return false;
  const unit = (column: number) => text.charCodeAt(start + column);
  // "0" to "9" are 0x30 to 0x39.
  const isDigit = (column: number) => (unit(column) - 0x30) >>> 0 <= 9;
  return (
    unit(23) === 0x20 &&
    unit(2) === 0x2f &&
    unit(5) === 0x2f &&
    unit(10) === 0x20 &&
    unit(13) === 0x3a &&
    unit(16) === 0x3a &&
    unit(19) === 0x3a &&
    isDigit(0) &&
    isDigit(1) &&
    isDigit(3) &&
    isDigit(4) &&
    isDigit(6) &&
    isDigit(7) &&
    isDigit(8) &&
    isDigit(9) &&
    isDigit(11) &&
    isDigit(12) &&
    isDigit(14) &&
    isDigit(15) &&
    isDigit(17) &&
    isDigit(18) &&
    isDigit(20) &&
    isDigit(21) &&
    isDigit(22) &&
    // A thread, "[", needs a closer look.
    (end - start === stampLength + 1 || unit(24) !== 0x5b)
  );
}

/** Whether a line begins with a letter that begins no time stamp ("mm/dd"): it is a message from its first column on. */
export function hasNoStamp(text: string, start: number, end: number): boolean {
  if (start === end) return true;
  const letter = text.charCodeAt(start) | 0x20;
  return letter >= 0x61 && letter <= 0x7a && letter !== 0x6d;
}
