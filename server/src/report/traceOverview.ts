/** What a trace came to, for a reader who wants that first: its problems, and what the ports of a server said. */
import { grouped } from '../grouped';
import type { Finding, Frame, Log, Reach, Step, Trace } from '../model';
import { recordAt } from '../parser/spans';
import { stepTitles } from '../tables/steps';
import { codeName, portText, reachText, stepText, stepTitle } from '../traceWords';
import { count, durationText } from '../words';
import { listed } from './lists';

/** What went wrong, or may have: errors, then warnings. */
export function problemsOf({ findings }: Log): Finding[] {
  const of = (severity: Finding['severity']) => findings.filter(each => each.severity === severity);
  return [...of('error'), ...of('warning')];
}

/** What is worth knowing besides. */
export function notesOf({ findings }: Log): Finding[] {
  return findings.filter(({ severity }) => severity === 'information' || severity === 'hint');
}

/** Steps without a good end of which the rules say no problem: an excerpt may end or begin in the middle of them. */
function openSteps({ steps }: Trace): Step[] {
  return steps.filter(({ outcome }) => outcome !== 'answered' && outcome !== 'partial');
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

/** "1 problem", "1 problem, 2 warnings", "no failure", "nothing decisive", or why nothing can be said. */
export function outcomeOfTrace(log: Log, trace: Trace): string {
  if (trace.frames.length === 0) {
    return trace.notRead ? `not read: ${trace.notRead.what}` : 'no frame could be read';
  }
  const problems = problemsOf(log);
  if (problems.length === 0) {
    if (trace.steps.length === 0) return 'no step of a join can be told';
    return openSteps(trace).length > 0 ? 'nothing decisive' : 'no failure';
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return [
    errors > 0 && count(errors, 'problem', 'problems'),
    warnings > 0 && count(warnings, 'warning', 'warnings'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** "TCP 445 of 10.20.0.5 unanswered": a finding in short, by the frame at which it stands, else its first sentence. */
function shortText({ line, message }: Finding, trace: Trace): string {
  const frame = recordAt(trace.frames, line);
  const conversation =
    frame && trace.conversations.find(each => each.icmp === frame || each.frames.includes(frame));
  if (!conversation) return firstSentence(message);
  const failed = conversation.exchanges.find(each => each.reply === frame && each.outcome === 'failed');
  if (failed?.code) return `${stepTitles[failed.service]} failed with ${codeName(failed.code)}`;
  const { server, port, transport, lostSegments } = conversation;
  const reach = trace.reachability.find(
    each => each.server === server && each.port === port && each.transport === transport,
  );
  // Of lost segments the port does not tell enough.
  if (!reach || lostSegments.length > 0 || !badResults.includes(reach.result)) return firstSentence(message);
  return `${portText(reach.port, transport)} of ${server} ${reachText(reach.result)}`;
}

/** Without its full stop, and cut where it is long. */
function firstSentence(message: string): string {
  const end = message.search(/\.(?: \p{Lu}| `|$)/u);
  const sentence = end < 0 ? message : message.slice(0, end);
  const cut = sentence.lastIndexOf(' ', mostOfSentence);
  return sentence.length > mostOfSentence ? `${sentence.slice(0, Math.max(cut, 0))} …` : sentence;
}

const mostOfSentence = 110;

/** The servers of a trace with what is known of their ports: those with a port that did not answer first. */
export function serversOf({ reachability }: Trace): (readonly [server: string, ports: readonly Reach[]])[] {
  const servers = grouped(reachability, each => each.server);
  const isBad = (ports: readonly Reach[]) => ports.some(({ result }) => badResults.includes(result));
  return [...servers].sort(([, a], [, b]) => Number(isBad(b)) - Number(isBad(a)));
}

/** The steps by the client that takes them, each in the order of the trace. */
export function stepsByClient({ steps }: Trace): (readonly [client: string, steps: readonly Step[]])[] {
  return [...grouped(steps, each => each.client)];
}

/** What a network team has to look at, the worst first. */
export const badResults: readonly Reach['result'][] = ['unanswered', 'reset', 'openNoReply'];

/** "TCP 445 unanswered · 53, 88, 389 answered": short enough to stand above a line. */
export function portsText(ports: readonly Reach[]): string {
  const bad = badResults.flatMap(result => {
    const own = ports.filter(each => each.result === result);
    return own.length > 0 ? `${portList(own)} ${reachText(result)}` : [];
  });
  const answered = ports.filter(({ result }) => result === 'answered').map(({ port }) => port);
  const good = answered.length > 0 ? [`${listed([...new Set(answered)], 8)} answered`] : [];
  return [...bad, ...good].join(' · ') || 'no port tried';
}

/** "TCP 88, 389; UDP 53". */
export function portList(ports: readonly Reach[]): string {
  const transports = ['tcp', 'udp'] as const;
  return transports
    .flatMap(transport => {
      const own = ports.filter(each => each.transport === transport).map(({ port }) => port);
      return own.length > 0 ? `${transport.toUpperCase()} ${listed(own, 20)}` : [];
    })
    .join('; ');
}

/** Beyond it a year has five digits. */
const lastTime = Date.UTC(10_000, 0);

/** Whether the time of a frame is a date that can be shown as one. */
export function isDated({ time, hasYear }: Frame): boolean {
  return hasYear && time !== undefined && time >= 0 && time < lastTime;
}

/** When a frame was seen: "09:14:02.321" where the trace has dates, "+614 ms" since its beginning; '' without times. */
export function whenText(frame: Frame): string {
  const { time, hasYear } = frame;
  if (time === undefined || !Number.isFinite(time)) return '';
  if (isDated(frame)) return new Date(time).toISOString().slice(11, 23);
  return hasYear || time < 0 ? '' : `+${spanText(time)}`;
}

/** From the first frame to the last; '' where they have no times, or only one. */
export function lengthText(frames: readonly Frame[]): string {
  const times = frames.flatMap(({ time }) => (time === undefined ? [] : [time]));
  if (times.length < 2) return '';
  const [start, end] = times.reduce<[number, number]>(
    ([low, high], time) => [Math.min(low, time), Math.max(high, time)],
    [Infinity, -Infinity],
  );
  return spanText(end - start);
}

/** A trace counts in microseconds; nobody reads them. */
function spanText(milliseconds: number): string {
  return durationText(Math.round(milliseconds));
}
