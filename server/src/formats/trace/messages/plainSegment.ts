import { digitsEnd, isDigit } from '../characters';
import type { Segment, Told } from './message';

type Flags = Pick<Segment, 'syn' | 'ack' | 'fin' | 'rst'>;

/** What stands in brackets behind the ports, in every order that Wireshark prints. */
const flagsOf: ReadonlyMap<string, Flags> = new Map(
  ['SYN', 'SYN, ACK', 'ACK', 'PSH, ACK', 'FIN, ACK', 'FIN, PSH, ACK', 'RST', 'RST, ACK', 'FIN'].map(text => {
    const set = text.split(', ');
    const has = (flag: string) => set.includes(flag);
    return [text, { syn: has('SYN'), ack: has('ACK'), fin: has('FIN'), rst: has('RST') }];
  }),
);

const longestFlags = 13;

/**
 * "445 → 52210 [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460", the row of a segment as Wireshark prints nearly all
 * of them, read in one pass. Undefined for every other, which `tcp` reads.
 */
export function plainSegment(info: string): Told | undefined {
  const sourcePort = numberAt(info, 0, 5);
  let at = digitsEnd(info, 0);
  if (sourcePort === undefined || !info.startsWith(' → ', at)) return undefined;
  const destinationPort = numberAt(info, at + 3, 5);
  at = digitsEnd(info, at + 3);
  if (destinationPort === undefined || sourcePort > 0xffff || destinationPort > 0xffff) return undefined;
  if (!info.startsWith(' [', at)) return undefined;
  const close = info.indexOf(']', at);
  if (close < 0 || close - at > longestFlags + 2) return undefined;
  const flags = flagsOf.get(info.slice(at + 2, close));
  // What stands in brackets behind them tells more.
  if (!flags || !info.startsWith(' Seq=', close + 1) || info.indexOf('[', close) >= 0) return undefined;
  at = close + 6;
  const sequence = numberAt(info, at, 10);
  at = digitsEnd(info, at);
  const hasAck = info.startsWith(' Ack=', at);
  const acknowledged = hasAck ? numberAt(info, at + 5, 10) : undefined;
  if (hasAck) at = digitsEnd(info, at + 5);
  if (sequence === undefined || (hasAck && acknowledged === undefined) || !info.startsWith(' Win=', at))
    return undefined;
  at = digitsEnd(info, at + 5);
  if (!info.startsWith(' Len=', at)) return undefined;
  const length = numberAt(info, at + 5, 10);
  const from = at + 5;
  at = digitsEnd(info, from);
  const isPadded = info.charCodeAt(from) === 48 && at > from + 1;
  if (length === undefined || isPadded || (at < info.length && info.charCodeAt(at) !== 32)) return undefined;
  // Without its own number, a later one might be taken for it.
  if (!hasAck && info.includes('Ack=', at)) return undefined;
  const { syn, ack, fin, rst } = flags;
  return {
    kind: 'segment',
    transport: 'tcp',
    sourcePort,
    destinationPort,
    segment: { syn, ack, fin, rst, sequence, acknowledged, length, isRepeat: false },
  };
}

/** The number at a place; undefined for none, and for one of more digits. */
function numberAt(text: string, from: number, mostDigits: number): number | undefined {
  let value = 0;
  let at = from;
  for (; isDigit(text.charCodeAt(at)); at++) {
    if (at - from >= mostDigits) return undefined;
    value = value * 10 + text.charCodeAt(at) - 48;
  }
  return at > from ? value : undefined;
}
