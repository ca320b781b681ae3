import type { JudgedOperation } from './judgedOperation';

/** ERROR_NONE_MAPPED: no account of that name. */
const noneMapped = 0x534;
/** NETSETUP_ACCT_CREATE of the join options. */
const accountCreate = 0x2;
/** Windows goes on within milliseconds; a person who tries again does not. */
const atOnce = 60_000;

/** Relates operations to those beside them: a continuation to its join, an attempt to the next one. */
export function relate(operations: readonly JudgedOperation[]): void {
  const joins = joinsOfContinuations(operations);
  let next: JudgedOperation | undefined;
  for (const operation of operations.toReversed()) {
    operation.partOf = joins.get(operation);
    operation.next = next;
    if (operation.kind !== 'nameCheck' && !operation.partOf) next = operation;
  }
}

/** The join that each continuation finishes: the one that started it, or the one that succeeded right before it. */
function joinsOfContinuations(
  operations: readonly JudgedOperation[],
): ReadonlyMap<JudgedOperation, JudgedOperation> {
  const joins = new Map<JudgedOperation, JudgedOperation>();
  let join: JudgedOperation | undefined;
  for (const operation of operations) {
    if (operation.kind === 'join') join = operation;
    if (!join || operation.draft.begunAs !== 'provision') continue;
    const isWithin = operation.draft.within === join.draft;
    const isDone = () => join!.decided.outcome === 'succeeded' && followsAtOnce(join!, operation);
    if (isWithin || isDone()) joins.set(operation, join);
  }
  return joins;
}

/** Whether an operation is the rename that completes a join. */
export function completes(rename: JudgedOperation, join: JudgedOperation): boolean {
  const { kind, facts } = rename;
  const { computer } = join.facts;
  const isSame = [facts.computer, facts.newName].some(name => !name || !computer || isEqual(name, computer));
  return kind === 'rename' && isSame && followsAtOnce(join, rename);
}

/**
 * Windows' own dialog joins twice: first with an existing account only, then allowed to create one. The first
 * try ends 0x534 where there is no account, and the second decides, whatever it returns.
 */
export function replaces(second: JudgedOperation, first: JudgedOperation): boolean {
  const { kind, decided } = first;
  const isSame = (a: string | undefined, b: string | undefined) => !!a && !!b && isEqual(a, b);
  return (
    kind === 'join' &&
    second.kind === 'join' &&
    decided.outcome === 'failed' &&
    decided.code?.value === noneMapped &&
    first.asked.options !== undefined &&
    (first.asked.options & accountCreate) === 0 &&
    ((second.asked.options ?? 0) & accountCreate) !== 0 &&
    isSame(first.asked.computer, second.asked.computer) &&
    isSame(first.asked.domain, second.asked.domain) &&
    followsAtOnce(first, second)
  );
}

export function isEqual(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether the second begins when the first ends, or may: a text without times does not say. */
function followsAtOnce(first: JudgedOperation, second: JudgedOperation): boolean {
  const before = first.draft.times();
  const after = second.draft.times();
  return !before || !after || Math.abs(after.start - before.end) <= atOnce;
}
