import { portNamed } from '../../../tables/portNames';
import { rcodeAt } from './dns';
import { undelivery } from './icmp';
import type { Segment, Told } from './message';
import type { Answer } from '../../../model';
import { result } from './results';
import { ntlmIn } from './ntlm';

/** The ends in front of a packet: "192.0.2.10.65375 > 192.0.2.1.443: ", the port behind the last dot. */
const ends =
  /(?:^|\s)([\da-fA-F:.]{2,45}|[\w-]{1,60})(?:\.([\w-]{1,20}))? > ([\da-fA-F:.]{2,45}|[\w-]{1,60})(?:\.([\w-]{1,20}))?: /;
const addressAndPort = /^(\d{1,3}(?:\.\d{1,3}){3}|[\da-fA-F]{0,4}(?::[\da-fA-F.]{0,15}){2,8}?)\.(\d{1,5})$/;

/** What pktmon and tcpdump print of a packet, with or without the ends in front of it. */
export function tcpdump(info: string): Told | undefined {
  const found = ends.exec(info.slice(0, 600));
  const rest = found ? info.slice(found.index + found[0].length) : info;
  const sourcePort = portAt(found?.[1], found?.[2]);
  const destinationPort = portAt(found?.[3], found?.[4]);
  const told = segment(rest) ?? undeliverable(rest) ?? dnsMessage(rest) ?? datagram(rest);
  if (!told) return undefined;
  return {
    ...(sourcePort !== undefined && { sourcePort }),
    ...(destinationPort !== undefined && { destinationPort }),
    ...told,
  };
}

/** The port of an end, whose address may have swallowed it: both are numbers with dots. */
function portAt(address: string | undefined, port: string | undefined): number | undefined {
  if (address === undefined) return undefined;
  if (port !== undefined) {
    // Four numbers with dots are an address without a port.
    return /^\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address) ? undefined : portNamed(port);
  }
  const whole = addressAndPort.exec(address)?.[2];
  return whole === undefined ? undefined : portNamed(whole);
}

function segment(text: string): Told | undefined {
  const flags = /^Flags \[([SFRPUEW.]{1,8}|none)\]/.exec(text)?.[1];
  if (flags === undefined) return undefined;
  const number = (pattern: RegExp) => {
    const found = pattern.exec(text.slice(0, 400))?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const header: Segment = {
    syn: flags.includes('S'),
    ack: flags.includes('.'),
    fin: flags.includes('F'),
    rst: flags.includes('R'),
    sequence: number(/, seq (\d{1,10})(?=[:, ]|$)/),
    acknowledged: number(/, ack (\d{1,10})(?=[, ]|$)/),
    length: number(/, length (\d{1,6})(?=[:, ]|$)/),
    isRepeat: false,
  };
  return { kind: 'segment', transport: 'tcp', segment: header, ...ntlmIn(text) };
}

/** "ICMP 192.0.2.1 udp port 389 unreachable, length 36", "ICMP host 192.0.2.9 unreachable". */
function undeliverable(text: string): Told | undefined {
  const why = /^ICMP6?,? (.{0,200}\bunreachable\b.{0,60})/.exec(text)?.[1]?.replace(/, length \d+.*$/, '');
  if (why === undefined) return /^ICMP/.test(text) ? { kind: 'data' } : undefined;
  const port = /^\S{2,60} (tcp|udp) port (\S{1,30}) unreachable/.exec(why);
  return undelivery(port ? 'Port unreachable' : why.trim());
}

const question =
  /^(\d{1,5})[+%*|-]{0,4} (update )?(?:\[[^\]]{0,20}\] ){0,5}([A-Z][A-Z0-9]{0,9})\? (\S{1,255}) ?/;
const reply =
  /^(\d{1,5})( update)?[*|$%-]{0,4}(?: ([A-Z][A-Za-z]{2,12})[*|$%-]{0,4})?(?: q: ([A-Z][A-Z0-9]{0,9})\? (\S{1,255}))? \d{1,3}\/\d{1,3}\/\d{1,3}(?= |$)/;

/** "41239+ SRV? _ldap._tcp.dc._msdcs.alpine.test. (53)", "41239 NXDomain 0/1/0 (100)". */
function dnsMessage(text: string): Told | undefined {
  const asked = question.exec(text);
  if (asked) {
    const [, id, update, type, name] = asked;
    return {
      kind: 'request',
      transport: 'udp',
      service: update !== undefined || type === 'TKEY' ? 'dnsUpdate' : 'dns',
      operation: update === undefined ? `${type} ${bare(name!)}` : `update ${bare(name!)}`,
      id: idOf(id!),
    };
  }
  const answered = reply.exec(text);
  if (!answered) return undefined;
  const [head, id, update, words, type, name] = answered;
  const rcode = words === undefined ? undefined : rcodeAt(words);
  return {
    kind: 'reply',
    transport: 'udp',
    service: update === undefined ? 'dns' : 'dnsUpdate',
    operation: type === undefined ? '' : `${type} ${bare(name!)}`,
    id: idOf(id!),
    ...(words !== undefined && result('dns', rcode?.[0], words)),
    answers: records(text.slice(head.length)),
  };
}

const idOf = (decimal: string) => `0x${Number(decimal).toString(16).padStart(4, '0')}`;
const bare = (name: string) => (name.length > 1 ? name.replace(/\.$/, '') : name);

function records(text: string): Answer[] {
  return text
    .slice(0, 4000)
    .split(/, ?/)
    .flatMap((part): Answer[] => {
      const found = /^ ?(?:\[\w{1,12}\] )?(A|AAAA|SRV|CNAME|NS|PTR|SOA) (\S{1,255})/.exec(part);
      if (!found) return [];
      const [, type, value] = found;
      const target = /^(.{1,250}):(\d{1,5})$/.exec(value!);
      return type === 'SRV' && target
        ? [{ type, name: undefined, value: bare(target[1]!), port: Number(target[2]) }]
        : [{ type: type!, name: undefined, value: bare(value!), port: undefined }];
    });
}

function datagram(text: string): Told | undefined {
  return /^UDP, length \d/.test(text) ? { kind: 'data', transport: 'udp' } : undefined;
}
