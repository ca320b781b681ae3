import { formats } from './formats';
import { recognize } from './formats/recognize';
import type { Lines, Log, Reading } from './model';
import { linesOf } from './parser/lines';
import { once } from './once';
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
  return withFindings(format ? format.read(lines) : nothingIn(lines));
}

function withFindings(reading: Reading): Log {
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
    tokens: () => [],
    recordAt: () => undefined,
    codesOf: () => [],
    roleOf: () => undefined,
    nameAt: () => undefined,
    occurrencesAt: () => [],
  };
}
