import { count } from '../words';
import { isRefusal } from '../formats/trace/conversations';
import type { Conversation, Frame } from '../model';
import { netbiosFallback } from './locator';
import { otherWays } from './otherWays';
import type { Rule } from './rule';
import { byEndpoint, isReplied, neededPorts, silentSeen, withOlderSmb } from './silences';
import { frameText } from '../traceWords';

export const connectionRefused: Rule = {
  code: 'connection-refused',
  languageId: 'network-trace',
  severity: 'error',
  description:
    'A server refused a port that a join needs, by RST or by ICMP port unreachable: a warning where the same was done another way.',
  *check({ trace }) {
    if (!trace) return;
    const isNeeded = neededPorts(trace);
    const wayOf = otherWays(trace);
    const fallbackOf = netbiosFallback(trace);
    const refused = trace.joinConversations.filter(each => isRefused(each) && isNeeded(each));
    const { domains } = trace;
    const groups = withOlderSmb(byEndpoint(refused), each => !wayOf(each.at(-1)!));
    for (const { group, ports } of groups) {
      const [first] = group;
      const frames = group.map(replyOf);
      const way = wayOf(group.at(-1)!);
      const syns = group.flatMap(each => each.syns).length;
      const times = group.length > 1 ? `, ${count(group.length, 'time', 'times')}` : '';
      const isTcp = first!.transport === 'tcp';
      yield silentSeen({
        conversation: first!,
        ports,
        domains,
        frame: frames[0]!,
        others: frames.slice(1),
        silence: 'refused',
        happened: isTcp
          ? ` answered ${syns > 1 ? `${syns} SYNs` : 'a SYN'} with RST.`
          : `: nothing listens there (ICMP, ${frameText(frames[0]!)})${times}.`,
        way,
        severity: way && first!.port === 139 ? 'information' : way ? 'warning' : 'error',
        ...(first!.service === 'dns' && { more: [fallbackOf(first!.client, frames[0]!)] }),
      });
    }
  },
};

function isRefused(conversation: Conversation): boolean {
  const { opening, transport } = conversation;
  if (opening === 'reset') return transport === 'tcp';
  return opening === 'unreachable' && isRefusal(conversation) && !isReplied(conversation);
}

/** The RST, or the ICMP message. */
function replyOf({ icmp, syns, server, frames }: Conversation): Frame {
  const last = syns[0]?.line ?? -1;
  return icmp ?? frames.find(each => each.source === server && each.line > last) ?? frames[0]!;
}
