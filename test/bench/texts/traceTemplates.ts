import { readFileSync } from 'node:fs';
import { cut, literally, type Hole, type Pieces } from './holes';

/** What varies from one run of packets to the next. */
export interface Ends {
  readonly client: string;
  readonly server: string;
  readonly domain: string;
  /** The first label of the server's name. */
  readonly dc: string;
  readonly computer: string;
  /** Added to each port of the client, 0 to 9999. */
  readonly ports: number;
  /** Mixed into each transaction id, 16 bits. */
  readonly ids: number;
}

/** A packet as a row of a list has it. */
export interface Packet {
  /** Milliseconds behind the first packet of its run. */
  readonly time: number;
  readonly isRequest: boolean;
  readonly protocol: string;
  readonly length: number;
  readonly info: Pieces<Ends>;
}

/** A packet with its tree of details, line by line. The holes `frame`, `clock` and `epoch` are of the packet itself. */
export type Tree = readonly Pieces<Ends & Placed>[];
export interface Placed {
  readonly frame: number;
  /** "06:20:17.402118000". */
  readonly clock: string;
  /** Seconds since 1970, "1773210017.402118000". */
  readonly epoch: string;
}

const port = { at: '(?<=→ |Port: )\\d{5}|\\d{5}(?= →)', fill: (found: string) => portOf(Number(found)) };
const portOf = (written: number) => (ends: Ends) =>
  written < 49_700 ? String(written) : String(49_700 + ((written - 49_700 + ends.ports) % 15_800));
const id = {
  at: '(?<=query |response |Transaction ID: )0x[0-9a-f]{4}',
  fill: (found: string) => (ends: Ends) => `0x${(Number(found) ^ ends.ids).toString(16).padStart(4, '0')}`,
};

function holesOf(client: string, server: string, domain: string, dc: string, computer: string): Hole<Ends>[] {
  return [
    { at: literally(client), fill: () => ends => ends.client },
    { at: literally(server), fill: () => ends => ends.server },
    { at: literally(domain), fill: () => ends => ends.domain },
    { at: literally(domain.toUpperCase()), fill: () => ends => ends.domain.toUpperCase() },
    { at: `\\b(?:${dc}|${dc.toUpperCase()})\\b`, fill: () => ends => ends.dc },
    { at: `\\b(?:${computer}|${computer.toUpperCase()})\\b`, fill: () => ends => ends.computer },
    port,
    id,
  ];
}

/** The rows of a sample as tshark prints them, without what is expanded between them. */
export function packetsOf(file: string): readonly Packet[] {
  const client = '10.20.5.31';
  const holes = holesOf(client, '10.20.1.10', 'fabrikam.test', 'dc1', 'wks07');
  const row = /^ *\d+ (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3})\d* +(\S+) → \S+ +(\S+) (\d+) (.*)$/;
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap(line => {
      const [all, date, time, source, protocol, length, info] = row.exec(line) ?? [];
      if (all === undefined) return [];
      return {
        time: Date.parse(`${date}T${time}Z`),
        isRequest: source === client,
        protocol: protocol!,
        length: Number(length),
        info: cut(info!, holes),
      };
    });
  return rows.map(each => ({ ...each, time: each.time - rows[0]!.time }));
}

/** A download over TLS, which makes up most of what passes while a computer joins. */
export function webTraffic(segments: number): readonly Packet[] {
  const rows: [isRequest: boolean, protocol: string, length: number, info: string][] = [
    [true, 'TCP', 66, '51234 → 443 [SYN] Seq=0 Win=64240 Len=0 MSS=1460 WS=256 SACK_PERM'],
    [false, 'TCP', 66, '443 → 51234 [SYN, ACK] Seq=0 Ack=1 Win=65535 Len=0 MSS=1460 WS=256 SACK_PERM'],
    [true, 'TCP', 54, '51234 → 443 [ACK] Seq=1 Ack=1 Win=262656 Len=0'],
    [true, 'TLSv1.3', 571, 'Client Hello (SNI=files.wingtip.example)'],
    [false, 'TLSv1.3', 1514, 'Server Hello, Change Cipher Spec'],
  ];
  for (let at = 0; at < segments; at++) {
    const next = 1461 + at * 1460;
    rows.push([false, 'TCP', 1514, `443 → 51234 [ACK] Seq=${next} Ack=518 Win=2102272 Len=1460`]);
    if (at % 2) {
      rows.push([true, 'TCP', 54, `51234 → 443 [ACK] Seq=518 Ack=${next + 1460} Win=262656 Len=0`]);
      rows.push([false, 'TLSv1.3', 1514, 'Application Data, Application Data']);
    }
  }
  const last = 1461 + segments * 1460;
  rows.push([true, 'TCP', 54, `51234 → 443 [FIN, ACK] Seq=518 Ack=${last} Win=262656 Len=0`]);
  rows.push([false, 'TCP', 54, `443 → 51234 [FIN, ACK] Seq=${last} Ack=519 Win=2102272 Len=0`]);
  rows.push([true, 'TCP', 54, `51234 → 443 [ACK] Seq=519 Ack=${last + 1} Win=262656 Len=0`]);
  return rows.map(([isRequest, protocol, length, info], at) => ({
    time: at,
    isRequest,
    protocol,
    length,
    info: cut(info, [port]),
  }));
}

/** The expanded packets of our own sample: DNS, Kerberos, Netlogon over RPC. */
export function trees(): readonly Tree[] {
  const holes: Hole<Ends & Placed>[] = [
    ...holesOf('10.20.4.52', '10.20.1.10', 'alpine.test', 'dc1', 'wks52'),
    {
      at: '(?<=^Frame |^    Frame Number: )\\d+',
      fill:
        () =>
        ({ frame }) =>
          String(frame),
    },
    {
      at: '(?<=Arrival Time: .*)\\d\\d:\\d\\d:\\d\\d\\.\\d{9}',
      fill:
        () =>
        ({ clock }) =>
          clock,
    },
    {
      at: '(?<=Epoch Time: )[\\d.]+',
      fill:
        () =>
        ({ epoch }) =>
          epoch,
    },
  ];
  return readFileSync('test/traces/wireshark-details.txt', 'utf8')
    .trimEnd()
    .split('\n\n')
    .map(tree => tree.split('\n').map(line => cut(line, holes)));
}
