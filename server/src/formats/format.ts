import type { LanguageId, Lines, Reading } from '../model';

/** One kind of text, and how its lines are read. */
export interface Format {
  readonly languageId: LanguageId;
  /** Never throws, on any text. */
  read(lines: Lines): Reading;
}
