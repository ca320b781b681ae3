import { formats } from './formats';
import type { Format } from './formats/format';
import { recognize } from './formats/recognize';
import type { Finding, Log } from './model';
import { linesOf } from './parser/lines';
import { findingsOf } from './rules';

/**
 * Reads a text: the whole pipeline. Lines become records, records operations with their phases and a verdict,
 * and the rules say what is worth telling. Never throws, and the same text gives the same Log.
 *
 * @param languageId what the editor says the text is; without it the first lines decide.
 */
export function analyze(text: string, languageId: string | undefined = recognize(text)): Log {
  const lines = linesOf(text);
  const format = formats.find(each => each.languageId === languageId);
  const reading = format?.read(lines) ?? nothing;
  let findings: readonly Finding[] | undefined;
  const log: Log = {
    languageId: format?.languageId,
    lines,
    records: reading.records,
    notes: reading.notes,
    get operations() {
      return reading.operations;
    },
    get findings() {
      return (findings ??= findingsOf(log));
    },
    tokens: reading.tokens,
    recordAt: reading.recordAt,
    operationOf: reading.operationOf,
    nameAt: reading.nameAt,
    codesOf: reading.codesOf,
    harmless: reading.harmless,
  };
  return log;
}

/** What is read in a text of no known kind. */
const nothing: ReturnType<Format['read']> = {
  records: [],
  notes: [],
  operations: [],
  tokens: () => [],
  recordAt: () => undefined,
  operationOf: () => undefined,
  nameAt: () => undefined,
  codesOf: () => [],
  harmless: () => undefined,
};
