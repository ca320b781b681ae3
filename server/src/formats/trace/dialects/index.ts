import { csv } from './csv';
import type { Dialect } from './dialect';
import { markdownTable } from './markdownTable';
import { netmonGrid } from './netmonGrid';
import { pktmon } from './pktmon';
import { tsharkSummary } from './tsharkSummary';
import { tsharkTabs } from './tsharkTabs';
import { wiresharkColumns } from './wiresharkColumns';
import { wiresharkTabs } from './wiresharkTabs';

/** Every dialect whose frames stand in rows, in the order in which a line is tried. */
export const dialects: readonly Dialect[] = [
  pktmon,
  markdownTable,
  netmonGrid,
  csv,
  tsharkTabs,
  wiresharkTabs,
  tsharkSummary,
  wiresharkColumns,
];
