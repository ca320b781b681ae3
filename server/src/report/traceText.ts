import { tookText } from '../formats/trace/took';
import type { Finding, Log, Reach, Step, Trace } from '../model';
import { dialectTitles, stepText, stepTitle, whereText } from '../traceWords';
import { count } from '../words';
import { hostNamesOf, hostText } from './hostNames';
import { listed, numbersText, runsOf } from './lists';
import type { Paint, Style } from './paint';
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

/** What stands in the report on a trace below its first line, which has a line feed. Lines are one-based. */
export function traceText(log: Log, trace: Trace, paint: Paint): string {
  const notes = notesOf(log);
  const names = hostNamesOf(trace);
  const asked = conversationsByPort(trace);
  const blocks = [
    readBlock(trace) + findingsText(problemsOf(log), paint),
    ...stepsByClient(trace).map(([client, steps]) => stepsBlock(client, steps, paint)),
    ...serversOf(trace).map(([server, ports]) => reachBlock(hostText(server, names), ports, asked, paint)),
    notes.length > 0 ? `${paint('heading', 'Also seen')}\n${findingsText(notes, paint)}` : '',
    limitsBlock(trace, paint),
    trace.frames.length > 0 ? unreadText(trace) : '',
  ];
  return ['', ...blocks.filter(block => block !== '')].join('\n');
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

const stepStyles: Readonly<Record<Step['outcome'], Style>> = {
  answered: 'good',
  failed: 'bad',
  unanswered: 'bad',
  reset: 'bad',
  partial: 'warning',
};

function stepsBlock(client: string, steps: readonly Step[], paint: Paint): string {
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
  const heading = paint('heading', client === '' ? 'Steps' : `Steps of ${client}`);
  const cells = [stepHeads, ...rows].map(row => filled.map(column => row[column]!));
  const cameTo = filled.indexOf(stepHeads.indexOf('came to'));
  const mark = (cell: string, column: number, row: number) =>
    column === cameTo && row > 0 ? paint(stepStyles[steps[row - 1]!.outcome], cell) : cell;
  return `${heading}\n${columns(cells, mark)}`;
}

const labels: Readonly<Record<Finding['severity'], string>> = {
  error: 'Problem',
  warning: 'Warning',
  information: 'Note',
  hint: 'Note',
};

const labelStyles: Readonly<Record<Finding['severity'], Style>> = {
  error: 'bad',
  warning: 'warning',
  information: 'heading',
  hint: 'heading',
};

function findingsText(findings: readonly Finding[], paint: Paint): string {
  return findings
    .map(({ severity, message, line }) =>
      painted(field(labels[severity], `${message} (line ${line + 1})`), labelStyles[severity], paint),
    )
    .join('');
}

/** A labelled paragraph with its label, which is one word or two, in colour. */
function painted(paragraph: string, style: Style, paint: Paint): string {
  return paragraph.replace(/\S+(?: \S+)*/, label => paint(style, label));
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
  paint: Paint,
): string {
  const rows = Object.entries(reachLabels).flatMap(([result, label]) => {
    const own = ports.filter(each => each.result === result);
    const range = result === 'notTried' && hasUntriedRange(ports) ? [dynamicPorts] : [];
    if (own.length === 0 && range.length === 0) return [];
    const isOpen = result === 'openNoReply' ? ', though open' : '';
    const isBad = badResults.some(each => each === result);
    const evidence = isBad ? ` (${numbersText('line', linesOf(own, asked), 8)})` : '';
    const row = field(label, `${portList(own, range)}${isOpen}${evidence}`);
    return painted(row, isBad ? 'bad' : result === 'answered' ? 'good' : 'heading', paint);
  });
  const heading = server === '' ? 'Reachability' : `Reachability of ${server}`;
  return `${paint('heading', heading)}\n${rows.join('')}`;
}

/** Where it can be seen. */
function linesOf(ports: readonly Reach[], asked: ReturnType<typeof conversationsByPort>): number[] {
  return ports.flatMap(each =>
    evidenceOf(each, asked.get(portKey(each)) ?? []).frames.map(({ line }) => line + 1),
  );
}

function limitsBlock({ limits }: Trace, paint: Paint): string {
  if (limits.length === 0) return '';
  return `${paint('heading', 'What this trace cannot show')}\n${limits.map(paragraph).join('')}`;
}

/** "3 lines could not be read (12, 40–41)": they may be torn rows. */
function unreadText({ unreadLines }: Trace): string {
  if (unreadLines.length === 0) return '';
  const runs = listed(runsOf(unreadLines.map(line => line + 1)), 12);
  return `${count(unreadLines.length, 'line', 'lines')} could not be read (${runs}).\n`;
}
