import type { LogRecord, Operation } from '../../model';
import { timesOf } from '../../words';
import type { OperationDraft } from './operations';
import { patternOf } from './patterns';

/** ERROR_NONE_MAPPED: no account of that name. */
const noneMapped = 0x534;
/** NETSETUP_ACCT_CREATE of the join options. */
const accountCreate = 0x2;
/** Windows goes on within milliseconds; a person who tries again does not. */
const atOnce = 60_000;

/** An operation with the draft that it was made of. */
export interface Judged {
  readonly draft: OperationDraft;
  readonly operation: Operation;
}

/** Relates operations to those beside them: a first try that a second one replaces, a join and what finishes it. */
export function relate(judged: readonly Judged[]): readonly Operation[] {
  const joins = joinsOfContinuations(judged);
  const related: Operation[] = [];
  for (const { draft, operation } of judged.toReversed()) {
    const next = related.at(-1);
    const partOf = joins.get(draft);
    if (next && replaces(next, operation)) {
      const verdict = { ...operation.verdict, outcome: 'superseded', supersededBy: next } as const;
      related.push({ ...operation, verdict });
    } else if (partOf) {
      related.push({ ...operation, partOf });
    } else {
      related.push(operation);
    }
  }
  return related.reverse();
}

/** The join that each continuation finishes: the one that started it, or the one that succeeded right before it. */
function joinsOfContinuations(judged: readonly Judged[]): ReadonlyMap<OperationDraft, Operation> {
  const joins = new Map<OperationDraft, Operation>();
  let last: Judged | undefined;
  for (const each of judged) {
    const { draft, operation } = each;
    if (draft.kind === 'join') last = each;
    if (!last || patternOf(operation.records[0]!)?.begins !== 'provision') continue;
    const join = last.operation;
    const isDone = join.verdict.outcome === 'succeeded' && followsAtOnce(join.records, operation.records);
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
  const isSame = (a: string | undefined, b: string | undefined) =>
    !!a && a.toLowerCase() === b?.toLowerCase();
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

/** Whether the second begins when the first ends, or may: a text without times does not say. */
function followsAtOnce(first: readonly LogRecord[], second: readonly LogRecord[]): boolean {
  const [before, after] = [timesOf(first), timesOf(second)];
  return !before || !after || Math.abs(after.start - before.end) <= atOnce;
}
