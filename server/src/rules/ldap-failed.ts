import type { Exchange, Severity } from '../model';
import { failedSeen, isStanding, sameFailures } from './failedReplies';
import { exchangesOf } from './joinTraffic';
import type { Rule } from './rule';

export const ldapFailed: Rule = {
  code: 'ldap-failed',
  severity: 'error',
  description:
    'The directory server refused a bind, or to add or change an object: information where a search was refused.',
  *check({ trace }) {
    if (!trace) return;
    const failed = exchangesOf(trace).filter(each => each.service === 'ldap' && isTold(each));
    for (const group of sameFailures(failed)) yield failedSeen(group, severityOf(group[0]!));
  },
};

/** Answers to a search that say what is there and what is not: limits, a referral, no such attribute or object. */
const answersOfSearch: ReadonlySet<number> = new Set([3, 4, 9, 10, 11, 16, 32, 36]);

/** Not signed in, signing wanted: what a search meets that came before its bind. */
const unsigned: ReadonlySet<number> = new Set([1, 8, 13, 49, 50]);

function isTold(exchange: Exchange): boolean {
  const { code, operation, conversation } = exchange;
  if (!isStanding(exchange)) return false;
  if (operation.startsWith('search') && code && answersOfSearch.has(code.value)) return false;
  // The object is there already, and the connection goes on with it.
  const isThere = code?.value === 68 || code?.value === 20;
  return !(isThere && conversation.exchanges.some(each => isBehind(each, exchange)));
}

function isBehind(other: Exchange, exchange: Exchange): boolean {
  return other.outcome === 'answered' && !other.code && other.frames[0]!.line > exchange.reply!.line;
}

function severityOf({ operation, code }: Exchange): Severity {
  if (/^(?:bind|add|modify|StartTLS)/.test(operation)) return 'error';
  return code && unsigned.has(code.value) ? 'error' : 'information';
}
