import type { Frame } from '../../model';

/** Fewer pairs of times do not tell what they count from. */
const leastPairs = 4;

const day = 86_400_000;

/**
 * Frames with times that count from one beginning: `-t d` prints the time since the frame before, and a time of day
 * begins anew at midnight.
 */
export function withRunningTimes(frames: readonly Frame[]): Frame[] {
  const timed = frames.filter(each => isBare(each));
  const isDelta = areDeltas(timed);
  let sum = 0;
  let days = 0;
  let last: number | undefined;
  return frames.map(frame => {
    const { time } = frame;
    if (!isBare(frame) || time === undefined) return frame;
    if (isDelta) {
      sum += time;
      return { ...frame, time: sum };
    }
    if (last !== undefined && last < day && last - time > day / 2) days++;
    last = time;
    return days === 0 ? frame : { ...frame, time: time + days * day };
  });
}

const isBare = ({ time, hasYear, isPrintedAgain }: Frame): boolean =>
  time !== undefined && !hasYear && !isPrintedAgain;

/** Whether times go up and down all the way, from a first frame that has nothing before it. */
function areDeltas(frames: readonly Frame[]): boolean {
  const [first] = frames;
  if (first?.time !== 0 || frames.length <= leastPairs) return false;
  let falls = 0;
  for (let at = 1; at < frames.length; at++) {
    const [before, own] = [frames[at - 1]!, frames[at]!];
    // Rows that somebody has put in another order count from one beginning.
    if ((own.number ?? 0) < (before.number ?? 0)) return false;
    if (own.time! < before.time!) falls++;
  }
  return falls * 10 >= frames.length;
}
