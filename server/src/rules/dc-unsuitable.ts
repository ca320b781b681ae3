import { plain } from '../explainTrace';
import type { Frame, Log, Severity } from '../model';
import { messageSpan } from '../parser/spans';
import { articleUrl } from '../tables/advice';
import { frameText } from '../traceWords';
import type { Rule } from './rule';
import { plainText } from './silences';

export const dcUnsuitable: Rule = {
  code: 'dc-unsuitable',
  severity: 'warning',
  description:
    'What a domain controller says of itself in its answer to an LDAP ping: Netlogon paused (an error where no other one answered), not writable; information where it has no Kerberos or is not the closest one.',
  *check(log) {
    if (!log.trace) return;
    const answers = answersOf(log);
    const isServed = answers.some(each => !each.isPaused);
    const told = new Set<string>();
    for (const answer of answers) {
      const { frame } = answer;
      const remarks = [...remarksOn(answer, isServed)];
      const key = `${frame.source} ${remarks.map(each => each.about).join()}`;
      if (remarks.length === 0 || told.has(key)) continue;
      told.add(key);
      const article = remarks.find(each => each.article)?.article;
      yield {
        ...messageSpan(frame),
        // The gravest comes first.
        severity: remarks[0]!.severity,
        message: plainText([
          `${plain(frame.source)} ${remarks.map(each => each.about).join(', and ')} (LDAP ping, ${frameText(frame)}).`,
          ...remarks.map(each => each.means),
        ]),
        repeats: 1,
        related: [],
        help: article === undefined ? undefined : articleUrl(article),
      };
    }
  },
};

/** What the answer to a ping says. */
interface PingAnswer {
  readonly frame: Frame;
  readonly isPaused: boolean;
  /** What the domain controller says of itself; undefined where the text does not show it. */
  readonly flags: number | undefined;
}

/** LOGON_SAM_PAUSE_RESPONSE, and the longer form of it. */
const paused: ReadonlySet<number> = new Set([20, 24]);

/** Details of one frame are not longer: a tree of thousands of lines is none of a ping. */
const mostLines = 400;

function answersOf(log: Log): PingAnswer[] {
  return log.trace!.frames.flatMap(frame => {
    if (!/ldap|netlogon/i.test(frame.protocol)) return [];
    const last = Math.min(frame.endLine, frame.line + mostLines);
    const tokens = Array.from({ length: last - frame.line + 1 }, (_, at) =>
      log.tokens(frame.line + at),
    ).flat();
    const opcode = tokens.find(each => each.kind === 'ldapPingOpcode')?.value;
    const flags = tokens.find(each => each.kind === 'dcFlags')?.value;
    const isPaused =
      opcode === undefined ? /^(?:NetLogon:)?\s{0,3}LogonSAMPause/i.test(frame.message) : paused.has(opcode);
    const isAnswer = opcode === undefined ? flags !== undefined || isPaused : opcode !== 7 && opcode !== 18;
    return isAnswer ? [{ frame, isPaused, flags }] : [];
  });
}

interface Remark {
  readonly severity: Severity;
  /** Behind the name of the server. */
  readonly about: string;
  readonly means: string;
  readonly article?: string;
}

const kdc = 0x20;
const closest = 0x80;
const writable = 0x100;

function* remarksOn({ isPaused, flags }: PingAnswer, isServed: boolean): Iterable<Remark> {
  if (isPaused) {
    yield {
      severity: isServed ? 'warning' : 'error',
      about: 'says that its Netlogon service is paused',
      means: `The client passes it over${isServed ? ' and takes another one' : ', and no other domain controller answers here'}. Consistent with a domain controller that is starting, or on which somebody paused Netlogon. Check next: the Netlogon service there, and its event log.`,
      article: 'ad-replication-error-1908-not-find-domain-controller',
    };
    return;
  }
  if (flags === undefined) return;
  if ((flags & writable) === 0) {
    yield {
      severity: 'warning',
      about: 'is not writable',
      means:
        'It is a read-only domain controller, on which a join cannot create an account; Windows looks for another one unless the account was prepared for it. Check next: nltest /dsgetdc:<domain> /writable.',
    };
  }
  if ((flags & kdc) === 0) {
    yield {
      severity: 'information',
      about: 'does not say that it is a KDC',
      means:
        'Kerberos tickets have to come from another domain controller. That is no fault where another one gives them. Where Kerberos fails, check next the service Kerberos Key Distribution Center there.',
    };
  }
  if ((flags & closest) === 0) {
    yield {
      severity: 'information',
      about: 'is not the closest domain controller',
      means:
        'It is in another site, or the subnet of the client belongs to no site. A join works all the same, if slower. Check next: the subnets in Active Directory Sites and Services.',
    };
  }
}
