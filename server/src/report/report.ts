import { adviceText, commandsOf } from '../explain';
import type { Log, Operation } from '../model';
import type { Place, Report, ReportedOperation, ReportedStatus } from '../protocol';
import { tokenKinds } from '../tokenKinds';
import { capitalized, failureText, titleOf, verdictText } from '../words';
import { markdownReport } from './markdown';
import {
  firstLine,
  hasCause,
  lastJoinText,
  lastLine,
  operationAt,
  lastJoinIn,
  overviewOf,
  overviewText,
} from './operations';
import { reportOfTrace } from './traceReport';

/** What our client shows beside the text: the operations, the one at a line, and what the file came to. */
export function reportOf(log: Log, line: number | undefined): Report {
  if (log.trace) return reportOfTrace(log, log.trace, line);
  const asked = line === undefined ? (lastJoinIn(log) ?? log.operations.at(-1)) : operationAt(log, line);
  const advice = asked && hasCause(asked) ? adviceText(asked) : undefined;
  return {
    operations: log.operations.map(each => reported(log, each)),
    asked: asked
      ? {
          cause: causeOf(log, asked),
          summary: markdownReport(log, asked),
          checkCommands: advice ? commandsOf(advice) : [],
        }
      : null,
    failures: log.operations.flatMap(each => causeOf(log, each) ?? []).sort((a, b) => a.line - b.line),
    reachability: null,
    status: statusOf(log),
  };
}

function reported(log: Log, operation: Operation): ReportedOperation {
  return {
    line: firstLine(operation),
    endLine: lastLine(operation),
    title: titleOf(operation),
    outcome: operation.verdict.outcome,
    outcomeText: verdictText(operation),
    cause: causeOf(log, operation),
  };
}

/** At the number that decides, where its line has one: a hover that is opened there says what it means. */
function causeOf(log: Log, operation: Operation): Place | null {
  if (!hasCause(operation)) return null;
  const { cause, failure } = operation.verdict;
  const { line, start } = cause!;
  const codes = log.tokens(line).filter(each => tokenKinds[each.kind].isResult && each.value !== 0);
  const deciding = codes.find(({ value }) => value === failure?.value) ?? codes[0];
  return { line, character: deciding?.start ?? start };
}

/** The last join decides how bad it is: what failed before a join that succeeded is history. */
function statusOf(log: Log): ReportedStatus {
  const overview = overviewOf(log);
  const { failed, lastJoin } = overview;
  const text = capitalized(overviewText(overview, log));
  const last = failed.at(-1);
  const isBehind = last && lastJoin && firstLine(last) < firstLine(lastJoin);
  const outcome = lastJoin?.verdict.outcome;
  if (outcome === 'succeededWithDamage' && (!last || isBehind)) {
    return { text, detail: shortFailureText(lastJoin!), severity: 'warning' };
  }
  // Damage that a later join has mended is history too.
  if (!last) return { text, detail: '', severity: 'information' };
  if (isBehind && outcome === 'succeeded') {
    return { text, detail: lastJoinText(overview), severity: 'warning' };
  }
  const detail = `${failed.length > 1 ? 'last ' : ''}${shortFailureText(last)}`;
  return { text, detail, severity: 'error' };
}

/** Without the name of the code, which may be long. */
function shortFailureText(operation: Operation): string {
  const name = operation.verdict.failure?.name;
  return failureText(operation).replace(name === undefined ? '' : ` ${name}`, '');
}
