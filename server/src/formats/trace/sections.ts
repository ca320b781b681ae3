import type { Lines, Section, Trace } from '../../model';

/** The outline: steps, their exchanges, the frames of these with their details. */
export function readSections(_trace: Trace, _lines: Lines): Section[] {
  return [];
}

/** Runs of lines that fold: details, parts of their tree, rows of one step that follow each other. */
export function readBlocks(_trace: Trace, _lines: Lines): (readonly [first: number, last: number])[] {
  return [];
}
