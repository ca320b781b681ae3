import { tookText } from '../formats/trace/took';
import type { Finding, Log, Reach, Step, Trace } from '../model';
import { dialectTitles, endpointText, reachText, stepText, stepTitle } from '../traceWords';
import { capitalized, count } from '../words';
import { listed, numbersText, runsOf } from './lists';
import { columns, field, paragraph } from './paragraphs';
import {
  badResults,
  isDated,
  lengthText,
  notesOf,
  outcomeOfTrace,
  portList,
  problemsOf,
  problemsText,
  serversOf,
  stepsByClient,
  whenText,
} from './traceOverview';

/** What a trace came to, as plain text for a terminal. Lines are one-based. Ends with a line feed. */
export function traceText(name: string, log: Log, trace: Trace): string {
  const headline = [outcomeOfTrace(log, trace), problemsText(log, trace)].filter(Boolean).join(': ');
  const notes = notesOf(log);
  const blocks = [
    readBlock(trace) + problemsOf(log).map(findingText).join(''),
    ...stepsByClient(trace).map(([client, steps]) => stepsBlock(client, steps)),
    ...serversOf(trace).map(([server, ports]) => reachBlock(server, ports)),
    notes.length > 0 ? `Also seen\n${notes.map(findingText).join('')}` : '',
    limitsBlock(trace),
    trace.frames.length > 0 ? unreadText(trace) : '',
  ];
  return [`${name}: ${headline}\n`, ...blocks.filter(block => block !== '')].join('\n');
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
    endpointText(step.server, step.port),
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

function reachBlock(server: string, ports: readonly Reach[]): string {
  const results = [...badResults, 'answered', 'notTried'] as const;
  const rows = results.flatMap(result => {
    const own = ports.filter(each => each.result === result);
    if (own.length === 0) return [];
    const evidence = badResults.includes(result) ? ` (${numbersText('line', linesOf(own), 8)})` : '';
    return field(capitalized(reachText(result)), `${portList(own)}${evidence}`);
  });
  return `${server === '' ? 'Reachability' : `Reachability of ${server}`}\n${rows.join('')}`;
}

/** Where it can be seen. */
function linesOf(ports: readonly Reach[]): number[] {
  return ports.flatMap(({ frames }) => frames.map(({ line }) => line + 1));
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
