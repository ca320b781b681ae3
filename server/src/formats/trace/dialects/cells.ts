/** A part of a line with the column at which it begins. */
export interface Cell {
  readonly text: string;
  readonly start: number;
}

/** No row has more columns in front of its Info. */
const mostCells = 24;

/** A line that is longer is read up to here. */
export const longestRow = 20_000;

const word = /\S+/g;
const tabbed = /[^\t]+/g;
/** Runs of words with one blank between them. */
const spaced = /\S+(?: \S+)*/g;

/** The first words of a line. */
export function wordsOf(line: string): Cell[] {
  return cut(line, word);
}

/** What stands between tabs, without blanks around it; empty cells are left out, as copies double their tabs. */
export function tabCellsOf(line: string): Cell[] {
  return cut(line, tabbed);
}

/** The same with the empty ones: a column is what stands in its place. */
export function allTabCellsOf(line: string): Cell[] {
  let start = 0;
  return line.split('\t', mostCells).map(text => {
    const cell = { text: text.trim(), start: start + text.length - text.trimStart().length };
    start += text.length + 1;
    return cell;
  });
}

/** What stands between runs of two blanks or more. */
export function blankCellsOf(line: string): Cell[] {
  return cut(line, spaced);
}

function cut(line: string, pattern: RegExp): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const text of line.match(pattern) ?? []) {
    // Only what is between two matches stands in front of this one.
    const index = line.indexOf(text, from);
    from = index + text.length;
    const trimmed = text.trim();
    if (trimmed === '') continue;
    cells.push({ text: trimmed, start: index + text.indexOf(trimmed) });
    if (cells.length === mostCells) break;
  }
  return cells;
}
