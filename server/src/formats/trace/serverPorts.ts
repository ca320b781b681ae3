import type { Reach } from '../../model';
import { reachText, useOfPort } from '../../traceWords';

/** A hover is read at a glance; the report has them all. */
const mostPorts = 25;

/** Which ports of a server this trace shows, and how each answered, as a Markdown table; '' where it shows none. */
export function serverPortsText(server: string, reach: readonly Reach[]): string {
  const own = reach.filter(each => each.server === server);
  const rows = own
    .filter(each => each.result !== 'notTried')
    .map(each => `| ${placeOf(each)} | ${useOfPort(each)} | ${reachText(each.result)} |`);
  if (rows.length === 0) return '';
  const untried = own.filter(each => each.result === 'notTried').map(placeOf);
  return [
    'The ports of this server, as far as this trace shows them:',
    ['| port | for | result |', '|---|---|---|', ...rows.slice(0, mostPorts)].join('\n'),
    ...(rows.length > mostPorts ? [`And ${rows.length - mostPorts} more.`] : []),
    ...(untried.length > 0 ? [`Not tried: ${untried.join(', ')}.`] : []),
  ].join('\n\n');
}

const placeOf = ({ port, transport }: Reach): string => `${port} ${transport.toUpperCase()}`;
