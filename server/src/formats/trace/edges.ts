import type { Frame } from '../../model';

/** Whether a frame is so near to the end of the trace, or of an excerpt in it, that a reply may be left out. */
export type IsAtEdge = (frame: Frame) => boolean;

/** A reply that takes longer is missing: milliseconds. */
const patience = 2000;

/** Where no times are given: so many frames may stand between a request and its reply. */
const mostBetween = 5;

/** Texts are put together of excerpts, each of which begins and ends in the middle of something. */
export function edgesOf(frames: readonly Frame[]): IsAtEdge {
  const places = new Map(frames.map((frame, at) => [frame, at]));
  const ends = blockEnds(frames);
  return frame => {
    const at = places.get(frame);
    if (at === undefined) return true;
    const end = ends[at]!;
    const last = frames[end]!;
    return frame.time !== undefined && last.time !== undefined && last.time !== frame.time
      ? last.time - frame.time < patience
      : end - at <= mostBetween;
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
