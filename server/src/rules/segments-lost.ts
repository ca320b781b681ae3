import { plain } from '../explainTrace';
import type { Conversation } from '../model';
import { count } from '../words';
import { frameText } from '../traceWords';
import { otherWays } from './otherWays';
import type { Rule } from './rule';
import { byEndpoint, neededPorts, silentSeen } from './silences';

export const segmentsLost: Rule = {
  code: 'segments-lost',
  languageId: 'network-trace',
  severity: 'error',
  description:
    'Large segments of a connection do not arrive while smaller ones do (an MTU black hole): a warning where what was asked was answered all the same.',
  *check({ trace }) {
    if (!trace) return;
    const isNeeded = neededPorts(trace);
    const wayOf = otherWays(trace);
    const { domains } = trace;
    const lossy = trace.joinConversations.filter(each => each.lostSegments.length > 0 && isNeeded(each));
    for (const group of byEndpoint(lossy)) {
      const last = group.at(-1)!;
      const frames = group.flatMap(each => each.lostSegments);
      const way = isAnswered(last) ? undefined : wayOf(last);
      yield silentSeen({
        conversation: last,
        frame: frames[0]!,
        others: frames.slice(1),
        domains,
        silence: 'lost',
        happened: `: ${directions(group)}.`,
        way,
        severity: way || isAnswered(last) ? 'warning' : 'error',
        ...(!isAnswered(last) && { more: [unanswered(last)] }),
      });
    }
  },
};

function isAnswered({ exchanges }: Conversation): boolean {
  return !exchanges.some(each => each.request && !each.reply);
}

/** "2 large segments from A did not arrive, smaller ones did (frame 12, frame 13)". */
function directions(group: readonly Conversation[]): string {
  const frames = group.flatMap(each => each.lostSegments);
  const senders = [...new Set(frames.map(each => plain(each.source)))];
  const where = frames.slice(0, 3).map(frameText).join(', ');
  return `large segments from ${senders.join(' and ')} do not arrive while smaller ones do (${count(frames.length, 'place', 'places')}: ${where})`;
}

function unanswered({ exchanges }: Conversation): string {
  const open = exchanges.find(each => each.request && !each.reply);
  return open
    ? `${open.operation.split(' ')[0]} (${frameText(open.request!)}) stays without a whole reply.`
    : '';
}
