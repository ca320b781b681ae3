import type { Log, Trace } from '../model';
import type { Report, ReportedStatus } from '../protocol';
import { problemsText } from './headline';
import { reachabilityTable } from './reachability';
import { outcomeOfTrace, problemsOf } from './traceOverview';
import { traceMarkdown } from './traceMarkdown';

/**
 * What our client shows beside a trace. A trace is one thing: its summary is the same whatever line is asked about,
 * and the cause is the problem at that line, else the first problem.
 */
export function reportOfTrace(log: Log, trace: Trace, line: number | undefined): Report {
  const problems = problemsOf(log);
  const here = problems.find(each => each.line === line) ?? problems[0];
  return {
    operations: [],
    asked: {
      cause: here ? placeOf(here) : null,
      summary: traceMarkdown(log, trace),
      checkCommands: [],
    },
    failures: problems.map(placeOf).sort((a, b) => a.line - b.line || a.character - b.character),
    reachability: reachabilityTable(log, trace) ?? null,
    status: statusOf(log, trace),
  };
}

const placeOf = ({ line, start }: { readonly line: number; readonly start: number }) => ({
  line,
  character: start,
});

function statusOf(log: Log, trace: Trace): ReportedStatus {
  const [worst] = problemsOf(log);
  return {
    text: `Trace: ${outcomeOfTrace(log, trace)}`,
    detail: problemsText(log, trace),
    severity: worst?.severity === 'error' || worst?.severity === 'warning' ? worst.severity : 'information',
  };
}
