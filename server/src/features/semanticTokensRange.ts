import {
  type SemanticTokens,
  type SemanticTokensRangeParams,
  SemanticTokensRangeRequest,
} from 'vscode-languageserver';
import type { Feature } from './feature';
import { tokensOf } from './semanticTokens';

/** Semantic tokens of the lines that an editor shows: it asks for them first, and never for all of a large document. */
export const semanticTokensRange: Feature<SemanticTokensRangeParams, SemanticTokens | null> = {
  name: 'semanticTokensRange',
  // What is announced stands with the tokens of a whole document.
  capabilities: {},
  request: SemanticTokensRangeRequest.type,
  reads: ['range'],
  handle: (log, { range }) => tokensOf(log, log.coded(range.start.line, range.end.line)),
};
