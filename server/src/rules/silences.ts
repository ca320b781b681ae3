import { conversationText, plain, silenceAdvice, type TraceText } from '../explainTrace';
import { isRefusal } from '../formats/trace/conversations';
import { grouped } from '../grouped';
import type { Conversation, Frame, Severity, Trace } from '../model';
import { messageSpan } from '../parser/spans';
import type { Silence } from '../tables/traceAdvice';
import { frameText } from '../traceWords';
import { at } from './failure';
import { endpointKey } from './joinTraffic';
import type { OtherWay } from './otherWays';
import type { Seen } from './rule';

/** So many other lines of a finding are shown: more say nothing new. */
const mostRelated = 10;

/** The ports of a trace that a join may need; what is said at others concerns no join. */
export function neededPorts({ reachability }: Trace): (conversation: Conversation) => boolean {
  const known = new Set(
    reachability
      .filter(each => each.result !== 'notTried')
      .map(({ server, port, transport }) => `${server} ${transport} ${port}`),
  );
  return ({ server, port, transport, service }) =>
    // Names of NetBIOS are asked for by broadcast: nobody has to answer.
    service !== 'netbios' && known.has(`${server} ${transport} ${port}`);
}

/** Conversations with the same port of the same server, in the order of the trace. */
export function byEndpoint(conversations: readonly Conversation[]): readonly (readonly Conversation[])[] {
  return [...grouped(conversations, endpointKey).values()];
}

/** Whether all that was asked got a reply in the end, although ICMP came in place of one. */
export function isReplied({ exchanges }: Conversation): boolean {
  return exchanges.length > 0 && exchanges.every(each => each.reply);
}

/** An answer by ICMP of another device than the server. */
export function isStopped(conversation: Conversation): boolean {
  return conversation.opening === 'unreachable' && !isRefusal(conversation);
}

/** "10.20.0.1 answered by ICMP: Host unreachable (frame 12)."; '' where nothing did. */
function icmpText({ icmp }: Conversation): string {
  if (!icmp) return '';
  const why = /\(([^()]{1,80})\)/.exec(icmp.message)?.[1] ?? icmp.message.slice(0, 80);
  return `${plain(icmp.source)} answered by ICMP: ${plain(why)} (${frameText(icmp)}).`;
}

/** What was seen of a port that did not do its work, and what that is worth. */
export interface Silent {
  readonly conversation: Conversation;
  /** Where the finding stands. */
  readonly frame: Frame;
  /** The other frames that show it. */
  readonly others: readonly Frame[];
  readonly silence: Silence;
  /** Behind "TCP 389 (LDAP) of 10.20.2.10": what happened, to its full stop. */
  readonly happened: string;
  readonly way: OtherWay | undefined;
  readonly severity: Severity;
  /** More sentences, behind what happened. */
  readonly more?: readonly string[];
  /** The text does not show enough to say what it is consistent with. */
  readonly isUnclear?: boolean;
}

/** The finding about a port that kept silent. */
export function silentSeen({
  conversation,
  frame,
  others,
  silence,
  happened,
  way,
  severity,
  more = [],
  isUnclear = false,
}: Silent): Seen {
  const advice: TraceText = isUnclear
    ? { sentences: [], url: undefined }
    : silenceAdvice(conversation, silence, way !== undefined);
  const { icmp } = conversation;
  const related = [...new Set(icmp && icmp !== frame ? [icmp, ...others] : others)];
  return {
    ...messageSpan(frame),
    severity,
    message: plainText([
      `${conversationText(conversation)}${happened}`,
      icmpText(conversation),
      ...more,
      way?.text ?? '',
      ...advice.sentences,
    ]),
    repeats: 1,
    related: [
      ...relatedTo(related, 'The same again'),
      ...(way ? [at(way.frame, 'What did it instead')] : []),
    ].sort((a, b) => a.line - b.line),
    help: advice.url,
  };
}

/** Other lines of a finding, in the order of the trace. */
export function relatedTo(frames: readonly Frame[], message: string): Seen['related'] {
  return frames
    .slice(0, mostRelated)
    .map(each => at(each, message))
    .sort((a, b) => a.line - b.line);
}

/** Sentences in one line, for a place that shows no Markdown. */
export function plainText(sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(' ').replaceAll('`', '');
}
