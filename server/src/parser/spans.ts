import type { LogRecord, Span } from '../model';

/** The message of a record in its first line: what is shown about a record stands there, not over its time stamp. */
export function messageSpan({ line, start, message }: LogRecord): Span {
  return { line, start, end: start + message.length };
}

/** First and last line of records, of which there is at least one. */
export function linesOf(records: readonly LogRecord[]): [first: number, last: number] {
  const first = records[0]!.line;
  return [first, records.reduce((line, record) => Math.max(line, record.endLine), first)];
}

/** Whether a span of a line is at a column: a cursor behind its last character is still at it. */
export function isAt({ start, end }: Pick<Span, 'start' | 'end'>, column: number): boolean {
  return start <= column && column <= end;
}

/** The record that a line belongs to: none for a note or a blank line. */
export function recordAt<R extends LogRecord>(records: readonly R[], line: number): R | undefined {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (records[middle]!.line <= line) low = middle + 1;
    else high = middle;
  }
  const record = records[low - 1];
  return record && line <= record.endLine ? record : undefined;
}
