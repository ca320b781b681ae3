import { plain } from '../explainTrace';
import type { Finding, Log } from '../model';
import { once } from '../once';
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
import type { Rule, Seen } from './rule';
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
  const seen = rules.flatMap(rule => Array.from(rule.check(log), each => ({ rule, each })));
  const clientText = clientsOf(
    seen.map(({ each }) => each.line),
    log,
  );
  return seen
    .map(({ rule, each }) => findingOf(rule, each, clientText))
    .sort((a, b) => a.line - b.line || a.start - b.start);
}

/** A finding of a rule; what it says is asked of the rule when it is shown. */
function findingOf(rule: Rule, seen: Seen, clientText: (line: number) => string): Finding {
  const { line, start, end, repeats, severity = rule.severity } = seen;
  const message = once(() => seen.message + clientText(line));
  const related = once(() => seen.related);
  return {
    code: rule.code,
    severity,
    line,
    start,
    end,
    get message() {
      return message();
    },
    repeats,
    get related() {
      return related();
    },
    get help() {
      return seen.help;
    },
  };
}

/** Of a trace with several clients, whose line it is, to stand behind a message: " The client is 10.20.1.7."; else ''. */
function clientsOf(lines: readonly number[], { trace }: Log): (line: number) => string {
  if (!trace || lines.length === 0) return () => '';
  const clients = new Set(trace.steps.map(each => each.client));
  if (clients.size < 2) return () => '';
  const wanted = new Set(lines);
  const byLine = new Map<number, string>();
  for (const { client, frames } of trace.conversations) {
    for (const { line } of frames) if (wanted.has(line)) byLine.set(line, client);
  }
  return line => {
    const client = byLine.get(line);
    return client === undefined || client === '' ? '' : ` The client is ${plain(client)}.`;
  };
}
