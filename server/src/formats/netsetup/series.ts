import type { Operation, Series } from '../../model';
import { isEqual } from './relations';

/**
 * Puts operations together that failed the same way again and again. An attempt may be a name check that fails and a
 * join that fails: both repeat. Between them may stand what is no attempt of its own.
 */
export function seriesOf(operations: readonly Operation[]): readonly Series[] {
  return readSeries(operations).series;
}

/** The same, with the index from which on a series may go on in operations that follow these. */
export function readSeries(operations: readonly Operation[]): {
  readonly series: readonly Series[];
  readonly openFrom: number;
} {
  const series: Series[] = [];
  let openFrom = operations.length;
  for (let first = 0; first < operations.length;) {
    const { repeats, end, isOpen } = repeatsFrom(operations, first);
    if (isOpen) openFrom = Math.min(openFrom, first);
    series.push({ operations: operations.slice(first, end), repeats });
    first = end;
  }
  return { series, openFrom };
}

/**
 * The failures that come again from one operation on, one kind of operation beside another, and where they end;
 * `isOpen` where only the end of the operations ends them.
 */
function repeatsFrom(
  operations: readonly Operation[],
  first: number,
): { repeats: Operation[][]; end: number; isOpen: boolean } {
  const groups: Operation[][] = [];
  let end = first + 1;
  let next = first;
  for (; next < operations.length; next++) {
    const operation = operations[next]!;
    if (isAside(operation)) {
      if (next === first) break;
      continue;
    }
    const group = groups.find(([each]) => each!.kind === operation.kind);
    if (operation.verdict.outcome !== 'failed' || (group && !isSameFailure(group[0]!, operation))) break;
    if (group) {
      group.push(operation);
      end = next + 1;
    } else groups.push([operation]);
  }
  return { repeats: groups.filter(group => group.length > 1), end, isOpen: next === operations.length };
}

/** What is no attempt of its own: what a join started, a first try, a name check without a failure. */
export function isAside({ kind, verdict: { outcome }, partOf }: Operation): boolean {
  return partOf !== undefined || outcome === 'superseded' || (kind === 'nameCheck' && outcome !== 'failed');
}

function isSameFailure(a: Operation, b: Operation): boolean {
  const names = ['computer', 'domain', 'workgroup', 'newName', 'account', 'ou'] as const;
  const isSame = (one: string | undefined, other: string | undefined) =>
    one === undefined || other === undefined ? one === other : isEqual(one, other);
  return (
    a.verdict.failure?.value === b.verdict.failure?.value &&
    a.verdict.code?.value === b.verdict.code?.value &&
    a.verdict.phase === b.verdict.phase &&
    a.facts.nameType === b.facts.nameType &&
    names.every(name => isSame(a.facts[name], b.facts[name]))
  );
}
