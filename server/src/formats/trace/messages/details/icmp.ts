import { undelivery } from '../icmp';
import type { Told } from '../message';
import type { Section } from './sections';
import { valueOf } from './sections';
import { portsIn } from './transport';

const quoted = /^Internet Protocol Version [46], Src: (\S{2,60}?), Dst: (\S{2,60})$/;

/** "Internet Control Message Protocol", and the header of the packet that it is about. */
export function icmpSection({ lines }: Section): Told | undefined {
  const type = /\(([^)]{1,60})\)/.exec(valueOf(lines, 'Type') ?? '')?.[1] ?? '';
  if (!/unreachable|exceeded|too big/i.test(type)) return undefined;
  const why = /\(([^()]{1,80}(?:\([^()]{0,40}\)[^()]{0,20})?)\)/.exec(valueOf(lines, 'Code') ?? '')?.[1];
  const ip = lines.flatMap(each => quoted.exec(each) ?? []);
  const transport = lines.find(each =>
    /^(?:Transmission Control|User Datagram) Protocol, Src Port/.test(each),
  );
  const ports = transport === undefined ? {} : portsIn(transport);
  return {
    ...undelivery(why ?? type),
    ...(ip[1] !== undefined &&
      ip[2] !== undefined && {
        about: {
          source: ip[1],
          destination: ip[2],
          sourcePort: ports.sourcePort,
          destinationPort: ports.destinationPort,
          transport:
            transport === undefined
              ? undefined
              : transport.startsWith('T')
                ? ('tcp' as const)
                : ('udp' as const),
        },
      }),
  };
}
