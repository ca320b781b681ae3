import type { Goal } from '../harness';
import { g1, g2 } from './analysis';
import { g6, g7 } from './answers';
import { g9 } from './commandLine';
import { g3, g4, g5 } from './editing';
import { g11 } from './grammar';
import { g14 } from './hostile';
import { g8 } from './memory';
import { g12 } from './size';
import { g10 } from './startup';
import { g13 } from './traces';

/** Every goal, in the order in which they are measured. */
export const goals: readonly Goal[] = [g1, g2, g3, g4, g5, g6, g7, g8, g9, g10, g11, g12, g13, g14];
