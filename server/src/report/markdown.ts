import { adviceText, type AdviceText, failedParts, happened } from '../explain';
import type { Log, Operation } from '../model';
import { phaseTitles } from '../tables/phases';
import { tokenKinds } from '../tokenKinds';
import {
  capitalized,
  durationText,
  hex,
  optionsTable,
  remarkText,
  repeatsText,
  timesOf,
  titleOf,
  verdictText,
} from '../words';
import { codeBlock, codeSpan, markdown, plain } from './escape';
import { firstLine, hasCause, lastLine } from './operations';

/**
 * What one operation came to, as Markdown for a ticket: a reader who has not seen the log finds what was tried,
 * what came of it, the line that says so and what to do next. Lines are one-based. Ends with a line feed.
 */
export function markdownReport(log: Log, operation: Operation): string {
  const blocks = [
    `### ${plain(titleOf(operation))}`,
    `**${plain(capitalized(verdictText(operation)))}**`,
    factsText(log, operation),
    decidingLine(log, operation),
    ...(hasCause(operation)
      ? failureBlocks(operation, failedParts(log.operations).get(operation.records[0]!) ?? [])
      : operation.verdict.outcome === 'incomplete'
        ? [shownText(operation)]
        : []),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function factsText(log: Log, operation: Operation): string {
  const { kind, facts, verdict } = operation;
  const { computer, newName, domain, workgroup, account, ou, domainController } = facts;
  const value = (text: string | undefined) => text && codeSpan(text);
  const rows: readonly (readonly [label: string, text: string | undefined])[] = [
    ['When', whenText(log, operation)],
    ['Lines', `${firstLine(operation) + 1}–${lastLine(operation) + 1}`],
    ['Repeated', repeatsOf(log, operation)],
    ['Computer', value(computer)],
    ['New name', kind === 'rename' ? value(newName) : undefined],
    ['Domain', value(domain)],
    ['Workgroup', value(workgroup)],
    ['Account', value(account)],
    ['OU', value(ou)],
    ['Options', optionsText(operation)],
    ['Windows', windowsText(operation)],
    ['Domain controller', value(domainController)],
    // A name check is one phase, named already.
    ['Phase', verdict.phase && kind !== 'nameCheck' ? phaseTitles[verdict.phase] : undefined],
  ];
  return rows.flatMap(([label, text]) => (text ? [`- ${label}: ${text}`] : [])).join('\n');
}

/** "12 times, 09:00:00–09:02:11" where it failed the same way again and again. */
function repeatsOf({ series }: Log, operation: Operation): string | undefined {
  const groups = series.flatMap(({ repeats }) => repeats);
  const group = groups.find(each => each.includes(operation));
  return group && repeatsText(group);
}

/** The time stamp as the log writes it, so that it can be found there; it says nothing of a time zone. */
function whenText(log: Log, { records }: Operation): string | undefined {
  const times = timesOf(records);
  const first = records.find(({ time }) => time !== undefined);
  const stamp =
    first && /\d\d\/\d\d(?:\/\d{4})? \d\d:\d\d:\d\d(?::\d{3})?/.exec(log.lines.at(first.line))?.[0];
  if (!times || !stamp) return undefined;
  const took = times.end - times.start;
  return took > 0 ? `${stamp}, took ${durationText(took)}` : stamp;
}

/** `0x23`: `NETSETUP_JOIN_DOMAIN`, `NETSETUP_ACCT_CREATE` … */
function optionsText({ kind, facts: { options } }: Operation): string | undefined {
  if (options === undefined) return undefined;
  const bits = optionsTable(kind).describe(options)?.bits ?? [];
  const names = bits.map(({ name, mask }) => `\`${name ?? hex(mask)}\``);
  return names.length > 0 ? `\`${hex(options)}\`: ${names.join(', ')}` : `\`${hex(options)}\``;
}

/** `Windows 11 Pro`, build `22631` (Windows 11 23H2) */
function windowsText({ facts: { sku, build } }: Operation): string | undefined {
  const release = build === undefined ? undefined : tokenKinds.build.table.describe(build);
  // A server and a client share some numbers; the SKU tells which of them it is.
  const server = /^As a server: (.*)\.$/.exec(release?.text ?? '')?.[1];
  const isServer = sku !== undefined && /\bServer\b/.test(sku);
  const name = isServer && server ? server : release?.name;
  const either = !sku && server ? `${name}, or ${server}` : name;
  return [sku && codeSpan(sku), build !== undefined && `build \`${build}\`${either ? ` (${either})` : ''}`]
    .filter(Boolean)
    .join(', ');
}

/** The line that says what came of it, exactly as it stands in the log; '' where nothing needs evidence. */
function decidingLine(log: Log, { records, verdict }: Operation): string {
  const { outcome, cause, supersededBy } = verdict;
  const quoted = (line: number, what: string) =>
    `Line ${line + 1}, ${what}:\n\n${codeBlock(log.lines.at(line))}`;
  if (outcome === 'incomplete') return quoted(records.at(-1)!.line, 'where the log leaves it');
  if (!cause) return '';
  if (outcome === 'failed') return quoted(cause.line, 'where the failure begins');
  if (outcome === 'succeededWithDamage') return quoted(cause.line, 'where the damage begins');
  const second = supersededBy ? ` The second try begins in line ${firstLine(supersededBy) + 1}.` : '';
  return `${quoted(cause.line, 'where this try ends')}\n\nThis first try could only use an existing account, and there is none.${second}`;
}

function failureBlocks(operation: Operation, parts: readonly Operation[]): string[] {
  const advice = adviceText(operation);
  return [
    `**What happened:** ${markdown(happened(operation, parts).join(' '))}`,
    shownText(operation),
    ...(advice ? adviceBlocks(advice, operation.verdict.failure?.name) : []),
  ];
}

function shownText({ shown }: Operation): string {
  return listText('What the log shows', shown.map(remarkText));
}

function adviceBlocks(
  { likely, next, elsewhere, unknown, url }: AdviceText,
  name: string | undefined,
): string[] {
  return [
    listText('Likely', likely, likely.length > 1),
    listText('Check next', next),
    listText('Look also', elsewhere),
    unknown ? `**Not in this log:** ${markdown(unknown)}` : '',
    url ? `[Microsoft: ${name ?? 'article'}](${url})` : '',
  ];
}

function listText(label: string, items: readonly string[], isRanked = false): string {
  if (items.length === 0) return '';
  const bullet = (index: number) => (isRanked ? `${index + 1}.` : '-');
  return [`**${label}:**`, '', ...items.map((item, index) => `${bullet(index)} ${markdown(item)}`)].join(
    '\n',
  );
}
