import { adviceText, failedParts, happened, toldWithJoins } from '../explain';
import type { Finding, Log, LogRecord, Operation, Remark, Verdict } from '../model';
import {
  clock,
  count,
  day,
  durationText,
  failureText,
  hex,
  optionsTable,
  outcomeText,
  remarkText,
  repeatsText,
  timesOf,
  titleOf,
} from '../words';
import { headlineOf } from './headline';
import {
  lastFailureText,
  lastJoinIn,
  lastJoinText,
  type Overview,
  overviewOf,
  overviewText,
} from './operations';
import { type Paint, type Style, unpainted } from './paint';
import { field, list } from './paragraphs';
import { traceText } from './traceText';

/** A first try that a second one took the place of is neither good nor bad. */
const styles: Readonly<Record<Verdict['outcome'], Style>> = {
  succeeded: 'good',
  superseded: 'heading',
  succeededWithDamage: 'warning',
  incomplete: 'warning',
  failed: 'bad',
};

/** The columns of an operation line: number, time, title, outcome. */
const titleWidth = 58;

/** The first line of a report: what a file came to. Ends with a line feed. */
export function headlineText(name: string, log: Log, paint = unpainted): string {
  const overview = overviewOf(log);
  return headlineWith(lastJoinText(overview), overview, name, log, paint);
}

/** The same where nothing follows that tells more: it says itself what failed last. */
export function quietText(name: string, log: Log, paint = unpainted): string {
  const overview = overviewOf(log);
  return headlineWith(lastFailureText(overview), overview, name, log, paint);
}

function headlineWith(last: string, overview: Overview, name: string, log: Log, paint: Paint): string {
  const texts = log.trace
    ? [headlineOf(log, log.trace)]
    : log.languageId === undefined
      ? ['not a NetSetup.log: no line of a domain join was found']
      : [overviewText(overview, log), last].filter(Boolean);
  return `${paint('heading', `${name}:`)} ${texts.join('; ')}\n`;
}

/**
 * What a file came to, as text for a terminal. Lines are one-based. Ends with a line feed.
 *
 * @param paint marks headings and outcomes; the text alone says the same
 */
export function textReport(name: string, log: Log, paint = unpainted): string {
  const { operations, trace } = log;
  const headline = headlineText(name, log, paint);
  if (trace) return headline + traceText(log, trace, paint);
  if (operations.length === 0) return headline;
  const isQuiet = (each: Operation) =>
    each.verdict.outcome === 'succeeded' && (each.kind === 'nameCheck' || each.partOf);
  const listed = operations.filter(each => !isQuiet(each));
  const validNames = operations.filter(each => isQuiet(each) && !each.partOf).length;
  const told = toldWithJoins(operations);
  const parts = failedParts(operations);
  const repeated = new Map(
    log.series.flatMap(({ repeats }) => repeats.flatMap(group => group.map(each => [each, group] as const))),
  );
  const findings = new Map(log.findings.map(finding => [finding.line, finding]));
  const blocks: string[] = [];
  const lastJoin = lastJoinIn(log);
  let today = '';
  for (const [index, operation] of listed.entries()) {
    const repeats = repeated.get(operation) ?? [operation];
    // The same failure again and again is told once.
    if (operation !== repeats[0]) continue;
    // What failed before a join that succeeded is over: what to do about it matters no more.
    const isHistory = lastJoin?.verdict.outcome === 'succeeded' && isBefore(operation, lastJoin);
    // A log grows for years: where another day begins, it is told.
    const own = dayOf(operation) || today;
    const heading = own === today ? '' : `${paint('heading', own)}\n\n`;
    today = own;
    blocks.push(
      heading +
        operationBlock(
          operation,
          repeats,
          index + 1,
          told,
          parts.get(operation.records[0]!) ?? [],
          isHistory,
          paint,
        ) +
        notes(operation, findings),
    );
  }
  if (validNames > 0)
    blocks.push(`   ${count(validNames, 'name check', 'name checks')} found nothing wrong.\n`);
  return `${headline}\n${blocks.join('\n')}`;
}

