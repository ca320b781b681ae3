import type { Frame, Service, Transport } from '../../model';
import type { Message } from './messages/message';
import { isEphemeral, rpcServices, serviceOfPort, servicePorts, usualTransport } from './services';

/** A conversation while its messages are sorted into it. */
export interface ConversationDraft {
  readonly transport: Transport;
  readonly client: string;
  readonly server: string;
  clientPort: number | undefined;
  port: number | undefined;
  readonly messages: Message[];
  readonly syns: Frame[];
  opening: 'pending' | 'answered' | 'reset' | 'unreachable' | 'notSeen';
  icmp: Frame | undefined;
  /** Both sides have closed it, or one has cut it: later rows of these ports are another connection. */
  isClosed: boolean;
  readonly closedBy: Set<string>;
  /** Requests that wait for a reply: by id, or by what they ask. */
  readonly asked: Set<string>;
  /** What the last Bind on it named. */
  bound: Service | undefined;
  /** The place of its last message among all. */
  lastAt: number;
}

/**
 * Sorts messages into conversations. Rows of an application often print no ports: they belong to the connection
 * of the same two hosts that was active last and fits the service. Linear: a pair of hosts has few open ones.
 */
export function sortIntoDrafts(messages: readonly Message[]): ConversationDraft[] {
  const drafts: ConversationDraft[] = [];
  const byPorts = new Map<string, ConversationDraft>();
  /** Of two hosts: the last conversation for each transport and port of the server. */
  const byHosts = new Map<string, Map<string, ConversationDraft>>();

  const begin = (
    message: Message,
    transport: Transport,
    fromServer: boolean,
    port: number | undefined,
  ): ConversationDraft => {
    const { source, destination } = message.frame;
    const own = fromServer ? message.destinationPort : message.sourcePort;
    const draft: ConversationDraft = {
      transport,
      client: fromServer ? destination : source,
      server: fromServer ? source : destination,
      clientPort: own,
      port,
      messages: [],
      syns: [],
      opening: 'notSeen',
      icmp: undefined,
      isClosed: false,
      closedBy: new Set(),
      asked: new Set(),
      bound: undefined,
      lastAt: 0,
    };
    drafts.push(draft);
    if (own !== undefined && port !== undefined)
      byPorts.set(portsKey(transport, draft.client, own, draft.server, port), draft);
    const hosts = hostsKey(source, destination);
    const known = byHosts.get(hosts) ?? new Map<string, ConversationDraft>();
    byHosts.set(hosts, known);
    known.set(`${transport} ${draft.server} ${port}`, draft);
    return draft;
  };

  const draftOf = (message: Message): ConversationDraft | undefined => {
    const { frame, segment, service, sourcePort, destinationPort } = message;
    const { source, destination } = frame;
    if (source === '' && destination === '') return undefined;
    const transport = message.transport;
    if (sourcePort !== undefined && destinationPort !== undefined && transport !== undefined) {
      const key = portsKey(transport, source, sourcePort, destination, destinationPort);
      const known =
        byPorts.get(key) ??
        byPorts.get(portsKey(transport, destination, destinationPort, source, sourcePort));
      const isSyn = segment?.syn === true && !segment.ack;
      if (transport === 'udp') {
        const fromServer = isFromServer(message);
        return known ?? begin(message, 'udp', fromServer, fromServer ? sourcePort : destinationPort);
      }
      if (isSyn) {
        const isAgain =
          known && (known.opening === 'pending' || (known.opening === 'reset' && segment.isRepeat));
        return isAgain ? known : begin(message, 'tcp', false, destinationPort);
      }
      if (known) return known;
      const fromServer = segment?.syn === true || isFromServer(message);
      return begin(message, 'tcp', fromServer, fromServer ? sourcePort : destinationPort);
    }
    if (service === undefined && !message.isRpc) return undefined;
    const known = fitting(byHosts.get(hostsKey(source, destination)), message);
    if (known) return known;
    const fromServer = message.kind === 'reply';
    const ports = service && servicePorts[service];
    return begin(message, transport ?? usualTransport(service), fromServer, ports?.[0]);
  };

  messages.forEach((message, at) => {
    if (message.frame.isPrintedAgain) return;
    const draft = message.kind === 'unreachable' ? pendingFor(message, drafts) : draftOf(message);
    if (!draft) return;
    draft.messages.push(message);
    draft.lastAt = at;
    follow(draft, message);
  });
  return drafts;
}

