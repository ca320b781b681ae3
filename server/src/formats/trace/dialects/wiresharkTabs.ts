import { tabCellsOf } from './cells';
import { rowByHeader, rowOf } from './columns';
import type { Dialect } from './dialect';
import { headerOf, type Field } from './headers';

/** Rows copied from the packet list of Wireshark: tabs between the columns, which are as many as one has chosen. */
export const wiresharkTabs: Dialect = {
  id: 'wiresharkTabs',
  reader: () => {
    let columns: readonly (Field | undefined)[] = [];
    return {
      read(line) {
        if (!line.includes('\t')) return undefined;
        const cells = tabCellsOf(line);
        const header = headerOf(cells);
        if (header) {
          columns = header;
          return 'header';
        }
        const row = rowOf(line, cells, true);
        if (row) return row;
        return columns.length > 0 && cells.length === columns.length
          ? rowByHeader(line, cells, columns)
          : undefined;
      },
    };
  },
};
