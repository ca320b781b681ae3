import type { Lines } from '../model';

/** No line of a real log is longer; what a hostile one holds behind this column is not looked at. */
export const longestLine = 20_000;

/**
 * Whole lines of a text that stand one behind the other. A chunk never changes, so that what was read in it stays true
 * where it is part of a newer text.
 */
export interface Chunk {
  readonly text: string;
  /** The offset in `text` at which each of its lines begins, at least one. */
  readonly starts: Uint32Array;
}

/** Lines that are kept in chunks: an edit makes new ones only where it is. */
export interface ChunkedLines extends Lines {
  /** At least one, in the order of the text. Only the last may end without a line end. */
  readonly chunks: readonly Chunk[];
  /** The number of the first line of each chunk, and behind them the number of lines. */
  readonly firsts: Uint32Array;
}

/** About how many UTF-16 units a chunk has: an edit costs as much as reading one. */
export const chunkLength = 1 << 17;

/** Cuts a text into lines: LF, CRLF and CR end one, as in LSP, so that line numbers agree with every editor. */
export function linesOf(text: string): ChunkedLines {
  return linesIn(chunksOf(text));
}

/**
 * The chunks of a text; the last has an empty last line where the text ends with a line end.
 *
 * @param length how many UTF-16 units each has at least, but the last
 */
export function chunksOf(text: string, length = chunkLength): Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  /** Where the lines of the chunk begin, in the text. */
  let starts = new Uint32Array(4096);
  let count = 0;
  // Most texts have no lone CR, so the next CR is searched only when the last one found is behind.
  let carriageReturn = text.indexOf('\r');
  let lineFeed = text.indexOf('\n');
  for (let start = 0; ;) {
    if (count === starts.length) {
      const more = new Uint32Array(2 * count);
      more.set(starts);
      starts = more;
    }
    starts[count++] = start - from;
    if (lineFeed < 0 && carriageReturn < 0) break;
    const isLoneCr = carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed - 1);
    const end = isLoneCr ? carriageReturn : lineFeed;
    start = end + 1;
    if (end === lineFeed) lineFeed = text.indexOf('\n', start);
    if (carriageReturn >= 0 && carriageReturn <= end) carriageReturn = text.indexOf('\r', start);
    if (start - from >= length) {
      chunks.push({ text: text.slice(from, start), starts: starts.slice(0, count) });
      from = start;
      count = 0;
    }
  }
  chunks.push({ text: text.slice(from), starts: starts.slice(0, count) });
  return chunks;
}

/**
 * Lines in chunks that stand one behind the other.
 *
 * @param from where the first line of a chunk is not the one behind the chunk before it: lines in between are not given
 */
export function linesIn(chunks: readonly Chunk[], from?: ReadonlyMap<Chunk, number>): ChunkedLines {
  const firsts = new Uint32Array(chunks.length + 1);
  for (const [index, chunk] of chunks.entries()) {
    firsts[index] = from?.get(chunk) ?? firsts[index]!;
    firsts[index + 1] = firsts[index]! + chunk.starts.length;
  }
  const count = firsts[chunks.length]!;
  return {
    count,
    chunks,
    firsts,
    at(line) {
      if (!(line >= firsts[0]! && line < count)) return '';
      const index = lastNotAbove(firsts, line);
      return lineAt(chunks[index]!, line - firsts[index]!);
    },
  };
}

/** The text of lines from one on to the last. */
export function textFrom({ chunks, firsts }: ChunkedLines, line: number): string {
  const index = lastNotAbove(firsts.subarray(0, chunks.length), line);
  if (index < 0) return chunks.map(chunk => chunk.text).join('');
  const { text, starts } = chunks[index]!;
  const rest = chunks.slice(index + 1).map(chunk => chunk.text);
  return [text.slice(starts[line - firsts[index]!] ?? text.length), ...rest].join('');
}

/** Chunks that end with a line end, without the empty line behind it: others follow. */
export function withoutLastLine(chunks: readonly Chunk[]): readonly Chunk[] {
  const { text, starts } = chunks.at(-1)!;
  const rest = starts.length > 1 ? [{ text, starts: starts.slice(0, -1) }] : [];
  return [...chunks.slice(0, -1), ...rest];
}

/** A line of a chunk, by its number there, without its end. */
function lineAt({ text, starts }: Chunk, line: number): string {
  const start = starts[line];
  if (start === undefined) return '';
  return text.slice(start, endOf(text, start, starts[line + 1] ?? text.length));
}

/** Where a line ends, without the line end behind it; `next` is where the next one begins. */
export function endOf(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === 0x0a) end--;
  if (end > start && text.charCodeAt(end - 1) === 0x0d) end--;
  return end;
}

/** The index of the last of some numbers in rising order that is not above a value. */
export function lastNotAbove(numbers: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The same text, held for itself: a part of a string keeps the whole of it in memory. */
export function ownText(text: string): string {
  // Joining and cutting makes the engine write a string of its own.
  return text === '' ? '' : ` ${text}`.slice(1);
}

/** The UTF-16 units of texts, to look at many of them: a number in an array is found faster than one in a text. */
export class Units {
  private readonly encoder = new TextEncoder();
  private readonly own = new Uint8Array(2 * chunkLength);

  /** Those of a text, which hold until the next text is read. */
  of(text: string): ArrayLike<number> {
    const bytes = text.length <= this.own.length ? this.own : new Uint8Array(text.length);
    const { read, written } = this.encoder.encodeInto(text, bytes);
    // A unit of ASCII is one byte in UTF-8, any other is more.
    if (read === text.length && written === read) return bytes;
    const units = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
    return units;
  }
}

/** The offset behind the last line end of a text that is whole: what follows may belong to it. 0 where there is none. */
export function endOfLines(text: string): number {
  const lineFeed = text.lastIndexOf('\n') + 1;
  // A text whose lines end with CR alone; a line feed may follow the last one.
  return lineFeed > 0 ? lineFeed : text.lastIndexOf('\r', text.length - 2) + 1;
}
