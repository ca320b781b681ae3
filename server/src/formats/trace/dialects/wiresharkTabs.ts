import { allTabCellsOf, tabCellsOf } from './cells';
import { rowByHeader, rowOf } from './columns';
import type { Dialect } from './dialect';
import { headerOf, namesColumns, type Field } from './headers';

/** Rows copied from the packet list of Wireshark: tabs between the columns, which are as many as one has chosen. */
export const wiresharkTabs: Dialect = {
  id: 'wiresharkTabs',
  reader: () => {
    let columns: readonly (Field | undefined)[] = [];
    /** Columns of one's own stand anywhere, and are empty in some rows: only their places tell what they are. */
    let hasOwn = false;
    return {
      isBound: () => hasOwn,
      read(line) {
        if (!line.includes('\t')) return undefined;
        const cells = tabCellsOf(line);
        const header = namesColumns(line) ? headerOf(cells) : undefined;
        if (header) {
          columns = header;
          hasOwn = header.includes(undefined) && header.includes('info');
          return 'header';
        }
        const all = hasOwn ? allTabCellsOf(line) : [];
        const placed = hasOwn && all.length === columns.length ? rowByHeader(line, all, columns) : undefined;
        if (placed) return placed;
        const row = rowOf(line, cells, true);
        if (row) return row;
        return columns.length > 0 && cells.length === columns.length
          ? rowByHeader(line, cells, columns)
          : undefined;
      },
    };
  },
};
