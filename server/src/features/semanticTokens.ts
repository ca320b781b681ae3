import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import type { Log, LogRecord, Role } from '../model';
import { tokenKinds } from '../tokenKinds';
import type { Feature } from './feature';

/** What the grammar cannot know: which code that is not zero is a failure, and which is harmless. */
export const semanticTokens: Feature<SemanticTokensParams, SemanticTokens | null> = {
  name: 'semanticTokens',
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: ['netsetupHarmless', 'netsetupFailure'], tokenModifiers: [] },
      full: true,
      range: true,
    },
  },
  request: SemanticTokensRequest.type,
  handle: log => tokensOf(log, log.coded()),
};

/** What is told of these records, in the order of the log. */
export function tokensOf(log: Log, records: readonly LogRecord[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const record of records) {
    const role = log.roleOf(record);
    // A first try is harmless only where the second succeeded.
    const isOpen = role?.kind === 'superseded' && role.by.verdict.outcome !== 'succeeded';
    const type = role && !isOpen ? typeOf[role.kind] : undefined;
    if (type === undefined) continue;
    for (const { kind, value, line, start, end } of log.tokens(record.line)) {
      if (tokenKinds[kind].isResult && value !== 0) builder.push(line, start, end - start, type, 0);
    }
  }
  // Without the id that the builder takes from the clock: it is for changes of an answer, which are not offered.
  return { data: builder.build().data };
}

/** The place of each role in the legend. */
const typeOf: Readonly<Record<Role['kind'], number | undefined>> = {
  harmless: 0,
  superseded: 0,
  cause: 1,
  echo: 1,
  damage: 1,
  overcome: undefined,
  failure: 1,
};
