/** What is said of files that are too large for something. */
import { longestOperation } from '../windows/readInWindows';
import { paragraph } from './paragraphs';

/** A trace is read whole; one of more UTF-16 units is not. */
export const longestTrace = 200 * 1024 * 1024;

export const traceTooLong =
  'a network trace of more than 200 MB is not read: its conversations span it from end to end. Export the packets of the join alone.';

/** Says of a file that was read in windows what had to be cut, of which there is something. Lines are one-based. */
export function whatWasCut(cuts: readonly number[]): string {
  const shown = cuts.slice(0, 5).map(line => line + 1);
  const more = cuts.length > shown.length ? ` and ${cuts.length - shown.length} more` : '';
  const size = longestOperation / 1024 / 1024;
  return `Cut at line ${shown.join(', ')}${more}: the operation there is longer than ${size} MB, and may be told as two, of which the first looks unfinished.`;
}

/** The same for a terminal; '' where nothing was cut. */
export function cutsText(cuts: readonly number[]): string {
  return cuts.length > 0 ? `\n${paragraph(whatWasCut(cuts))}` : '';
}
