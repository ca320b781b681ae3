import type { Frame, Reach, Trace } from '../model';
import { portText, reachText, useOfPort } from '../traceWords';
import { capitalized, count } from '../words';
import { plain } from './escape';
import { listed, numbersText } from './lists';
import { badResults, serversOf, whenText } from './traceOverview';

/**
 * Which ports of which server answered, as a Markdown table for the network team: what did not answer first, what
 * was not tried as one row at the end of each server. Ends with a line feed; undefined where no port is known.
 */
export function reachabilityTable(trace: Trace): string | undefined {
  if (trace.reachability.length === 0) return undefined;
  const clients = clientsOf(trace);
  const shown = new Set(trace.reachability.map(({ result }) => result));
  const servers = serversOf(trace);
  const rest = servers.length - mostServers;
  return [
    '### Ports as a network trace shows them',
    '',
    '| From | To | Port | Transport | Used for | Result | Evidence |',
    '|---|---|---|---|---|---|---|',
    ...servers.slice(0, mostServers).flatMap(([, ports]) => rowsOf(ports, clients)),
    '',
    ...(rest > 0 ? [`${count(rest, 'more server is', 'more servers are')} left out.`, ''] : []),
    ...results.filter(result => shown.has(result)).map(result => `- ${legend[result]}`),
    '',
  ].join('\n');
}

/** A trace of a whole network is not read in a ticket. */
const mostServers = 100;

const results: readonly Reach['result'][] = [...badResults, 'answered', 'notTried'];

const legend: Readonly<Record<Reach['result'], string>> = {
  unanswered: '**Unanswered:** requests were sent, and nothing came back to where the trace was taken.',
  reset: '**Refused:** an RST, or ICMP port unreachable, came back.',
  openNoReply: '**Open, no reply:** the connection was opened, and a request stays without its whole reply.',
  answered: 'Answered: data came back, or the connection was opened and nothing was asked.',
  notTried: 'Not tried: no frame in this trace. It says nothing about the port.',
};

/** Who asked a port, and who asked anything of a server. */
interface Clients {
  readonly ofPort: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ofServer: ReadonlyMap<string, ReadonlySet<string>>;
}

function clientsOf({ conversations }: Trace): Clients {
  const ofPort = new Map<string, Set<string>>();
  const ofServer = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, client: string) => {
    const known = map.get(key);
    if (known) known.add(client);
    else map.set(key, new Set([client]));
  };
  for (const { client, server, port, transport } of conversations) {
    add(ofServer, server, client);
    if (port !== undefined) add(ofPort, `${server} ${portText(port, transport)}`, client);
  }
  return { ofPort, ofServer };
}

function rowsOf(ports: readonly Reach[], { ofPort, ofServer }: Clients): string[] {
  const rows = results.slice(0, -1).flatMap(result => {
    const own = ports.filter(each => each.result === result);
    return own.map(each => {
      const { server, port, transport } = each;
      const from = ofPort.get(`${server} ${portText(port, transport)}`);
      const word = capitalized(reachText(result));
      return row([
        names(from),
        plain(server),
        `${port}`,
        transport.toUpperCase(),
        useOfPort(each),
        badResults.includes(result) ? `**${word}**` : word,
        evidenceText(each.frames),
      ]);
    });
  });
  const untried = ports.filter(({ result }) => result === 'notTried');
  if (untried.length === 0) return rows;
  const both = (['tcp', 'udp'] as const).flatMap(transport => {
    const own = untried.filter(each => each.transport === transport).map(({ port }) => port);
    return own.length > 0 ? { transport: transport.toUpperCase(), ports: listed(own, 20) } : [];
  });
  const { server } = untried[0]!;
  return [
    ...rows,
    ...both.map(({ transport, ports: own }) =>
      row([names(ofServer.get(server)), plain(server), own, transport, '', 'Not tried', '']),
    ),
  ];
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const names = (clients: ReadonlySet<string> | undefined): string =>
  listed([...(clients ?? [])].map(plain), 3);

/** "frames 11, 213, from 22:51:02": the numbers of the trace, where it has them, else the lines of its text. */
function evidenceText(frames: readonly Frame[]): string {
  const [first] = frames;
  if (!first) return '';
  const numbers = frames.flatMap(({ number }) => number ?? []);
  const where =
    numbers.length === frames.length
      ? numbersText('frame', numbers, 6)
      : numbersText(
          'line',
          frames.map(({ line }) => line + 1),
          6,
        );
  const when = whenText(first);
  return when === '' ? where : `${where}, from ${when}`;
}
