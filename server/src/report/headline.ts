/** What a trace came to in one line: the problems in short. */
import { requestText } from '../explainTrace';
import { isRefusal } from '../formats/trace/conversations';
import type { Conversation, Exchange, Finding, Frame, Log, Reach, Trace } from '../model';
import { recordAt } from '../parser/spans';
import { locatedDomain } from '../formats/trace/locatedDomains';
import { stepTitles } from '../tables/steps';
import { codeName, portText, reachText, stepText, stepTitle } from '../traceWords';
import { listed } from './lists';
import { badResults, openSteps, outcomeOfTrace, problemsOf, shortPortList } from './traceOverview';

/** "1 problem: TCP 445 of 10.20.0.5 unanswered". */
export function headlineOf(log: Log, trace: Trace): string {
  return [outcomeOfTrace(log, trace), problemsText(log, trace)].filter(Boolean).join(': ');
}

/** The problems in short: "TCP 139 of 10.20.0.5 unanswered; SMB failed with STATUS_LOGON_FAILURE"; '' for none. */
export function problemsText(log: Log, trace: Trace): string {
  const problems = problemsOf(log);
  if (problems.length === 0) {
    return listed(
      openSteps(trace).map(step => `${stepTitle(step)} ${stepText(step)}`),
      3,
    );
  }
  const shown = problems.slice(0, mostProblems).map(each => shortText(each, trace));
  const rest = problems.length - shown.length;
  return [...new Set(shown), ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
}

/** A headline is read at a glance. */
const mostProblems = 2;

/** Where a finding stands in a trace. */
interface Place {
  readonly finding: Finding;
  readonly trace: Trace;
  readonly frame: Frame;
  readonly conversation: Conversation;
}

type Short = (place: Place) => string | undefined;

/** What a finding is called in short, by its rule; undefined where its first sentence says it better. */
const byRule: Readonly<Record<string, Short>> = {
  'connection-refused': portsShort,
  'connection-unanswered': portsShort,
  'destination-unreachable': portsShort,
  'request-unanswered': place => portsShort(place) ?? requestShort(place),
  'segments-lost': ({ conversation }) => `${placeOf(conversation)}: large segments lost`,
  'dc-unsuitable': ({ finding, frame }) => {
    if (/\bNetlogon\b.{0,40}\bpaused\b/.test(finding.message)) return `Netlogon of ${frame.source} is paused`;
    return finding.message.includes('not writable') ? `${frame.source} is not writable` : undefined;
  },
  'dns-failed': dnsShort,
};

/** "TCP 445 of 10.20.0.5 unanswered": a finding in short, by its rule and the frame at which it stands. */
function shortText(finding: Finding, trace: Trace): string {
  const frame = recordAt(trace.frames, finding.line);
  const conversation =
    frame && trace.conversations.find(each => each.icmp === frame || each.frames.includes(frame));
  const place = frame && conversation && { finding, trace, frame, conversation };
  const short = place && ((byRule[finding.code] ?? portsShort)(place) ?? failureShort(place));
  return short ?? firstSentence(finding);
}

/** The port at which a finding stands, with others of the server that it tells of: "TCP 445, 139 of … unanswered", "TCP+UDP 88 of …". */
function portsShort({ trace, finding, conversation, frame }: Place): string | undefined {
  if (conversation.exchanges.some(each => each.reply === frame && each.outcome === 'failed'))
    return undefined;
  // Of lost segments the port does not tell enough.
  if (conversation.lostSegments.length > 0) return undefined;
  const reach = reachOf(trace, conversation);
  if (!reach || !badResults.includes(reach.result)) return undefined;
  const places = new Map([[portOf(reach), reach]]);
  for (const { line } of finding.related) {
    const other = recordAt(trace.frames, line);
    const its = other && trace.conversations.find(each => each.frames.includes(other));
    const known = its && its.server === reach.server ? reachOf(trace, its) : undefined;
    if (known?.result === reach.result) places.set(portOf(known), known);
  }
  const ports = `${shortPortList([...places.values()])} of ${reach.server}`;
  const { unreachable } = conversation;
  return unreachable === undefined || isRefusal(conversation)
    ? `${ports} ${reachText(reach.result)}`
    : `${ports}${unreachable === '' ? ' unreachable' : `: ${unreachable}`} (ICMP)`;
}

const portOf = ({ port, transport }: Reach): string => portText(port, transport);

function reachOf({ reachability }: Trace, { server, port, transport }: Conversation): Reach | undefined {
  return reachability.find(
    each => each.server === server && each.port === port && each.transport === transport,
  );
}

function placeOf({ server, port, transport }: Conversation): string {
  return port === undefined ? server : `${portText(port, transport)} of ${server}`;
}

/** "SMB Session Setup to 10.20.0.5 unanswered", on a connection that had answered before. */
function requestShort({ conversation, frame }: Place): string | undefined {
  const open = conversation.exchanges.find(each => each.request === frame && !each.reply);
  if (!open) return undefined;
  const text = requestText(open);
  const what = text.length > mostOfRequest ? stepTitles[open.service] : text;
  return `${what} to ${conversation.server} ${open.outcome === 'reset' ? 'cut off' : 'unanswered'}`;
}

const mostOfRequest = 60;

/** "DNS knows no domain controller of fabrikam.test", "DNS gave no address of dc1.fabrikam.test: SERVFAIL". */
function dnsShort({ conversation, frame }: Place): string | undefined {
  const failed = replied(conversation, frame);
  if (!failed) return undefined;
  const domain = locatedDomain(failed);
  const host = /^A (\S{1,255})$/.exec(failed.operation)?.[1];
  const asked = domain === undefined ? host && `address of ${host}` : `domain controller of ${domain}`;
  if (asked === undefined) return undefined;
  const isMissing = failed.code === undefined || failed.code.value === nxdomain;
  return isMissing ? `DNS knows no ${asked}` : `DNS gave no ${asked}: ${codeName(failed.code!)}`;
}

const nxdomain = 3;

/** "SMB failed with STATUS_LOGON_FAILURE". */
function failureShort({ conversation, frame }: Place): string | undefined {
  const failed = replied(conversation, frame);
  return failed?.code && `${stepTitles[failed.service]} failed with ${codeName(failed.code)}`;
}

function replied({ exchanges }: Conversation, frame: Frame): Exchange | undefined {
  return exchanges.find(each => each.reply === frame && each.outcome === 'failed');
}

/** Without its full stop. A sentence that is too long is never cut: its rule then stands for it. */
function firstSentence({ message, code }: Finding): string {
  const end = message.search(/\.(?: \p{Lu}| `|$)/u);
  const sentence = end < 0 ? message : message.slice(0, end);
  return sentence.length > mostOfSentence ? code.replaceAll('-', ' ') : sentence;
}

const mostOfSentence = 110;
