import type { Exchange, Frame, Step, Trace } from '../../model';

type LineRange = readonly [first: number, last: number];

/**
 * First and last line of the rows with which a step or an exchange begins, up to the first row that is none of it.
 * sections.ts says why not up to its last row.
 */
export interface Runs {
  ofStep(step: Step): LineRange;
  ofExchange(exchange: Exchange): LineRange;
  ofFrames(frames: readonly Frame[]): LineRange;
}

export function readRuns({ frames, conversations }: Trace): Runs {
  const places = new Map(frames.map((frame, at) => [frame, at]));
  const asked = new Set(conversations.flatMap(({ exchanges }) => exchanges.flatMap(each => each.frames)));

  /** From the first frame to the last one of `own` that is reached over rows which `isBetween` lets pass. */
  const runOf = (own: readonly Frame[], isBetween: (frame: Frame) => boolean): LineRange => {
    const missing = new Set(own);
    const first = own[0]!;
    missing.delete(first);
    let last = first;
    for (let at = (places.get(first) ?? frames.length) + 1; missing.size > 0; at++) {
      const frame = frames[at];
      if (frame && missing.delete(frame)) last = frame;
      else if (!frame || !isBetween(frame)) break;
    }
    return [first.line, last.endLine];
  };
  return {
    ofStep: step => runOf(step.frames, () => false),
    ofFrames: own => runOf(own, () => false),
    ofExchange({ frames: own, conversation: { client, server } }) {
      // The ACK between a request and its reply is part of no exchange.
      const isAck = (frame: Frame) =>
        frame.protocol === 'TCP' &&
        !asked.has(frame) &&
        ((frame.source === client && frame.destination === server) ||
          (frame.source === server && frame.destination === client));
      return runOf(own, isAck);
    },
  };
}
