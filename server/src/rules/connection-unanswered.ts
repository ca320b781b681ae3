import { countText } from '../explainTrace';
import type { Conversation, Frame, Trace } from '../model';
import { cutSessions } from './cutSessions';
import { frameText } from '../traceWords';
import { otherWays } from './otherWays';
import type { Rule } from './rule';
import { heardServers, icmpSilence, silentSeen, withOlderSmb } from './silences';
import { openRequests, shutPorts, silentKerberos } from './unanswered';

export const connectionUnanswered: Rule = {
  code: 'connection-unanswered',
  languageId: 'network-trace',
  severity: 'error',
  description:
    'A server did not answer at a TCP port that a join needs: a warning where the same was done another way, information where the trace ends too early to tell.',
  *check({ trace }) {
    if (!trace) return;
    const wayOf = otherWays(trace);
    const cutOf = cutSessions(trace);
    const heard = heardServers(trace);
    const { domains } = trace;
    const named = namedPorts(trace);
    const shut = shutPorts(trace);
    const told = new Set(silentKerberos(shut, openRequests(trace), wayOf).values());
    const groups = withOlderSmb(
      shut.filter(each => !told.has(each)),
      group => !isCut(group) && !wayOf(group.at(-1)!) && !group.some(each => each.icmp),
    );
    for (const { group, ports } of groups) {
      const last = group.at(-1)!;
      const conversation = group.find(each => each.icmp) ?? group[0]!;
      const syns = group.flatMap(each => each.syns).sort((a, b) => a.line - b.line);
      const way = wayOf(last);
      // Another connection, or another way, shows that the client had waited for long enough.
      const isUnclear = isCut(group) && !way;
      const { port } = conversation;
      const mapper = named.get(`${conversation.server} ${port}`);
      const connections = group.length > 1 && !ports ? `, of ${group.length} connections` : '';
      yield silentSeen({
        conversation,
        ports,
        domains,
        frame: group[0]!.syns[0]!,
        others: syns.filter(each => each !== group[0]!.syns[0]),
        silence: conversation.icmp
          ? icmpSilence(conversation)
          : heard.has(conversation.server)
            ? 'dropped'
            : 'unanswered',
        happened: isUnclear
          ? ': a SYN, and the text ends before an answer could come.'
          : `: no answer to ${countText(syns, 'SYN', 'SYNs')}${connections}.`,
        way,
        meanwhile: way ? undefined : cutOf(conversation),
        isUnclear,
        // The older way of SMB is not missed where the newer one works.
        severity: isUnclear || (way && port === 139) ? 'information' : way ? 'warning' : 'error',
        ...(mapper && { more: [`The endpoint mapper had named this port (${frameText(mapper)}).`] }),
      });
    }
  },
};

/** The text ends too early to know. */
const isCut = (group: readonly Conversation[]): boolean => group.length === 1 && group[0]!.opening === 'cut';

/** Where the endpoint mapper of a server named a port. */
function namedPorts({ conversations }: Trace): ReadonlyMap<string, Frame> {
  return new Map(
    conversations.flatMap(({ server, mapped, exchanges, frames }) => {
      const reply = exchanges.findLast(each => each.service === 'endpointMapper' && each.reply)?.reply;
      return mapped.map(port => [`${server} ${port}`, reply ?? frames[0]!] as const);
    }),
  );
}
