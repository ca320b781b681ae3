/** What was sent to a port and what came back, as a network team asks for it. */
import { grouped } from '../grouped';
import { isRefusal } from '../formats/trace/conversations';
import type { Conversation, Exchange, Frame, Reach, Trace } from '../model';
import { frameText, reachText } from '../traceWords';
import { capitalized, count, durationText } from '../words';
import { plain } from './escape';
import { listed, numbersText } from './lists';
import { wordsOf } from './reachWords';

/** One row of the table of ports. */
export interface Evidence {
  /** "Unanswered", "Filtered": a word of `legend` in reachWords.ts. */
  readonly result: string;
  /** "4 SYNs in 7.0 s, no answer (frames 36, 38, 39, 41, from port 49712)", Markdown. */
  readonly text: string;
  /** The frames that show it, in the order of the trace. */
  readonly frames: readonly Frame[];
}

/** The conversations with each port, by its `portKey`, and with each server, by its address. */
export function conversationsByPort({ conversations }: Trace): ReadonlyMap<string, readonly Conversation[]> {
  const asked = new Map<string, Conversation[]>();
  const add = (key: string, conversation: Conversation) => {
    const known = asked.get(key);
    if (known) known.push(conversation);
    else asked.set(key, [conversation]);
  };
  for (const each of conversations) {
    add(each.server, each);
    if (each.port !== undefined) add(portKey(each), each);
  }
  return asked;
}

/** "10.20.0.5 tcp 445". */
export function portKey({
  server,
  port,
  transport,
}: Pick<Conversation, 'server' | 'port' | 'transport'>): string {
  return `${server} ${transport} ${port}`;
}

/** What a port did, by all conversations with it. */
export function evidenceOf({ result, frames }: Reach, own: readonly Conversation[]): Evidence {
  const lossy = own.filter(each => each.lostSegments.length > 0);
  if (result === 'answered' || own.length === 0) {
    const first = frames.slice(0, 1);
    const lost = lossy.length > 0 ? [lostSeen(lossy)] : [];
    const texts = [first.length > 0 ? whereText(first) : '', ...lost.map(each => each.text)];
    const shown = [...first, ...lost.flatMap(each => each.frames)];
    // What was lost is what a network team has to look for, whatever else came through.
    return {
      result: lost[0]?.result ?? capitalized(reachText(result)),
      text: texts.filter(Boolean).join('; '),
      frames: shown,
    };
  }
  // Of several connections each kind is told once.
  const seen = [...grouped(own, kindOf).values()].map(seenOf);
  const shown = new Set(seen.map(each => each.result));
  return {
    result: wordsOf[result].find(each => shown.has(each)) ?? seen[0]!.result,
    text: seen
      .slice(0, mostKinds)
      .map(each => each.text)
      .join('; '),
    frames: inOrder(seen.flatMap(each => each.frames)),
  };
}

/** More would not be read in a cell. */
const mostKinds = 3;

/** Conversations of one kind are told together. */
function kindOf(conversation: Conversation): string {
  const { icmp, unreachable, opening, lostSegments, transport } = conversation;
  if (lostSegments.length > 0) return 'lost';
  if (icmp) return `icmp ${icmp.source} ${unreachable}`;
  if (opening === 'reset' || transport === 'udp') return opening;
  return isUnheard(conversation) ? opening : 'silent';
}

/** Whether nothing of the server is there: no answer to a SYN, or a text that shows one side only. */
function isUnheard({ opening, frames, server }: Conversation): boolean {
  if (opening === 'unanswered' || opening === 'cut') return true;
  return opening !== 'answered' && frames.every(({ source }) => source !== server);
}

function seenOf(own: readonly Conversation[]): Evidence {
  const [first] = own;
  const { lostSegments, icmp, opening, transport } = first!;
  if (lostSegments.length > 0) return lostSeen(own);
  if (icmp) return icmpSeen(own, icmp);
  if (opening === 'reset') return refusedSeen(own);
  return transport === 'udp' || isUnheard(first!) ? unansweredSeen(own) : silentSeen(own);
}

/** "4 SYNs in 7.0 s, no answer (frames 36, 38, 39, 41, from port 49712)". */
function unansweredSeen(own: readonly Conversation[]): Evidence {
  const asked = askedIn(own);
  const isCut = own.every(each => each.opening === 'cut');
  const result = isCut ? 'and the trace ends' : 'no answer';
  return {
    result: isCut ? 'Unclear' : 'Unanswered',
    text: `${asked.text}, ${result} (${whereText(asked.frames)}${portsText(own)})`,
    frames: asked.frames,
  };
}

/** "SYN → RST (frames 12, 13, from port 50001)". */
function refusedSeen(own: readonly Conversation[]): Evidence {
  const asked = askedIn(own);
  const replies = own.flatMap(({ frames, syns, server }) => {
    const last = syns[0]?.line ?? -1;
    return frames.find(each => each.source === server && each.line > last) ?? [];
  });
  const frames = inOrder([...asked.frames, ...replies]);
  const text = `${withoutOne(asked.text)} → RST (${whereText(frames)}${portsText(own)})`;
  return { result: 'Refused', text, frames };
}

