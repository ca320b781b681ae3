import {
  type Chunk,
  type ChunkedLines,
  chunkLength,
  chunksOf,
  endOf,
  lastNotAbove,
  linesIn,
  ownText,
  withoutLastLine,
} from './lines';

/** A place in a text, as a Position of LSP: zero-based line, column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A change of a text, as LSP tells it: without a range the whole text is replaced. */
interface Edit {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

/**
 * Lines after an edit; chunks that it does not touch are the same objects. Places behind the end of a line or of the text
 * stand for that end, and a range may be given from its end to its start: as in `TextDocument.update`.
 *
 * @param length of a chunk, as in `chunksOf`
 */
export function edited(lines: ChunkedLines, { range, text }: Edit, length = chunkLength): ChunkedLines {
  if (!range) return linesIn(chunksOf(text, length));
  const { chunks } = lines;
  let [start, end] = [pointAt(lines, range.start), pointAt(lines, range.end)];
  if (end.chunk < start.chunk || (end.chunk === start.chunk && end.offset < start.offset)) {
    [start, end] = [end, start];
  }
  let from = start.chunk;
  let to = end.chunk + 1;
  let changed = chunks[from]!.text.slice(0, start.offset) + text + chunks[end.chunk]!.text.slice(end.offset);
  // A line feed that now stands behind a carriage return is one line end with it.
  if (from > 0 && changed.startsWith('\n') && chunks[from - 1]!.text.endsWith('\r')) {
    changed = chunks[--from]!.text + changed;
  }
  while (to < chunks.length && !endsLine(changed, chunks[to]!)) changed += chunks[to++]!.text;
  let fresh = chunksOf(ownText(changed), length);
  // What an edit leaves of a chunk goes into the next one: else there would be more and more of them.
  if (to < chunks.length && withoutLastLine(fresh).at(-1)!.text.length < length / 4) {
    fresh = chunksOf(changed + chunks[to++]!.text, length);
  }
  const isLast = to === chunks.length;
  return linesIn([
    ...chunks.slice(0, from),
    ...(isLast ? fresh : withoutLastLine(fresh)),
    ...chunks.slice(to),
  ]);
}

/** A chunk, by its number, and an offset in it. */
interface Point {
  readonly chunk: number;
  readonly offset: number;
}

function pointAt({ chunks, firsts, count }: ChunkedLines, { line, character }: Place): Point {
  const last = chunks.length - 1;
  if (line >= count) return { chunk: last, offset: chunks[last]!.text.length };
  const chunk = lastNotAbove(firsts, Math.max(line, 0));
  const { text, starts } = chunks[chunk]!;
  const own = Math.max(line, 0) - firsts[chunk]!;
  const start = starts[own]!;
  if (line < 0 || character <= 0) return { chunk, offset: start };
  const end = endOf(text, start, starts[own + 1] ?? text.length);
  return { chunk, offset: Math.min(start + character, end) };
}

/** Whether a text ends where a line ends, and a chunk may stand behind it. */
function endsLine(text: string, next: Chunk): boolean {
  return text.endsWith('\n') || (text.endsWith('\r') && !next.text.startsWith('\n'));
}
