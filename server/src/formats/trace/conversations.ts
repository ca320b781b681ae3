import type { Conversation, Exchange, Frame } from '../../model';
import { dynamicPorts } from './dynamicPorts';
import { type ConversationDraft, sortIntoDrafts } from './conversationDrafts';
import { forgiveUnsigned } from './dnsUpdates';
import { type IsAtEdge, edgesOf } from './edges';
import { type ExchangeDraft, readExchanges } from './exchanges';
import { judgeGivenUp } from './givenUp';
import { harmlessBecause } from './harmless';
import { lostSegments } from './lostSegments';
import type { Message } from './messages/message';
import { relateExchanges } from './overcome';
import { serviceOfPort } from './services';

/**
 * Who talked with whom: messages → conversations with their exchanges, in the order of their first frames.
 *
 * @param isBroken rows are cut: what is not there says nothing
 */
export function readConversations(messages: readonly Message[], isBroken: boolean): Conversation[] {
  const isAtEdge = edgesOf(messages.map(({ frame }) => frame));
  const heard = lastHeard(messages);
  const read = sortIntoDrafts(messages).map(draft => ({
    draft,
    lost: lostSegments(draft),
    exchanges: readExchanges(draft),
  }));
  const wentOn = goingOn(read.map(({ draft }) => draft));
  for (const { draft, exchanges } of read) {
    for (const each of exchanges) if (each.isBare) each.isEmpty = !wentOn(draft.client, each.reply!);
  }
  const dynamic = dynamicPorts(read);
  const isSided = isOneSided(read.map(({ draft }) => ({ ...draft, frames: framesOf(draft) })));
  const leaves: LeavesOut = isBroken ? 'ends of rows' : isSided ? 'a direction' : undefined;
  const conversations = read.map(({ draft, lost, exchanges }): Mutable<Conversation> => {
    const conversation: Mutable<Conversation> = {
      transport: draft.transport,
      client: draft.client,
      server: draft.server,
      clientPort: draft.clientPort,
      port: draft.port,
      frames: framesOf(draft),
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
    conversation.exchanges = exchanges.map(each => exchangeOf(each, conversation, isAtEdge, leaves));
    return conversation;
  });
  judgeGivenUp(conversations);
  forgiveUnsigned(conversations);
  relateExchanges(conversations);
  return conversations;
}

function framesOf({ messages }: ConversationDraft): Frame[] {
  return unique(messages.map(({ frame }) => frame));
}

/**
 * Whether a trace shows one direction only: nothing of any server, though a client goes on as if it had an answer,
 * or nothing of any client.
 */
export function isOneSided(
  conversations: readonly Pick<Conversation, 'frames' | 'syns' | 'client' | 'server' | 'transport'>[],
): boolean {
  const isHeard = conversations.some(({ frames, server }) => frames.some(each => each.source === server));
  const isAsked = conversations.some(({ frames, client }) => frames.some(each => each.source === client));
  if (isHeard) return !isAsked;
  return conversations.some(each => each.transport === 'tcp' && goesOn(each));
}

/** What a trace is known to leave out, so that what is not there says nothing. */
type LeavesOut = 'ends of rows' | 'a direction' | undefined;

/** Whether a client went on behind a frame with what it does once DNS has named a server, or asked again over TCP. */
function goingOn(drafts: readonly ConversationDraft[]): (client: string, since: Frame) => boolean {
  const last = new Map<string, number>();
  for (const { client, port, transport, messages } of drafts) {
    const isNext = port === 53 ? transport === 'tcp' : port !== 137 && serviceOfPort(port, transport);
    if (isNext) last.set(client, Math.max(last.get(client) ?? 0, messages[0]!.frame.line));
  }
  return (client, { line }) => (last.get(client) ?? -1) > line;
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

function exchangeOf(
  draft: ExchangeDraft,
  conversation: Conversation,
  isAtEdge: IsAtEdge,
  leaves: LeavesOut,
): Mutable<Exchange> {
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
    outcome: outcomeOf(draft, conversation, isAtEdge, leaves),
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
  leaves: LeavesOut,
): Exchange['outcome'] {
  const { reply, code, isEmpty, request, repeats } = draft;
  if (reply) {
    // The words of a row that is cut may be half of one that says nothing wrong.
    const isNamed = draft.codeText !== undefined && leaves !== 'ends of rows';
    const isError = code ? harmlessBecause(draft) === undefined : isNamed;
    return isError || isEmpty ? 'failed' : 'answered';
  }
  if (draft.unreachable !== undefined) return isRefusal(draft) ? 'reset' : 'unanswered';
  // Behind pieces of a reply it is an end.
  if (draft.isCut && !draft.hasData) return 'reset';
  if (draft.hasData && conversation.lostSegments.length === 0) return 'answered';
  if (leaves === 'ends of rows') return 'cut';
  // Without a number, the next request of the kind looks like the same one again.
  if (leaves === 'a direction' && (repeats.length === 0 || draft.id === undefined)) return 'cut';
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

/** Whether the client says more on a connection than SYN: it was opened, whatever the text shows of the server. */
export function goesOn({ frames, syns, client }: Pick<Conversation, 'frames' | 'syns' | 'client'>): boolean {
  const opening = new Set(syns);
  return frames.some(each => each.source === client && !opening.has(each));
}
