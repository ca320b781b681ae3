import type { Frame, Lines } from '../../model';
import { labelOf, levelsOf, withoutQuote } from './details';

/** A line of the details of a frame and what stands below it in the tree. */
export interface DetailsNode {
  readonly line: number;
  /** The last line of what it encloses; its own where it encloses nothing. */
  endLine: number;
  readonly label: string;
  /** 0 for the outermost. */
  readonly depth: number;
  /** What encloses it. */
  readonly parent: DetailsNode | undefined;
}

/** The lines of the details of a frame as a tree: every line that holds something, in the order of the text. */
export function readTree({ details }: Frame, lines: Lines): DetailsNode[] {
  if (!details) return [];
  const [first, last] = details;
  const nodes: DetailsNode[] = [];
  const open: { readonly level: number; readonly node: DetailsNode }[] = [];
  const levelOf = levelsOf(lines.at(first));
  let before = first;
  const close = () => {
    open.pop()!.node.endLine = before;
  };
  for (let line = first; line <= last; line++) {
    const text = withoutQuote(lines.at(line));
    if (text.trim() === '') continue;
    const level = levelOf(text);
    // A label that Wireshark has cut stands one blank further in than its neighbours.
    while (open.length > 0 && open.at(-1)!.level >= level - 1) close();
    const node = {
      line,
      endLine: line,
      label: labelOf(text),
      depth: open.length,
      parent: open.at(-1)?.node,
    };
    nodes.push(node);
    open.push({ level, node });
    before = line;
  }
  while (open.length > 0) close();
  return nodes;
}

/** More levels than any tree has: what encloses those is not looked at. */
const deepest = 64;

/**
 * For each line of the details of a frame the labels of the tree that it stands in, from the outermost to the one
 * that encloses it, one in each line: "Domain Name System (response)", "Flags: 0x8580 …". '' where nothing does.
 */
export function pathsIn(frame: Frame, lines: Lines): (line: number) => string {
  const nodes = new Map(readTree(frame, lines).map(node => [node.line, node]));
  return line => {
    const path: string[] = [];
    let node = nodes.get(line)?.parent;
    for (; node && path.length < deepest; node = node.parent) path.push(node.label);
    return path.reverse().join('\n');
  };
}
