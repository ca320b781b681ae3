/** A line in pieces: what always stands there, and what is filled in. */
export type Pieces<F> = readonly (string | ((filling: F) => string))[];

/** What of a text is not the same each time. */
export interface Hole<F> {
  /** What it looks like where it was written: the source of a regular expression without groups that capture. */
  readonly at: string;
  /** What takes the place of what was found there. */
  fill(found: string): (filling: F) => string;
}

/** Cuts a line at its holes; of two that begin at the same place the first in the list is taken. */
export function cut<F>(line: string, holes: readonly Hole<F>[]): Pieces<F> {
  if (holes.length === 0) return [line];
  const any = new RegExp(holes.map(hole => `(${hole.at})`).join('|'), 'g');
  const pieces: (string | ((filling: F) => string))[] = [];
  let end = 0;
  for (const match of line.matchAll(any)) {
    const which = match.slice(1).findIndex(group => group !== undefined);
    pieces.push(line.slice(end, match.index), holes[which]!.fill(match[0]));
    end = match.index + match[0].length;
  }
  pieces.push(line.slice(end));
  return pieces;
}

/** The line with its holes filled. */
export function filled<F>(pieces: Pieces<F>, filling: F): string {
  let line = '';
  for (const piece of pieces) line += typeof piece === 'string' ? piece : piece(filling);
  return line;
}

/** A text as a regular expression that finds it. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
