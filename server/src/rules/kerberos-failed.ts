import type { Exchange, Severity } from '../model';
import { ntlmLimits } from '../tables/traceAdvice';
import { failedSeen, sameFailures } from './failedReplies';
import type { Rule } from './rule';

export const kerberosFailed: Rule = {
  code: 'kerberos-failed',
  languageId: 'network-trace',
  severity: 'error',
  description:
    'The domain controller refused a Kerberos request, and it was not granted later: information where NTLM took its place.',
  *check({ trace }) {
    if (!trace) return;
    const { domains } = trace;
    const failed = trace.joinExchanges.filter(isTold);
    for (const group of sameFailures(failed)) {
      const last = group.at(-1)!;
      const byNtlm = last.overcomeBy?.login === 'ntlm';
      yield failedSeen(group, severityOf(last), domains, byNtlm ? [ntlmLimits] : []);
    }
  },
};

/** KRB_AP_ERR_SKEW: a client may set its clock by the answer and ask again. */
const skew = 37;

/** Granted later is a step on the way, but clocks that differ are worth knowing. */
function isTold({ service, outcome, reply, overcomeBy, code }: Exchange): boolean {
  if ((service !== 'kerberos' && service !== 'kpasswd') || outcome !== 'failed' || !reply) return false;
  return !overcomeBy || overcomeBy.login === 'ntlm' || code?.value === skew;
}

function severityOf({ overcomeBy, code }: Exchange): Severity {
  if (overcomeBy) return 'information';
  // Without a code nothing certain is known of it.
  return code ? 'error' : 'warning';
}
