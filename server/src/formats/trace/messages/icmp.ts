import type { Told } from './message';

const undelivered =
  /^(?:ICMP(?:v6)?: ?)?(Destination unreachable|Time-to-live exceeded|Time exceeded|Packet too big)(?: Message)?/i;

/** A row of ICMP. What is neither a request nor undelivered (a redirect, an echo) tells nothing. */
export function icmp(info: string): Told | undefined {
  const found = undelivered.exec(info);
  if (!found) return undefined;
  const rest = info.slice(found[0].length);
  const why = /^ ?\(([^)]{1,80})\)/.exec(rest)?.[1] ?? /^, ([^,{]{1,80})/.exec(rest)?.[1];
  const isDestination = /^destination/i.test(found[1]!);
  return undelivery((why ?? (isDestination ? '' : found[1]!)).trim());
}

/** Why a packet was not delivered. One that was only too large is sent again in smaller ones. */
export function undelivery(why: string): Told {
  return { kind: /fragmentation|need to frag|too big/i.test(why) ? 'data' : 'unreachable', unreachable: why };
}
