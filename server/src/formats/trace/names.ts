import type { Frame, Log, Trace } from '../../model';
import { isAt } from '../../parser/spans';
import { portNamed } from '../../tables/portNames';
import { portUse } from '../../tables/ports';
import { rpcInterface } from '../../tables/rpcInterfaces';
import { traceTerm, traceTerms } from '../../tables/traceTerms';
import { resetText } from './resets';
import { serverPortsText } from './serverPorts';
import { aboutSrv } from './srvNames';

/** Nothing that is told of is longer. */
const around = 200;

/** A piece of a line; columns count in the piece that is looked at. */
interface Found {
  readonly start: number;
  readonly end: number;
  /** Undefined where nothing is known of it. */
  readonly about: string | undefined;
}

/** Finds what it knows in a piece of a line. The group `name`, else the whole match, is what is told of. */
interface Finder {
  /** Needs the flags d and g. */
  readonly match: RegExp;
  about(name: string, place: Place): string | undefined;
}

interface Place {
  readonly trace: Trace;
  readonly frame: Frame | undefined;
}

const escaped = traceTerms.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/** In this order: what is found first is told. */
const finders: readonly Finder[] = [
  // The names that a domain controller is looked for by.
  { match: /\b_[a-z]{2,12}\._(?:tcp|udp)(?:\.[\w-]{1,63}){1,12}/dgi, about: aboutSrv },
  {
    match: /\bgc\._msdcs(?:\.[\w-]{1,63}){1,8}/dgi,
    about: () => 'The address of a global catalog of the forest.',
  },
  {
    match: /\b[0-9a-f]{8}-[0-9a-f-]{27}\._msdcs(?:\.[\w-]{1,63}){1,8}/dgi,
    about: () => 'The name by which domain controllers find each other: the GUID stands for one of them.',
  },
  { match: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/dgi, about: rpcInterface },
  {
    match: /(?<=[\w-])(?:<[0-9a-f]{2}>|#[0-9a-f]{2}\b)/dgi,
    about: suffix => netbiosSuffixes[suffix.slice(1, 3).toLowerCase()],
  },

  // Ports, where the words around say that they are.
  {
    match:
      /\b(?:Src ?Port|Dst ?Port|Source ?Port|Destination ?Port|TCP Port|UDP Port|port)(?:: ?| ?= ?| )(?<name>[\w-]{1,40}(?:\s?\(\d{1,5}\))?|[A-Z][\w ]{1,40}\(\d{1,5}\))/dgi,
    about: aboutPort,
  },
  { match: /(?<=^|[\s\]|])(?<name>[\w-]{1,40}) (?=(?:→|->|>) [\w-]{1,40}(?:\s|$))/dg, about: aboutPort },
  { match: /(?<=[\w-] (?:→|->|>) )(?<name>[\w-]{1,40})(?=\s|$)/dg, about: aboutPort },
  { match: /\bSRV \d{1,5} \d{1,5} (?<name>\d{1,5})(?= )/dg, about: aboutPort },
  { match: /\b(?:\d{1,3}\.){4}(?<name>\d{1,5})(?=[\s:,]|$)/dg, about: aboutPort },
  { match: /(?<=[0-9a-f:]:[0-9a-f]{0,4}\.)(?<name>\d{1,5})(?=[\s:,]|$)/dgi, about: aboutPort },

  // Words of protocols and tools.
  { match: /\bFlags=(?<name>[A-Z.]{6,8})/dg, about: netmonFlags },
  { match: /\bFlags (?<name>\[[SFPRUEW.]{1,6}\])/dg, about: tcpdumpFlags },
  { match: new RegExp(`(?<![\\w-])(?:${escaped.join('|')})(?![\\w])`, 'dg'), about: termText },
];

