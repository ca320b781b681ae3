import { allTabCellsOf, tabCellsOf } from './cells';
import { rowOf } from './columns';
import type { Dialect } from './dialect';
import { type HeaderRows, headerRows } from './headerRows';
import { headerOf, namesColumns } from './headers';

/** Rows copied from the packet list of Wireshark: tabs between the columns, which are as many as one has chosen. */
export const wiresharkTabs: Dialect = {
  id: 'wiresharkTabs',
  reader: () => {
    let rows: HeaderRows | undefined;
    /** Columns of one's own stand anywhere, and are empty in some rows: only their places tell what they are. */
    let hasOwn = false;
    return {
      isBound: () => hasOwn,
      read(line) {
        if (!line.includes('\t')) return undefined;
        const cells = tabCellsOf(line);
        const header = namesColumns(line) ? headerOf(cells) : undefined;
        if (header) {
          rows = headerRows(header);
          hasOwn = header.includes(undefined) && header.includes('info');
          return 'header';
        }
        const all = hasOwn ? allTabCellsOf(line) : [];
        const placed = hasOwn && all.length === rows?.columns.length ? rows.rowOf(line, all) : undefined;
        if (placed) return placed;
        const row = rowOf(line, cells, true);
        if (row) return row;
        return cells.length === rows?.columns.length ? rows.rowOf(line, cells) : undefined;
      },
    };
  },
};
