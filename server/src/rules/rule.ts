import type { Finding, Log, Severity } from '../model';

/** What is worth telling a reader, and how to see it. One file for each, named by its code. */
export interface Rule {
  /** Stable: it is shown in the Problems view and used in settings. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence for documentation. */
  readonly description: string;
  check(log: Log): Iterable<Omit<Finding, 'code' | 'severity'>>;
}
