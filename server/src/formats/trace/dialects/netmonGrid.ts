import { isAddress, isName } from './addresses';
import { tabCellsOf, wordsOf, type Cell } from './cells';
import type { Dialect, Row } from './dialect';
import { isKnownProtocol, isProtocol } from './protocols';
import { readTime } from './times';

/** Columns before the protocol: numbers, times, a process with its number, and the two endpoints. */
const mostBefore = 20;

/**
 * Frame Summary of Network Monitor, with tabs or blanks between columns that everybody chooses for himself. What is
 * sure is its Description: it begins with the protocol that stands in the column before it.
 */
export const netmonGrid: Dialect = {
  id: 'netmonGrid',
  reader: () => ({
    read(line) {
      if (isHeader(line)) return 'header';
      if (!isDescription(line)) return undefined;
      const words = wordsOf(line);
      for (let at = 0; at < words.length - 1 && at <= mostBefore; at++) {
        if (!isDescribed(words[at]!.text, words[at + 1]!.text)) continue;
        const row = rowAt(line, words, at);
        if (row) return row;
      }
      return undefined;
    },
  }),
};

/** Whether a protocol stands twice somewhere in a line, as in front of a description: `TCP TCP:Flags=…`. */
export function isDescription(line: string): boolean {
  for (let at = line.indexOf(':'); at >= 0; at = line.indexOf(':', at + 1)) {
    let start = at;
    while (at - start < longestName && isWord.test(line.charAt(start - 1))) start--;
    let end = start;
    while (isBlank.test(line.charAt(end - 1))) end--;
    const before = end - (at - start);
    if (at - start < 2 || end === start || before < 0 || !isBlank.test(line.charAt(before - 1) || ' '))
      continue;
    if (line.slice(before, end).toLowerCase() === line.slice(start, at).toLowerCase()) return true;
  }
  return false;
}

const longestName = 22;
const isWord = /\w/;
const isBlank = /\s/;

/** Whether a word is the protocol of the description that begins with the next one: `TCP TCP:Flags=…`. */
function isDescribed(protocol: string, next: string): boolean {
  if (!isProtocol(protocol)) return false;
  const begins = /^([A-Za-z]\w{1,20}):/.exec(next.slice(0, 30))?.[1];
  return begins !== undefined && begins.toLowerCase() === protocol.toLowerCase();
}

function rowAt(line: string, words: readonly Cell[], at: number): Row | undefined {
  const isEnd = (word: Cell | undefined) => word !== undefined && (isAddress(word.text) || isName(word.text));
  const isNumbered = /^\d{1,10}$/.test(words[0]!.text) && at > 0;
  const before = words.slice(isNumbered ? 1 : 0, at);
  const { time, hasDate, length } = readTime(before.map(each => each.text));
  const [source, destination] = before.slice(length).slice(-2);
  const hasEnds = isEnd(source) && isEnd(destination);
  // Rows of the tool itself have no endpoints: "NetmonFilter NetmonFilter:Updated Capture Filter".
  if (!hasEnds && !isNumbered && length === 0) return undefined;
  if (hasEnds && !isNumbered && length === 0 && !isKnownProtocol(words[at]!.text)) return undefined;
  const { start } = words[at + 1]!;
  return {
    number: isNumbered ? Number(words[0]!.text) : undefined,
    time,
    hasDate,
    source: hasEnds ? source!.text : '',
    destination: hasEnds ? destination!.text : '',
    sourcePort: undefined,
    destinationPort: undefined,
    protocol: words[at]!.text,
    length: undefined,
    info: line.slice(start).trim(),
    start,
  };
}

/** The titles of the columns: there is a Description, or a Protocol Name. */
function isHeader(line: string): boolean {
  const head = line.slice(0, 400);
  if (/\d|\|/.test(head) || !head.includes('Source') || !head.includes('Destination')) return false;
  if (!head.includes('Protocol Name') && !head.includes('Description')) return false;
  return head.includes('Protocol') && (tabCellsOf(head).length > 2 || wordsOf(head).length > 3);
}
