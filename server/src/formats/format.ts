import type { LanguageId, Reading } from '../model';
import type { ChunkedLines } from '../parser/lines';

/** One kind of text, and how its lines are read. */
export interface Format {
  readonly languageId: LanguageId;
  /**
   * Never throws, on any text.
   *
   * @param before `kept` of the Log of an older version of the text, or of another text: what it says may be used again
   */
  read(lines: ChunkedLines, before?: unknown): Reading;
}
