/** How the characters of a text are written as bytes, and where that changes. */

/** What is not UTF-16 is UTF-8, Windows-1252 or both. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How many bytes tell whether a text is UTF-16: a few lines. */
export const tellingBytes = 1024;

/**
 * Tells how a text is written, by its beginning.
 *
 * @param bytes the beginning of it, or all
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (isSingleBytes(bytes, 0)) return 'utf-8';
  const units = Math.floor(Math.min(bytes.length, tellingBytes) / 2);
  // Nearly all of a log is ASCII; names may be in any script. Other files have zero bytes too, but not like this.
  if (zerosBehind(bytes, 0, units) * 3 > units * 2) return 'utf-16le';
  return zerosBefore(bytes, 0, units) * 3 > units * 2 ? 'utf-16be' : 'utf-8';
}

/** Up to where a text is written in one way. */
export interface Reach {
  /** Behind the last byte of which that is certain. */
  readonly end: number;
  /** How it goes on there; undefined where it does not change, or where more bytes are needed to tell. */
  readonly next?: Encoding;
}

/** So many bytes tell that the encoding changes, of which some may be missing at the end of the text. */
const changeBytes = 32;
const fewestBytes = 8;

/**
 * Finds where something was appended in another encoding: `>>` of Windows PowerShell writes UTF-16 behind any log, and
 * other programs write single bytes behind UTF-16.
 *
 * @param bytes from the beginning of a character on
 * @param isLast whether no bytes follow
 */
export function reachOf(bytes: Uint8Array, encoding: Encoding, isLast: boolean): Reach {
  return encoding === 'utf-8'
    ? reachOfSingleBytes(bytes, isLast)
    : reachOfUtf16(bytes, encoding === 'utf-16be', isLast);
}

/** How many bytes in front of a zero byte may be of the UTF-16 that it is in: a byte order mark and half a unit. */
export const beforeZero = 3;

function reachOfSingleBytes(bytes: Uint8Array, isLast: boolean): Reach {
  for (let zero = bytes.indexOf(0); zero >= 0; zero = bytes.indexOf(0, zero + 1)) {
    // Of zero bytes in a row only the last may be of a character.
    while (bytes[zero + 1] === 0) zero++;
    if (!isLast && zero + changeBytes > bytes.length) return { end: Math.max(0, zero - beforeZero) };
    // A line feed in front of it ends the line before: then the zero is the first byte of its character.
    const isLittle = zero > 0 && bytes[zero - 1] !== 0x0a && isTextByte(bytes[zero - 1]!);
    const start = isLittle ? zero - 1 : zero;
    const units = Math.floor(Math.min(bytes.length - start, changeBytes) / 2);
    const zeros = (isLittle ? zerosBehind : zerosBefore)(bytes, start, units);
    if (units * 2 < fewestBytes || zeros * 3 <= units * 2) continue;
    const [a, b] = bytes.subarray(Math.max(0, start - 2), start);
    const hasMark = isLittle ? a === 0xff && b === 0xfe : a === 0xfe && b === 0xff;
    return { end: hasMark ? start - 2 : start, next: isLittle ? 'utf-16le' : 'utf-16be' };
  }
  return { end: bytes.length };
}

function reachOfUtf16(bytes: Uint8Array, isBig: boolean, isLast: boolean): Reach {
  for (let feed = bytes.indexOf(0x0a); feed >= 0; feed = bytes.indexOf(0x0a, feed + 1)) {
    const line = isBig ? feed + 1 : feed + 2;
    const isFeed = line % 2 === 0 && (line > bytes.length || bytes[isBig ? feed - 1 : feed + 1] === 0);
    if (!isFeed) continue;
    if (!isLast && line + changeBytes > bytes.length) return { end: line - 2 };
    if (isSingleBytes(bytes, line)) return { end: line, next: 'utf-8' };
  }
  return { end: isLast ? bytes.length : bytes.length - (bytes.length % 2) };
}

/** Whether bytes from a place on are nearly all ASCII and none is zero, as in no text in UTF-16. */
function isSingleBytes(bytes: Uint8Array, start: number): boolean {
  const end = Math.min(bytes.length, start + changeBytes);
  let others = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] === 0) return false;
    if (!isTextByte(bytes[at]!)) others++;
  }
  return end - start >= fewestBytes && others * 8 <= end - start;
}

/** How many of so many units are ASCII in UTF-16 with the zero byte behind. */
function zerosBehind(bytes: Uint8Array, start: number, units: number): number {
  let count = 0;
  for (let at = start; at < start + units * 2; at += 2) {
    if (bytes[at + 1] === 0 && isTextByte(bytes[at]!)) count++;
  }
  return count;
}

/** The same with the zero byte in front. */
function zerosBefore(bytes: Uint8Array, start: number, units: number): number {
  let count = 0;
  for (let at = start; at < start + units * 2; at += 2) {
    if (bytes[at] === 0 && isTextByte(bytes[at + 1]!)) count++;
  }
  return count;
}

/** Whether a byte is an ASCII character that stands in texts. */
function isTextByte(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