/** 'SYN → ICMP "Host unreachable" from 10.20.0.1 (frames 1, 2)'. */
function icmpSeen(own: readonly Conversation[], icmp: Frame): Evidence {
  const asked = askedIn(own);
  const why = own[0]!.unreachable ?? '';
  const frames = inOrder([
    ...asked.frames,
    ...own.flatMap(each => [each.icmp!, ...each.frames.filter(({ protocol }) => /^icmp/i.test(protocol))]),
  ]);
  const said = why === '' ? 'ICMP' : `ICMP "${plain(why.slice(0, 80))}"`;
  const result = isRefusal(own[0]!)
    ? 'Refused'
    : /prohibit|filter|administrativ/i.test(why)
      ? 'Filtered'
      : 'Unreachable';
  return {
    result,
    text: `${withoutOne(asked.text)} → ${said} from ${plain(icmp.source)} (${whereText(frames)}${portsText(own)})`,
    frames,
  };
}

/** "connection taken, request at frame 14, then silence for 20.0 s (frames 11–17, from port 35726)". */
function silentSeen(own: readonly Conversation[]): Evidence {
  const last = own.at(-1)!;
  const { exchanges, frames, client, opening } = last;
  const open = exchanges.find(each => each.request && !each.reply);
  const request = open?.request ?? frames.find(each => each.source === client);
  const end = frames.at(-1)!;
  const opened = opening === 'answered' ? 'connection taken' : 'connection open';
  const asked = request ? [`request at ${frameText(request)}`] : [];
  const shown = inOrder([frames[0]!, ...(request ? [request] : []), end]);
  const more =
    own.length > 1 ? `; the same on ${count(own.length - 1, 'connection', 'connections')} more` : '';
  const ends = shown.length > 1 ? ` (to ${frameText(end)}${portsText([last])})` : '';
  return {
    result: open?.outcome === 'reset' ? 'Open, then cut' : 'Open, no reply',
    text: `${[opened, ...asked, thenText(open, request, end)].join(', ')}${ends}${more}`,
    frames: shown,
  };
}

function thenText(open: Exchange | undefined, request: Frame | undefined, end: Frame): string {
  if (open?.outcome === 'reset') return 'then cut off';
  if (open?.outcome === 'cut') return 'then no whole reply in this trace';
  const span =
    request?.time === undefined || end.time === undefined ? 0 : Math.round(end.time - request.time);
  return span > 0 ? `then silence for ${durationText(span)}` : 'then silence';
}

/** "large segments lost at frame 1553, smaller ones arrive: consistent with …". */
function lostSeen(own: readonly Conversation[]): Evidence {
  const frames = inOrder(own.flatMap(each => each.lostSegments));
  const senders = [...new Set(frames.map(each => plain(each.source)))];
  return {
    result: 'Large segments lost',
    text: `large segments from ${senders.join(' and ')} lost, smaller ones arrive (${whereText(frames)}${portsText(own)})`,
    frames,
  };
}

/** What the clients sent, with its repeats: "4 SYNs in 7.0 s", "1 SYN", "3 requests in 4.0 s". */
function askedIn(own: readonly Conversation[]): { readonly text: string; readonly frames: readonly Frame[] } {
  const syns = own.flatMap(each => each.syns);
  const sent = own.flatMap(({ frames, client }) => frames.filter(({ source }) => source === client));
  const frames = inOrder(syns.length > 0 ? syns : sent);
  const times = frames.flatMap(({ time }) => time ?? []);
  const span = Math.round((times.at(-1) ?? 0) - (times[0] ?? 0));
  const one = syns.length > 0 ? 'SYN' : own[0]!.transport === 'udp' ? 'request' : 'packet';
  return {
    text: `${count(frames.length, one, `${one}s`)}${span > 0 ? ` in ${durationText(span)}` : ''}`,
    frames,
  };
}

/** "SYN → RST": one is not counted in front of what came back for it. */
const withoutOne = (text: string): string => text.replace(/^1 /, '');

/** ", from port 49712"; '' where the trace does not tell. */
function portsText(own: readonly Conversation[]): string {
  const ports = [...new Set(own.flatMap(each => each.clientPort ?? []))];
  return ports.length === 0 ? '' : `, from port${ports.length > 1 ? 's' : ''} ${listed(ports, 4)}`;
}

function inOrder(frames: readonly Frame[]): Frame[] {
  return [...new Set(frames)].sort((a, b) => a.line - b.line);
}

/** "frames 11, 213": the numbers of the trace, where it has them, else the lines of its text. */
function whereText(frames: readonly Frame[]): string {
  const numbers = frames.flatMap(({ number }) => number ?? []);
  if (numbers.length === frames.length) return numbersText('frame', numbers, 8);
  return numbersText(
    'line',
    frames.map(({ line }) => line + 1),
    8,
  );
}
