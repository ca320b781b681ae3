import type { Finding, Log } from '../model';
import { connectionRefused } from './connection-refused';
import { connectionUnanswered } from './connection-unanswered';
import { dcUnsuitable } from './dc-unsuitable';
import { destinationUnreachable } from './destination-unreachable';
import { dnsFailed } from './dns-failed';
import { dnsUpdateFailed } from './dns-update-failed';
import { joinDamaged } from './join-damaged';
import { joinFailed } from './join-failed';
import { kerberosFailed } from './kerberos-failed';
import { ldapFailed } from './ldap-failed';
import { nameCheckFailed } from './name-check-failed';
import { ntlmUsed } from './ntlm-used';
import { provisioningFailed } from './provisioning-failed';
import { renameFailed } from './rename-failed';
import { requestUnanswered } from './request-unanswered';
import { rpcFailed } from './rpc-failed';
import type { Rule } from './rule';
import { segmentsLost } from './segments-lost';
import { smbFailed } from './smb-failed';
import { stepFailed } from './step-failed';
import { traceNotRead } from './trace-not-read';
import { unjoinFailed } from './unjoin-failed';

/** Every rule. */
export const rules: readonly Rule[] = [
  connectionRefused,
  connectionUnanswered,
  dcUnsuitable,
  destinationUnreachable,
  dnsFailed,
  dnsUpdateFailed,
  joinDamaged,
  joinFailed,
  kerberosFailed,
  ldapFailed,
  nameCheckFailed,
  ntlmUsed,
  provisioningFailed,
  renameFailed,
  requestUnanswered,
  rpcFailed,
  segmentsLost,
  smbFailed,
  stepFailed,
  traceNotRead,
  unjoinFailed,
];

/** What all rules see in a log, in the order of the log. */
export function findingsOf(log: Log): Finding[] {
  const findings = rules.flatMap(rule =>
    Array.from(rule.check(log), finding => ({ code: rule.code, severity: rule.severity, ...finding })),
  );
  return findings.sort((a, b) => a.line - b.line || a.start - b.start);
}
