import {
  type SemanticTokens,
  type SemanticTokensRangeParams,
  SemanticTokensRangeRequest,
} from 'vscode-languageserver';
import type { LogRecord } from '../model';
import type { Feature } from './feature';
import { tokensOf } from './semanticTokens';

/** Semantic tokens of the lines that an editor shows: it asks for them first, and never for all of a large document. */
export const semanticTokensRange: Feature<SemanticTokensRangeParams, SemanticTokens | null> = {
  name: 'semanticTokensRange',
  // What is announced stands with the tokens of a whole document.
  capabilities: {},
  request: SemanticTokensRangeRequest.type,
  handle: (log, { range }) => tokensOf(log, recordsIn(log.records, range.start.line, range.end.line)),
};

/** The records that begin in some lines, in the order of the log. */
function recordsIn(records: readonly LogRecord[], first: number, last: number): readonly LogRecord[] {
  const from = (line: number) => {
    let low = 0;
    let high = records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (records[middle]!.line < line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return records.slice(from(first), from(last + 1));
}
