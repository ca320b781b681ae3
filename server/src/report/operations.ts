/** Operations of a log chosen for something: what failed, the last join, the one at a line. */
import { toldWithJoins } from '../explain';
import type { Log, LogRecord, Operation, OperationKind } from '../model';
import { linesOf } from '../parser/spans';
import { count, failureText, titleOf, verdictText } from '../words';

/** Whether an operation failed, told once: what failed inside a failed join is the failure of the join. */
export function isFailure({ verdict, partOf }: Operation): boolean {
  return verdict.outcome === 'failed' && verdict.cause !== undefined && partOf?.verdict.outcome !== 'failed';
}

/** Whether the log shows a line where something went wrong for an operation: it failed, or left something undone. */
export function hasCause(operation: Operation): boolean {
  return isFailure(operation) || operation.verdict.outcome === 'succeededWithDamage';
}

/**
 * Whether an operation is one of those that are counted over many logs: an attempt that has a result of its own, or a
 * failure that is told with no other operation.
 *
 * @param told causes that are told with another operation
 */
export function isCounted(operation: Operation, told: ReadonlySet<LogRecord>): boolean {
  const { kind, partOf, verdict } = operation;
  if (isFailure(operation)) return !told.has(verdict.cause!);
  return kind !== 'nameCheck' && !partOf && verdict.outcome !== 'superseded';
}

/** Operations that change where a computer belongs. */
const joinLike: readonly OperationKind[] = ['join', 'workgroup', 'unjoin', 'provision'];

/** The last operation that changes where the computer belongs; what finishes a join is none of its own. */
export function lastJoinIn({ operations }: Log): Operation | undefined {
  return operations.findLast(({ kind, partOf }) => joinLike.includes(kind) && !partOf);
}

/** What decides of the operations so far, where the last join does. */
export interface Decided {
  /** Whether it is a join, which what comes after it does not take the place of. */
  readonly isJoin: boolean;
  /** Whether it failed, or is not finished in the log. */
  readonly isError: boolean;
}

export const undecided: Decided = { isJoin: false, isError: false };

/** Takes one operation after the other, in the order of the log. Without a join the last other operation decides. */
export function decided(before: Decided, operation: Operation): Decided {
  const { kind, partOf, verdict } = operation;
  // What finishes a join fails with it.
  if (partOf) return isFailure(operation) ? { ...before, isError: true } : before;
  const isJoin = joinLike.includes(kind);
  if (before.isJoin && !isJoin) return before;
  return { isJoin, isError: verdict.outcome === 'failed' || verdict.outcome === 'incomplete' };
}

/** What a whole log came to, for a reader who wants that first. */
export interface Overview {
  /** What counts as tried: attempts, and whatever failed; of two tries the one that decides. */
  readonly counted: readonly Operation[];
  /** Failures, each told once, in the order of the log. */
  readonly failed: readonly Operation[];
  /** The last operation that changes where the computer belongs. */
  readonly lastJoin: Operation | undefined;
  /** Joins that succeeded with damage. */
  readonly damaged: readonly Operation[];
  /** What the log leaves before its end. */
  readonly unfinished: readonly Operation[];
}

export function overviewOf(log: Log): Overview {
  const told = toldWithJoins(log.operations);
  const isAttempt = ({ kind, partOf, verdict }: Operation) =>
    kind !== 'nameCheck' && !partOf && verdict.outcome !== 'superseded';
  return {
    counted: log.operations.filter(each => isFailure(each) || isAttempt(each)),
    failed: log.operations.filter(each => isFailure(each) && !told.has(each.verdict.cause!)),
    lastJoin: lastJoinIn(log),
    damaged: log.operations.filter(each => each.verdict.outcome === 'succeededWithDamage'),
    unfinished: log.operations.filter(each => !each.partOf && each.verdict.outcome === 'incomplete'),
  };
}

/** "1 of 3 operations failed", or why there is no such number. */
export function overviewText(
  { counted, failed, damaged, unfinished }: Overview,
  { operations }: Log,
): string {
  if (failed.length > 0) {
    return `${failed.length} of ${count(counted.length, 'operation', 'operations')} failed`;
  }
  if (damaged.length > 0) return `${count(damaged.length, 'join', 'joins')} succeeded with damage`;
  if (unfinished.length > 0) return `no result: ${unfinished.length} not finished in this log`;
  if (operations.length === 0) return 'no join, rename or name check in this text';
  return counted.length === 0 ? 'name checks only, nothing wrong' : 'no failure';
}

/** "the last join succeeded": what decides, where one operation of several failed; else ''. */
export function lastJoinText({ counted, failed, lastJoin }: Overview): string {
  // Where nothing failed, or all that there was, the number says it.
  if (!lastJoin || failed.length === 0 || counted.length === 1) return '';
  return lastJoin.verdict.outcome === 'incomplete' ? '' : joinText(lastJoin);
}

/** What went wrong last, or the last join where that is later: for a line that stands alone. */
export function lastFailureText({ failed, damaged, lastJoin }: Overview): string {
  const last = failed.at(-1);
  if (!last && damaged.length === 0) return '';
  const isOpen = lastJoin?.verdict.outcome === 'failed' || lastJoin?.verdict.outcome === 'incomplete';
  if (lastJoin && (isOpen || !last || firstLine(last) <= firstLine(lastJoin))) return joinText(lastJoin);
  return last ? `${titleOf(last)}: ${verdictText(last)}` : '';
}

function joinText(join: Operation): string {
  const word = { unjoin: 'unjoin', provision: 'provisioning' }[join.kind as string] ?? 'join';
  switch (join.verdict.outcome) {
    case 'succeeded':
      return `the last ${word} succeeded`;
    case 'succeededWithDamage':
      return `the last ${word} succeeded with damage`;
    case 'failed':
      return `the last ${word} failed ${failureText(join)}`;
    case 'incomplete':
      return `the last ${word} is not finished in this log`;
    case 'superseded':
      return '';
  }
}

/** The operation that a line is in, the inner one where two mix; what finishes a join without failing is the join. */
export function operationAt({ operations }: Log, line: number): Operation | undefined {
  const found = operations.findLast(each => firstLine(each) <= line && line <= lastLine(each));
  return found?.partOf && !isFailure(found) ? found.partOf : found;
}

export function firstLine({ records }: Operation): number {
  return records[0]!.line;
}

export function lastLine({ records }: Operation): number {
  return linesOf(records)[1];
}
