import type { Frame, Lines, Step, Trace } from '../../model';
import { readTree } from './detailsTree';

type Block = readonly [first: number, last: number];

/** So many rows of one step in a row are worth a fold. */
const fewestRows = 3;

/**
 * Runs of lines that fold: the details of a frame, the parts of their tree, rows of one step that follow each other.
 * Each lies in another or apart from it; they are in the order of their first lines, the outer one first.
 */
export function readBlocks({ frames, steps }: Trace, lines: Lines): Block[] {
  const blocks: Block[] = [];
  const stepOf = firstSteps(steps);
  for (let at = 0; at < frames.length; at++) {
    const frame = frames[at]!;
    if (frame.details) {
      for (const block of detailsBlocks(frame, lines)) blocks.push(block);
      continue;
    }
    const step = stepOf.get(frame);
    let last = at;
    while (step && isNextRow(frames[last]!, frames[last + 1]) && stepOf.get(frames[last + 1]!) === step)
      last++;
    if (last - at + 1 >= fewestRows) blocks.push([frame.line, frames[last]!.line]);
    at = last;
  }
  return blocks;
}

/** The step that a frame is shown in: NTLM inside SMB belongs to both, and SMB began it. */
function firstSteps(steps: readonly Step[]): ReadonlyMap<Frame, Step> {
  const first = new Map<Frame, Step>();
  for (const step of steps) for (const frame of step.frames) if (!first.has(frame)) first.set(frame, step);
  return first;
}

/** Whether a row stands right below another one, and neither has details: those fold by themselves. */
function isNextRow(frame: Frame, next: Frame | undefined): boolean {
  return next !== undefined && !next.details && next.line === frame.endLine + 1;
}

function detailsBlocks(frame: Frame, lines: Lines): Block[] {
  const whole: Block = [frame.line, frame.endLine];
  const parts = readTree(frame, lines).map(({ line, endLine }): Block => [line, endLine]);
  // An editor folds one run for each first line.
  return [whole, ...parts.filter(([first]) => first !== frame.line)].filter(([first, last]) => last > first);
}
