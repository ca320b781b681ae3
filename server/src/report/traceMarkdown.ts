import { tookText } from '../formats/trace/took';
import type { Finding, Log, Step, Trace } from '../model';
import { dialectTitles, stepText, stepTitle, whereText } from '../traceWords';
import { capitalized, count } from '../words';
import { codeBlock, markdown, plain } from './escape';
import { headlineOf } from './headline';
import { listed, runsOf } from './lists';
import { reachabilityTable } from './reachability';
import { isDated, lengthText, notesOf, problemsOf, stepsByClient, whenText } from './traceOverview';

/**
 * What a trace came to, as Markdown for a ticket: a reader who has not seen it finds the problems with their lines,
 * the steps, the ports and what the trace cannot show. Lines are one-based. Ends with a line feed.
 */
export function traceMarkdown(log: Log, trace: Trace): string {
  const problems = problemsOf(log);
  const rest = problems.length - mostProblems;
  const blocks = [
    `### Network trace: ${plain(headlineOf(log, trace))}`,
    readText(trace),
    ...problems.slice(0, mostProblems).map(each => problemText(log, each)),
    rest > 0 ? `${count(rest, 'more problem is', 'more problems are')} left out.` : '',
    ...stepsByClient(trace).map(([client, steps]) => stepsTable(client, steps)),
    reachabilityTable(log, trace)
      ?.replace(/^### (.*)\n/, '**$1**\n')
      .trimEnd() ?? '',
    listText('Also seen', notesOf(log).slice(0, mostProblems).map(noteText)),
    listText('What this trace cannot show', trace.limits.map(plain)),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

/** More would hide the first ones in a ticket. */
const mostProblems = 20;

function readText({ dialects, frames, unreadLines }: Trace): string {
  if (frames.length === 0) return '';
  const counted = frames.filter(each => !each.isPrintedAgain);
  const dated = counted.find(isDated);
  const took = lengthText(counted);
  const unread = listed(runsOf(unreadLines.map(line => line + 1)), 12);
  return [
    dated && `- When: ${new Date(dated.time!).toISOString().slice(0, 10)} ${whenText(dated)}`,
    `- Read: ${count(counted.length, 'frame', 'frames')}${took && `, took ${took}`} (${dialects.map(each => dialectTitles[each]).join(', ')})`,
    unread && `- Not read: ${count(unreadLines.length, 'line', 'lines')} (${unread})`,
  ]
    .filter(Boolean)
    .join('\n');
}

const words: Readonly<Record<Finding['severity'], string>> = {
  error: 'Problem',
  warning: 'Warning',
  information: 'Note',
  hint: 'Note',
};

/** With the line as it stands in the trace. A tree of details is too long to be shown. */
function problemText({ lines }: Log, { severity, message, line }: Finding): string {
  const text = lines.at(line).trim().slice(0, 300);
  return `**${words[severity]}:** ${markdown(message)}\n\nLine ${line + 1}:\n\n${codeBlock(text)}`;
}

function noteText({ message, line }: Finding): string {
  return `${markdown(message)} (line ${line + 1})`;
}

function stepsTable(client: string, steps: readonly Step[]): string {
  const rows = steps.map(step => {
    const bad = step.outcome === 'answered' ? '' : '**';
    const cells = [
      whenText(step.frames[0]!),
      stepTitle(step),
      plain(whereText(step)),
      `${bad}${plain(capitalized(stepText(step)))}${bad}`,
      tookText(step),
      `${step.frames[0]!.line + 1}`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const heading = client === '' ? '**Steps**' : `**Steps of ${plain(client)}**`;
  return [
    heading,
    '',
    '| From | Step | Server | Came to | Took | Line |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function listText(label: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return [`**${label}:**`, '', ...items.map(item => `- ${item}`)].join('\n');
}
