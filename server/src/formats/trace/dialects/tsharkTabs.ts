import { tabCellsOf } from './cells';
import { rowOf } from './columns';
import type { Dialect } from './dialect';

/** `tshark -T tabs`: the summary with tabs between its columns; the arrow has one of its own. */
export const tsharkTabs: Dialect = {
  id: 'tsharkTabs',
  reader: () => ({
    read(line) {
      if (!line.includes('\t')) return undefined;
      const row = rowOf(line, tabCellsOf(line), true);
      return row?.hasArrow ? row : undefined;
    },
  }),
};
