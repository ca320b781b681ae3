import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  FoldingRangeRequest,
} from 'vscode-languageserver';
import type { Log } from '../model';
import type { Feature } from './feature';
import { linesRange } from './ranges';

/** Operations, their phases, records with continuation lines, and notes fold. */
export const foldingRanges: Feature<FoldingRangeParams, FoldingRange[] | null> = {
  name: 'foldingRanges',
  capabilities: { foldingRangeProvider: true },
  request: FoldingRangeRequest.type,
  handle(log) {
    const runs = log.operations.flatMap(({ records, phases }) => [
      records,
      ...phases.map(phase => phase.records),
    ]);
    const sections = runs.map(records => {
      const { start, end } = linesRange(records, () => 0);
      return { startLine: start.line, endLine: end.line };
    });
    const blocks = log.records.map(({ line, endLine }) => ({ startLine: line, endLine }));
    const all = [...sections, ...blocks].filter(({ startLine, endLine }) => endLine > startLine);
    // A phase that is the whole operation folds once.
    const unique = new Map(all.map(range => [`${range.startLine}-${range.endLine}`, range]));
    return [...unique.values(), ...noteBlocks(log)].sort(
      (a, b) => a.startLine - b.startLine || b.endLine - a.endLine,
    );
  },
};

/** Notes on several lines in a row. */
function noteBlocks({ notes }: Log): FoldingRange[] {
  const blocks: { startLine: number; endLine: number; kind: FoldingRangeKind }[] = [];
  for (const line of notes) {
    const last = blocks.at(-1);
    if (last?.endLine === line - 1) last.endLine = line;
    else blocks.push({ startLine: line, endLine: line, kind: FoldingRangeKind.Comment });
  }
  return blocks.filter(({ startLine, endLine }) => endLine > startLine);
}
