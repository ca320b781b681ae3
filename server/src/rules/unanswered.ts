import type { Conversation, Exchange, Trace } from '../model';
import { locatedDomain } from '../formats/trace/locatedDomains';
import { goesOn } from '../formats/trace/oneSided';
import { between } from '../explainTrace';
import { once } from '../once';
import { endpointKey } from './joinTraffic';
import { controllerNames, isOfLocator } from './locator';
import { type OtherWay, overcomeText } from './otherWays';
import { byEndpoint, isStopped, neededPorts } from './silences';

/** The TCP connections that no server took, those to the same port of the same server together. */
export function shutPorts(trace: Trace): readonly (readonly Conversation[])[] {
  const isNeeded = neededPorts(trace);
  const least = trace.isOneSided ? 2 : 1;
  return byEndpoint(
    trace.joinConversations.filter(each => isShut(each) && isNeeded(each) && each.syns.length >= least),
  );
}

function isShut(conversation: Conversation): boolean {
  const { transport, opening, syns } = conversation;
  if (transport !== 'tcp' || syns.length === 0) return false;
  if (opening === 'unanswered' || opening === 'cut') return !goesOn(conversation);
  return isStopped(conversation);
}

/** What is asked and may wait for ever, or is not worth waiting for. */
const idle = /^(?:(?:Change )?Notify|Session Logoff|Logoff|Tree Disconnect|Close|Cancel|Echo|Keep ?Alive)/i;

/** The requests that stay without a reply, those of one service at one port together. */
export function openRequests(trace: Trace): readonly (readonly Exchange[])[] {
  const isNeeded = neededPorts(trace);
  const controllers = once(() => controllerNames(trace));
  const conversations = trace.joinConversations;
  const isSilent = trace.isOneSided;
  const heard = once(() => new Set(conversations.filter(each => each.hasData).map(endpointKey)));
  const groups = new Map<string, Exchange[]>();
  for (const conversation of conversations) {
    const { lostSegments, icmp, transport, opening, exchanges } = conversation;
    const isClosed = opening === 'unanswered' || opening === 'reset' || opening === 'cut';
    if (!exchanges.some(isOpen)) continue;
    if (!isNeeded(conversation) || lostSegments.length > 0 || icmp || isClosed) continue;
    const answered = exchanges.findLastIndex(each => each.reply);
    exchanges.forEach((exchange, at) => {
      const { service, outcome, repeats, overcomeBy, operation } = exchange;
      if (!isOpen(exchange) || (isSilent && !isAskedAgain(exchange))) return;
      // What was answered later on the same connection shows that nobody waited.
      if (transport === 'tcp' && (at < answered || idle.test(operation))) return;
      if (overcomeBy && endpointKey(overcomeBy.conversation) === endpointKey(conversation)) return;
      // A server that answers others has not lost its way for a name that no join asks for.
      const isAsked = service !== 'dns' || isOfLocator(exchange, controllers());
      if (!isAsked && (heard().has(endpointKey(conversation)) || repeats.length === 0)) return;
      if (outcome === 'cut' && (overcomeBy || heard().has(endpointKey(conversation)))) return;
      const key = `${endpointKey(conversation)} ${service}`;
      const known = groups.get(key);
      if (known) known.push(exchange);
      else groups.set(key, [exchange]);
    });
  }
  return [...groups.values()];
}

/** A request that was not answered, of which somebody has to answer. */
function isOpen({ service, request, outcome }: Exchange): boolean {
  return request !== undefined && outcome !== 'answered' && outcome !== 'failed' && service !== 'netbios';
}

/** A request of Kerberos that follows its like at once is the next step, and not the same one again. */
function isAskedAgain({ service, request, repeats }: Exchange): boolean {
  const last = repeats.at(-1);
  return last !== undefined && (service !== 'kerberos' || (between(request!, last) ?? 0) >= 500);
}

/** Of several requests without a reply, the one that tells: not one that the end of the text may have cut off. */
export function tellingOf(group: readonly Exchange[]): Exchange {
  return group.find(each => each.outcome !== 'cut') ?? group[0]!;
}

type WayOf = (failed: Conversation) => OtherWay | undefined;

/**
 * Kerberos that is silent over UDP and over TCP is one problem: the connections to TCP 88, by the first request to
 * UDP 88 without a reply.
 */
export function silentKerberos(
  shut: readonly (readonly Conversation[])[],
  open: readonly (readonly Exchange[])[],
  wayOf: WayOf,
): ReadonlyMap<Exchange, readonly Conversation[]> {
  const byTcp = new Map(
    shut.filter(([first]) => first!.port === 88).map(group => [hostsOf(group[0]!), group] as const),
  );
  return new Map(
    open.flatMap(group => {
      const exchange = tellingOf(group);
      const { conversation, outcome } = exchange;
      const tcp = byTcp.get(hostsOf(conversation));
      if (!tcp || conversation.transport !== 'udp' || conversation.port !== 88 || outcome === 'cut')
        return [];
      const isDone = (wayOf(conversation) ?? overcomeText(exchange)) !== undefined;
      const isDoneToo = wayOf(tcp.at(-1)!) !== undefined;
      const isTellable = tcp.every(each => each.opening !== 'cut') && tcp.every(each => !each.icmp);
      return isDone === isDoneToo && isTellable ? [[exchange, tcp] as const] : [];
    }),
  );
}

const hostsOf = ({ client, server }: Conversation): string => `${client} ${server}`;

/** Whether several questions of a group are all for the same thing, so that one can be named. */
export function isNamed(group: readonly Exchange[]): boolean {
  return group.length === 1 || locatedDomain(tellingOf(group)) !== undefined;
}
