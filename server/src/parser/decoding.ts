/** What the parts of a file say as text, part by part: a file may be larger than any string. */

/**
 * Bytes as text: UTF-8, or UTF-16 where a byte order mark says so: PowerShell writes that when a log is copied with
 * `>`. What is not UTF-8 is read as Windows-1252, in which Windows writes names with an umlaut; the first part of
 * the file that is not ASCII decides it.
 *
 * @param chunks the bytes of a file in order, cut anywhere; a chunk is not used after the next one was asked for
 * @param readAscii a faster way for bytes that are all ASCII; undefined where they are not
 */
export function* textsOf(
  chunks: Iterable<Uint8Array>,
  readAscii?: (bytes: Uint8Array) => string | undefined,
): Generator<string, void> {
  let decode: Decode | undefined;
  let kept: Uint8Array = new Uint8Array(0);
  for (const chunk of chunks) {
    const bytes = kept.length > 0 ? joined(kept, chunk) : chunk;
    // A byte order mark has up to three bytes.
    decode ??= bytes.length > 2 ? decoderFor(bytes, readAscii) : undefined;
    const end = decode ? decode.safeEnd(bytes) : 0;
    if (decode && end > 0) yield decode.text(bytes.subarray(0, end));
    kept = new Uint8Array(bytes.subarray(end));
  }
  decode ??= decoderFor(kept, readAscii);
  const last = decode.text(kept, true);
  if (last !== '') yield last;
}

/** More than the first lines of any text. */
const enoughOfHead = 1_000_000;

/** A text whose beginning was taken out of its parts. */
export interface Begun {
  /** The beginning, or all of a short text. */
  readonly head: string;
  /** All of it, the beginning first: to be gone through once. */
  readonly texts: Iterable<string>;
}

/** Takes the beginning out of a text, to tell what it is. */
export function begun(texts: Iterator<string> & Iterable<string>): Begun {
  let head = '';
  while (head.length < enoughOfHead) {
    const next = texts.next();
    if (next.done) break;
    head += next.value;
  }
  const all = function* () {
    yield head;
    yield* texts;
  };
  return { head, texts: all() };
}

interface Decode {
  /** Up to where bytes can be read without those that follow. */
  safeEnd(bytes: Uint8Array): number;
  text(bytes: Uint8Array, isLast?: boolean): string;
}

function decoderFor(head: Uint8Array, readAscii?: (bytes: Uint8Array) => string | undefined): Decode {
  if (byteOrderMark(head).length === 2) {
    const decoder = new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be');
    return {
      safeEnd: bytes => bytes.length,
      text: (bytes, isLast = false) => decoder.decode(bytes, { stream: !isLast }),
    };
  }
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const windows1252 = new TextDecoder('windows-1252');
  let isFirst = true;
  /** Undefined while all was ASCII. */
  let isUtf8: boolean | undefined;
  return {
    safeEnd: endOfCharacters,
    text(bytes) {
      const ascii = readAscii?.(bytes);
      if (ascii !== undefined) {
        isFirst = false;
        return ascii;
      }
      if (isUtf8 === false) return windows1252.decode(bytes);
      try {
        const text = utf8.decode(bytes);
        if (text.length < bytes.length) isUtf8 = true;
        const start = isFirst && text.charCodeAt(0) === 0xfeff ? 1 : 0;
        isFirst = false;
        return text.slice(start);
      } catch {
        isUtf8 ??= false;
        isFirst = false;
        return windows1252.decode(bytes);
      }
    },
  };
}

/** The byte order mark that bytes begin with, or no bytes: it says how all of them are read. */
export function byteOrderMark(bytes: Uint8Array): Uint8Array {
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return bytes.slice(0, 2);
  return a === 0xef && b === 0xbb && c === 0xbf ? bytes.slice(0, 3) : new Uint8Array(0);
}

/** Behind the last line feed; of a line without end, in front of the last character that may go on in UTF-8. */
function endOfCharacters(bytes: Uint8Array): number {
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end > 0) return end;
  // A character has four bytes at most, of which the first is no 10xxxxxx.
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 4); at--) {
    if ((bytes[at]! & 0xc0) !== 0x80) return at;
  }
  return bytes.length;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
