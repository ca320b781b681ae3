import type { Log, Operation } from '../model';
import { adviceText } from '../explain';
import { clock, durationText, failureText, outcomeText, timesOf, titleOf } from '../words';

/** The columns of an operation line: number, time, title, outcome. */
const titleWidth = 58;

/** What a file came to, as plain text for a terminal. Lines are one-based. Ends with a line feed. */
export function textReport(name: string, log: Log): string {
  const { operations } = log;
  if (log.languageId === undefined)
    return `${name}: not a NetSetup.log: no line of a domain join was found\n`;
  if (operations.length === 0) return `${name}: no join, rename or name check in this text\n`;
  const attempts = operations.filter(each => each.kind !== 'nameCheck' && !each.partOf);
  const isQuiet = (each: Operation) =>
    each.verdict.outcome === 'succeeded' && (each.kind === 'nameCheck' || each.partOf);
  const listed = operations.filter(each => !isQuiet(each));
  const validNames = operations.filter(each => isQuiet(each) && !each.partOf).length;
  const blocks = listed.map((operation, index) => operationBlock(operation, index + 1));
  if (validNames > 0)
    blocks.push(`   ${count(validNames, 'name check', 'name checks')} found nothing wrong.\n`);
  return `${name}: ${summary(attempts, listed)}\n\n${blocks.join('\n')}`;
}

/** The last join decides what a reader wants to know first; what failed before it is told with it. */
function summary(attempts: readonly Operation[], listed: readonly Operation[]): string {
  const counted = listed.filter(each => each.verdict.outcome !== 'superseded');
  const failed = counted.filter(each => each.verdict.outcome === 'failed');
  const lastJoin = attempts.findLast(each => each.kind === 'join');
  if (failed.length > 0) {
    const text = `${failed.length} of ${count(counted.length, 'operation', 'operations')} failed`;
    const isJoined =
      lastJoin?.verdict.outcome === 'succeeded' && failed.some(each => isBefore(each, lastJoin));
    return isJoined ? `${text}; the last join succeeded` : text;
  }
  if (attempts.length === 0) return 'name checks only, nothing wrong';
  const unfinished = attempts.filter(each => each.verdict.outcome === 'incomplete').length;
  return unfinished > 0 ? `no result: ${unfinished} not finished in this log` : 'no failure';
}

function isBefore(a: Operation, b: Operation): boolean {
  return a.records[0]!.line < b.records[0]!.line;
}

function operationBlock(operation: Operation, number: number): string {
  const times = timesOf(operation.records);
  const head = [
    `${number}`.padEnd(2),
    times ? clock(times.start) : '        ',
    `${titleOf(operation).padEnd(titleWidth)} ${outcomeText(operation)}`,
  ].join(' ');
  const took = times && times.end > times.start ? `   took ${durationText(times.end - times.start)}\n` : '';
  return `${head}\n${took}${operation.verdict.outcome === 'incomplete' ? whereItEnds(operation) : failureBlock(operation)}`;
}

/** The last line of an operation that has no result here: what came after it is not in the text. */
function whereItEnds({ records }: Operation): string {
  const last = records.at(-1)!;
  return `   the log leaves it at line ${last.endLine + 1}\n      ${last.message}\n`;
}

function failureBlock(operation: Operation): string {
  const { verdict } = operation;
  const { cause } = verdict;
  if (!cause) return '';
  let block = `   ${failureText(operation)}, line ${cause.line + 1}\n      ${cause.message}\n`;
  if (verdict.outcome === 'superseded') {
    return (
      block +
      field(
        'Why',
        'This first try could only use an existing account, and there is none. The second try may create it.',
      )
    );
  }
  const advice = adviceText(operation);
  if (advice) {
    block += field('Why', advice.means);
    advice.next.forEach((step, index) => (block += field(index === 0 ? 'Check next' : '', plain(step))));
    if (advice.url) block += field('Article', advice.url);
  }
  return block;
}

/** A labelled paragraph, wrapped for a terminal of 100 columns. */
export function field(label: string, text: string): string {
  const indent = ' '.repeat(16);
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length < 82) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return `   ${label.padEnd(13)}${rows.join(`\n${indent}`)}\n`;
}

/** A step that is a command alone needs no quotation marks: it is there to be copied. */
function plain(step: string): string {
  return step.replace(/^`([^`]+)`$/, '$1');
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
