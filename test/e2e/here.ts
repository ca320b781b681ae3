import type { Report } from '../host/report';

/** What the suite needs of the host that it runs in, and the API of VS Code does not give. */
export interface Here {
  /** Whether our language server runs; undefined where it cannot be seen. */
  readonly serverRuns?: (() => boolean | Promise<boolean>) | undefined;
  /** What cannot be tested in this host, each with its reason. */
  readonly left: readonly string[];
  /** Hands the report to whoever started the suite. */
  report(report: Report): void | Promise<void>;
}

let current: Here | undefined;

/** Before the tests are loaded. */
export function runHere(host: Here): void {
  current = host;
}

export function here(): Here {
  if (!current) throw new Error('The suite runs nowhere.');
  return current;
}
