import { portNamed } from '../../../tables/portNames';
import type { Segment, Told } from './message';

/** What stands in brackets in front of the Info column of any protocol over TCP. */
const tag = /^\[TCP ([^\]]{1,80})\][ ,]{0,3}/;

/** An Info column without the remarks on TCP in front of it. */
export interface Untagged {
  readonly rest: string;
  /** The tool says that it repeats an earlier segment. A keep-alive is none. */
  readonly isRepeat: boolean;
}

/** Takes the remarks away. */
export function untag(info: string): Untagged {
  if (!info.startsWith('[TCP ')) return { rest: info, isRepeat: false };
  let rest = info;
  let isRepeat = false;
  for (let found = tag.exec(rest); found; found = tag.exec(rest)) {
    if (/retransmission/i.test(found[1]!)) isRepeat = true;
    rest = rest.slice(found[0].length);
  }
  return { rest, isRepeat };
}

const ports =
  /^([\w.-]{1,40}?(?:\(\d{1,5}\))?) ?(?:→|->|>|â†’|\\342\\206\\222) ?([\w.-]{1,40}(?:\(\d{1,5}\))?)(?: \[([^\]]{1,60})\])?(?= |$)/;
const piece = /\[(?:TCP )?(?:segment of a reassembled PDU|PDU reassembled in \d+|Continuation to #\d+)\]/i;

/** The ports in front of what Wireshark says of a TCP segment or UDP datagram. */
export function portsOf(info: string): { told: Told; flags: string; rest: string } | undefined {
  const found = ports.exec(info);
  const sourcePort = portNamed(found?.[1] ?? '');
  const destinationPort = portNamed(found?.[2] ?? '');
  // Two names of hosts would look the same.
  if (!found || (sourcePort === undefined && destinationPort === undefined)) return undefined;
  return { told: { sourcePort, destinationPort }, flags: found[3] ?? '', rest: info.slice(found[0].length) };
}

/** A segment of which nothing is known. */
export const noSegment: Segment = {
  syn: false,
  ack: false,
  fin: false,
  rst: false,
  sequence: undefined,
  acknowledged: undefined,
  length: undefined,
  isRepeat: false,
};

/** A whole number that a blank, a comma or the end follows: one of a torn row is none. */
function number(text: string, before: RegExp): number | undefined {
  const found = before.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** A TCP row of Wireshark, behind the remarks in front of it. */
function wireshark(info: string): Told | undefined {
  const kind = piece.test(info) ? 'data' : 'segment';
  const found = portsOf(info);
  if (!found) return kind === 'data' ? { kind, transport: 'tcp', segment: noSegment } : undefined;
  const { told, flags, rest } = found;
  const set = flags.split(/, ?/);
  const has = (flag: string) => set.includes(flag);
  const segment: Segment = {
    syn: has('SYN'),
    ack: has('ACK'),
    fin: has('FIN'),
    rst: has('RST'),
    sequence: number(rest, /\bSeq=(\d{1,10})(?= |$)/),
    acknowledged: number(rest, /\bAck=(\d{1,10})(?= |$)/),
    length: number(rest, /\bLen=(0|[1-9]\d{0,9})(?= |$)/),
    isRepeat: false,
  };
  return { kind, transport: 'tcp', ...told, segment };
}

const netmonRow =
  /^(?:TCP:)?\s{0,3}((?:\[[^\]]{1,60}\]\s{0,3}){0,4})Flags=([.A-Z]{6,9}), SrcPort=([^,]{1,60}), DstPort=([^,]{1,60}), PayloadLen=(\d{1,6}), Seq=(\d{1,10})(?: - \d{1,10})?(?:, Ack=(\d{1,10}))?/;

/** A TCP row of Network Monitor: "TCP:[ReTransmit #1539]Flags=...A...., SrcPort=59259, DstPort=Kerberos(88), …". */
export function netmonTcp(info: string): Told | undefined {
  const found = netmonRow.exec(info);
  if (!found) return undefined;
  const [, remarks, flags, source, destination, length, sequence, acknowledged] = found;
  const segment: Segment = {
    syn: flags!.includes('S'),
    ack: flags!.includes('A'),
    fin: flags!.includes('F'),
    rst: flags!.includes('R'),
    sequence: Number(sequence),
    acknowledged: acknowledged === undefined ? undefined : Number(acknowledged),
    length: Number(length),
    isRepeat: /ReTransmit/i.test(remarks!),
  };
  return {
    kind: piece.test(remarks!) ? 'data' : 'segment',
    transport: 'tcp',
    sourcePort: portNamed(source!),
    destinationPort: portNamed(destination!),
    segment,
  };
}

/** A TCP row of any tool. `info` is without the remarks in front of it, `whole` with them. */
export function tcp(info: string, whole: string): Told | undefined {
  const told =
    info.includes('SrcPort=') && info.includes('Flags=')
      ? (netmonTcp(info) ?? wireshark(info))
      : wireshark(info);
  if (told) return told;
  if (piece.test(whole)) return { kind: 'data', transport: 'tcp', segment: noSegment };
  return undefined;
}

/** A UDP row: "53141 → 389 Len=120", "UDP:SrcPort = 53141, DstPort = LDAP(389), Length = 120". */
export function udp(info: string): Told | undefined {
  const netmon = /^(?:UDP:)?\s{0,3}SrcPort = ([^,]{1,60}), DstPort = ([^,]{1,60}),/.exec(info);
  if (netmon) {
    const [, source, destination] = netmon;
    return { transport: 'udp', sourcePort: portNamed(source!), destinationPort: portNamed(destination!) };
  }
  const found = portsOf(info);
  return found && { transport: 'udp', ...found.told };
}
