import type { Frame } from '../../model';
import { lastNotAbove } from '../../parser/lines';
import type { Message } from './messages/message';

/** Whether a frame is so near to the end of the trace, or of an excerpt in it, that a reply may be left out. */
export type IsAtEdge = (frame: Frame) => boolean;

/** A reply that takes longer is missing: milliseconds. */
const patience = 2000;

/** Who has heard so many other frames since, for so many milliseconds, would have heard the reply. */
const mostHeard = 30;
const leastWait = 250;

/** Where no times are given: so many frames may stand between a request and its reply. */
const mostBetween = 5;

/** Texts are put together of excerpts, each of which begins and ends in the middle of something. */
export function edgesOf(frames: readonly Frame[]): IsAtEdge {
  const places = new Map(frames.map((frame, at) => [frame, at]));
  const ends = blockEnds(frames);
  const heard = heardBy(frames);
  return frame => {
    const at = places.get(frame);
    if (at === undefined) return true;
    const end = ends[at]!;
    const last = frames[end]!;
    if (frame.time === undefined || last.time === undefined || last.time === frame.time)
      return end - at <= mostBetween;
    const wait = last.time - frame.time;
    if (wait >= patience) return false;
    const behind = heard(frame.source, end) - heard(frame.source, at);
    return wait < leastWait || behind < mostHeard;
  };
}

/** How many frames a host has received up to a place in the trace. */
function heardBy(frames: readonly Frame[]): (host: string, at: number) => number {
  const places = new Map<string, number[]>();
  frames.forEach(({ destination }, at) => {
    const known = places.get(destination);
    if (known) known.push(at);
    else places.set(destination, [at]);
  });
  return (host, at) => {
    return lastNotAbove(places.get(host) ?? [], at) + 1;
  };
}

/** For each frame, the place of the last frame of its excerpt. */
function blockEnds(frames: readonly Frame[]): number[] {
  const apart = frames.map((frame, at) => at > 0 && frame.line > frames[at - 1]!.endLine + 1);
  // "Export as plain text" has blank lines around every packet: they separate nothing.
  const isRegular = apart.filter(Boolean).length * 5 > frames.length;
  const ends: number[] = new Array<number>(frames.length);
  let end = frames.length - 1;
  for (let at = frames.length - 1; at >= 0; at--) {
    ends[at] = end;
    const previous = frames[at - 1];
    if (previous && ((apart[at] && !isRegular) || isBefore(frames[at]!, previous))) end = at - 1;
  }
  return ends;
}

/** Whether numbers begin anew. */
function isBefore(frame: Frame, previous: Frame): boolean {
  return frame.number !== undefined && previous.number !== undefined && frame.number < previous.number;
}

/** The last frame from one host to another, and how many there are. */
export interface Heard {
  frame: Frame;
  /** The lines of the last few, the oldest first. */
  readonly lines: number[];
}

/** A host that answers elsewhere takes a SYN within so many milliseconds, or before so many other frames. */
const handshake = 500;
const mostBefore = 10;

/** The last frames from each host to each other one, by their names with a blank between. */
export function lastHeard(messages: readonly Message[]): ReadonlyMap<string, Heard> {
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
export function isLongAfter({ frame, lines }: Heard, syn: Frame): boolean {
  if (frame.time !== undefined && syn.time !== undefined) {
    return frame.line > syn.line && frame.time - syn.time >= handshake;
  }
  return lines.length >= mostBefore && lines[0]! > syn.line;
}
