import type { Range } from 'vscode-languageserver';
import type { LogRecord, Span } from '../model';

/** A span as a range of the protocol. */
export function rangeOf({ line, start, end }: Span): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** The place of a record's message: what is shown as selected when the record is chosen. */
export function messageRange({ line, start, message }: LogRecord): Range {
  return rangeOf({ line, start, end: start + message.length });
}

/** The whole lines from the first record to the last. */
export function linesRange(records: readonly LogRecord[], lengthOf: (line: number) => number): Range {
  const first = records[0]!.line;
  const last = records.reduce((line, record) => Math.max(line, record.endLine), first);
  return { start: { line: first, character: 0 }, end: { line: last, character: lengthOf(last) } };
}
