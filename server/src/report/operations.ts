/** Operations of a log chosen for something: what failed, the last join, the one at a line. */
import type { Log, Operation, OperationKind } from '../model';

/** Whether an operation failed, told once: what failed inside a failed join is the failure of the join. */
export function isFailure({ verdict, partOf }: Operation): boolean {
  return verdict.outcome === 'failed' && verdict.cause !== undefined && partOf?.verdict.outcome !== 'failed';
}

/** Whether the log shows a line where something went wrong for an operation: it failed, or left something undone. */
export function hasCause(operation: Operation): boolean {
  return isFailure(operation) || operation.verdict.outcome === 'succeededWithDamage';
}

/** Operations that change where a computer belongs. */
const joinLike: readonly OperationKind[] = ['join', 'workgroup', 'unjoin', 'provision'];

/** The last operation that changes where the computer belongs; what finishes a join is none of its own. */
export function lastJoinIn({ operations }: Log): Operation | undefined {
  return operations.findLast(({ kind, partOf }) => joinLike.includes(kind) && !partOf);
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
  return records.reduce((last, { endLine }) => Math.max(last, endLine), 0);
}
