import { between, countText, frameText, requestText } from '../explainTrace';
import type { Conversation, Exchange, Severity, Trace } from '../model';
import { durationText } from '../words';
import { controllerNames, isOfLocator, locatedDomain, netbiosFallback } from './locator';
import { conversationsOf, isOneSided } from './joinTraffic';
import { type OtherWay, otherWays, overcomeText } from './otherWays';
import type { Rule } from './rule';
import { neededPorts, silentSeen } from './silences';

export const requestUnanswered: Rule = {
  code: 'request-unanswered',
  severity: 'error',
  description:
    'A request of a join got no reply, on a connection that was open or by datagram: a warning where the same was done another way, information where the trace ends too early to tell.',
  *check({ trace }) {
    if (!trace) return;
    const wayOf = otherWays(trace);
    const fallbackOf = netbiosFallback(trace);
    for (const group of unanswered(trace)) {
      const exchange = group.find(each => each.outcome !== 'cut') ?? group[0]!;
      const { conversation } = exchange;
      const way = wayOf(conversation) ?? overcomeText(exchange);
      const frames = group.flatMap(each => [each.request!, ...each.repeats]).sort((a, b) => a.line - b.line);
      yield silentSeen({
        conversation,
        frame: exchange.request!,
        others: frames.filter(each => each !== exchange.request),
        silence: exchange.outcome === 'reset' || isClosed(exchange) ? 'reset' : 'silent',
        happened: happened(exchange, group),
        way,
        severity: severityOf(exchange, way),
        isUnclear: exchange.outcome === 'cut',
        ...(conversation.service === 'dns' && {
          more: [fallbackOf(conversation.client, exchange.request!)],
        }),
      });
    }
  },
};

function severityOf({ outcome }: Exchange, way: OtherWay | undefined): Severity {
  if (outcome === 'cut') return 'information';
  return way ? 'warning' : 'error';
}

/** What is asked and may wait for ever, or is not worth waiting for. */
const idle = /^(?:(?:Change )?Notify|Session Logoff|Logoff|Tree Disconnect|Close|Cancel|Echo|Keep ?Alive)/i;

/** The requests that stay without a reply, those of one service at one port together. */
function unanswered(trace: Trace): readonly (readonly Exchange[])[] {
  const isNeeded = neededPorts(trace);
  const controllers = controllerNames(trace);
  const conversations = conversationsOf(trace);
  const isSilent = isOneSided(trace);
  const heard = new Set(conversations.filter(each => each.hasData).map(portKey));
  const groups = new Map<string, Exchange[]>();
  for (const conversation of conversations) {
    const { lostSegments, icmp, transport, opening, exchanges } = conversation;
    if (!isNeeded(conversation) || lostSegments.length > 0 || icmp || isShut(opening)) continue;
    const answered = exchanges.findLastIndex(each => each.reply);
    exchanges.forEach((exchange, at) => {
      const { service, request, outcome, repeats, overcomeBy, operation } = exchange;
      if (isSilent && !isAskedAgain(exchange)) return;
      if (!request || outcome === 'answered' || outcome === 'failed' || service === 'netbios') return;
      // What was answered later on the same connection shows that nobody waited.
      if (transport === 'tcp' && (at < answered || idle.test(operation))) return;
      if (overcomeBy && portKey(overcomeBy.conversation) === portKey(conversation)) return;
      // A server that answers others has not lost its way for a name that no join asks for.
      const isAsked = service !== 'dns' || isOfLocator(exchange, controllers);
      if (!isAsked && (heard.has(portKey(conversation)) || repeats.length === 0)) return;
      if (outcome === 'cut' && (overcomeBy || heard.has(portKey(conversation)))) return;
      const key = `${portKey(conversation)} ${service}`;
      const known = groups.get(key);
      if (known) known.push(exchange);
      else groups.set(key, [exchange]);
    });
  }
  return [...groups.values()];
}

/** Whether the server was the first to close the connection, behind a request that it has not answered. */
function isClosed({ conversation, request }: Exchange): boolean {
  const { frames, server, transport } = conversation;
  const end = frames.find(each => each.line > request!.line && /\[FIN\b/.test(each.message));
  return transport === 'tcp' && end?.source === server;
}

/** A request of Kerberos that follows its like at once is the next step, and not the same one again. */
function isAskedAgain({ service, request, repeats }: Exchange): boolean {
  const last = repeats.at(-1);
  return last !== undefined && (service !== 'kerberos' || (between(request!, last) ?? 0) >= 500);
}

const portKey = ({ client, server, transport, port }: Conversation): string =>
  `${client} ${server} ${transport} ${port}`;

const isShut = (opening: Conversation['opening']): boolean =>
  opening === 'unanswered' || opening === 'reset' || opening === 'cut';

function happened(exchange: Exchange, group: readonly Exchange[]): string {
  const { conversation, request, repeats, outcome } = exchange;
  const { transport, frames, server, opening } = conversation;
  const asked = `${requestText(exchange)} (${frameText(request!)})`;
  if (outcome === 'cut')
    return `: ${asked}, and no reply in this text, which ends too early or leaves out too much to tell why.`;
  if (transport === 'udp') {
    const all = group.flatMap(each => [each.request!, ...each.repeats]).sort((a, b) => a.line - b.line);
    const what = locatedDomain(exchange) === undefined && group.length > 1 ? '' : `, ${asked}`;
    return `: no reply to ${countText(all, 'request', 'requests')}${what}.`;
  }
  const behind = frames.filter(each => each.line > request!.line);
  const isTaken = behind.some(each => each.source === server);
  const took = [
    opening === 'answered' && 'took the connection',
    isTaken && outcome !== 'reset' && !isClosed(exchange) && 'acknowledged the request',
  ].filter(Boolean);
  const first = took.length > 0 ? `${took.join(' and ')}, then ` : '';
  if (outcome === 'reset') return ` ${first}cut it in place of a reply to ${asked}.`;
  if (isClosed(exchange)) return ` ${first}closed it in place of a reply to ${asked}.`;
  const last = behind.at(-1);
  const wait = last && between(request!, last);
  const span = wait !== undefined && wait >= 1000 ? ` for ${durationText(Math.round(wait))}` : '';
  const again = repeats.length > 0 ? `, though it was sent again ${repeats.length}×` : '';
  return ` ${first}said nothing${span}: ${asked} stays without a reply${again}.`;
}
