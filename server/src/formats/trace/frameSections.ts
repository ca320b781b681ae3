import type { Frame, Lines, Section, Span } from '../../model';
import { messageSpan } from '../../parser/spans';
import { frameText } from '../../traceWords';
import { readTree, type DetailsNode } from './detailsTree';

/** The longest text that stands behind the name of a frame. */
const longestDetail = 160;

/** A frame: "frame 21 · Session Setup Response, Error: …", its details below it down to so many levels. */
export function frameSection(frame: Frame, lines: Lines, levels: number): Section {
  return {
    kind: 'record',
    name: frame.isPrintedAgain ? 'details' : frameText(frame),
    detail: frame.message.slice(0, longestDetail),
    lines: [frame.line, frame.endLine],
    at: placeOf(frame, lines),
    children: levels > 0 ? nested(readTree(frame, lines), lines, levels) : [],
  };
}

type Nesting = Section & { readonly children: Section[] };

function nested(nodes: readonly DetailsNode[], lines: Lines, levels: number): Section[] {
  const roots: Section[] = [];
  const open: Nesting[] = [];
  for (const { line, endLine, label, depth } of nodes) {
    if (depth >= levels) continue;
    const text = lines.at(line);
    const start = text.search(/\S/);
    const section: Nesting = {
      kind: 'parameter',
      name: label,
      detail: '',
      lines: [line, endLine],
      at: { line, start: Math.max(0, start), end: text.length },
      children: [],
    };
    open.length = depth;
    (open.at(-1)?.children ?? roots).push(section);
    open.push(section);
  }
  return roots;
}

/** What stands for things that are not listed: "… 12,400 more frames". */
export function moreSection(text: string, frame: Frame, lines: Lines): Section {
  return {
    kind: 'record',
    name: `… ${text}`,
    detail: '',
    lines: [frame.line, frame.endLine],
    at: placeOf(frame, lines),
    children: [],
  };
}

/** The Info column of a frame, within its line. */
export function placeOf(frame: Frame, lines: Lines): Span {
  const { line, start, end } = messageSpan(frame);
  const { length } = lines.at(line);
  return { line, start: Math.min(start, length), end: Math.min(end, length) };
}

/** "12,400". */
export const thousands = (number: number): string => number.toLocaleString('en-US');

/**
 * How many of each list may be shown, so that all together are not more than `budget`: short lists are whole, and
 * the long ones share what is left.
 */
export function fairShare(counts: readonly number[], budget: number): number {
  let left = budget;
  const sorted = [...counts].sort((a, b) => a - b);
  for (const [at, count] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - at));
    if (count > share) return share;
    left -= count;
  }
  return Infinity;
}
