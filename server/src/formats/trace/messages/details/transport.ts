import { portNamed } from '../../../../tables/portNames';
import type { Told } from '../message';
import { noSegment } from '../tcp';
import type { Section } from './sections';
import { valueOf } from './sections';

const ports =
  /^(?:Transmission Control Protocol|User Datagram Protocol), Src Port: ([^,]{1,60}), Dst Port: ([^,]{1,60})/;

/** The ports in the heading of TCP or UDP. */
export function portsIn(heading: string): Told {
  const found = ports.exec(heading);
  return found ? { sourcePort: portIn(found[1]!), destinationPort: portIn(found[2]!) } : {};
}

/** "88", or in older versions "kerberos (88)". */
const portIn = (text: string) => portNamed(/\((\d{1,5})\)$/.exec(text)?.[1] ?? text);

/** "Transmission Control Protocol, Src Port: 88, Dst Port: 50950, Seq: 1, Ack: 213, Len: 141". */
export function tcpSection({ heading, lines }: Section): Told {
  const number = (pattern: RegExp) => {
    const found = pattern.exec(heading)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const flags = /^0x[0-9a-f]{1,4} \(([^)]{1,60})\)/i.exec(valueOf(lines, 'Flags') ?? '')?.[1] ?? '';
  const has = (flag: string) => flags.split(', ').includes(flag);
  const isRepeat = lines.some(each =>
    /\[Expert Info .{0,60}\(suspected\) (?:spurious |fast )?retransmission/.test(each),
  );
  const isPiece = lines.some(each => /^TCP segment data|^\[Reassembled PDU in frame:/.test(each));
  return {
    kind: isPiece ? 'data' : 'segment',
    transport: 'tcp',
    ...portsIn(heading),
    segment: {
      ...noSegment,
      syn: has('SYN'),
      ack: has('ACK'),
      fin: has('FIN'),
      rst: has('RST'),
      sequence: number(/, Seq: (\d{1,10})(?=,|$)/),
      acknowledged: number(/, Ack: (\d{1,10})(?=,|$)/),
      length: number(/, Len: (\d{1,9})(?=,|$)/),
      isRepeat,
    },
  };
}

/** "User Datagram Protocol, Src Port: 53, Dst Port: 53141". */
export function udpSection({ heading }: Section): Told {
  return { transport: 'udp', ...portsIn(heading) };
}
