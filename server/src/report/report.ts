import { adviceText, commandsOf, toldWithJoins } from '../explain';
import type { Log, Operation } from '../model';
import type { Place, Report, ReportedOperation, ReportedStatus } from '../protocol';
import { failureText, titleOf, verdictText } from '../words';
import { markdownReport } from './markdown';
import { firstLine, hasCause, isFailure, lastJoinIn, lastLine, operationAt } from './operations';

/** What our client shows beside the text: the operations, the one at a line, and what the file came to. */
export function reportOf(log: Log, line: number | undefined): Report {
  const asked = line === undefined ? (lastJoinIn(log) ?? log.operations.at(-1)) : operationAt(log, line);
  const advice = asked && hasCause(asked) ? adviceText(asked) : undefined;
  return {
    operations: log.operations.map(reported),
    asked: asked
      ? {
          cause: causeOf(asked),
          summary: markdownReport(log, asked),
          checkCommands: advice ? commandsOf(advice) : [],
        }
      : null,
    status: statusOf(log),
  };
}

function reported(operation: Operation): ReportedOperation {
  return {
    line: firstLine(operation),
    endLine: lastLine(operation),
    title: titleOf(operation),
    outcome: operation.verdict.outcome,
    outcomeText: verdictText(operation),
    cause: causeOf(operation),
  };
}

function causeOf(operation: Operation): Place | null {
  if (!hasCause(operation)) return null;
  const { line, start } = operation.verdict.cause!;
  return { line, character: start };
}

/** The last join decides how bad it is: what failed before a join that succeeded is history. */
function statusOf(log: Log): ReportedStatus {
  const told = toldWithJoins(log.operations);
  const failures = log.operations.filter(each => isFailure(each) && !told.has(each.verdict.cause!));
  const last = failures.at(-1);
  const join = lastJoinIn(log);
  const damaged = log.operations.findLast(each => each.verdict.outcome === 'succeededWithDamage');
  if (!last && damaged) {
    return { text: 'Joined, with damage', detail: shortFailureText(damaged), severity: 'warning' };
  }
  if (!last) return { text: textWithoutFailure(log), detail: '', severity: 'information' };
  // Name checks count only where they failed, and of two tries the one that decides.
  const counted = log.operations.filter(
    each =>
      isFailure(each) || (each.kind !== 'nameCheck' && !each.partOf && each.verdict.outcome !== 'superseded'),
  );
  const count = `${failures.length} of ${counted.length} ${counted.length === 1 ? 'operation' : 'operations'} failed`;
  if (join && join === damaged && firstLine(last) < firstLine(join)) {
    return { text: count, detail: 'the last join succeeded with damage', severity: 'warning' };
  }
  const isJoined = join?.verdict.outcome === 'succeeded' && firstLine(last) < firstLine(join);
  if (isJoined) return { text: count, detail: `the last ${wordFor(join)} succeeded`, severity: 'warning' };
  const detail = `${failures.length > 1 ? 'last ' : ''}${shortFailureText(last)}`;
  return { text: count, detail, severity: 'error' };
}

/** Without the name of the code, which may be long. */
function shortFailureText(operation: Operation): string {
  const name = operation.verdict.failure?.name;
  return failureText(operation).replace(name === undefined ? '' : ` ${name}`, '');
}

function wordFor({ kind }: Operation): string {
  return kind === 'unjoin' ? 'unjoin' : kind === 'provision' ? 'provisioning' : 'join';
}

function textWithoutFailure({ operations }: Log): string {
  const attempts = operations.filter(each => each.kind !== 'nameCheck' && !each.partOf);
  if (operations.length === 0) return 'No join, rename or name check in this text';
  if (attempts.length === 0) return 'Name checks only, nothing wrong';
  const unfinished = attempts.filter(each => each.verdict.outcome === 'incomplete').length;
  return unfinished > 0 ? `No result: ${unfinished} not finished in this log` : 'No failure';
}
