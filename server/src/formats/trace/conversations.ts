import type { Conversation, Exchange, Frame } from '../../model';
import { once } from '../../once';
import { dynamicPorts } from './dynamicPorts';
import { type ConversationDraft, sortIntoDrafts } from './conversationDrafts';
import { forgiveUnsigned } from './dnsUpdates';
import { edgesOf, type Heard, type IsAtEdge, isLongAfter, lastHeard } from './edges';
import { type ExchangeDraft, readExchanges } from './exchanges';
import { judgeGivenUp } from './givenUp';
import { harmlessBecause } from './harmless';
import { lostSegments } from './lostSegments';
import type { Message } from './messages/message';
import { isOneSided } from './oneSided';
import { relateExchanges } from './overcome';
import { serviceOfPort } from './services';

/**
 * Who talked with whom: messages → conversations with their exchanges, in the order of their first frames.
 *
 * @param isBroken rows are cut: what is not there says nothing
 */
export function readConversations(messages: readonly Message[], isBroken: boolean): Conversation[] {
  const edges = once(() => edgesOf(messages.map(({ frame }) => frame)));
  const isAtEdge: IsAtEdge = frame => edges()(frame);
  const heard = once(() => lastHeard(messages));
  const read = sortIntoDrafts(messages).map(draft => ({
    draft,
    frames: draft.messages.map(({ frame }) => frame),
    lost: lostSegments(draft),
    exchanges: readExchanges(draft),
  }));
  const wentOn = goingOn(read.map(({ draft }) => draft));
  for (const { draft, exchanges } of read) {
    for (const each of exchanges) if (each.isBare) each.isEmpty = !wentOn(draft.client, each.reply!);
  }
  const dynamic = dynamicPorts(read);
  const isSided = isOneSided(
    read.map(({ draft: { syns, client, server, transport }, frames }) => ({
      frames,
      syns,
      client,
      server,
      transport,
    })),
  );
  const leaves: LeavesOut = isBroken ? 'ends of rows' : isSided ? 'a direction' : undefined;
  const conversations = read.map(({ draft, frames, lost, exchanges }): Mutable<Conversation> => {
    const conversation: Mutable<Conversation> = {
      transport: draft.transport,
      client: draft.client,
      server: draft.server,
      clientPort: draft.clientPort,
      port: draft.port,
      frames,
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
  heard: () => ReadonlyMap<string, Heard>,
): Conversation['opening'] {
  if (opening !== 'pending') return opening;
  const syn = syns[0]!;
  const last = heard().get(`${server} ${client}`);
  const isCut = syns.length === 1 && isAtEdge(syn) && !(last && isLongAfter(last, syn));
  return isCut ? 'cut' : 'unanswered';
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

function unique(frames: readonly Frame[]): readonly Frame[] {
  const isSure = frames.length < 2 || (frames.length === 2 && frames[0] !== frames[1]);
  return isSure ? frames : [...new Set(frames)];
}
