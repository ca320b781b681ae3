import type { Frame, Reach, Step, Trace } from '../model';
import { stepTitle } from '../traceWords';
import { codeOf, timeText } from './codes';
import { isDated } from './traceOverview';

/** What the JSON report tells of a network trace, besides what it tells of every file. */
export function traceKeys({ dialects, frames, steps, unreadLines, reachability, limits }: Trace): object {
  return {
    dialects,
    frames: frames.filter(each => !each.isPrintedAgain).length,
    steps: steps.map(stepOf),
    unreadLines: unreadLines.length,
    reachability: reachability.map(reachOf),
    limits,
  };
}

function stepOf(step: Step): object {
  const { id, client, server, port, frames, outcome, code } = step;
  const lines = frames.map(({ line }) => line + 1);
  const { first, last } = timedEnds(frames);
  return {
    id,
    title: stepTitle(step),
    client,
    server,
    port: port ?? null,
    // Frames are in the order of the text; the details of the last one may follow its row.
    lines: [lines[0]!, frames.reduce((end, { endLine }) => Math.max(end, endLine + 1), lines[0]!)],
    start: first ? timeOf(first) : null,
    end: last ? timeOf(last) : null,
    outcome,
    code: code ? codeOf(code) : null,
  };
}

function reachOf({ server, port, transport, result, frames }: Reach): object {
  const lines = [...new Set(frames.map(({ line }) => line + 1))].sort((a, b) => a - b);
  return { server, port, transport, result, lines };
}

/** The earliest and the latest frame of those that have a time: rows may be sorted by something else. */
function timedEnds(frames: readonly Frame[]): { first: Frame | undefined; last: Frame | undefined } {
  let first: Frame | undefined;
  let last: Frame | undefined;
  for (const frame of frames) {
    if (frame.time === undefined || !Number.isFinite(frame.time)) continue;
    if (!first || frame.time < first.time!) first = frame;
    if (!last || frame.time > last.time!) last = frame;
  }
  return { first, last };
}

/** A date where the trace has one, else seconds since its beginning. */
function timeOf(frame: Frame): string | number | null {
  if (isDated(frame)) return timeText(frame.time!, true);
  return frame.hasYear ? null : Math.round(frame.time! * 1000) / 1_000_000;
}
