import type { Exchange, Severity } from '../model';
import { once } from '../once';
import { failedSeen, isStanding, sameFailures } from './failedReplies';
import { lastGood } from './joinTraffic';
import type { Rule } from './rule';

export const ldapFailed: Rule = {
  code: 'ldap-failed',
  languageId: 'network-trace',
  severity: 'error',
  description:
    'The directory server refused a bind, or to add or change an object: information where a search was refused.',
  *check({ trace }) {
    if (!trace) return;
    const all = trace.joinExchanges.filter(each => each.service === 'ldap');
    const { domains } = trace;
    const last = once(() => lastGood(all, () => true));
    const failed = all.filter(each =>
      isTold(each, () => (last().get(each.conversation) ?? 0) > each.frames[0]!.line),
    );
    for (const group of sameFailures(failed)) yield failedSeen(group, severityOf(group[0]!), domains);
  },
};

/** Not signed in, signing wanted: what a search meets that came before its bind. */
const unsigned: ReadonlySet<number> = new Set([1, 8, 13, 49, 50]);

/** @param goesOn whether the connection goes on behind it with something that is answered */
function isTold(exchange: Exchange, goesOn: () => boolean): boolean {
  // The object, or the value, is there already: the client goes on with it.
  const isThere = exchange.code?.value === 68 || exchange.code?.value === 20;
  return isStanding(exchange) && !(isThere && goesOn());
}

function severityOf({ operation, code }: Exchange): Severity {
  if (/^(?:bind|add|modify|StartTLS)/.test(operation)) return 'error';
  return code && unsigned.has(code.value) ? 'error' : 'information';
}
