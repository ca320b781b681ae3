import { diagnostics } from './diagnostics';
import { documentSymbols } from './documentSymbols';
import type { Feature } from './feature';
import { foldingRanges } from './foldingRanges';
import { hover } from './hover';

/** Every feature. */
export const features: readonly Feature[] = [diagnostics, documentSymbols, foldingRanges, hover];
