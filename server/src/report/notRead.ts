import { headLines, type recognize } from '../formats/recognize';
import { hasBrokenRows } from '../formats/trace/brokenRows';
import { otherExport } from '../formats/trace/otherExports';
import { isNetlogonLog } from '../formats/netlogon';

/** How binary traces begin, as decoding.ts reads them: two bytes of pcap are a letter in UTF-8. */
const binaryTraces: readonly (readonly [kind: string, begins: RegExp])[] = [
  ['pcapng', /^\n\r\r\n/],
  ['pcap', /^(?:Ôò¡|¡²ÃÔ|M<²¡|¡²<M)/],
  ['Network Monitor', /^GMBU/],
];

/** What the names of packed files end with. */
const packed = /\.(?:gz|tgz|zip|7z|cab|xz|bz2|zst)$/i;

/** What is known of a file that is not read, where somebody may have meant it to be. */
export type UnreadKind = 'binary trace' | 'trace in another form' | 'network trace' | 'netlogon.log';

/** Whether a text is one, with something in it. */
export function isText(text: string): boolean {
  return text.trim() !== '' && !text.includes('\0');
}

/**
 * What is known of a file that is not read.
 *
 * @param text its beginning; '' where it was not opened
 */
export function unreadKind(text: string, name: string): UnreadKind | undefined {
  if (/\.(?:pcapng|pcap|cap|etl)$/i.test(name) && !isText(text)) return 'binary trace';
  if (binaryKind(text) !== undefined) return 'binary trace';
  const head = linesOf(text);
  if (exportIn(head) !== undefined) return 'trace in another form';
  return isNetlogonLog(head.filter(line => line.trim() !== '')) ? 'netlogon.log' : undefined;
}

/**
 * Says of a file that is no NetSetup.log and no trace, or one that is not read, what it is instead, as far as that can
 * be seen.
 *
 * @param text the whole of it, or as much as was read
 * @param name the name of the file, where it has one
 */
export function whyNotRead(text: string, kind: ReturnType<typeof recognize>, name = ''): string {
  if (text.trim() === '') return 'empty';
  if (kind === 'netlogon') return 'a netlogon.log, which is not read yet';
  const binary = binaryKind(text);
  if (binary) return `a binary trace (${binary}): ${exportIt}`;
  if (!isText(text) && /\.etl$/i.test(name)) {
    return 'a binary trace (etl): `pktmon etl2txt FILE --out trace.txt`, or `pktmon etl2pcap` and Wireshark';
  }
  // How gzip and zip begin, as decoding.ts reads them.
  if (/^(?:\x1f‹|PK\x03\x04)/.test(text) || (!isText(text) && packed.test(name))) {
    return 'compressed: unpack it first';
  }
  if (!isText(text)) return 'not a text';
  const head = linesOf(text);
  const other = exportIn(head);
  if (other !== undefined) return `not read: ${other}; ${exportIt}`;
  if (hasBrokenRows(head)) {
    return 'some lines look like rows of a network trace, the others do not: where rows are broken across lines, export or copy them again with one packet on each line';
  }
  return `neither a NetSetup.log nor a network trace: its first ${headLines} lines are not those of a domain join, nor packets`;
}

const exportIt =
  "export it as text, as with `tshark -r FILE > trace.txt` or Wireshark's File > Export Packet Dissections";

function binaryKind(text: string): string | undefined {
  return binaryTraces.find(([, begins]) => begins.test(text))?.[0];
}

function linesOf(text: string): string[] {
  return text.slice(0, 40_000).split(/\r\n|\n|\r/, headLines);
}

/** Which export of a trace a text is that is known and not read. */
function exportIn(head: readonly string[]): string | undefined {
  return otherExport({ count: head.length, at: line => head[line]! })?.what;
}
