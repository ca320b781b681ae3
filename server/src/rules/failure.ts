import { adviceText, explanation, failedParts, partText, toldWithJoins } from '../explain';
import type { Log, LogRecord, Operation, OperationKind } from '../model';
import { once } from '../once';
import { messageSpan } from '../parser/spans';
import { failingRecords, repeatsText } from '../words';
import type { Seen } from './rule';

/** One finding for each series of equal failures of these kinds, at its cause, with what repeats it as related lines. */
export function* failureOf(log: Log, kinds: readonly OperationKind[]): Iterable<Seen> {
  const told = toldWithJoins(log.operations);
  const parts = failedParts(log.operations);
  for (const { operations, repeats } of log.series) {
    const again = repeats.length > 0 ? new Set(repeats.flatMap(group => group.slice(1))) : undefined;
    for (const operation of operations) {
      const { kind, verdict } = operation;
      if (!kinds.includes(kind) || verdict.outcome !== 'failed' || !verdict.cause) continue;
      if (again?.has(operation) || told.has(verdict.cause)) continue;
      // What failed inside a failed join is told once, as the failure of the join.
      if (operation.partOf?.verdict.outcome === 'failed') continue;
      yield seen(
        operation,
        repeats.find(group => group[0] === operation) ?? [operation],
        parts.get(operation.records[0]!),
      );
    }
  }
}

/**
 * The finding about an operation that failed or left something undone, and about those that failed the same way.
 *
 * @param parts what the operation started and what failed too
 */
export function seen(
  operation: Operation,
  repeats: readonly Operation[],
  parts: readonly Operation[] = [],
): Seen {
  // What runs inside a join fails for it too, on the same lines.
  const late = once(() => {
    const own = failingRecords(operation.verdict);
    return parts.filter(part => !own.has(part.verdict.cause!));
  });
  return {
    ...messageSpan(operation.verdict.cause!),
    repeats: repeats.length,
    // A large log has more findings than anybody reads: what they say is worked out for those that are shown.
    get message() {
      return messageOf(operation, repeats, late());
    },
    get related() {
      return relatedTo(operation, repeats, late());
    },
    get help() {
      return adviceText(operation)?.url;
    },
  };
}

function messageOf(operation: Operation, repeats: readonly Operation[], late: readonly Operation[]): string {
  const others = new Set(
    repeats
      .flatMap(each => each.facts.domainController ?? [])
      .filter(dc => dc !== operation.facts.domainController),
  );
  const more = [
    repeats.length > 1 && `It came ${repeatsText(repeats)}.`,
    others.size > 0 && `Other times the domain controller was ${[...others].slice(0, 5).join(', ')}.`,
  ];
  return [explanation(operation), ...late.map(partText), ...more].filter(Boolean).join(' ');
}

function relatedTo(
  { verdict: { cause, echoes, remarks } }: Operation,
  repeats: readonly Operation[],
  late: readonly Operation[],
): Seen['related'] {
  const last = repeats.length > 1 ? repeats.at(-1)!.verdict : undefined;
  return [
    ...remarks.filter(each => each.record !== cause).map(each => at(each.record, each.text)),
    ...late.flatMap(part => (part.verdict.cause ? at(part.verdict.cause, explanation(part)) : [])),
    ...echoes.map(echo => at(echo, 'The same failure again')),
    ...(last ? [last.cause!, ...last.echoes.slice(-1)] : []).map(each => at(each, 'The last time')),
  ].sort((a, b) => a.line - b.line);
}

/** Another line of a finding. */
export function at(record: LogRecord, message: string): Seen['related'][number] {
  return { ...messageSpan(record), message };
}
