import type { Reach } from '../../model';
import { portUse } from '../../tables/ports';

const results: Readonly<Record<Exclude<Reach['result'], 'notTried'>, string>> = {
  answered: 'answered',
  openNoReply: 'open, no whole reply',
  reset: 'refused',
  unanswered: 'no answer',
};

/** A hover is read at a glance; the report has them all. */
const mostPorts = 25;

/** Which ports of a server this trace shows, and how each answered, as a Markdown table; '' where it shows none. */
export function reachText(server: string, reach: readonly Reach[]): string {
  const own = reach.filter(each => each.server === server);
  const rows = own.flatMap(({ port, transport, result, isDynamic }) =>
    result === 'notTried'
      ? []
      : [
          `| ${port} ${transport.toUpperCase()} | ${useOf(port, transport, isDynamic)} | ${results[result]} |`,
        ],
  );
  if (rows.length === 0) return '';
  const untried = own
    .filter(each => each.result === 'notTried')
    .map(({ port, transport }) => `${port} ${transport.toUpperCase()}`);
  return [
    'The ports of this server, as far as this trace shows them:',
    ['| port | for | result |', '|---|---|---|', ...rows.slice(0, mostPorts)].join('\n'),
    ...(rows.length > mostPorts ? [`And ${rows.length - mostPorts} more.`] : []),
    ...(untried.length > 0 ? [`Not tried: ${untried.join(', ')}.`] : []),
  ].join('\n\n');
}

function useOf(port: number, transport: Reach['transport'], isDynamic: boolean): string {
  if (port === 389 && transport === 'udp') return 'LDAP ping';
  return portUse(port)?.name ?? (isDynamic ? 'RPC, a dynamic port' : '');
}
