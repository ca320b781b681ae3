import type { Conversation, Exchange, Frame } from '../../model';
import { dynamicPorts } from './dynamicPorts';
import { type ConversationDraft, sortIntoDrafts } from './conversationDrafts';
import { forgiveUnsigned } from './dnsUpdates';
import { type IsAtEdge, edgesOf } from './edges';
import { type ExchangeDraft, readExchanges } from './exchanges';
import { harmlessBecause } from './harmless';
import { lostSegments } from './lostSegments';
import type { Message } from './messages/message';
import { relateExchanges } from './overcome';
import { serviceOfPort } from './services';

/** Who talked with whom: messages → conversations with their exchanges, in the order of their first frames. */
export function readConversations(messages: readonly Message[]): Conversation[] {
  const isAtEdge = edgesOf(messages.map(({ frame }) => frame));
  const heard = lastHeard(messages);
  const read = sortIntoDrafts(messages).map(draft => ({
    draft,
    lost: lostSegments(draft),
    exchanges: readExchanges(draft),
  }));
  const dynamic = dynamicPorts(read);
  const conversations = read.map(({ draft, lost, exchanges }): Mutable<Conversation> => {
    const conversation: Mutable<Conversation> = {
      transport: draft.transport,
      client: draft.client,
      server: draft.server,
      clientPort: draft.clientPort,
      port: draft.port,
      frames: unique(draft.messages.map(({ frame }) => frame)),
      opening: openingOf(draft, isAtEdge, heard),
      syns: draft.syns,
      icmp: draft.icmp,
      unreachable: draft.unreachable,
      hasAsked: hasSent(draft, draft.client),
      hasData: hasSent(draft, draft.server),
      service: serviceOf(draft, exchanges) ?? dynamic(draft),
      mapped: exchanges.flatMap(each => each.mapped),
      lostSegments: lost,
      exchanges: [],
    };
    conversation.exchanges = exchanges.map(each => exchangeOf(each, conversation, isAtEdge));
    return conversation;
  });
  forgiveUnsigned(conversations);
  relateExchanges(conversations);
  return conversations;
}

/** A value while it is made: exchange and conversation know each other. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function openingOf(
  { opening, syns, server, client }: ConversationDraft,
  isAtEdge: IsAtEdge,
  heard: ReadonlyMap<string, Heard>,
): Conversation['opening'] {
  if (opening !== 'pending') return opening;
  const syn = syns[0]!;
  const last = heard.get(`${server} ${client}`);
  const isCut = syns.length === 1 && isAtEdge(syn) && !(last && isLongAfter(last, syn));
  return isCut ? 'cut' : 'unanswered';
}

/** The last frame from one host to another, and how many there are. */
interface Heard {
  frame: Frame;
  /** The lines of the last few, the oldest first. */
  readonly lines: number[];
}

/** A host that answers elsewhere takes a SYN within so many milliseconds, or before so many other frames. */
const handshake = 500;
const mostBefore = 10;

function lastHeard(messages: readonly Message[]): ReadonlyMap<string, Heard> {
  const heard = new Map<string, Heard>();
  for (const { frame, kind } of messages) {
    if (frame.isPrintedAgain || kind === 'unreachable') continue;
    const key = `${frame.source} ${frame.destination}`;
    const known = heard.get(key);
    if (!known) heard.set(key, { frame, lines: [frame.line] });
    else {
      known.frame = frame;
      known.lines.push(frame.line);
      if (known.lines.length > mostBefore) known.lines.shift();
    }
  }
  return heard;
}

/** Whether a server went on sending to a client long after a SYN, so that it cannot have heard the SYN. */
function isLongAfter({ frame, lines }: Heard, syn: Frame): boolean {
  if (frame.time !== undefined && syn.time !== undefined) {
    return frame.line > syn.line && frame.time - syn.time >= handshake;
  }
  return lines.length >= mostBefore && lines[0]! > syn.line;
}

function hasSent({ messages }: ConversationDraft, host: string): boolean {
  return messages.some(
    ({ kind, frame, segment }) =>
      frame.source === host &&
      (segment && kind === 'segment' ? (segment.length ?? 0) > 0 : kind !== 'unreachable'),
  );
}

/** What a conversation is for: pipes of RPC run inside SMB, so its port decides before what was asked on it. */
function serviceOf(
  { port, transport }: ConversationDraft,
  exchanges: readonly ExchangeDraft[],
): Conversation['service'] {
  const byPort = serviceOfPort(port, transport);
  const asked = exchanges.map(each => each.service);
  if (byPort === 'dns') return asked.every(each => each === 'dnsUpdate') ? (asked[0] ?? 'dns') : 'dns';
  return byPort ?? asked[0];
}

function exchangeOf(draft: ExchangeDraft, conversation: Conversation, isAtEdge: IsAtEdge): Mutable<Exchange> {
  const { service, operation, login, user, request, repeats, reply, frames, code, codeText, subcode } = draft;
  return {
    service,
    conversation,
    operation,
    login,
    user,
    request,
    repeats,
    reply,
    answers: draft.answers,
    frames: unique(frames),
    outcome: outcomeOf(draft, conversation, isAtEdge),
    code,
    codeText,
    subcode,
    harmlessBecause: harmlessBecause(draft),
    overcomeBy: undefined,
  };
}

function outcomeOf(
  draft: ExchangeDraft,
  conversation: Conversation,
  isAtEdge: IsAtEdge,
): Exchange['outcome'] {
  const { reply, code, isEmpty, request, repeats } = draft;
  if (reply) {
    const isError = code ? harmlessBecause(draft) === undefined : draft.codeText !== undefined;
    return isError || isEmpty ? 'failed' : 'answered';
  }
  if (draft.unreachable !== undefined) return isRefusal(draft) ? 'reset' : 'unanswered';
  if (draft.isCut) return 'reset';
  if (draft.hasData && conversation.lostSegments.length === 0) return 'answered';
  if (repeats.length > 0 || draft.isGivenUp) return 'unanswered';
  // What is neither repeated nor taken by a single ACK is not shown to its end: TCP does one or the other.
  const isLeftOut = conversation.transport === 'tcp' && !draft.isTaken;
  return isLeftOut || (request && isAtEdge(request)) ? 'cut' : 'unanswered';
}

/** Whether ICMP says that nothing listens; that a device does not find or let through the way is silence. */
export function isRefusal({ unreachable }: Pick<Conversation, 'unreachable'>): boolean {
  return unreachable !== undefined && /port unreachable/i.test(unreachable);
}

function unique(frames: readonly Frame[]): Frame[] {
  return [...new Set(frames)];
}
