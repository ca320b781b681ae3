import { countText } from '../explainTrace';
import { goesOn } from '../formats/trace/conversations';
import type { Conversation, Frame, Trace } from '../model';
import { frameText } from '../traceWords';
import { conversationsOf } from './joinTraffic';
import { otherWays } from './otherWays';
import type { Rule } from './rule';
import { byEndpoint, isStopped, neededPorts, silentSeen } from './silences';

export const connectionUnanswered: Rule = {
  code: 'connection-unanswered',
  severity: 'error',
  description:
    'A server did not answer at a TCP port that a join needs: a warning where the same was done another way, information where the trace ends too early to tell.',
  *check({ trace }) {
    if (!trace) return;
    const isNeeded = neededPorts(trace);
    const wayOf = otherWays(trace);
    const named = namedPorts(trace);
    const least = trace.isOneSided ? 2 : 1;
    const shut = conversationsOf(trace).filter(
      each => isUnanswered(each) && isNeeded(each) && each.syns.length >= least,
    );
    for (const group of byEndpoint(shut)) {
      const last = group.at(-1)!;
      const conversation = group.find(each => each.icmp) ?? last;
      const syns = group.flatMap(each => each.syns);
      const way = wayOf(last);
      // Another connection, or another way, shows that the client had waited for long enough.
      const isCut = last.opening === 'cut' && group.length === 1 && !way;
      const port = last.port ?? 0;
      const mapper = named.get(`${last.server} ${port}`);
      const connections = group.length > 1 ? `, of ${group.length} connections` : '';
      yield silentSeen({
        conversation,
        frame: syns[0]!,
        others: syns.slice(1),
        silence: isStopped(conversation) ? 'unreachable' : 'unanswered',
        happened: isCut
          ? ': a SYN, and the text ends before an answer could come.'
          : `: no answer to ${countText(syns, 'SYN', 'SYNs')}${connections}.`,
        way,
        isUnclear: isCut,
        // The older way of SMB is not missed where the newer one works.
        severity: isCut || (way && port === 139) ? 'information' : way ? 'warning' : 'error',
        ...(mapper && { more: [`The endpoint mapper had named this port (${frameText(mapper)}).`] }),
      });
    }
  },
};

function isUnanswered(conversation: Conversation): boolean {
  const { transport, opening, syns } = conversation;
  if (transport !== 'tcp' || syns.length === 0) return false;
  if (opening === 'unanswered' || opening === 'cut') return !goesOn(conversation);
  return isStopped(conversation);
}

/** Where the endpoint mapper of a server named a port. */
function namedPorts({ conversations }: Trace): ReadonlyMap<string, Frame> {
  return new Map(
    conversations.flatMap(({ server, mapped, exchanges, frames }) => {
      const reply = exchanges.findLast(each => each.service === 'endpointMapper' && each.reply)?.reply;
      return mapped.map(port => [`${server} ${port}`, reply ?? frames[0]!] as const);
    }),
  );
}
