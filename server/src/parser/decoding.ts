/** What the parts of a file say as text, part by part: a file may be larger than any string. */

import { beforeZero, type Encoding, encodingOf, reachOf, tellingBytes } from './encoding';

export { encodingOf };

/** How bytes are read. */
export interface Decoding {
  /** That of the whole text, where these are not its first bytes; else they tell. */
  readonly encoding?: Encoding;
  /** A faster way for bytes that are all ASCII; undefined where they are not. */
  readonly readAscii?: (bytes: Uint8Array) => string | undefined;
}

/**
 * Bytes as text. UTF-16 is told by its byte order mark, or by where the zero bytes stand at the beginning: PowerShell
 * writes it when a log is copied with `>`. Any other text is UTF-8, of which each byte that is none is read as
 * Windows-1252, in which Windows writes names with an umlaut: a log that grew for years may have both. Where something
 * was appended in UTF-16, or to it, each part is read as what it is.
 *
 * @param chunks the bytes of a file in order, cut anywhere; a chunk is not used after the next one was asked for
 */
export function* textsOf(
  chunks: Iterable<Uint8Array>,
  { encoding, readAscii }: Decoding = {},
): Generator<string, void> {
  let decode = encoding && decoderFor(encoding, readAscii);
  let kept: Uint8Array = new Uint8Array(0);
  for (const chunk of chunks) {
    const bytes = kept.length > 0 ? joined(kept, chunk) : chunk;
    kept = new Uint8Array(yield* read(bytes, false));
  }
  yield* read(kept, true);

  /** Reads bytes as far as that can be done without those that follow, and gives the rest. */
  function* read(bytes: Uint8Array, isLast: boolean): Generator<string, Uint8Array> {
    if (!decode && !isLast && bytes.length < tellingBytes) return bytes;
    decode ??= decoderFor(encodingOf(bytes), readAscii);
    for (let rest = bytes; ;) {
      const { end, next } = reachOf(rest, decode.encoding, isLast);
      const isEnd = isLast || next !== undefined;
      const safe = isEnd ? end : decode.safeEnd(rest.subarray(0, end));
      const text = decode.text(rest.subarray(0, safe), isEnd);
      if (text !== '') yield text;
      rest = rest.subarray(safe);
      if (!next) return rest;
      decode = decoderFor(next, readAscii);
    }
  }
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
  readonly encoding: Encoding;
  /** Up to where bytes can be read without those that follow. */
  safeEnd(bytes: Uint8Array): number;
  text(bytes: Uint8Array, isLast?: boolean): string;
}

function decoderFor(encoding: Encoding, readAscii: Decoding['readAscii']): Decode {
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding);
    return {
      encoding,
      safeEnd: bytes => bytes.length,
      text: (bytes, isLast = false) => decoder.decode(bytes, { stream: !isLast }),
    };
  }
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const windows1252 = new TextDecoder('windows-1252');
  let isFirst = true;
  const read = (bytes: Uint8Array) => {
    try {
      return readAscii?.(bytes) ?? utf8.decode(bytes);
    } catch {
      // One character for each byte: their places are the same.
      const singles = windows1252.decode(bytes);
      return singles.replace(/[^\0-\x7f]+/g, (run, at: number) => mixedText(bytes, at, at + run.length));
    }
  };
  return {
    encoding,
    safeEnd: endOfCharacters,
    text(bytes) {
      const text = read(bytes);
      const start = isFirst && text.charCodeAt(0) === 0xfeff ? 1 : 0;
      if (text !== '') isFirst = false;
      return text.slice(start);
    },
  };
}

/** What Windows-1252 has in place of the control characters of Latin-1, which some versions of Node read instead. */
const from80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Bytes of which none is ASCII: the characters of UTF-8 that stand there, and what each other byte is alone. */
function mixedText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end;) {
    const byte = bytes[at]!;
    const code = characterAt(bytes, at);
    text +=
      code === undefined ? (from80[byte - 0x80] ?? String.fromCharCode(byte)) : String.fromCodePoint(code);
    at += code === undefined ? 1 : lengthInUtf8(code);
  }
  return text;
}

/** The character of several bytes that begins at a place, as RFC 3629 has them; undefined where none does. */
function characterAt(bytes: Uint8Array, at: number): number | undefined {
  const first = bytes[at]!;
  if (first < 0xc2 || first > 0xf4) return undefined;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  let code = first & (0x7f >> length);
  for (let next = at + 1; next < at + length; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = code * 64 + (byte & 0x3f);
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isSurrogate || code > 0x10ffff || lengthInUtf8(code) < length ? undefined : code;
}

function lengthInUtf8(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/**
 * Behind the last line feed; of a line without end, in front of the last bytes, which may go on in UTF-8 or be the first
 * of UTF-16.
 */
function endOfCharacters(bytes: Uint8Array): number {
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end > 0) return end;
  // A character has four bytes at most, of which the first is no 10xxxxxx.
  const last = bytes.length - beforeZero;
  for (let at = last; at >= Math.max(0, last - 3); at--) {
    if ((bytes[at]! & 0xc0) !== 0x80) return at;
  }
  return Math.max(0, last);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
