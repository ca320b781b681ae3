import type { Log, Trace } from '../../model';

/** What is known of a protocol, port, address, SRV name or interface at a position. */
export function nameAt(
  _trace: Trace,
  _text: string,
  _line: number,
  _column: number,
): ReturnType<Log['nameAt']> {
  return undefined;
}