/** Of a protocol or a word of a tool. What an RST means, the connection around it tells. */
function termText(word: string, { trace, frame }: Place): string | undefined {
  const own = /^\[RST/.test(word) && frame ? resetText(trace, frame) : undefined;
  return own ?? traceTerm(word);
}

/** A bit of a flag field with its words, or all of them behind the number: they name no protocol. */
const flagWords = /^\s{0,60}(?:[.01]{4} ){1,8}= |\bFlags: 0x[0-9a-f]{1,8}, /;

/** What is known of a protocol, port, address, SRV name or interface at a position. */
export function nameAt(
  trace: Trace,
  frame: Frame | undefined,
  text: string,
  line: number,
  column: number,
): ReturnType<Log['nameAt']> {
  const from = Math.max(0, column - around);
  const piece = text.slice(from, column + around);
  const place: Place = { trace, frame };
  const isBit = flagWords.test(text.slice(0, 400)) && !text.includes('→');
  const found =
    finders
      .filter(each => !(isBit && each.about === termText))
      .flatMap(finder => read(finder, piece, column - from, place))
      .find(each => each.about) ??
    addressAt(trace, piece, column - from) ??
    columnPort(place, text, from, piece, column - from);
  return found?.about === undefined
    ? undefined
    : { line, start: from + found.start, end: from + found.end, about: found.about };
}

function read({ match, about }: Finder, piece: string, column: number, place: Place): Found[] {
  const all: Found[] = [];
  for (const found of piece.matchAll(match)) {
    const [start, end] = found.indices?.groups?.['name'] ?? found.indices![0]!;
    if (isAt({ start, end }, column)) all.push({ start, end, about: about(piece.slice(start, end), place) });
  }
  return all;
}

/** What the last byte of a NetBIOS name says. */
const netbiosSuffixes: Readonly<Record<string, string>> = {
  '00': 'A computer or a domain by its NetBIOS name.',
  '1b': 'The PDC emulator of the domain with this NetBIOS name.',
  '1c': 'The domain controllers of the domain with this NetBIOS name: the older way to find one, where DNS is not asked or does not know the domain.',
  '1d': 'The computer that keeps the list of computers on the local network. A join does not need it.',
  '1e': 'Election of the computer that keeps the list of computers. A join does not need it.',
  '20': 'The file service of a computer (SMB) by its NetBIOS name.',
};

/** "445", "microsoft-ds", "Kerberos(88)". Of the port that a client took for itself nothing is to be said. */
function aboutPort(text: string, { trace }: Place): string | undefined {
  const port = portNamed(text.replace(/\s(?=\()/, ''));
  if (port === undefined) return undefined;
  const use = portUse(port);
  if (use) return `Port ${port}. ${use.about}`;
  const isServed =
    trace.reachability.some(each => each.port === port && each.isDynamic) ||
    trace.conversations.some(each => each.mapped.includes(port));
  return isServed
    ? `Port ${port}: a dynamic port. An RPC service of the server listens there; the endpoint mapper (TCP 135) names it.`
    : undefined;
}

/** Network Monitor has a letter for each flag of a segment: `Flags=...A..S.`. */
function netmonFlags(flags: string, place: Place): string | undefined {
  return segmentText(
    place,
    flags.includes('S'),
    flags.includes('A'),
    flags.includes('R'),
    flags.includes('F'),
    flags.includes('P'),
  );
}

/** pktmon prints them like tcpdump: `Flags [S.]`, a dot for ACK. */
function tcpdumpFlags(flags: string, place: Place): string | undefined {
  return segmentText(
    place,
    flags.includes('S'),
    flags.includes('.'),
    flags.includes('R'),
    flags.includes('F'),
    flags.includes('P'),
  );
}

function segmentText(
  place: Place,
  syn: boolean,
  ack: boolean,
  rst: boolean,
  fin: boolean,
  psh: boolean,
): string | undefined {
  if (rst) return termText('[RST]', place);
  if (syn) return traceTerm(ack ? '[SYN, ACK]' : '[SYN]');
  if (fin) return traceTerm('[FIN]');
  if (psh) return traceTerm('[PSH, ACK]');
  return ack ? traceTerm('[ACK]') : undefined;
}

/** tcpdump and pktmon put a dot between an address and its port: 10.20.0.5.445, 2001:db8::5.445. */
const withPort = /^((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}:[0-9a-f:]{1,40})\.\d{1,5}$/i;

/** A server by its address or name, with what this trace shows of its ports. */
function addressAt(trace: Trace, piece: string, column: number): Found | undefined {
  for (const { 0: word, index } of piece.matchAll(/[\p{L}\p{N}_](?:[\p{L}\p{N}_.:%*-]*[\p{L}\p{N}_])?/gu)) {
    if (!isAt({ start: index, end: index + word.length }, column)) continue;
    const address = withPort.exec(word)?.[1] ?? word;
    const about = serverPortsText(address, trace.reachability);
    const found = { start: index, end: index + address.length };
    if (about !== '' && isAt(found, column)) return { ...found, about };
  }
  return undefined;
}

/** A port in a column of its own, behind the address that it belongs to. */
function columnPort(
  place: Place,
  text: string,
  from: number,
  piece: string,
  column: number,
): Found | undefined {
  const { frame } = place;
  if (!frame) return undefined;
  for (const { 0: word, index } of piece.matchAll(/\d{1,5}/g)) {
    const found = { start: index, end: index + word.length };
    if (!isAt(found, column) || /\w/.test(piece[found.end] ?? '')) continue;
    const before = text.slice(Math.max(0, from + index - 60), from + index).replace(/[\s,"|]{1,20}$/, '');
    const isBehindAddress = [frame.source, frame.destination].some(
      address => address !== '' && before.endsWith(address),
    );
    const isPort = [frame.sourcePort, frame.destinationPort].includes(Number(word));
    if (isPort && isBehindAddress) return { ...found, about: aboutPort(word, place) };
  }
  return undefined;
}
