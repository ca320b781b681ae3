import type { LogRecord, Span } from '../model';

/** The message of a record in its first line: what is shown about a record stands there, not over its time stamp. */
export function messageSpan({ line, start, message }: LogRecord): Span {
  return { line, start, end: start + message.length };
}

/** Whether a span of a line is at a column: a cursor behind its last character is still at it. */
export function isAt({ start, end }: Pick<Span, 'start' | 'end'>, column: number): boolean {
  return start <= column && column <= end;
}
