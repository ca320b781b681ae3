import type { Frame, Lines } from '../../../model';
import { detailsOf, type RowReader } from './details';
import { dns } from './dns';
import { icmp } from './icmp';
import { kerberos, kpasswd } from './kerberos';
import { ldap, ldapPingAnswer } from './ldap';
import type { Message, Told } from './message';
import { names, sessions } from './netbios';
import { plainSegment } from './plainSegment';
import { rpc } from './rpc';
import { smb } from './smb';
import { noSegment, tcp, udp, untag } from './tcp';
import { tcpdump } from './tcpdump';

/** Longer than any row that tells something; what stands behind is not read. */
const longest = 4000;

type Reader = (info: string, protocol: string, whole: string) => Told | undefined;

const ofRpc: Reader = (info, protocol) => rpc(info, protocol);
const noStep: Reader = info => {
  const told = dns(info);
  return told && { ...told, service: undefined };
};

/** The reader for each protocol column, in upper case: Wireshark's names, then Network Monitor's. */
const readers: readonly (readonly [protocols: string, reader: Reader])[] = [
  ['TCP', (info, _, whole) => plainSegment(info) ?? tcp(info, whole)],
  ['UDP', info => udp(info)],
  ['DNS', dns],
  ['MDNS LLMNR', noStep],
  ['LDAP LDAPMESSAGE LDAPSASLBUFFER', info => ldap(info, false)],
  ['CLDAP', info => ldap(info, true)],
  ['NETLOGON', (info, protocol) => ldapPingAnswer(info) ?? rpc(info, protocol)],
  ['KRB5 KRBS KRB KERBEROS KERBEROSV5', kerberos],
  ['KPASSWD KRB5KPASSWD KERBEROSCHANGEPASSWORD', kpasswd],
  ['SMB SMB2 SMB3 LANMAN', smb],
  ['NBNS NBTNS', names],
  ['NBSS NBTSS', sessions],
  ['ICMP ICMPV6', icmp],
  [
    'DCERPC MSRPC EPM EPMV4 DRSUAPI DRSR RPC_NETLOGON NRPC LSARPC LSAD LSAT LSA SAMR WKSSVC SRVSVC SPOOLSS',
    ofRpc,
  ],
  ['WINREG SVCCTL DSSETUP RPC INITSHUTDOWN ATSVC DNSSERVER EVENTLOG', ofRpc],
];

const readerOf: ReadonlyMap<string, Reader> = new Map(
  readers.flatMap(([protocols, reader]) => protocols.split(' ').map(each => [each, reader] as const)),
);

/** What a row says, where its protocol is one that is read. */
const rowOf: Reader = (info, protocol, whole) =>
  (readerOf.get(protocol) ?? readerOf.get(protocol.toUpperCase()))?.(info, protocol, whole);

/** What Network Monitor says of the conversation behind a row: "{TCP:267, IPv4:5}". */
function taggedTransport(info: string): Message['transport'] {
  if (!info.includes('{', info.length - 80)) return undefined;
  const tag = /\{(?:\w{1,20}:\d{1,9}, ){0,4}(TCP|UDP):\d/.exec(info.slice(-80))?.[1];
  return tag === undefined ? undefined : tag === 'TCP' ? 'tcp' : 'udp';
}

/** So many different Info columns are remembered. */
const mostKnown = 5000;

/** Reads the frames of one text. The same Info columns come again and again: each is read once. */
export function messageReader(lines: Lines): (frame: Frame) => Message {
  const known = new Map<string, Map<string, Told | undefined>>();
  let size = 0;
  const remembered: Reader = (info, protocol, whole) => {
    // Numbers make nearly every segment another one, and what stands in front of a row may tell more.
    if (protocol === 'TCP' || whole !== info) return rowOf(info, protocol, whole);
    const own = known.get(protocol) ?? new Map<string, Told | undefined>();
    if (own.size === 0) known.set(protocol, own);
    const before = own.get(info);
    if (before !== undefined || own.has(info)) return before;
    const told = rowOf(info, protocol, whole);
    if (size++ < mostKnown) own.set(info, told);
    return told;
  };
  return frame => read(frame, lines, remembered);
}

/** What a frame says, in whatever words its tool prints it. The row decides; details tell what it lacks. */
export function messageOf(frame: Frame, lines: Lines): Message {
  return read(frame, lines, rowOf);
}

function read(frame: Frame, lines: Lines, rowReader: Reader): Message {
  const { message } = frame;
  const whole = message.length > longest ? message.slice(0, longest) : message;
  const { rest, isRepeat } = untag(whole);
  const row =
    (frame.dialect === 'pktmon' ? tcpdump(rest) : undefined) ?? rowReader(rest, frame.protocol, whole);
  const told = frame.details ? joined(row, detailsOf(frame, lines, ofTree)) : (row ?? nothing);
  const segment = isRepeat ? { ...(told.segment ?? noSegment), isRepeat } : told.segment;
  return {
    frame,
    kind: told.kind ?? (segment ? 'segment' : 'data'),
    transport: told.transport ?? (segment ? 'tcp' : taggedTransport(message)),
    sourcePort: told.sourcePort ?? frame.sourcePort,
    destinationPort: told.destinationPort ?? frame.destinationPort,
    segment,
    service: told.service,
    isRpc: told.isRpc ?? false,
    operation: told.operation ?? '',
    id: told.id,
    code: told.code,
    codeText: told.codeText,
    subcode: told.subcode,
    isSealed: told.isSealed ?? false,
    login: told.login,
    user: told.user,
    mapped: told.mapped ?? [],
    unreachable: told.unreachable,
    about: told.about,
    answers: told.answers ?? [],
  };
}

const ofTree: RowReader = (info, protocol) => rowOf(info, protocol, info);
const nothing: Told = {};

/** What a row and the details of the same frame tell. */
function joined(row: Told | undefined, below: Told): Told {
  if (!row) return below;
  const said = Object.entries(row).filter(([, value]) => value !== undefined && value !== '');
  const told: Told = { ...below, ...Object.fromEntries(said) };
  return {
    ...told,
    answers: (below.answers?.length ? below.answers : row.answers) ?? [],
    mapped: (below.mapped?.length ? below.mapped : row.mapped) ?? [],
    // A reading in pieces takes no result from the whole that the last piece completes.
    ...(row.kind !== 'reply' && { code: row.code, codeText: row.codeText, subcode: row.subcode }),
  };
}
