import { blankCellsOf, wordsOf } from './cells';
import { rowByHeader, rowOf } from './columns';
import type { Dialect } from './dialect';
import { headerOf, type Field } from './headers';

/**
 * Columns aligned with blanks: what Wireshark exports as plain text, with its header in front of each packet, and
 * packet lists as articles print them.
 */
export const wiresharkColumns: Dialect = {
  id: 'wiresharkColumns',
  reader: () => {
    let columns: readonly (Field | undefined)[] = [];
    return {
      read(line) {
        if (line.includes('\t')) return undefined;
        const words = wordsOf(line);
        const header = headerOf(words) ?? headerOf(blankCellsOf(line));
        if (header) {
          columns = header;
          return 'header';
        }
        const row = rowOf(line, words, false);
        if (row) return row;
        const cells = blankCellsOf(line);
        const split = cells.length > 3 ? rowOf(line, cells, true) : undefined;
        if (split) return split;
        return columns.length > 0 && cells.length === columns.length
          ? rowByHeader(line, cells, columns)
          : undefined;
      },
    };
  },
};