/** What a message does to the state of its connection. */
function follow(draft: ConversationDraft, { kind, frame, segment, operation, service, id }: Message): void {
  if (kind === 'request') draft.asked.add(id ?? operation);
  if (kind === 'reply') draft.asked.delete(id ?? operation);
  if (kind === 'request' && operation === 'Bind' && service) draft.bound = service;
  if (kind === 'unreachable') {
    draft.icmp ??= frame;
    if (draft.opening === 'pending' || draft.transport === 'udp') draft.opening = 'unreachable';
    return;
  }
  if (!segment) return;
  const fromServer = frame.source === draft.server;
  if (segment.syn && !segment.ack) {
    draft.syns.push(frame);
    if (draft.opening === 'notSeen') draft.opening = 'pending';
  } else if (segment.syn) {
    draft.opening = 'answered';
  } else if (segment.rst) {
    if (draft.opening === 'pending' && fromServer) draft.opening = 'reset';
    draft.isClosed = true;
  } else if (fromServer && draft.opening === 'pending') {
    // The SYN, ACK itself is missing in the text.
    draft.opening = 'answered';
  }
  if (segment.fin) {
    draft.closedBy.add(frame.source);
    if (draft.closedBy.size > 1) draft.isClosed = true;
  }
}

/** Whether the sender is the server, by the kind of message or else by the ports: the known or lower one is its own. */
function isFromServer({ kind, sourcePort, destinationPort, transport }: Message): boolean {
  if (kind === 'reply') return true;
  if (kind === 'request') return false;
  const isKnown = (port: number) => serviceOfPort(port, transport ?? 'tcp') !== undefined;
  if (isKnown(sourcePort!) !== isKnown(destinationPort!)) return isKnown(sourcePort!);
  return sourcePort! < destinationPort!;
}

/**
 * The conversation of two hosts that a row without ports belongs to: of those that fit, one that waits for this
 * reply, else the one that was active last.
 */
function fitting(
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

const askedKey = ({ id, operation }: Message): string => id ?? operation;

function fits(draft: ConversationDraft, { service, isRpc, transport, kind }: Message): boolean {
  if (transport !== undefined && draft.transport !== transport) return false;
  // A reply may come behind a half close, and a row may stand behind the last one of its connection.
  const isOpen = draft.opening === 'answered' || draft.opening === 'notSeen';
  if (draft.transport === 'tcp' && (!isOpen || (kind === 'request' && draft.isClosed))) return false;
  const ports = service && servicePorts[service];
  if (ports) return draft.port !== undefined && ports.includes(draft.port);
  if (draft.transport !== 'tcp' || draft.port === undefined) return false;
  const isPipe = draft.port === 445 || draft.port === 139;
  if (!rpcServices.has(service) && !isRpc) return false;
  if (service !== undefined && draft.bound !== undefined && draft.bound !== service && !isPipe) return false;
  return isPipe || draft.port === 135 || isEphemeral(draft.port);
}

/** So many conversations back an ICMP message may be about: it comes within seconds. */
const mostWaiting = 200;

/** The conversation that waits for what an ICMP message says cannot be delivered. */
function pendingFor(
  { frame, about }: Message,
  drafts: readonly ConversationDraft[],
): ConversationDraft | undefined {
  const client = about?.source ?? frame.destination;
  return drafts
    .slice(-mostWaiting)
    .findLast(
      draft =>
        draft.client === client &&
        (draft.opening === 'pending' || (draft.transport === 'udp' && isWaiting(draft))) &&
        (!about ||
          (draft.server === about.destination &&
            (about.destinationPort === undefined || draft.port === about.destinationPort))),
    );
}

/** Whether nothing came back to the last request. */
function isWaiting({ messages, client }: ConversationDraft): boolean {
  return messages.findLast(each => each.kind !== 'unreachable')?.frame.source === client;
}

const portsKey = (transport: Transport, client: string, clientPort: number, server: string, port: number) =>
  `${transport} ${client} ${clientPort} ${server} ${port}`;

const hostsKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
