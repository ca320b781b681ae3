/** What stands in front of a message: time stamp, thread id, and what an article or a copy put around them. */
export interface Prefix {
  /** Milliseconds, as in LogRecord. */
  readonly time: number | undefined;
  readonly thread: string | undefined;
  /** The column behind time stamp and thread: blanks from there on belong to the message. */
  readonly end: number;
  /** A time stamp stands here, or letters in its place ("mm/dd/yyyy hh:mm:ss:ms"). */
  readonly isStamped: boolean;
}

/** Quotation marks of Markdown in front of a line. */
const quotation = /^\uFEFF?(?:>[ \t]?){0,4}/;

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
  timeStamp.lastIndex = placeholder.lastIndex = start;
  const stamp = timeStamp.exec(text);
  const end = stamp ? timeStamp.lastIndex : placeholder.test(text) ? placeholder.lastIndex : start;
  if (end === start) return { time: undefined, thread: undefined, end, isStamped: false };
  threadId.lastIndex = end;
  const thread = threadId.exec(text);
  return {
    time: stamp ? timeOf(stamp) : undefined,
    thread: thread?.[1],
    end: thread ? threadId.lastIndex : end,
    isStamped: true,
  };
}

/** Windows 2000 to 2003 print no year: such a log counts from 2000, a leap year, so that 29 February exists. */
function timeOf(stamp: RegExpExecArray): number {
  const [month, day, year, hours, minutes, seconds] = stamp.slice(1, 7).map(Number) as number[];
  const milliseconds = Number((stamp[7] ?? '').padEnd(3, '0'));
  return Date.UTC(year || 2000, month! - 1, day, hours, minutes, seconds, milliseconds);
}
