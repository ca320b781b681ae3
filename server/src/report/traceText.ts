import { tookText } from '../formats/trace/took';
import type { Finding, Log, Reach, Step, Trace } from '../model';
import { dialectTitles, stepText, stepTitle, whereText } from '../traceWords';
import { count } from '../words';
import { headlineOf } from './headline';
import { hostNamesOf, hostText } from './hostNames';
import { listed, numbersText, runsOf } from './lists';
import { columns, field, paragraph } from './paragraphs';
import { conversationsByPort, evidenceOf, portKey } from './reachEvidence';
import {
  badResults,
  dynamicPorts,
  hasUntriedRange,
  isDated,
  lengthText,
  notesOf,
  portList,
  problemsOf,
  serversOf,
  stepsByClient,
  whenText,
} from './traceOverview';

/** What a trace came to, as plain text for a terminal. Lines are one-based. Ends with a line feed. */
export function traceText(name: string, log: Log, trace: Trace): string {
  const notes = notesOf(log);
  const names = hostNamesOf(trace);
  const asked = conversationsByPort(trace);
  const blocks = [
    readBlock(trace) + problemsOf(log).map(findingText).join(''),
    ...stepsByClient(trace).map(([client, steps]) => stepsBlock(client, steps)),
    ...serversOf(trace).map(([server, ports]) => reachBlock(hostText(server, names), ports, asked)),
    notes.length > 0 ? `Also seen\n${notes.map(findingText).join('')}` : '',
    limitsBlock(trace),
    trace.frames.length > 0 ? unreadText(trace) : '',
  ];
  return [`${name}: ${headlineOf(log, trace)}\n`, ...blocks.filter(block => block !== '')].join('\n');
}

/** What was read: the kinds of export, how many frames, from when to when. */
function readBlock({ dialects, frames }: Trace): string {
  if (frames.length === 0) return '';
  const counted = frames.filter(each => !each.isPrintedAgain);
  const again = frames.length - counted.length;
  const first = counted.find(isDated);
  const texts = [
    count(counted.length, 'frame', 'frames'),
    again > 0 && `${count(again, 'row', 'rows')} printed again`,
    first && `${new Date(first.time!).toISOString().slice(0, 10)} ${whenText(first)}`,
    lengthText(counted) && `took ${lengthText(counted)}`,
  ].filter(Boolean);
  return field('Read', `${dialects.map(each => dialectTitles[each]).join(', ')}: ${texts.join(', ')}`);
}

const stepHeads = ['from', 'step', 'server', 'came to', 'took', 'in'];

function stepsBlock(client: string, steps: readonly Step[]): string {
  const rows = steps.map(step => [
    whenText(step.frames[0]!),
    stepTitle(step),
    whereText(step),
    stepText(step),
    tookText(step),
    `line ${step.frames[0]!.line + 1}`,
  ]);
  // A trace without times has no columns for them.
  const filled = stepHeads.flatMap((_, column) => (rows.some(row => row[column] !== '') ? column : []));
  const heading = client === '' ? 'Steps\n' : `Steps of ${client}\n`;
  return heading + columns([stepHeads, ...rows].map(row => filled.map(column => row[column]!)));
}

const labels: Readonly<Record<Finding['severity'], string>> = {
  error: 'Problem',
  warning: 'Warning',
  information: 'Note',
  hint: 'Note',
};

function findingText({ severity, message, line }: Finding): string {
  return field(labels[severity], `${message} (line ${line + 1})`);
}

/** What stands in front of the ports that came to the same; it has to fit into its column. */
const reachLabels: Readonly<Record<Reach['result'], string>> = {
  unanswered: 'Unanswered',
  reset: 'Refused',
  openNoReply: 'No reply',
  answered: 'Answered',
  notTried: 'Not tried',
};

function reachBlock(
  server: string,
  ports: readonly Reach[],
  asked: ReturnType<typeof conversationsByPort>,
): string {
  const rows = Object.entries(reachLabels).flatMap(([result, label]) => {
    const own = ports.filter(each => each.result === result);
    const range = result === 'notTried' && hasUntriedRange(ports) ? [dynamicPorts] : [];
    if (own.length === 0 && range.length === 0) return [];
    const isOpen = result === 'openNoReply' ? ', though open' : '';
    const isBad = badResults.some(each => each === result);
    const evidence = isBad ? ` (${numbersText('line', linesOf(own, asked), 8)})` : '';
    return field(label, `${portList(own, range)}${isOpen}${evidence}`);
  });
  return `${server === '' ? 'Reachability' : `Reachability of ${server}`}\n${rows.join('')}`;
}

/** Where it can be seen. */
function linesOf(ports: readonly Reach[], asked: ReturnType<typeof conversationsByPort>): number[] {
  return ports.flatMap(each =>
    evidenceOf(each, asked.get(portKey(each)) ?? []).frames.map(({ line }) => line + 1),
  );
}

function limitsBlock({ limits }: Trace): string {
  return limits.length === 0 ? '' : `What this trace cannot show\n${limits.map(paragraph).join('')}`;
}

/** "3 lines could not be read (12, 40–41)": they may be torn rows. */
function unreadText({ unreadLines }: Trace): string {
  if (unreadLines.length === 0) return '';
  const runs = listed(runsOf(unreadLines.map(line => line + 1)), 12);
  return `${count(unreadLines.length, 'line', 'lines')} could not be read (${runs}).\n`;
}
