import type { Conversation, Log, Reach, Trace } from '../model';
import { useOfPort } from '../traceWords';
import { count } from '../words';
import { clockText } from './clock';
import { plain } from './escape';
import { hostNamesOf, hostText } from './hostNames';
import { listed } from './lists';
import { conversationsByPort, type Evidence, evidenceOf, portKey } from './reachEvidence';
import { legend } from './reachWords';
import { badResults, dynamicPorts, hasUntriedRange, serversOf, whenText } from './traceOverview';

/**
 * Which ports of which server answered, as a Markdown table for the network team: what did not answer first, what
 * was not tried as one row at the end of each server. Ends with a line feed; undefined where no port is known.
 */
export function reachabilityTable({ lines }: Log, trace: Trace): string | undefined {
  const servers = serversOf(trace);
  if (servers.length === 0) return undefined;
  const rest = servers.length - mostServers;
  const asked = conversationsByPort(trace);
  const names = hostNamesOf(trace);
  const rows = servers.slice(0, mostServers).flatMap(([, ports]) => rowsOf(ports, asked, names));
  return [
    '### Ports as a network trace shows them',
    '',
    clockText(trace, lines),
    '',
    '| From | To | Port | Transport | Used for | Result | First seen | Evidence |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(({ cells }) => `| ${cells.join(' | ')} |`),
    '',
    ...(rest > 0 ? [`${count(rest, 'more server is', 'more servers are')} left out.`, ''] : []),
    ...legendOf(new Set(rows.map(({ result }) => result))),
    '',
  ].join('\n');
}

/** A trace of a whole network is not read in a ticket. */
const mostServers = 100;

interface Row {
  readonly cells: readonly string[];
  /** A word of the legend. */
  readonly result: string;
}

/** Words that a network team need not act on. */
const quiet: ReadonlySet<string> = new Set(['Answered', 'Not tried', 'Unclear']);

const emphasized = (result: string): string => (quiet.has(result) ? result : `**${result}**`);

function legendOf(shown: ReadonlySet<string>): string[] {
  return Object.entries(legend).flatMap(([result, text]) =>
    shown.has(result) ? [`- ${quiet.has(result) ? `${result}:` : `**${result}:**`} ${text}`] : [],
  );
}

function rowsOf(
  ports: readonly Reach[],
  asked: ReadonlyMap<string, readonly Conversation[]>,
  names: ReadonlyMap<string, string>,
): Row[] {
  const { server } = ports[0]!;
  const to = plain(hostText(server, names));
  const rows = [...badResults, 'answered'].flatMap(result =>
    ports
      .filter(each => each.result === result)
      .map((each): Row => {
        const { port, transport } = each;
        const own = asked.get(portKey(each)) ?? [];
        const evidence = evidenceOf(each, own);
        const cells = [
          clientsOf(own),
          to,
          `${port}`,
          transport.toUpperCase(),
          useOfPort(each),
          emphasized(evidence.result),
          firstSeen(evidence),
          evidence.text,
        ];
        return { cells, result: evidence.result };
      }),
  );
  const untried = (transport: Reach['transport']) =>
    ports.filter(each => each.result === 'notTried' && each.transport === transport).map(({ port }) => port);
  const from = clientsOf(asked.get(server) ?? []);
  const notTried = (own: string, transport: string, use: string): Row[] =>
    own === '' ? [] : [{ cells: [from, to, own, transport, use, 'Not tried', '', ''], result: 'Not tried' }];
  return [
    ...rows,
    ...notTried(listed(untried('tcp'), 20), 'TCP', ''),
    ...notTried(listed(untried('udp'), 20), 'UDP', ''),
    ...notTried(hasUntriedRange(ports) ? dynamicPorts : '', 'TCP', 'RPC, dynamic ports'),
  ];
}

const clientsOf = (own: readonly Conversation[]): string =>
  listed([...new Set(own.map(({ client }) => client))].map(plain), 3);

function firstSeen({ frames }: Evidence): string {
  return frames[0] ? whenText(frames[0]) : '';
}
