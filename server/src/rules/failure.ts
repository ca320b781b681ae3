import type { Finding, Log, LogRecord, OperationKind, Span } from '../model';
import { adviceText, failureText, titleOf } from '../words';

/** One finding for each failed operation of these kinds, at its cause, with what repeats it as related lines. */
export function* failureOf(
  log: Log,
  kinds: readonly OperationKind[],
): Iterable<Omit<Finding, 'code' | 'severity'>> {
  for (const operation of log.operations) {
    const { verdict } = operation;
    if (!kinds.includes(operation.kind) || verdict.outcome !== 'failed' || !verdict.cause) continue;
    const advice = adviceText(verdict.code, verdict.phase, operation.facts);
    yield {
      ...spanOf(verdict.cause),
      message: [`${titleOf(operation)} failed ${failureText(operation)}.`, advice?.happened]
        .filter(Boolean)
        .join(' '),
      related: verdict.echoes.map((record, index) => ({
        ...spanOf(record),
        message:
          index === verdict.echoes.length - 1
            ? 'The failure as the operation ends'
            : 'The same failure again',
      })),
      help: advice?.url,
    };
  }
}

/** The message of a record: a problem is shown there, not over its time stamp. */
function spanOf({ line, start, message }: LogRecord): Span {
  return { line, start, end: start + message.length };
}
