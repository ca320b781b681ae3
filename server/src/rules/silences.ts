import { type Domains, conversationText, plain, silenceAdvice, type TraceText } from '../explainTrace';
import { isOfController } from '../formats/trace/clients';
import { isRefusal } from '../formats/trace/conversations';
import { grouped } from '../grouped';
import type { Conversation, Exchange, Frame, Severity, Trace } from '../model';
import { once } from '../once';
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
export function neededPorts(trace: Trace): (conversation: Conversation) => boolean {
  const known = once(
    () =>
      new Set(
        trace.reachability
          .filter(each => each.result !== 'notTried')
          .map(({ server, port, transport }) => `${server} ${transport} ${port}`),
      ),
  );
  const isElsewhere = once(() => otherServers(trace));
  return conversation => {
    const { server, port, transport, service } = conversation;
    // Names of NetBIOS are asked for by broadcast: nobody has to answer.
    if (service === 'netbios' || !known().has(`${server} ${transport} ${port}`)) return false;
    return !isElsewhere()(conversation);
  };
}

/**
 * Tells of an SMB connection whether it is with another server than a domain controller, such as a file server: the
 * client has a session with a domain controller, and this host was asked for nothing that only those offer, nor
 * named by DNS as one.
 */
function otherServers({ conversations }: Trace): (conversation: Conversation) => boolean {
  const hosts = ({ client, server }: Conversation) => `${client} ${server}`;
  const controllers = new Set(
    conversations.filter(({ service }) => isOfController(service) && service !== 'dns').map(hosts),
  );
  const named = new Set(
    conversations.flatMap(({ exchanges }) =>
      exchanges.flatMap(each => each.answers.map(({ value }) => value)),
    ),
  );
  const signedIn = new Set(
    conversations
      .filter(each => controllers.has(hosts(each)) && each.exchanges.some(isSession))
      .map(({ client }) => client),
  );
  return each =>
    each.service === 'smb' &&
    signedIn.has(each.client) &&
    !controllers.has(hosts(each)) &&
    !named.has(each.server);
}

function isSession({ service, operation, outcome, code }: Exchange): boolean {
  return service === 'smb' && operation.startsWith('Session Setup') && outcome === 'answered' && !code;
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

/** A group of conversations that is told as one, with its ports where they are several: "TCP 445 and 139". */
export interface Endpoints {
  readonly group: readonly Conversation[];
  readonly ports: string | undefined;
}

/** SMB asks at TCP 445 and at 139 at the same time: where neither did its work, that is one problem. */
export function withOlderSmb(
  groups: readonly (readonly Conversation[])[],
  isStanding: (group: readonly Conversation[]) => boolean,
): readonly Endpoints[] {
  const hosts = ({ client, server }: Conversation) => `${client} ${server}`;
  const at = (port: number) =>
    new Map(
      groups
        .filter(each => each[0]!.transport === 'tcp' && each[0]!.port === port && isStanding(each))
        .map(each => [hosts(each[0]!), each] as const),
    );
  const newer = at(445);
  const older = at(139);
  return groups.flatMap(group => {
    const key = hosts(group[0]!);
    if (older.get(key) === group && newer.has(key)) return [];
    const other = newer.get(key) === group ? older.get(key) : undefined;
    return other ? { group: [...group, ...other], ports: 'TCP 445 and 139' } : { group, ports: undefined };
  });
}

/** The servers of which anything was heard at all: of those, silence is not that they are off. */
export function heardServers({ conversations }: Trace): ReadonlySet<string> {
  return new Set(
    conversations.flatMap(({ hasData, opening, server }) =>
      hasData || opening === 'answered' ? server : [],
    ),
  );
}

/** What an ICMP message in place of an answer says. */
export function icmpSilence({ unreachable = '' }: Conversation): Silence {
  if (/prohibit|filtered|policy/i.test(unreachable)) return 'filtered';
  return /\b(?:host|net(?:work)?|address) unreachable|no route/i.test(unreachable) ? 'away' : 'undelivered';
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
  /** Its ports, where it stands for several: "TCP 445 and 139". */
  readonly ports?: string | undefined;
  readonly domains: Domains;
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
  /** What else the server did while the client waited. */
  readonly meanwhile?: OtherWay | undefined;
  /** The text does not show enough to say what it is consistent with. */
  readonly isUnclear?: boolean;
}

/** The finding about a port that kept silent. */
export function silentSeen({
  conversation,
  ports,
  domains,
  frame,
  others,
  silence,
  happened,
  way,
  severity,
  more = [],
  meanwhile,
  isUnclear = false,
}: Silent): Seen {
  const advice: TraceText = isUnclear
    ? { sentences: [], url: undefined }
    : silenceAdvice(conversation, silence, way !== undefined, domains);
  const { icmp } = conversation;
  const related = [...new Set(icmp && icmp !== frame ? [icmp, ...others] : others)];
  return {
    ...messageSpan(frame),
    severity,
    message: plainText([
      `${conversationText(conversation, ports)}${happened}`,
      // Who refuses says so itself, where the finding stands.
      silence === 'refused' ? '' : icmpText(conversation),
      ...more,
      way?.text ?? '',
      meanwhile?.text ?? '',
      ...advice.sentences,
    ]),
    repeats: 1,
    related: [
      ...relatedTo(related, 'The same again'),
      ...(way ? [at(way.frame, 'What answered instead')] : []),
      ...(meanwhile ? [at(meanwhile.frame, 'The server cuts the SMB connection')] : []),
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
