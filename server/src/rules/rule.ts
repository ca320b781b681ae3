import type { Finding, Log, Severity } from '../model';

/** What a rule says of a finding; code and severity are those of the rule. */
export type Seen = Omit<Finding, 'code' | 'severity'>;

/** What is worth telling a reader, and how to see it. One file for each, named by its code. */
export interface Rule {
  /** Stable: it is shown in the Problems view and used in settings. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence for documentation. */
  readonly description: string;
  check(log: Log): Iterable<Seen>;
}
