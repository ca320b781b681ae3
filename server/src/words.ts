/** How operations, codes and spans of time are put in words: the same in the outline, a problem and a report. */
import type { Code, Facts, LogRecord, Operation, OperationKind, Phase, Remark, Verdict } from './model';
import { joinOptions } from './tables/joinOptions';
import { phaseTitles } from './tables/phases';
import { renameOptions } from './tables/renameOptions';
import type { Table } from './tables/table';
import { unjoinOptions } from './tables/unjoinOptions';

/** "Join WKS07 → fabrikam.test". What the log does not say is left out. */
export function titleOf({ kind, facts, partOf }: Operation): string {
  if (partOf) return titleOf(partOf).replace('Join', 'Finish of join');
  const { computer, newName, domain, workgroup, nameType } = facts;
  switch (kind) {
    case 'nameCheck':
      return ['Name check', checkedName(facts), nameType !== undefined && `(${nameTypeWord(nameType)})`]
        .filter(Boolean)
        .join(' ');
    case 'join':
      return `Join ${arrow(computer, domain)}`.trim();
    case 'workgroup':
      return `Join workgroup ${arrow(computer, workgroup)}`.trim();
    case 'rename':
      return computer !== undefined && computer.toLowerCase() === newName?.toLowerCase()
        ? `Rename ${computer} (DNS name only)`
        : `Rename ${arrow(computer, newName)}`.trim();
    case 'unjoin':
      return ['Unjoin', computer, domain && `from ${domain}`].filter(Boolean).join(' ');
    case 'provision':
      return `Provisioning ${arrow(computer, domain)}`.trim();
  }
}

const arrow = (from: string | undefined, to: string | undefined): string =>
  to === undefined ? (from ?? '') : from === undefined ? `→ ${to}` : `${from} → ${to}`;

/** The name that a name check is about. */
export function checkedName({ nameType, computer, workgroup, domain }: Facts): string | undefined {
  if (nameType === 1 || nameType === 5) return computer;
  return nameType === 2 ? workgroup : domain;
}

function nameTypeWord(type: number): string {
  return ['name', 'computer', 'workgroup', 'domain', 'new domain', 'DNS host name'][type] ?? `type ${type}`;
}

/** "0x40 ERROR_NETNAME_DELETED", or the number alone where it has no name. */
export function codeText({ value, name }: Code): string {
  return name === undefined ? hex(value) : `${hex(value)} ${name}`;
}

/** 0x534, as NetSetup.log writes it. */
export function hex(value: number): string {
  return `0x${value.toString(16)}`;
}

/** What an operation came to, in a word or two: "failed", "succeeded, restart needed". */
export function outcomeText({ kind, verdict }: Operation): string {
  switch (verdict.outcome) {
    case 'failed':
      return 'failed';
    case 'superseded':
      return 'superseded by the second try';
    case 'incomplete':
      return 'not finished in this log';
    case 'succeededWithDamage':
      return 'succeeded with damage, restart needed';
    case 'succeeded':
      if (kind === 'nameCheck') return 'valid';
      return kind === 'join' || verdict.code?.value === 0xa99 ? 'succeeded, restart needed' : 'succeeded';
  }
}

/** "at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED", to stand behind "failed"; '' for what did not fail. */
export function failureText({ kind, verdict: { outcome, cause, failure, phase } }: Operation): string {
  if (!cause) return '';
  if (!failure) return outcome === 'failed' ? 'without a code' : `at ${phaseTitles[phase!]}`;
  // A name check is one phase, named already.
  if (!phase || kind === 'nameCheck') return `with ${codeText(failure)}`;
  return `at ${phaseTitles[phase]}: ${codeText(failure)}`;
}

/** What the options of an operation are: a rename and an unjoin have sets of their own. */
export function optionsTable(kind: OperationKind): Table {
  return kind === 'rename' ? renameOptions : kind === 'unjoin' ? unjoinOptions : joinOptions;
}

/** The records of the failing chain of an operation. */
export function failingRecords({ cause, echoes }: Verdict): ReadonlySet<LogRecord> {
  return new Set(cause ? [cause, ...echoes] : []);
}

/** What a rollback takes back. */
const undoing = /: rollback: |: status of disabling account /;

/**
 * What a phase came to: `failed` where a line of the failing chain stands in it, `ok` where a result in it is zero.
 * Undefined where nothing tells.
 */
export function phaseOutcome(
  { id, records }: Phase,
  failing: ReadonlySet<LogRecord>,
  codesOf: (record: LogRecord) => readonly Code[],
): 'ok' | 'failed' | undefined {
  if (records.some(record => failing.has(record))) return 'failed';
  const undone = id === 'rollback' ? records.filter(record => undoing.test(record.message)) : [];
  if (undone.some(record => codesOf(record).some(code => code.value !== 0))) return 'failed';
  return records.some(record => codesOf(record)[0]?.value === 0) ? 'ok' : undefined;
}

/** What an operation came to, with the failure where it failed: "failed at Connect (IPC$): 0x40 …". */
export function verdictText(operation: Operation): string {
  const outcome = outcomeText(operation);
  switch (operation.verdict.outcome) {
    case 'failed':
      return `${outcome} ${failureText(operation)}`.trimEnd();
    case 'succeededWithDamage':
      return `${outcome}: ${failureText(operation).replace(/^at /, '')}`;
    default:
      return outcome;
  }
}

/** What a record tells, with where: "… (line 36)". */
export function remarkText({ record, text }: Remark): string {
  return `${text} (line ${record.line + 1})`;
}

/** "1 join", "3 joins". */
export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Whether a domain name is a short one: a NetBIOS name, or a DNS name of one label. What an article left out is none. */
export function isShortName(domain: string): boolean {
  return /^[^.<>]+$/.test(domain);
}

/** "Failed", "Not finished in this log": at the beginning of a line. */
export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** First and last time of records, in milliseconds; undefined where they have none. Two writers may mix their lines. */
export function timesOf(records: readonly LogRecord[]): { start: number; end: number } | undefined {
  let start = Infinity;
  let end = -Infinity;
  for (const { time } of records) {
    if (time === undefined) continue;
    if (time < start) start = time;
    if (time > end) end = time;
  }
  return start <= end ? { start, end } : undefined;
}

/** "09:14:02", the clock of the log. */
export function clock(time: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = new Date(time);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** "89 times, 13:57:17–14:12:10": how often the same failure came, and when. */
export function repeatsText(repeats: readonly Operation[]): string {
  const period = periodText(repeats);
  return period === '' ? `${repeats.length} times` : `${repeats.length} times, ${period}`;
}

/** "13:57:17–14:12:10", with the days where they differ; '' where the log has no times. */
export function periodText(repeats: readonly Operation[]): string {
  const first = repeats[0]!.records.find(record => record.time !== undefined);
  const last = repeats.at(-1)!.records.findLast(record => record.time !== undefined);
  if (!first || !last) return '';
  const isOneDay = day(first) === day(last);
  const [start, end] = [first, last].map(record =>
    isOneDay ? clock(record.time!) : `${day(record)} ${clock(record.time!)}`,
  );
  return `${start}–${end}`;
}

/** "2026-02-10", "03-30" in a log without years. */
export function day({ time, hasYear }: LogRecord): string {
  return time === undefined ? '' : new Date(time).toISOString().slice(hasYear ? 0 : 5, 10);
}

/** "35 ms", "1.2 s", "3 min 5 s", "2 h 10 min". */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
