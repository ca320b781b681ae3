import type { Exchange, Frame, Step } from '../../model';
import { durationText } from '../../words';

/** Clocks of several network cards may differ by so much: milliseconds. What goes back farther is another excerpt. */
const mostBack = 1000;

/**
 * How long a step took, "17 ms": the time in which one of its requests or connections waited for an answer, without
 * the time between them, in which other steps ran or nothing did. '' where the trace does not tell.
 */
export function tookText({ conversations, exchanges }: Step): string {
  const spans: [start: number, end: number][] = [];
  const unasked = conversations.filter(each => each.exchanges.length === 0);
  for (const frames of [...exchanges.map(waitOf), ...unasked.map(each => each.frames)]) {
    const times = timesOf(frames);
    if (!times) return '';
    spans.push(times);
  }
  spans.sort((a, b) => a[0] - b[0]);
  let took = 0;
  let done = -Infinity;
  for (const [start, end] of spans) {
    took += Math.max(0, end - Math.max(start, done));
    done = Math.max(done, end);
  }
  return millisecondsText(took);
}

/** The frames of an exchange; where no reply came, up to the end of its connection, for which the client waited. */
function waitOf({ frames, reply, conversation }: Exchange): readonly Frame[] {
  const last = conversation.frames.at(-1)!;
  return reply || conversation.transport === 'udp' ? frames : [...frames, last];
}

/** "5 tries in 4.1 s": how often a step that got no answer was tried; '' for once. */
export function triesText({ conversations, exchanges }: Step): string {
  const tries = [
    ...conversations.filter(each => each.opening === 'unanswered').flatMap(each => each.syns),
    ...exchanges
      .filter(each => each.outcome === 'unanswered')
      .flatMap(({ request, repeats }) => [...(request ? [request] : []), ...repeats]),
  ].sort((a, b) => a.line - b.line);
  if (tries.length < 2) return '';
  const times = timesOf(tries);
  const took = times ? millisecondsText(times[1] - times[0]) : '';
  return `${tries.length} tries${took === '' ? '' : ` in ${took}`}`;
}

/** First and last time; undefined where a frame has none, or where the clock begins anew. */
function timesOf(frames: readonly Frame[]): [start: number, end: number] | undefined {
  let start = Infinity;
  let end = -Infinity;
  for (const { time, hasYear } of frames) {
    if (time === undefined || hasYear !== frames[0]!.hasYear || time < end - mostBack) return undefined;
    start = Math.min(start, time);
    end = Math.max(end, time);
  }
  return frames.length > 0 ? [start, end] : undefined;
}

/** Fractions of a millisecond say nothing to a reader; 0 is a clock that is too coarse, or a single frame. */
function millisecondsText(milliseconds: number): string {
  if (milliseconds <= 0) return '';
  return milliseconds < 1 ? 'under 1 ms' : durationText(Math.round(milliseconds));
}
