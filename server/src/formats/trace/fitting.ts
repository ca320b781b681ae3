import type { ConversationDraft } from './conversationDrafts';
import type { Message } from './messages/message';
import { isEphemeral, rpcServices, servicePorts } from './services';

/**
 * The conversation of two hosts that a row without ports belongs to: of those that fit, one that waits for this
 * reply, else the one that was active last.
 */
export function fitting(
  known: ReadonlyMap<string, ConversationDraft> | undefined,
  message: Message,
): ConversationDraft | undefined {
  if (!known) return undefined;
  const { kind, frame } = message;
  const key = askedKey(message);
  let best: ConversationDraft | undefined;
  for (const draft of known.values()) {
    const isSide = kind === 'data' || (kind === 'reply') === (draft.server === frame.source);
    if (!isSide || !fits(draft, message)) continue;
    const isBetter =
      kind === 'reply' && best ? Number(draft.asked.has(key)) - Number(best.asked.has(key)) : 0;
    if (!best || isBetter > 0 || (isBetter === 0 && draft.lastAt > best.lastAt)) best = draft;
  }
  return best;
}

/** The connection that a piece of a message belongs to whose row prints no ports: the one that was active last. */
export function lastActive(
  known: ReadonlyMap<string, ConversationDraft> | undefined,
): ConversationDraft | undefined {
  let best: ConversationDraft | undefined;
  for (const draft of known?.values() ?? []) {
    const isOpen = draft.opening === 'answered' || draft.opening === 'notSeen';
    if (draft.transport !== 'tcp' || !isOpen || draft.isClosed) continue;
    if (!best || draft.lastAt > best.lastAt) best = draft;
  }
  return best;
}

const askedKey = ({ id, operation }: Message): string => id ?? operation;

function fits(draft: ConversationDraft, message: Message): boolean {
  const { service, isRpc, transport, kind } = message;
  if (!isOfPorts(draft, message)) return false;
  if (transport !== undefined && draft.transport !== transport) return false;
  // A reply may come behind a half close, and a row may stand behind the last one of its connection.
  const isOpen = draft.opening === 'answered' || draft.opening === 'notSeen';
  if (draft.transport === 'tcp' && (!isOpen || (kind === 'request' && draft.isClosed))) return false;
  const ports = service && servicePorts[service];
  if (ports) return draft.port !== undefined && ports.includes(draft.port);
  if (draft.transport !== 'tcp' || (!rpcServices.has(service) && !isRpc)) return false;
  const isPipe = draft.port === 445 || draft.port === 139;
  if (service !== undefined && draft.bound !== undefined && draft.bound !== service && !isPipe) return false;
  return draft.port === undefined || isPipe || draft.port === 135 || isEphemeral(draft.port);
}

/** Whether the ports that a message names, where it does, can be those of a conversation of which rows name none. */
function isOfPorts({ client, clientPort, port }: ConversationDraft, message: Message): boolean {
  const { frame, sourcePort, destinationPort } = message;
  const isClient = frame.source === client;
  const own = isClient ? sourcePort : destinationPort;
  const other = isClient ? destinationPort : sourcePort;
  return (
    (other === undefined || port === undefined || other === port) &&
    (own === undefined || clientPort === undefined || own === clientPort)
  );
}

/** So many conversations back an ICMP message may be about: it comes within seconds. */
const mostWaiting = 200;

/** The conversation that waits for what an ICMP message says cannot be delivered. */
export function pendingFor(
  { frame, about, unreachable }: Message,
  drafts: readonly ConversationDraft[],
): ConversationDraft | undefined {
  const client = about?.source ?? frame.destination;
  const waiting = drafts
    .slice(-mostWaiting)
    .filter(
      draft =>
        draft.client === client &&
        (draft.opening === 'pending' || (draft.transport === 'udp' && isWaiting(draft))) &&
        (!about ||
          (draft.server === about.destination &&
            (about.destinationPort === undefined || draft.port === about.destinationPort))),
    );
  // A row does not print what the message is about. A server speaks of itself; of another host a router does.
  const isAway = /^(?:host|net(?:work)?) unreachable/i.test(unreachable ?? '');
  return (isAway ? undefined : waiting.findLast(each => each.server === frame.source)) ?? waiting.at(-1);
}

/** Whether nothing came back to the last request. */
function isWaiting({ lastSource, client }: ConversationDraft): boolean {
  return lastSource === client;
}
