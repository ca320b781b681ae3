import type { Range } from 'vscode-languageserver';
import type { Span } from '../model';

/** A span as a range of the protocol. */
export function rangeOf({ line, start, end }: Span): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}
