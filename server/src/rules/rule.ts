import type { Finding, LanguageId, Log, Severity } from '../model';

/** What a rule says of a finding; code and severity are those of the rule, unless it says how severe this one is. */
export type Seen = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };

/** What is worth telling a reader, and how to see it. One file for each, named by its code. */
export interface Rule {
  /** Stable: it is shown in the Problems view and used in settings. */
  readonly code: string;
  /** What it reads. */
  readonly languageId: LanguageId;
  /** That of most findings: one that is overcome, or cannot be judged, is told as less. */
  readonly severity: Severity;
  /** One sentence for documentation. */
  readonly description: string;
  check(log: Log): Iterable<Seen>;
}
