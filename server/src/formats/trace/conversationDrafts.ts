import type { Frame, Service, Transport } from '../../model';
import { fitting, lastActive, pendingFor } from './fitting';
import { type BetweenHosts, hostPairs } from './hostPairs';
import type { Message } from './messages/message';
import { serviceOfPort, servicePorts, usualTransport } from './services';

/** So many conversations of two hosts a row without ports may belong to: those that began last. */
const mostKnown = 200;

/** A conversation while its messages are sorted into it. */
export interface ConversationDraft {
  transport: Transport;
  readonly client: string;
  readonly server: string;
  clientPort: number | undefined;
  port: number | undefined;
  readonly messages: Message[];
  readonly syns: Frame[];
  opening: 'pending' | 'answered' | 'reset' | 'unreachable' | 'notSeen';
  icmp: Frame | undefined;
  unreachable: string | undefined;
  /** Both sides have closed it, or one has cut it: later rows of these ports are another connection. */
  isClosed: boolean;
  readonly closedBy: Set<string>;
  /** Requests that wait for a reply: by id, or by what they ask. */
  readonly asked: Set<string>;
  /** What the last Bind on it named. */
  bound: Service | undefined;
  /** The sender of its last message that is no ICMP message. */
  lastSource: string | undefined;
  /** The place of its last message among all. */
  lastAt: number;
}

/**
 * Sorts messages into conversations. Rows of an application often print no ports: they belong to the connection
 * of the same two hosts that was active last and fits the service. Linear: a pair of hosts has few open ones.
 */
export function sortIntoDrafts(messages: readonly Message[]): ConversationDraft[] {
  const drafts: ConversationDraft[] = [];
  const betweenHosts = hostPairs<ConversationDraft>();

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
      unreachable: undefined,
      isClosed: false,
      closedBy: new Set(),
      asked: new Set(),
      bound: undefined,
      lastSource: undefined,
      lastAt: 0,
    };
    drafts.push(draft);
    const hosts = betweenHosts(source, destination);
    const ofClient = fromServer ? hosts.back : hosts;
    if (own !== undefined && port !== undefined) ofClient[transport].set(portsKey(own, port), draft);
    const { known } = hosts;
    const key = `${transport} ${draft.server} ${port}`;
    known.delete(key);
    known.set(key, draft);
    if (known.size > mostKnown) known.delete(known.keys().next().value!);
    return draft;
  };

  const draftOf = (message: Message): ConversationDraft | undefined => {
    const { frame, segment, service, sourcePort, destinationPort, transport } = message;
    const { source, destination } = frame;
    if (source === '' && destination === '') return undefined;
    const hasPorts = sourcePort !== undefined && destinationPort !== undefined && transport !== undefined;
    const isSyn = segment?.syn === true && !segment.ack;
    const hosts = betweenHosts(source, destination);
    if (hasPorts) {
      const known =
        hosts[transport].get(portsKey(sourcePort, destinationPort)) ??
        hosts.back[transport].get(portsKey(destinationPort, sourcePort));
      // A SYN on ports whose connection is answered already begins another one.
      const isAgain =
        known?.opening === 'pending' ||
        known?.opening === 'unreachable' ||
        (known?.opening === 'reset' && segment?.isRepeat);
      if (known && (!isSyn || isAgain)) return known;
      if (isSyn) return begin(message, 'tcp', false, destinationPort);
    }
    const isNamed = service !== undefined || message.isRpc;
    if (!hasPorts && !isNamed) return transport === 'tcp' ? lastActive(hosts.known) : undefined;
    const known = isNamed ? fitting(hosts.known, message) : undefined;
    if (known) return known;
    const fromServer = hasPorts ? segment?.syn === true || isFromServer(message) : message.kind === 'reply';
    const port = hasPorts
      ? fromServer
        ? sourcePort
        : destinationPort
      : service && servicePorts[service]?.[0];
    // Where connections are shown and this row is on none of them, it is a datagram.
    const isDatagram = service === 'kpasswd' && hasConnections;
    return begin(message, transport ?? (isDatagram ? 'udp' : usualTransport(service)), fromServer, port);
  };

  const hasConnections = messages.some(({ segment }) => segment?.syn);
  messages.forEach((each, at) => {
    if (each.frame.isPrintedAgain) return;
    const message = isTornReply(each, betweenHosts) ? { ...each, kind: 'data' as const } : each;
    const draft = message.kind === 'unreachable' ? pendingFor(message, drafts) : draftOf(message);
    if (!draft) return;
    draft.messages.push(message);
    draft.lastAt = at;
    follow(draft, message);
  });
  const shown = new Set(
    drafts
      .filter(each => each.port === 88 && each.syns.length > 0)
      .map(each => `${each.client} ${each.server}`),
  );
  for (const draft of drafts) {
    if (isTicketed(draft) && !shown.has(`${draft.client} ${draft.server}`)) draft.transport = 'tcp';
  }
  return drafts;
}

/** What one host of two is asked and the other asks: who answered before does not ask for the same. */
const oneWay: ReadonlySet<Service | undefined> = new Set<Service>(['dns', 'ldapPing', 'kerberos', 'ldap']);

/** Whether a row that seems to ask is what is left of a reply: it comes from the host that is asked for the same. */
function isTornReply(
  { kind, service, frame, sourcePort }: Message,
  betweenHosts: BetweenHosts<ConversationDraft>,
): boolean {
  if (kind !== 'request' || !oneWay.has(service) || sourcePort !== undefined) return false;
  const known = [...betweenHosts(frame.source, frame.destination).known.values()];
  const same = known.filter(({ port }) => port !== undefined && servicePorts[service!]?.includes(port));
  return same.length > 0 && same.every(({ server }) => server === frame.source);
}

/**
 * Whether tickets were given out in rows that print neither ports nor the connection around them: a ticket does
 * not fit into a datagram, so that the rows of TCP have been left out.
 */
function isTicketed({ transport, port, clientPort, messages }: ConversationDraft): boolean {
  return (
    transport === 'udp' &&
    port === 88 &&
    clientPort === undefined &&
    messages.some(({ kind, code, codeText }) => kind === 'reply' && !code && codeText === undefined)
  );
}

/** What a message does to the state of its connection. */
function follow(
  draft: ConversationDraft,
  { kind, frame, segment, unreachable, operation, service, id }: Message,
): void {
  if (kind === 'request') draft.asked.add(id ?? operation);
  if (kind === 'reply') draft.asked.delete(id ?? operation);
  if (kind === 'request' && operation === 'Bind' && service) draft.bound = service;
  if (kind === 'unreachable') {
    if (!draft.icmp) {
      draft.icmp = frame;
      draft.unreachable = unreachable;
    }
    if (draft.opening === 'pending' || draft.transport === 'udp') draft.opening = 'unreachable';
    return;
  }
  draft.lastSource = frame.source;
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
  } else if (draft.opening === 'pending') {
    // The SYN, ACK itself is missing in the text, which may show one direction only.
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

/** Both ports in one number. */
const portsKey = (clientPort: number, port: number): number => (clientPort << 16) | port;
