import type { Frame, Lines, Trace } from '../../model';
import { readTree } from './detailsTree';

/** Details of packets that were printed before: each to the frame that it repeats, and those whose frame is not found. */
export interface Reprints {
  readonly of: ReadonlyMap<Frame, readonly Frame[]>;
  readonly others: readonly Frame[];
}

/** A reprint stands so many frames behind its packet at most, where no number tells which one it is. */
const nearest = 300;

/** So many lines of details are looked at for the transaction id. */
const mostLines = 100;

/**
 * Finds the frame that each tree of details repeats: by its number, else by endpoints, protocol, and the transaction
 * or the operation that stands in both.
 */
export function reprintsOf({ frames, steps }: Trace, lines: Lines): Reprints {
  const of = new Map<Frame, Frame[]>();
  const others: Frame[] = [];
  const shown = new Set(steps.flatMap(step => step.exchanges.flatMap(each => each.frames)));
  const numbered = new Map<string, Frame>();
  const before: Frame[] = [];
  for (const frame of frames) {
    if (!frame.isPrintedAgain) {
      before.push(frame);
      if (frame.number !== undefined) numbered.set(keyOf(frame), frame);
      continue;
    }
    if (!frame.details) continue;
    const own = frame.number === undefined ? nearestOf(frame, before, lines) : numbered.get(keyOf(frame));
    if (!own || !shown.has(own)) others.push(frame);
    else {
      const known = of.get(own);
      if (known) known.push(frame);
      else of.set(own, [frame]);
    }
  }
  return { of, others };
}

const keyOf = ({ number, source, destination }: Frame): string => `${number} ${source} ${destination}`;

function nearestOf(frame: Frame, before: readonly Frame[], lines: Lines): Frame | undefined {
  const alike = before
    .slice(-nearest)
    .filter(
      ({ source, destination, protocol }) =>
        source === frame.source && destination === frame.destination && protocol === frame.protocol,
    );
  const id = transactionOf(frame, lines);
  if (id !== undefined) return alike.findLast(each => each.message.toLowerCase().includes(id));
  if (alike.length < 2) return alike[0];
  const labels = readTree(frame, lines)
    .slice(0, mostLines)
    .map(each => each.label);
  return alike.findLast(({ message }) => {
    const operation = /^\S{1,80} \S{1,80}/.exec(message)?.[0];
    return operation !== undefined && labels.some(label => label.includes(operation));
  });
}

/** "0xa793", of DNS. */
function transactionOf({ details }: Frame, lines: Lines): string | undefined {
  const [first, last] = details!;
  for (let line = first; line <= Math.min(last, first + mostLines); line++) {
    const id = /^\s{0,40}Transaction ?ID: (0x[0-9a-f]{4})\b/i.exec(lines.at(line))?.[1];
    if (id !== undefined) return id.toLowerCase();
  }
  return undefined;
}
