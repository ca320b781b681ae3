import { wordsOf } from './cells';
import { rowOf } from './columns';
import type { Dialect } from './dialect';

/**
 * `    1   0.000000 10.20.0.7 → 10.20.0.10 DNS 94 Standard query …`, what tshark prints without options, with every
 * time that `-t` knows. Where its columns are customised, ports stand between the addresses and no arrow.
 */
export const tsharkSummary: Dialect = {
  id: 'tsharkSummary',
  reader: () => ({
    read(line) {
      if (line.includes('\t')) return undefined;
      const row = rowOf(line, wordsOf(line), false);
      return row && (row.hasArrow || row.hasPortColumns) ? row : undefined;
    },
  }),
};
