import { formats } from './formats';
import { recognize } from './formats/recognize';
import type { Lines, Log, Reading } from './model';
import { type ChunkedLines, linesOf } from './parser/lines';
import { once } from './once';
import { findingsOf } from './rules';

/**
 * Reads a text: the whole pipeline. Lines become records, records operations with their phases and a verdict,
 * and the rules say what is worth telling. Never throws, and the same text gives the same Log.
 *
 * @param text the text, or its lines where they are known
 * @param languageId what the editor says the text is; without one of ours the first lines decide
 * @param before the Log of an older version of the text: what was read of lines that have not changed is used again
 */
export function analyze(text: string | ChunkedLines, languageId?: string, before?: Log): Log {
  const lines = typeof text === 'string' ? linesOf(text) : text;
  const formatOf = (id: string | undefined) => formats.find(each => each.languageId === id);
  const format = formatOf(languageId) ?? formatOf(recognize(lines.chunks[0]!.text));
  return withFindings(format ? format.read(lines, before?.kept) : nothingIn(lines));
}

/** A reading with what the rules see in it. */
export function withFindings(reading: Reading): Log {
  const findings = once(() => findingsOf(log));
  const log = Object.defineProperty(reading, 'findings', { get: findings, enumerable: true }) as Log;
  return log;
}

/** What is read in a text of no known kind. */
function nothingIn(lines: Lines): Reading {
  return {
    languageId: undefined,
    lines,
    records: [],
    notes: [],
    operations: [],
    series: [],
    sections: [],
    blocks: [],
    trace: undefined,
    kept: undefined,
    tokens: () => [],
    recordAt: () => undefined,
    codesOf: () => [],
    coded: () => [],
    operationOf: () => undefined,
    roleOf: () => undefined,
    nameAt: () => undefined,
    occurrencesAt: () => [],
  };
}
