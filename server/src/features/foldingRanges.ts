import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  FoldingRangeRequest,
} from 'vscode-languageserver';
import type { Log, Section } from '../model';
import type { Feature } from './feature';

/** Sections on several lines fold, and notes that stand together; of a trace, whose steps mix, its blocks. */
export const foldingRanges: Feature<FoldingRangeParams, FoldingRange[] | null> = {
  name: 'foldingRanges',
  capabilities: { foldingRangeProvider: true },
  request: FoldingRangeRequest.type,
  handle(log) {
    const sections = [...(log.trace ? [] : log.sections.flatMap(linesOf)), ...log.blocks];
    // A phase that is the whole operation folds once.
    const unique = new Map(
      sections.map(([startLine, endLine]) => [`${startLine}-${endLine}`, { startLine, endLine }]),
    );
    return [...unique.values(), ...noteBlocks(log)]
      .filter(({ startLine, endLine }) => endLine > startLine)
      .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  },
};

function linesOf({ lines, children }: Section): (readonly [first: number, last: number])[] {
  return [lines, ...children.flatMap(linesOf)];
}

/** Notes on lines that follow each other. */
function noteBlocks({ notes }: Log): FoldingRange[] {
  const blocks: { startLine: number; endLine: number; kind: FoldingRangeKind }[] = [];
  for (const line of notes) {
    const last = blocks.at(-1);
    if (last?.endLine === line - 1) last.endLine = line;
    else blocks.push({ startLine: line, endLine: line, kind: FoldingRangeKind.Comment });
  }
  return blocks;
}
