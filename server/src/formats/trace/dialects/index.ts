import type { Dialect } from './dialect';
import { tsharkSummary } from './tsharkSummary';

/** Every dialect whose frames stand in rows, in the order in which a line is tried. */
export const dialects: readonly Dialect[] = [tsharkSummary];
