import { headLines, type recognize } from '../formats/recognize';
import { hasBrokenRows } from '../formats/trace/brokenRows';

/** How binary traces begin, as decoding.ts reads them: two bytes of pcap are a letter in UTF-8. */
const binaryTraces: readonly (readonly [kind: string, begins: RegExp])[] = [
  ['pcapng', /^\n\r\r\n/],
  ['pcap', /^(?:Ôò¡|¡²ÃÔ|M<²¡|¡²<M)/],
  ['Network Monitor', /^GMBU/],
];

/**
 * Says of a text that is no NetSetup.log and no trace what it is instead, as far as that can be seen.
 *
 * @param text the whole of it, or as much as was read
 */
export function whyNotRead(text: string, kind: ReturnType<typeof recognize>): string {
  if (text.trim() === '') return 'empty';
  if (kind === 'netlogon') return 'a netlogon.log, which is not read yet';
  const binary = binaryTraces.find(([, begins]) => begins.test(text))?.[0];
  if (binary) return `a binary trace (${binary}): export it as text, as with \`tshark -r FILE > trace.txt\``;
  if (text.includes('\0')) return 'not a text';
  const head = text.slice(0, 40_000).split(/\r\n|\n|\r/, headLines);
  if (hasBrokenRows(head)) {
    return 'some lines look like rows of a network trace, the others do not: where rows are broken across lines, export or copy them again with one packet on each line';
  }
  return `neither a NetSetup.log nor a network trace: its first ${headLines} lines are not those of a domain join, nor packets`;
}
