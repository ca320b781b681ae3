import type { LogRecord, Operation, Series } from '../../model';
import { timesOf } from '../../words';
import { damageOf } from './damage';
import type { OperationDraft } from './operations';
import { patternOf } from './patterns';
import type { Evidence } from './verdict';

/** ERROR_NONE_MAPPED: no account of that name. */
const noneMapped = 0x534;
/** NETSETUP_ACCT_CREATE of the join options. */
const accountCreate = 0x2;
/** Windows goes on within milliseconds; a person who tries again does not. */
const atOnce = 60_000;

/** An operation with the draft that it was made of, and what is known of its records. */
export interface Judged {
  readonly draft: OperationDraft;
  readonly operation: Operation;
  readonly evidence: Evidence;
}

/**
 * Relates operations to those beside them: a first try that a second one replaces, a join and what finishes it, a join
 * that left something undone.
 */
export function relate(judged: readonly Judged[]): readonly Operation[] {
  const joins = joinsOfContinuations(judged);
  const related: Operation[] = [];
  /** The next attempt: what is none of its own does not stand between a first try and a second, a join and its rename. */
  let next: Operation | undefined;
  for (const { draft, operation, evidence } of judged.toReversed()) {
    const partOf = joins.get(draft);
    const own = partOf ? { ...operation, partOf } : relatedTo(next, operation, evidence);
    related.push(own);
    if (own.kind !== 'nameCheck' && !partOf) next = own;
  }
  return withFinalJoins(related.reverse());
}

/** A part points to its join as it is after all have been related. */
function withFinalJoins(operations: readonly Operation[]): readonly Operation[] {
  const joins = new Map(operations.map(operation => [operation.records[0]!, operation]));
  return operations.map(operation =>
    operation.partOf ? { ...operation, partOf: joins.get(operation.partOf.records[0]!)! } : operation,
  );
}

/** An operation as the one after it shows it: replaced, or with something left undone. */
function relatedTo(next: Operation | undefined, operation: Operation, evidence: Evidence): Operation {
  const { kind, verdict } = operation;
  if (next && replaces(next, operation)) {
    return { ...operation, verdict: { ...verdict, outcome: 'superseded', supersededBy: next } };
  }
  if (kind !== 'join' || verdict.outcome !== 'succeeded') return operation;
  // Windows writes the DNS names and SPNs in a rename right after the join.
  const rename = next && completes(next, operation) ? next : undefined;
  const damage = damageOf(operation, rename, evidence);
  return damage ? { ...operation, verdict: { ...verdict, ...damage } } : operation;
}

/** Whether an operation is the rename that completes a join. */
function completes({ kind, facts, records }: Operation, join: Operation): boolean {
  const { computer } = join.facts;
  const isSame = [facts.computer, facts.newName].some(name => !name || !computer || isEqual(name, computer));
  return kind === 'rename' && isSame && followsAtOnce(join.records, records);
}

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
function isAside({ kind, verdict: { outcome }, partOf }: Operation): boolean {
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

/** The join that each continuation finishes: the one that started it, or the one that succeeded right before it. */
function joinsOfContinuations(judged: readonly Judged[]): ReadonlyMap<OperationDraft, Operation> {
  const joins = new Map<OperationDraft, Operation>();
  let last: Judged | undefined;
  let span: ReturnType<typeof timesOf>;
  for (const each of judged) {
    const { draft, operation } = each;
    if (draft.kind === 'join') {
      last = each;
      span = timesOf(operation.records);
    }
    if (!last || patternOf(operation.records[0]!)?.begins !== 'provision') continue;
    const join = last.operation;
    const isDone = join.verdict.outcome === 'succeeded' && isAtOnce(span, timesOf(operation.records));
    if (draft.within === last.draft || isDone) joins.set(draft, join);
  }
  return joins;
}

/**
 * Windows' own dialog joins twice: first with an existing account only, then allowed to create one. The first
 * try ends 0x534 where there is no account, and the second decides, whatever it returns.
 */
function replaces(second: Operation, first: Operation): boolean {
  const { kind, verdict, facts } = first;
  const isSame = (a: string | undefined, b: string | undefined) => !!a && !!b && isEqual(a, b);
  return (
    kind === 'join' &&
    second.kind === 'join' &&
    verdict.outcome === 'failed' &&
    verdict.code?.value === noneMapped &&
    facts.options !== undefined &&
    (facts.options & accountCreate) === 0 &&
    ((second.facts.options ?? 0) & accountCreate) !== 0 &&
    isSame(facts.computer, second.facts.computer) &&
    isSame(facts.domain, second.facts.domain) &&
    followsAtOnce(first.records, second.records)
  );
}

function isEqual(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Whether the second begins when the first ends, or may: a text without times does not say. */
function followsAtOnce(first: readonly LogRecord[], second: readonly LogRecord[]): boolean {
  return isAtOnce(timesOf(first), timesOf(second));
}

function isAtOnce(before: ReturnType<typeof timesOf>, after: ReturnType<typeof timesOf>): boolean {
  return !before || !after || Math.abs(after.start - before.end) <= atOnce;
}
