import { requestText } from '../explainTrace';
import type { Conversation } from '../model';
import { otherWays, overcomeText } from './otherWays';
import type { Rule } from './rule';
import { byEndpoint, icmpSilence, isReplied, isStopped, neededPorts, silentSeen } from './silences';

export const destinationUnreachable: Rule = {
  code: 'destination-unreachable',
  languageId: 'network-trace',
  severity: 'error',
  description:
    'A device on the way answered by ICMP that it does not deliver a request of a join: a warning where the same was done another way.',
  *check({ trace }) {
    if (!trace) return;
    const isNeeded = neededPorts(trace);
    const wayOf = otherWays(trace);
    const { domains } = trace;
    const stopped = trace.joinConversations.filter(each => isUndelivered(each) && isNeeded(each));
    for (const group of byEndpoint(stopped)) {
      const [first] = group;
      const open = first!.exchanges.find(each => each.request && !each.reply);
      const way = wayOf(group.at(-1)!) ?? (open && overcomeText(open));
      yield silentSeen({
        conversation: first!,
        frame: first!.icmp!,
        others: group.slice(1).flatMap(each => each.icmp ?? []),
        domains,
        silence: icmpSilence(first!),
        happened: open ? `: ${requestText(open)} was not delivered.` : ': a packet was not delivered.',
        way,
        severity: way ? 'warning' : 'error',
      });
    }
  },
};

/** Datagrams that came back; or a request on an open connection that stays without a reply. */
function isUndelivered(conversation: Conversation): boolean {
  const { icmp, transport, opening, lostSegments, exchanges } = conversation;
  if (!icmp) return false;
  if (transport === 'udp') return isStopped(conversation) && !isReplied(conversation);
  return (
    opening !== 'unreachable' &&
    lostSegments.length === 0 &&
    exchanges.some(({ outcome }) => outcome === 'unanswered' || outcome === 'reset')
  );
}
