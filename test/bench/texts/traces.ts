import { filled } from './holes';
import { randomFrom, type Random } from './random';
import { packetsOf, trees, webTraffic, type Ends, type Packet } from './traceTemplates';

function endsFor(random: Random): Ends {
  return {
    client: `10.30.${random.below(200)}.${1 + random.below(254)}`,
    server: `10.31.0.${1 + random.below(40)}`,
    domain: `corp${random.below(40)}.wingtip.test`,
    dc: `ber-dc${random.below(10)}`,
    computer: `BER-${1000 + random.below(9000)}`,
    ports: random.below(10_000),
    ids: random.below(65_536),
  };
}

/** A packet of the whole trace. */
interface Sent {
  readonly number: number;
  /** Milliseconds behind the first packet of the trace. */
  readonly time: number;
  readonly packet: Packet;
  readonly ends: Ends;
}

/** Of ten runs of packets, six are downloads, three are joins that go well and one is a join that fails. */
function* packets(): Generator<Sent> {
  const random = randomFrom(17);
  const good = packetsOf('samples/good-join-trace.txt');
  const failed = packetsOf('samples/failed-join-trace.txt');
  const downloads = [10, 30, 60].map(webTraffic);
  let [number, begin] = [0, 0];
  for (;;) {
    const chance = random.next();
    const run = chance < 0.6 ? random.of(downloads) : chance < 0.9 ? good : failed;
    const ends = endsFor(random);
    for (const packet of run) yield { number: ++number, time: begin + packet.time, packet, ends };
    begin += run.at(-1)!.time + 1 + random.below(2000);
  }
}

/** Rows of a trace in some hundred parts of a thousand rows or so, without an end. */
function* rows(
  header: string,
  row: (sent: Sent, source: string, destination: string) => string,
): Generator<string> {
  let part = `${header}\n`;
  for (const sent of packets()) {
    const { client, server } = sent.ends;
    part += sent.packet.isRequest ? row(sent, client, server) : row(sent, server, client);
    if (part.length < 50_000) continue;
    yield part;
    part = '';
  }
}

/** Seconds with what Wireshark prints behind the point; the last digits differ from packet to packet. */
const seconds = ({ time, number }: Sent) => (time / 1000 + (number % 997) / 1_000_000).toFixed(6);

/** The packet list as Wireshark copies it: tabs between the columns. */
export const tabSeparated = (): Generator<string> =>
  rows(
    'No.\tTime\tSource\tDestination\tProtocol\tLength\tInfo',
    (sent, source, destination) =>
      `${sent.number}\t${seconds(sent)}\t${source}\t${destination}\t${sent.packet.protocol}\t${sent.packet.length}\t${filled(sent.packet.info, sent.ends)}\n`,
  );

/** The packet list as Wireshark exports it to plain text: columns aligned with blanks. */
export const fixedColumns = (): Generator<string> =>
  rows(
    'No.     Time           Source                Destination           Protocol Length Info',
    (sent, source, destination) =>
      `${String(sent.number).padStart(7)} ${seconds(sent).padEnd(14)} ${source.padEnd(21)} ${destination.padEnd(21)} ${sent.packet.protocol.padEnd(8)} ${String(sent.packet.length).padEnd(6)} ${filled(sent.packet.info, sent.ends)}\n`,
  );

/** All packets with all of their details, as Wireshark exports them. */
export function* detailsTree(): Generator<string> {
  const random = randomFrom(19);
  const all = trees();
  const begin = Date.UTC(2026, 2, 11, 6, 20, 17);
  let [frame, time] = [0, 0];
  for (;;) {
    const ends = endsFor(random);
    for (const tree of all) {
      time += 1 + random.below(40);
      const digits = `${String(time % 1000).padStart(3, '0')}${random.below(900_000) + 100_000}`;
      const placed = {
        ...ends,
        frame: ++frame,
        clock: `${new Date(begin + time).toISOString().slice(11, 19)}.${digits}`,
        epoch: `${Math.floor((begin + time) / 1000)}.${digits}`,
      };
      let part = '';
      for (const line of tree) part += `${filled(line, placed)}\n`;
      yield `${part}\n`;
    }
  }
}
