import { codeActions } from './codeActions';
import { codeLens } from './codeLens';
import { diagnostics } from './diagnostics';
import { documentHighlights } from './documentHighlights';
import { documentLinks } from './documentLinks';
import { documentSymbols } from './documentSymbols';
import type { Feature } from './feature';
import { foldingRanges } from './foldingRanges';
import { hover } from './hover';
import { inlayHints } from './inlayHints';
import { references } from './references';
import { semanticTokens } from './semanticTokens';
import { semanticTokensRange } from './semanticTokensRange';

/** Every feature. */
export const features: readonly Feature[] = [
  codeActions,
  codeLens,
  diagnostics,
  documentHighlights,
  documentLinks,
  documentSymbols,
  foldingRanges,
  hover,
  inlayHints,
  references,
  semanticTokens,
  semanticTokensRange,
];
