import type { Conversation, Exchange } from '../model';

/** The same for connections of one client to one port of a server. */
export const endpointKey = ({ client, server, transport, port }: Conversation): string =>
  `${client} ${server} ${transport} ${port}`;

/** The line at which the last exchange of each conversation begins that is good: to see that a client went on. */
export function lastGood(
  exchanges: readonly Exchange[],
  isGood: (exchange: Exchange) => boolean,
): ReadonlyMap<Conversation, number> {
  const last = new Map<Conversation, number>();
  for (const exchange of exchanges) {
    const { outcome, code, conversation, frames } = exchange;
    if (outcome !== 'answered' || code || !isGood(exchange)) continue;
    last.set(conversation, Math.max(last.get(conversation) ?? 0, frames[0]!.line));
  }
  return last;
}

/** The place of the first of a list by line that stands behind a line; the length of the list where none does. */
export function firstBehind<T>(list: readonly T[], line: number, lineOf: (each: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineOf(list[middle]!) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}
