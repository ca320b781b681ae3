import { between, countText, plain, requestText } from '../explainTrace';
import type { Conversation, Exchange, Severity } from '../model';
import { durationText } from '../words';
import { cutSessions } from './cutSessions';
import { netbiosFallback } from './locator';
import { frameText } from '../traceWords';
import { type OtherWay, otherWays, overcomeText } from './otherWays';
import type { Rule } from './rule';
import { heardServers, type Silent, silentSeen } from './silences';
import { isNamed, openRequests, shutPorts, silentKerberos, tellingOf } from './unanswered';

export const requestUnanswered: Rule = {
  code: 'request-unanswered',
  languageId: 'network-trace',
  severity: 'error',
  description:
    'A request of a join got no reply, on a connection that was open or by datagram: a warning where the same was done another way, information where the trace ends too early to tell.',
  *check({ trace }) {
    if (!trace) return;
    const wayOf = otherWays(trace);
    const fallbackOf = netbiosFallback(trace);
    const cutOf = cutSessions(trace);
    const heard = heardServers(trace);
    const { domains } = trace;
    const groups = openRequests(trace);
    const overTcp = silentKerberos(shutPorts(trace), groups, wayOf);
    for (const group of groups) {
      const exchange = tellingOf(group);
      const { conversation } = exchange;
      const way = wayOf(conversation) ?? overcomeText(exchange);
      const frames = requestsOf(group);
      const tcp = overTcp.get(exchange);
      const frame = exchange.request!;
      const told: Omit<Silent, 'conversation' | 'silence' | 'happened'> = {
        domains,
        frame,
        others: frames.filter(each => each !== frame),
        way,
        severity: severityOf(exchange, way),
        isUnclear: exchange.outcome === 'cut',
        meanwhile: way ? undefined : cutOf(conversation),
        ...(conversation.service === 'dns' && { more: [fallbackOf(conversation.client, frame)] }),
      };
      yield tcp
        ? silentSeen({
            ...told,
            ...both(group, tcp, heard.has(conversation.server)),
            others: [...told.others, ...tcp.flatMap(each => each.syns)],
          })
        : silentSeen({
            ...told,
            conversation,
            silence: exchange.outcome === 'reset' || isClosed(exchange) ? 'reset' : 'silent',
            happened: happened(exchange, group),
          });
    }
  },
};

function severityOf({ outcome }: Exchange, way: OtherWay | undefined): Severity {
  if (outcome === 'cut') return 'information';
  return way ? 'warning' : 'error';
}

/** Requests and their repeats, in the order of the trace. */
function requestsOf(group: readonly Exchange[]) {
  return group.flatMap(each => [each.request!, ...each.repeats]).sort((a, b) => a.line - b.line);
}

/** Whether the server was the first to close the connection, behind a request that it has not answered. */
function isClosed({ conversation, request }: Exchange): boolean {
  const { frames, server, transport } = conversation;
  const end = frames.find(each => each.line > request!.line && /\[FIN\b/.test(each.message));
  return transport === 'tcp' && end?.source === server;
}

/** Kerberos that is silent over UDP and TCP. */
function both(group: readonly Exchange[], tcp: readonly Conversation[], isHeard: boolean) {
  const requests = countText(requestsOf(group), 'request', 'requests');
  const { operation, request } = tellingOf(group);
  const syns = countText(
    tcp.flatMap(each => each.syns),
    'SYN',
    'SYNs',
  );
  return {
    conversation: tcp[0]!,
    ports: 'UDP and TCP 88',
    silence: isHeard ? ('dropped' as const) : ('unanswered' as const),
    happened: `: no reply to ${requests} by UDP (${plain(operation)}, ${frameText(request!)}), no answer to ${syns} by TCP.`,
  };
}

function happened(exchange: Exchange, group: readonly Exchange[]): string {
  const { conversation, request, repeats, outcome } = exchange;
  const { transport, frames, server, opening, exchanges } = conversation;
  const asked = `${requestText(exchange)} (${frameText(request!)})`;
  if (outcome === 'cut')
    return `: ${asked}, and no reply in this text, which ends too early or leaves out too much to tell why.`;
  if (transport === 'udp') {
    const all = countText(requestsOf(group), 'request', 'requests');
    return `: no reply to ${all}${isNamed(group) ? `, ${asked}` : ''}.`;
  }
  const behind = frames.filter(each => each.line > request!.line);
  const isTaken = behind.some(each => each.source === server);
  const before = exchanges.findLast(each => each.reply && each.reply.line < request!.line);
  const took = [
    before
      ? `answered ${plain(before.operation)} (${frameText(before.reply!)})`
      : opening === 'answered' && 'took the connection',
    isTaken && outcome !== 'reset' && !isClosed(exchange) && 'acknowledged the request',
  ].filter(Boolean);
  const first = took.length > 0 ? `${took.join(' and ')}, then ` : '';
  if (outcome === 'reset')
    return ` ${first}cut ${before ? 'the connection' : 'it'} in place of a reply to ${asked}.`;
  if (isClosed(exchange))
    return ` ${first}closed ${before ? 'the connection' : 'it'} in place of a reply to ${asked}.`;
  const last = behind.at(-1);
  const wait = last && between(request!, last);
  const span = wait !== undefined && wait >= 1000 ? ` for ${durationText(Math.round(wait))}` : '';
  const again = repeats.length > 0 ? `, though it was sent again ${repeats.length}×` : '';
  return ` ${first}said nothing${span}: ${asked}${again}.`;
}
