import { plain } from '../explainTrace';
import type { Exchange, Trace } from '../model';
import { messageSpan } from '../parser/spans';
import { ntlmLimits, userNameForms } from '../tables/traceAdvice';
import { frameText } from '../traceWords';
import type { Rule } from './rule';
import { plainText, relatedTo } from './silences';

export const ntlmUsed: Rule = {
  code: 'ntlm-used',
  languageId: 'network-trace',
  severity: 'information',
  description: 'The client signed in by NTLM, and no Kerberos is seen: a join need not fail for it.',
  *check({ trace }) {
    if (!trace) return;
    const signIns = trace.joinExchanges.filter(isSignIn);
    const [first] = signIns;
    if (!first || hasKerberos(trace)) return;
    // Kerberos inside SMB or LDAP counts too, where its tickets are from before the trace.
    if (trace.joinExchanges.some(each => each.login === 'kerberos' && each.outcome === 'answered')) return;
    const frame = first.request ?? first.frames[0]!;
    yield {
      ...messageSpan(frame),
      message: plainText([
        `The client signed in by NTLM${first.user === undefined ? '' : ` as ${plain(first.user)}`} (${frameText(frame)}), and this text shows no Kerberos.`,
        'A join does not fail for that alone: NTLM is the fallback.',
        ntlmLimits,
        userNameForms,
      ]),
      repeats: 1,
      related: relatedTo(
        signIns.slice(1).map(each => each.request ?? each.frames[0]!),
        'Another sign-in by NTLM',
      ),
      help: undefined,
    };
  },
};

/** Whether a step of it is Kerberos; a request of it tells that too, without a look at all steps. */
function hasKerberos(trace: Trace): boolean {
  return (
    trace.joinExchanges.some(each => each.service === 'kerberos') ||
    trace.steps.some(each => each.id === 'kerberos')
  );
}

/** A sign-in that the server accepted: of one that it refused, the refusal is told. */
function isSignIn({ login, outcome, code }: Exchange): boolean {
  return login === 'ntlm' && outcome === 'answered' && !code;
}
