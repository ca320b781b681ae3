/** Reading a line character by character: what is between blanks and tabs. */

export const tab = 9;
export const blank = 32;

/** The number that digits spell, fifteen of them at most. */
export function numberIn(line: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + line.charCodeAt(at) - 48;
  return value;
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isSeparator = (code: number): boolean => code === blank || code === tab;
export const isWordSign = (code: number): boolean =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

export const isWordAt = (line: string, word: string, at: number): boolean =>
  word !== '' && line.startsWith(word, at) && isSeparator(line.charCodeAt(at + word.length));

export function digitsEnd(line: string, from: number): number {
  let at = from;
  while (isDigit(line.charCodeAt(at))) at++;
  return at;
}

export function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === blank) at++;
  return at;
}

/** Where a word ends that no blank and no tab is in. */
export function wordEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length && !isSeparator(line.charCodeAt(at))) at++;
  return at;
}

/** What stands behind a word: a tab, with blanks before it or none, or blanks alone; 0 for anything else. */
export function separatorAt(line: string, at: number): number {
  const next = skipBlanks(line, at);
  if (line.charCodeAt(next) === tab) return tab;
  return next > at ? blank : 0;
}

/** Where the next cell begins; at a tab where it is empty. */
export function cellAfter(line: string, at: number, separator: number): number {
  const next = skipBlanks(line, at);
  return separator === tab ? skipBlanks(line, next + 1) : next;
}
