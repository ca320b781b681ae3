import type { Conversation, Frame, Reach, Transport } from '../../model';
import { isRefusal } from './conversations';
import { isEphemeral, rpcServices, serviceOfPort } from './services';

/** The ports of a domain controller that a join may need, as a network team lists them. */
const neededPorts: readonly (readonly [port: number, transport: Transport])[] = [
  [53, 'udp'],
  [53, 'tcp'],
  [88, 'udp'],
  [88, 'tcp'],
  [135, 'tcp'],
  [137, 'udp'],
  [138, 'udp'],
  [139, 'tcp'],
  [389, 'udp'],
  [389, 'tcp'],
  [445, 'tcp'],
  [464, 'udp'],
  [464, 'tcp'],
  [3268, 'tcp'],
];

/** From best to worst: of several connections to a port the best one counts. */
const order: readonly Reach['result'][] = ['answered', 'openNoReply', 'reset', 'unanswered', 'notTried'];

/**
 * For each server and each port that a join needs, whether it can be reached.
 *
 * @param isPartial replies may be left out: silence of datagrams says nothing
 */
export function readReachability(conversations: readonly Conversation[], isPartial: boolean): Reach[] {
  const mapped = new Set(conversations.flatMap(each => each.mapped));
  const servers = new Map<string, Map<string, Found>>();
  /** Tried, and nothing can be said of it. */
  const untold = new Set<string>();
  for (const conversation of conversations) {
    const { server, port, transport } = conversation;
    // A call whose row prints no port may have gone through a pipe of SMB.
    if (port === undefined && rpcServices.has(conversation.service)) {
      for (const pipe of [445, 139]) untold.add(`${server} ${pipe} tcp`);
    }
    if (port === undefined || !isOfJoin(conversation, mapped)) continue;
    if (isPartial && transport === 'udp' && !conversation.hasData && !conversation.icmp) {
      untold.add(`${server} ${port} ${transport}`);
      continue;
    }
    const ports = servers.get(server) ?? new Map<string, Found>();
    servers.set(server, ports);
    const key = `${port} ${transport}`;
    const own: Found = {
      server,
      port,
      transport,
      result: resultOf(conversation),
      frames: evidenceOf(conversation),
      isDynamic: isDynamic(port, transport),
    };
    ports.set(key, better(ports.get(key), own));
  }
  return [...servers].flatMap(([server, ports]) => {
    const known = [...ports.values()];
    const missing = known.some(isOfController)
      ? neededPorts.filter(
          ([port, transport]) =>
            !ports.has(`${port} ${transport}`) && !untold.has(`${server} ${port} ${transport}`),
        )
      : [];
    const untried = missing.map(([port, transport]): Reach => ({
      server,
      port,
      transport,
      result: 'notTried',
      frames: [],
      isDynamic: false,
    }));
    return [...known, ...untried].sort((a, b) => a.port - b.port || b.transport.localeCompare(a.transport));
  });
}

/** Whether a conversation is with a port that a join may need, or with one that the endpoint mapper gives out. */
function isOfJoin(
  { port, transport, service, exchanges }: Conversation,
  mapped: ReadonlySet<number>,
): boolean {
  if (serviceOfPort(port, transport)) return true;
  return (
    mapped.has(port!) || rpcServices.has(service) || exchanges.some(each => rpcServices.has(each.service))
  );
}

const isDynamic = (port: number, transport: Transport): boolean =>
  serviceOfPort(port, transport) === undefined && isEphemeral(port);

/** DNS and NetBIOS names may be answered by servers that are no domain controllers. */
function isOfController({ port }: Reach): boolean {
  return ![53, 137, 138].includes(port);
}

function resultOf(conversation: Conversation): Reach['result'] {
  const { transport, opening, frames, server, exchanges, hasAsked, hasData, lostSegments } = conversation;
  if (transport === 'udp' && hasData) return 'answered';
  if (opening === 'unreachable') return isRefusal(conversation) ? 'reset' : 'unanswered';
  if (transport === 'udp') return 'unanswered';
  if (opening === 'reset') return 'reset';
  if (opening === 'unanswered' || opening === 'cut') return 'unanswered';
  // Of one direction only, an ACK of the client tells that the server took the connection.
  if (frames.every(({ source }) => source !== server))
    return opening === 'answered' || !hasAsked ? 'answered' : 'unanswered';
  if (hasAsked && !hasData) return 'openNoReply';
  const isHeard = exchanges.some(each => each.reply !== undefined || each.outcome === 'answered');
  return lostSegments.length > 0 && exchanges.length > 0 && !isHeard ? 'openNoReply' : 'answered';
}

/** The first frame and the last. */
function evidenceOf({ frames }: Conversation): Frame[] {
  return frames.length === 1 ? [frames[0]!] : [frames[0]!, frames.at(-1)!];
}

/** What is known of a port while conversations are looked at; the frames of those that came to the same add up. */
type Found = Reach & { readonly frames: Frame[] };

function better(known: Found | undefined, own: Found): Found {
  if (!known) return own;
  if (known.result !== own.result) {
    return order.indexOf(own.result) < order.indexOf(known.result) ? own : known;
  }
  known.frames.push(...own.frames);
  return known;
}
