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

/** The beginning of a text, or all of a short one, taken out of its parts: they go on behind it. */
export function headOf(texts: Iterator<string>): string {
  let head = '';
  while (head.length < enoughOfHead) {
    const next = texts.next();
    if (next.done) break;
    head += next.value;
  }
  return head;
}

interface Decode {
  /** Up to where bytes can be read without those that follow. */
  safeEnd(bytes: Uint8Array): number;
  text(bytes: Uint8Array, isLast?: boolean): string;
}

function decoderFor(head: Uint8Array, readAscii?: (bytes: Uint8Array) => string | undefined): Decode {
  const mark = head.length >= 2 ? head[0]! * 256 + head[1]! : 0;
  if (mark === 0xfffe || mark === 0xfeff) {
    const decoder = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be');
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
    safeEnd: endOfLines,
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
        const start = isFirst && text.charCodeAt(0) === byteOrderMark ? 1 : 0;
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

const byteOrderMark = 0xfeff;

/** Behind the last line feed; of a line without end, in front of the last character that may go on. */
function endOfLines(bytes: Uint8Array): number {
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end > 0) return end;
  for (let at = bytes.length - 1; at >= 0; at--) if (bytes[at]! < 0x80) return at;
  return 0;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
