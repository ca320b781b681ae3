import type { Operation } from '../../model';

/** ERROR_NONE_MAPPED: no account of that name. */
const noneMapped = 0x534;
/** NETSETUP_ACCT_CREATE of the join options. */
const accountCreate = 0x2;

/** Relates operations to those beside them: a first pass that a second one replaces, a join and what finishes it. */
export function relate(operations: readonly Operation[]): readonly Operation[] {
  const related: Operation[] = [];
  let nextJoin: Operation | undefined;
  for (const operation of operations.toReversed()) {
    if (operation.kind !== 'join') {
      related.push(operation);
      continue;
    }
    const isReplaced = nextJoin && replaces(nextJoin, operation);
    nextJoin = isReplaced
      ? { ...operation, verdict: { ...operation.verdict, outcome: 'superseded' } }
      : operation;
    related.push(nextJoin);
  }
  related.reverse();
  return related.map((operation, index) => {
    const join = operation.kind === 'provision' ? related[index - 1] : undefined;
    return join?.kind === 'join' ? { ...operation, partOf: join } : operation;
  });
}

/**
 * Windows' own dialog joins twice: first with an existing account only, then allowed to create one. The first
 * pass ends 0x534 where there is no account, and the second decides, whatever it returns.
 */
function replaces(second: Operation, first: Operation): boolean {
  const mayCreate = (operation: Operation) => ((operation.facts.options ?? 0) & accountCreate) !== 0;
  const same = (a: string | undefined, b: string | undefined) => a?.toLowerCase() === b?.toLowerCase();
  return (
    first.verdict.outcome === 'failed' &&
    first.verdict.code?.value === noneMapped &&
    first.facts.options !== undefined &&
    !mayCreate(first) &&
    mayCreate(second) &&
    same(first.facts.computer, second.facts.computer) &&
    same(first.facts.domain, second.facts.domain)
  );
}
