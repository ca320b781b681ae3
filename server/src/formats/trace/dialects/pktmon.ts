import type { Dialect, Row } from './dialect';
import { readTime } from './times';

/** `[00]49DC.4A38::2026-08-17 15:52:24.345685300 [Microsoft-Windows-PktMon] PktGroupId 556, PktNumber 1, …`. */
const event = /^\s{0,8}\[ ?\d{1,4}\] ?[0-9A-Fa-f]{1,8}\.[0-9A-Fa-f]{1,8}::(\S{1,30} \S{1,30}) \[/;
/** `15:52:24.345685300 Drop: PktGroupId 556, PktNumber 1, …`: `pktmon etl2txt --brief`. */
const brief = /^\s{0,8}(\d{1,2}:\d{2}:\d{2}\.\d{1,9}) (?:[^\s:]{1,20}: ?)?PktGroupId /;
const banner = /^\s{0,8}(?:MSNT_SystemTrace|EventsLost:|BuffersLost:)/;
const packetNumbers = /PktGroupId (\d{1,20}).{0,3}PktNumber (\d{1,15})/;

const mac = '[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}';
const ethernet = new RegExp(`^\\s{0,12}(${mac}) > (${mac}), (.{1,200}?)(?:, length \\d{1,6}: (?=(\\S))|$)`);
/** What a VLAN puts in front of the packet. */
const vlan = /^vlan .{1,60}?ethertype [\w.]{1,12} \(0x[0-9a-f]{1,4}\), /;
const ends = /^\s{0,12}(?:IP6? )?([^\s>]{1,80}) > ([^\s>]{1,80}): (?=\S)/;
const ipv4End = /^(\d{1,3}(?:\.\d{1,3}){3})(?:\.(\d{1,5}))?$/;
const ipv6End = /^([0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{1,45}?(?:%\w{1,16})?)(?:\.(\d{1,5}))?$/;

/** A packet is the same on another component, in milliseconds. */
const sameWithin = 1;

/** Texts with more packets than this hold no more repeats. */
const mostRemembered = 200_000;

/**
 * `pktmon etl2txt`: a line with labels, which are translated, and behind it the packet as tcpdump prints one. The
 * packet is where its addresses stand. It is printed again for each component of the network stack that it passes.
 */
export const pktmon: Dialect = {
  id: 'pktmon',
  reader: () => {
    /** Of the event whose packet comes next. */
    let about: { time: number | undefined; hasDate: boolean; number: number | undefined } | undefined;
    const lastTimes = new Map<string, number>();

    const packet = (line: string, from: number): Row | undefined => {
      const text = line.slice(from);
      const match = ends.exec(text);
      const [source, destination] = [endOf(match?.[1]), endOf(match?.[2])];
      if (!match || !source || !destination) return undefined;
      const start = from + match[0].length;
      const info = line.slice(start).trimEnd();
      const row: Row = {
        number: about?.number,
        time: about?.time,
        hasDate: about?.hasDate ?? false,
        source: source.address,
        destination: destination.address,
        sourcePort: source.port,
        destinationPort: destination.port,
        protocol: protocolOf(info, source.port, destination.port),
        length: undefined,
        info,
        start,
      };
      about = undefined;
      return isRepeat(row) ? { ...row, isRepeat: true } : row;
    };

    const isRepeat = ({ time, source, destination, sourcePort, destinationPort, info }: Row): boolean => {
      if (time === undefined) return false;
      const words = /^Flags \[.{1,10}\](?:, seq [\d:]{1,24})?(?:, ack \d{1,12})?/.exec(info)?.[0] ?? info;
      const key = `${source} ${sourcePort} ${destination} ${destinationPort} ${words.slice(0, 300)}`;
      const last = lastTimes.get(key);
      if (last !== undefined || lastTimes.size < mostRemembered) lastTimes.set(key, time);
      return last !== undefined && Math.abs(time - last) <= sameWithin;
    };

    return {
      isBound: () => about !== undefined,
      read(line) {
        const stamp = event.exec(line)?.[1] ?? brief.exec(line)?.[1];
        if (stamp !== undefined) {
          const { time, hasDate } = readTime(stamp.split(' '));
          about = { time, hasDate, number: numberIn(line.slice(0, 500)) };
          return 'header';
        }
        if (banner.test(line)) return 'header';
        const frame = ethernet.exec(line);
        if (!frame) return about ? packet(line, 0) : undefined;
        // In detail, the addresses stand in the next line.
        if (frame[4] === undefined || frame[4] === '(') {
          about ??= { time: undefined, hasDate: false, number: undefined };
          return 'header';
        }
        const from = frame[0].length + (vlan.exec(line.slice(frame[0].length))?.[0].length ?? 0);
        return packet(line, from) ?? withoutIp(line, frame);
      },
    };

    /** ARP and other frames without IP. */
    function withoutIp(line: string, frame: RegExpExecArray): Row {
      const start = frame[0].length;
      const row = {
        number: about?.number,
        time: about?.time,
        hasDate: about?.hasDate ?? false,
        source: frame[1]!,
        destination: frame[2]!,
        sourcePort: undefined,
        destinationPort: undefined,
        protocol: /^ethertype ([\w.]{1,20})/.exec(frame[3]!)?.[1] ?? '',
        length: undefined,
        info: line.slice(start).trimEnd(),
        start,
      };
      about = undefined;
      return isRepeat(row) ? { ...row, isRepeat: true } : row;
    }
  },
};

/**
 * The number of a packet, where the group counts packets: its low 48 bits are the number then. Elsewhere each packet
 * is number 1 of its group.
 */
function numberIn(labels: string): number | undefined {
  const [, group, digits] = packetNumbers.exec(labels) ?? [];
  const number = Number(digits);
  return number > 1 && Number(group) % 2 ** 48 === number ? number : undefined;
}

/** Address and port, which tcpdump joins with a dot. */
function endOf(text: string | undefined): { address: string; port: number | undefined } | undefined {
  const match = text === undefined ? null : (ipv4End.exec(text) ?? ipv6End.exec(text));
  return match
    ? { address: match[1]!, port: match[2] === undefined ? undefined : Number(match[2]) }
    : undefined;
}

/** What tcpdump decodes it tells by its words and not by a name. */
function protocolOf(info: string, ...ports: (number | undefined)[]): string {
  if (info.startsWith('Flags [')) return 'TCP';
  if (/^ICMP6?\b/.test(info)) return info.startsWith('ICMP6') ? 'ICMPv6' : 'ICMP';
  if (info.startsWith('UDP')) return 'UDP';
  if (ports.includes(53)) return 'DNS';
  if (ports.includes(137)) return 'NBNS';
  if (ports.includes(5353)) return 'MDNS';
  if (info.startsWith('BOOTP') || info.startsWith('dhcp6'))
    return info.startsWith('BOOTP') ? 'DHCP' : 'DHCPv6';
  return ports[0] === undefined ? 'IP' : 'UDP';
}
