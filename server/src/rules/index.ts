import type { Finding, Log } from '../model';
import { joinDamaged } from './join-damaged';
import { joinFailed } from './join-failed';
import { nameCheckFailed } from './name-check-failed';
import { provisioningFailed } from './provisioning-failed';
import { renameFailed } from './rename-failed';
import type { Rule } from './rule';
import { stepFailed } from './step-failed';
import { unjoinFailed } from './unjoin-failed';

/** Every rule. */
export const rules: readonly Rule[] = [
  joinDamaged,
  joinFailed,
  nameCheckFailed,
  provisioningFailed,
  renameFailed,
  stepFailed,
  unjoinFailed,
];

/** What all rules see in a log, in the order of the log. */
export function findingsOf(log: Log): Finding[] {
  const findings = rules.flatMap(rule =>
    Array.from(rule.check(log), finding => ({ code: rule.code, severity: rule.severity, ...finding })),
  );
  return findings.sort((a, b) => a.line - b.line || a.start - b.start);
}
