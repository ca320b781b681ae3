import { advised, plain } from '../explainTrace';
import type { Exchange, Frame, Log, Severity, Trace } from '../model';
import { messageSpan } from '../parser/spans';
import { articleUrl } from '../tables/advice';
import { frameText } from '../traceWords';
import type { Rule } from './rule';
import { plainText } from './silences';

export const dcUnsuitable: Rule = {
  code: 'dc-unsuitable',
  languageId: 'network-trace',
  severity: 'warning',
  description:
    'What a domain controller says of itself in its answer to an LDAP ping: Netlogon paused (an error where no other one answered), not writable; information where it has no Kerberos or is not the closest one.',
  *check(log) {
    if (!log.trace) return;
    const answers = answersOf(log);
    if (answers.length === 0) return;
    const domains = log.trace.domains;
    const uses = usesOf(log.trace);
    const isServed = answers.some(each => !each.isPaused);
    const told = new Set<string>();
    for (const answer of answers) {
      const { frame } = answer;
      const all = [...remarksOn(answer, uses(frame), isServed)];
      // Beside a warning, what is only worth knowing is left out.
      const grave = all.filter(each => each.severity !== 'information');
      const remarks = grave.length > 0 ? grave : all;
      const key = `${frame.source} ${remarks.map(each => each.about).join()}`;
      if (remarks.length === 0 || told.has(key)) continue;
      told.add(key);
      const article = remarks.find(each => each.article)?.article;
      const names = { server: frame.source, port: undefined, domain: domains.get(frame.destination) };
      const about = remarks.map(each => each.about).join(', and ');
      yield {
        ...messageSpan(frame),
        // The gravest comes first.
        severity: remarks[0]!.severity,
        message: plainText([
          `${plain(frame.source)} ${about} (LDAP ping, ${frameText(frame)}).`,
          ...remarks.flatMap(each => advised(each, names).sentences),
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

/** What stands in front of the flags and the operation in the answer to a ping. */
const announced = /\bFlags: 0x|\bOperation ?code: LOGON_|\bLogonSAM/i;

function answersOf(log: Log): PingAnswer[] {
  const answers: PingAnswer[] = [];
  for (const frame of log.trace!.frames) {
    const answer = isOfPing(frame.protocol) ? answerOf(frame, log) : undefined;
    if (answer) answers.push(answer);
  }
  return answers;
}

function answerOf(frame: Frame, { lines, tokens: tokensOf }: Log): PingAnswer | undefined {
  let opcode: number | undefined;
  let flags: number | undefined;
  const last = Math.min(frame.endLine, frame.line + mostLines);
  for (let line = frame.line; line <= last; line++) {
    if (!announced.test(lines.at(line))) continue;
    for (const { kind, value } of tokensOf(line)) {
      if (kind === 'ldapPingOpcode') opcode ??= value;
      if (kind === 'dcFlags') flags ??= value;
    }
  }
  const isPaused =
    opcode === undefined ? /^(?:NetLogon:)?\s{0,3}LogonSAMPause/i.test(frame.message) : paused.has(opcode);
  const isAnswer = opcode === undefined ? flags !== undefined || isPaused : opcode !== 7 && opcode !== 18;
  return isAnswer ? { frame, isPaused, flags } : undefined;
}

/** Whether a protocol column is one of LDAP or of Netlogon. */
function isOfPing(protocol: string): boolean {
  return protocol !== 'TCP' && /ldap|netlogon/i.test(protocol);
}

interface Remark {
  readonly severity: Severity;
  /** Behind the name of the server. */
  readonly about: string;
  readonly means: string;
  readonly next?: string;
  readonly article?: string;
}

const kdc = 0x20;
const closest = 0x80;
const writable = 0x100;

/** What the client of an answer then did: with the server that gave it, and where its tickets came from. */
interface Uses {
  /** The first exchange with that server which says that it was chosen. */
  readonly own: Exchange | undefined;
  /** A server that gave tickets. */
  readonly kdc: string | undefined;
}

function usesOf({ conversations }: Trace): (answer: Frame) => Uses {
  const own = new Map<string, Exchange>();
  const kdcs = new Map<string, string>();
  for (const { client, server, exchanges } of conversations) {
    for (const exchange of exchanges) {
      const { service, outcome, code } = exchange;
      if (outcome !== 'answered' || code) continue;
      const isUse = service !== 'dns' && service !== 'ldapPing' && service !== 'netbios';
      const key = `${client} ${server}`;
      if (isUse) own.set(key, own.get(key) ?? exchange);
      if (service === 'kerberos') kdcs.set(client, server);
    }
  }
  return ({ source, destination }) => ({
    own: own.get(`${destination} ${source}`),
    kdc: kdcs.get(destination),
  });
}

function* remarksOn({ isPaused, flags }: PingAnswer, uses: Uses, isServed: boolean): Iterable<Remark> {
  if (isPaused) {
    const { own } = uses;
    const isUsed = own !== undefined;
    const then = isUsed
      ? `The client used it all the same (${frameText(own.frames[0]!)}).`
      : `The client passes it over${isServed ? ' and takes another one' : ', and no other domain controller answers here'}.`;
    yield {
      severity: isServed || isUsed ? 'warning' : 'error',
      about: 'says that its Netlogon service is paused',
      means: `${then} Consistent with a domain controller that is starting, or on which somebody paused Netlogon.`,
      next: 'the Netlogon service there, and its event log',
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
        'It is a read-only domain controller, on which a join cannot create an account; Windows looks for another one unless the account was prepared for it.',
      next: '`nltest /dsgetdc:{domain} /writable`',
    };
  }
  const lacks = [
    ...((flags & kdc) === 0 ? ['that it is a KDC'] : []),
    ...((flags & closest) === 0 ? ['that it is in the site of the client'] : []),
  ];
  if (lacks.length > 0) yield lacksRemark(lacks, (flags & kdc) === 0, uses);
}

/** Roles that a domain controller does not announce. */
function lacksRemark(lacks: readonly string[], isNoKdc: boolean, uses: Uses): Remark {
  const from = uses.kdc === undefined ? '' : `, as here from ${plain(uses.kdc)}`;
  return {
    severity: 'information',
    about: `does not say ${lacks.join(' or ')}`,
    means: isNoKdc
      ? `Harmless where tickets come from elsewhere${from}.`
      : 'A join works all the same, if slower.',
    next: isNoKdc
      ? 'where Kerberos fails, the service Kerberos Key Distribution Center there'
      : 'the subnets in Active Directory Sites and Services',
  };
}
