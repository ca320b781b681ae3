import type { Finding, Log, LogRecord, OperationKind, Span } from '../model';
import { adviceText } from '../explain';
import { failureText, titleOf } from '../words';

/** One finding for each failed operation of these kinds, at its cause, with what repeats it as related lines. */
export function* failureOf(
  log: Log,
  kinds: readonly OperationKind[],
): Iterable<Omit<Finding, 'code' | 'severity'>> {
  for (const operation of log.operations) {
    const { outcome, cause, echoes } = operation.verdict;
    if (!kinds.includes(operation.kind) || outcome !== 'failed' || !cause) continue;
    // What failed inside a failed join is told once, as the failure of the join.
    if (operation.partOf?.verdict.outcome === 'failed') continue;
    const advice = adviceText(operation);
    const failed = `${titleOf(operation)} failed ${failureText(operation)}.`;
    yield {
      ...spanOf(cause),
      message: advice ? `${failed} ${advice.happened}` : failed,
      related: echoes.map(echo => ({ ...spanOf(echo), message: 'The same failure again' })),
      help: advice?.url,
    };
  }
}

/** The message of a record: a problem is shown there, not over its time stamp. */
function spanOf({ line, start, message }: LogRecord): Span {
  return { line, start, end: start + message.length };
}
