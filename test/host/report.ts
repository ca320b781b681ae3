import { existsSync, readFileSync } from 'node:fs';

/** The environment variable that tells a suite which file to write its report to. */
export const REPORT_VARIABLE = 'NETSETUP_E2E_REPORT';

/** What a suite says about itself: rewritten after every test, so that a hang or a crash leaves a trace. */
export interface Report {
  readonly vscode: string;
  readonly finished: boolean;
  /** The test that is running. */
  readonly running?: string | undefined;
  readonly passes: number;
  readonly failures: number;
  readonly tests: readonly Check[];
  /** What cannot be tested in this host, each with its reason. */
  readonly left: readonly string[];
}

/** One thing that was tested. */
export interface Check {
  readonly title: string;
  /** Why it failed. */
  readonly error?: string;
}

/** What came of a run: how it ended, and the suite's report where there is one. */
export interface Outcome {
  /** Why the run itself failed, whatever its tests said. */
  readonly trouble?: string | undefined;
  readonly report?: Report | undefined;
}

/** Reads a suite's report; none was written where the suite did not even load. */
export function readReport(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}

/** All checks of a run. A run that went wrong, stopped early or tested nothing is one failed check more. */
export function judge({ trouble, report }: Outcome): readonly Check[] {
  const checks = report?.tests ?? [];
  if (trouble !== undefined && checks.some(check => check.error !== undefined) && report?.finished)
    return checks;
  const error =
    trouble ??
    (report === undefined ? 'The suite ended without a report.' : undefined) ??
    (report?.finished ? undefined : 'The suite did not finish.') ??
    (checks.length === 0 ? 'The suite has no tests.' : undefined);
  if (error === undefined) return checks;
  const running = report?.running === undefined ? '' : ` The test "${report.running}" was running.`;
  return [...checks, { title: 'The run itself', error: error + running }];
}
