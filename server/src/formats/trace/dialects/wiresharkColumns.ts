import { blankCellsOf, type Cell, wordsOf } from './cells';
import { rowOf } from './columns';
import type { Dialect } from './dialect';
import { type HeaderRows, headerRows } from './headerRows';
import { type Field, headerOf, namesColumns } from './headers';
import { narrowRowOf } from './narrowRow';

/**
 * Columns aligned with blanks: what Wireshark exports as plain text, with its header in front of each packet, packet
 * lists as articles print them, and what a machine reads from a screenshot of one.
 */
export const wiresharkColumns: Dialect = {
  id: 'wiresharkColumns',
  reader: () => {
    let rows: HeaderRows | undefined;
    return {
      read(line) {
        if (line.includes('\t')) return undefined;
        const words = wordsOf(line);
        if (words.length < 3) return undefined;
        const header = headerIn(line, words);
        if (header) {
          rows = headerRows(header);
          return 'header';
        }
        const row = rowOf(line, words, false);
        if (row) return row;
        const cells = blankCellsOf(line);
        const split = cells.length > 3 ? rowOf(line, cells, true) : undefined;
        if (split) return split;
        const named = cells.length === rows?.columns.length ? rows.rowOf(line, cells) : undefined;
        return named ?? narrowRowOf(line, words, rows !== undefined && !rows.columns.includes('source'));
      },
    };
  },
};

/** The columns that a header names; undefined for any other line. */
export function headerIn(line: string, words: readonly Cell[]): (Field | undefined)[] | undefined {
  if (!namesColumns(line)) return undefined;
  return headerOf(words) ?? headerOf(words.slice(0, 3)) ?? headerOf(blankCellsOf(line));
}
