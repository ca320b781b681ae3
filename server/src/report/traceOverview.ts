/** What a trace came to, for a reader who wants that first: its problems, and what the ports of a server said. */
import { grouped } from '../grouped';
import type { Finding, Frame, Log, Reach, Step, Trace } from '../model';
import { reachText } from '../traceWords';
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
export function openSteps({ steps }: Trace): Step[] {
  return steps.filter(({ outcome }) => outcome !== 'answered' && outcome !== 'partial');
}

/** "1 problem", "1 problem, 2 warnings", "no failure visible", "nothing decisive", or why nothing can be said. */
export function outcomeOfTrace(log: Log, trace: Trace): string {
  if (trace.frames.length === 0) {
    return trace.notRead ? `not read: ${trace.notRead.what}` : 'no frame could be read';
  }
  const problems = problemsOf(log);
  if (problems.length === 0) {
    if (trace.steps.length === 0) return 'no step of a join can be told';
    return openSteps(trace).length > 0 ? 'nothing decisive' : 'no failure visible';
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

/** The servers of a trace with what is known of their ports: those with a port that did not answer first. */
export function serversOf({ reachability }: Trace): (readonly [server: string, ports: readonly Reach[]])[] {
  const servers = [...grouped(reachability, each => each.server)].filter(([each, ports]) =>
    isOneHost(each, ports),
  );
  const isBad = (ports: readonly Reach[]) => ports.some(({ result }) => badResults.includes(result));
  return [...servers].sort(([, a], [, b]) => Number(isBad(b)) - Number(isBad(a)));
}

/** Whether an address is one of a server: what goes to all hosts of a network has nobody who must answer. */
function isOneHost(server: string, ports: readonly Reach[]): boolean {
  if (/^(?:22[4-9]|23\d)\.\d|^255\.255\.255\.255$|^ff[0-9a-f]{2}:/i.test(server)) return false;
  const isNetbios = ports.every(
    ({ port, transport, result }) =>
      transport === 'udp' && (port === 137 || port === 138) && result !== 'answered',
  );
  return !(isNetbios && /^\d{1,3}(?:\.\d{1,3}){2}\.255$/.test(server));
}

/** The steps by the client that takes them, each in the order of the trace. */
export function stepsByClient({ steps }: Trace): (readonly [client: string, steps: readonly Step[]])[] {
  return [...grouped(steps, each => each.client)];
}

/** What a network team has to look at, the worst first. */
export const badResults: readonly Reach['result'][] = ['unanswered', 'reset', 'openNoReply'];

/** "TCP+UDP 88 unanswered · answered: TCP 445; UDP 53, 389": short enough to stand above a line. */
export function portsText(ports: readonly Reach[]): string {
  const bad = badResults.flatMap(result => {
    const own = ports.filter(each => each.result === result);
    return own.length > 0 ? `${shortPortList(own)} ${reachText(result)}` : [];
  });
  const answered = ports.filter(({ result }) => result === 'answered');
  const good = answered.length > 0 ? [`answered: ${shortPortList(answered)}`] : [];
  return [...bad, ...good].join(' · ') || 'no port tried';
}

/** "TCP+UDP 53; TCP 389": what both transports came to is named once. */
export function shortPortList(ports: readonly Reach[]): string {
  const of = (transport: Reach['transport']) =>
    ports.filter(each => each.transport === transport).map(({ port }) => port);
  const [tcp, udp] = [of('tcp'), of('udp')];
  const groups: readonly (readonly [string, readonly number[]])[] = [
    ['TCP+UDP', tcp.filter(each => udp.includes(each))],
    ['TCP', tcp.filter(each => !udp.includes(each))],
    ['UDP', udp.filter(each => !tcp.includes(each))],
  ];
  return groups.flatMap(([name, own]) => (own.length > 0 ? `${name} ${listed(own, 8)}` : [])).join('; ');
}

/** The ports of RPC that the endpoint mapper gives out, since Windows Server 2008. */
export const dynamicPorts = '49152–65535';

/** Whether a domain controller was asked at none of its dynamic ports, so that nothing is known of them. */
export function hasUntriedRange(ports: readonly Reach[]): boolean {
  const isController = ports.some(
    ({ port, result }) => result !== 'notTried' && ![53, 137, 138].includes(port),
  );
  // Where rows of RPC print no port, SMB is left open here, and so is the range.
  const isTold = ports.some(({ port }) => port === 445);
  return isController && isTold && !ports.some(({ isDynamic }) => isDynamic);
}

/**
 * "TCP 88, 389; UDP 53".
 *
 * @param range more ports of TCP
 */
export function portList(ports: readonly Reach[], range: readonly string[] = []): string {
  const transports = ['tcp', 'udp'] as const;
  return transports
    .flatMap(transport => {
      const numbers = ports.filter(each => each.transport === transport).map(({ port }) => port);
      const own = transport === 'tcp' ? [...numbers, ...range] : numbers;
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