/** '' where its lines have no date. */
function dayOf({ records }: Operation): string {
  const first = records.find(record => record.time !== undefined);
  return first ? day(first) : '';
}

function isBefore(a: Operation, b: Operation): boolean {
  return a.records[0]!.line < b.records[0]!.line;
}

function operationBlock(
  operation: Operation,
  repeats: readonly Operation[],
  number: number,
  told: ReadonlySet<LogRecord>,
  parts: readonly Operation[],
  isHistory: boolean,
  paint: Paint,
): string {
  const { records, verdict } = operation;
  const times = timesOf(records);
  const head = [
    `${number}`.padEnd(2),
    times ? clock(times.start) : '        ',
    `${titleOf(operation).padEnd(titleWidth)} ${paint(styles[verdict.outcome], outcomeText(operation))}`,
  ].join(' ');
  const took = times && times.end > times.start ? `   took ${durationText(times.end - times.start)}\n` : '';
  const again = repeats.length > 1 ? `   the same failure ${repeatsText(repeats)}\n` : '';
  if (verdict.outcome === 'incomplete') return `${head}\n${took}${whereItEnds(operation)}`;
  if (verdict.outcome === 'failed' && told.has(verdict.cause!)) {
    return `${head}\n${took}   ${placeOf(operation)}: told with the join above\n`;
  }
  return `${head}\n${took}${again}${failureBlock(operation, parts, isHistory)}`;
}

/** What is worth knowing about an operation that succeeded. */
function notes({ records, verdict }: Operation, findings: ReadonlyMap<number, Finding>): string {
  if (verdict.outcome !== 'succeeded') return '';
  const found = records.flatMap(record => findings.get(record.line) ?? []);
  return list(
    'Note',
    found.map(({ message, line }) => `${message} (line ${line + 1})`),
  );
}

/** "at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED, line 31". */
function placeOf(operation: Operation): string {
  return `${failureText(operation)}, line ${operation.verdict.cause!.line + 1}`;
}

/** The last line of an operation that has no result here: what came after it is not in the text. */
function whereItEnds({ records, shown }: Operation): string {
  const last = records.at(-1)!;
  return `   the log leaves it at line ${last.endLine + 1}\n      ${last.message}\n${shownList(shown)}`;
}

function failureBlock(operation: Operation, parts: readonly Operation[], isHistory: boolean): string {
  const { verdict } = operation;
  const { cause } = verdict;
  if (!cause) return '';
  let block = `   ${placeOf(operation)}\n      ${cause.message}\n`;
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
  block += list('Asked', asked(operation));
  block += field('Why', happened(operation, parts).join(' '));
  if (isHistory) return block;
  if (!advice) return block + shownList(operation.shown);
  const isOne = advice.likely.length === 1;
  block += list(
    'Likely',
    isOne ? advice.likely : advice.likely.map((each, index) => `${index + 1}. ${each}`),
  );
  block += list('Check next', advice.next.map(plain));
  block += shownList(operation.shown);
  block += list('Look also', advice.elsewhere);
  if (advice.unknown) block += field('Not in log', advice.unknown);
  if (advice.url) block += field('Article', advice.url);
  return block;
}

function shownList(shown: readonly Remark[]): string {
  return list('Shown', shown.map(remarkText));
}

/** With which account, options and place an operation was asked for, and which Windows asked. */
function asked({ kind, facts }: Operation): string[] {
  const { account, ou, options, domainController, sku, build } = facts;
  const names = options === undefined ? [] : (optionsTable(kind).describe(options)?.bits ?? []);
  const texts = [
    account,
    options !== undefined &&
      `options ${hex(options)} (${names.map(({ name, mask }) => name ?? hex(mask)).join(', ')})`,
    ou && `in ${ou}`,
    domainController && `on ${domainController}`,
    (sku ?? build) !== undefined && [sku ?? 'Windows', build && `build ${build}`].filter(Boolean).join(', '),
  ].filter(text => typeof text === 'string');
  return texts.length > 0 ? [texts.join('; ')] : [];
}

/** A step that is a command alone needs no quotation marks: it is there to be copied. */
function plain(step: string): string {
  return step.replace(/^`([^`]+)`$/, '$1');
}
