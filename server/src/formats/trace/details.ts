import type { Frame, Lines } from '../../model';

/**
 * The labels of the tree that a line of details stands in, from the outermost to the one that encloses it, one in
 * each line: "Domain Name System (response)", "Flags: 0x8580 …". '' for a line that nothing encloses.
 */
export function pathOf(_frame: Frame, _lines: Lines, _line: number): string {
  return '';
}
