import type { Conversation, Exchange, Frame } from '../../model';
import type { Mutable } from './conversations';

/**
 * A client that asks anew what it has asked by datagram, or goes on to ask for the domain by NetBIOS, has waited for
 * long enough, wherever the text ends.
 */
export function judgeGivenUp(conversations: readonly Conversation[]): void {
  const last = new Map<string, Frame>();
  const byNetbios = new Map<string, Frame>();
  for (const { client, exchanges } of conversations) {
    const asked = exchanges.findLast(each => /^Name query .{1,40}<(?:0x)?1[bc]>/i.test(each.operation));
    if (asked) byNetbios.set(client, asked.frames[0]!);
  }
  for (const { client, server, transport, exchanges, hasData } of [...conversations].reverse()) {
    if (transport !== 'udp') continue;
    for (let at = exchanges.length - 1; at >= 0; at--) {
      const exchange = exchanges[at] as Mutable<Exchange>;
      const { service, operation, frames, outcome } = exchange;
      const key = `${client} ${server} ${service} ${operation}`;
      const isLocator = service === 'ldapPing' || operation.startsWith('SRV ');
      const next = [last.get(key), isLocator ? byNetbios.get(client) : undefined];
      if (outcome === 'cut' && next.some(each => each && isPatient(frames[0]!, each, hasData)))
        exchange.outcome = 'unanswered';
      if (!last.has(key)) last.set(key, frames[0]!);
    }
  }
}

/** Who asks again sooner has asked twice, and not waited: milliseconds. */
const leastWait = 250;

/** Whether a client waited between two frames; without times, a server that answers nothing was waited for. */
function isPatient(from: Frame, to: Frame, hasData: boolean): boolean {
  if (to.line <= from.line) return false;
  return from.time !== undefined && to.time !== undefined ? to.time - from.time >= leastWait : !hasData;
}
