import type { Code, LogRecord, Operation, Phase, Section, Span } from '../../model';
import { phaseTitles } from '../../tables/phases';
import { clock, codeText, durationText, failureText, outcomeText, timesOf, titleOf } from '../../words';
import { readFacts } from './facts';

type CodesOf = (record: LogRecord) => readonly Code[];

/** The outline of a log: operation → phase → what was passed or read there. */
export function readSections(operations: readonly Operation[], codesOf: CodesOf): readonly Section[] {
  const roots: (Section & { readonly children: Section[] })[] = [];
  for (const operation of operations) {
    const section = operationSection(operation, codesOf);
    const outer = roots.at(-1);
    // What ran inside a join, as its continuation may, is shown inside it.
    const isInside = outer && section.lines[1] <= outer.lines[1];
    (isInside ? outer.children : roots).push(section);
  }
  return roots;
}

function operationSection(
  operation: Operation,
  codesOf: CodesOf,
): Section & { readonly children: Section[] } {
  const { kind, records, phases, verdict } = operation;
  const failing = new Set(verdict.cause ? [verdict.cause, ...verdict.echoes] : []);
  return {
    kind: 'operation',
    name: titleOf(operation),
    detail: joined(...cameTo(operation), timeText(records)),
    lines: linesOf(records),
    at: messageOf(records[0]!),
    // A name check is one phase: showing it would only repeat the name.
    children: kind === 'nameCheck' ? [] : phases.map(phase => phaseSection(phase, failing, codesOf)),
  };
}

/** "failed at Connect (IPC$): 0x40 …" in one, other outcomes and the code they had apart. */
function cameTo(operation: Operation): readonly string[] {
  const [outcome, failure] = [outcomeText(operation), failureText(operation)];
  return operation.verdict.outcome === 'failed' ? [`${outcome} ${failure}`] : [outcome, failure];
}

function phaseSection(phase: Phase, failing: ReadonlySet<LogRecord>, codesOf: CodesOf): Section {
  const { id, records } = phase;
  return {
    kind: 'phase',
    name: phaseTitles[id],
    detail: joined(resultText(phase, failing, codesOf), foundText(phase), timeText(records)),
    lines: linesOf(records),
    at: messageOf(records[0]!),
    children: records.filter(record => record.parameters.length > 0).map(recordSection),
  };
}

function recordSection(record: LogRecord): Section {
  return {
    kind: 'record',
    name: record.message.replace(/:$/, ''),
    detail: '',
    lines: linesOf([record]),
    at: messageOf(record),
    children: record.parameters.map(parameter => ({
      kind: 'parameter',
      name: parameter.key,
      detail: parameter.value,
      lines: [parameter.line, parameter.line],
      at: parameter,
      children: [],
    })),
  };
}

/** What a phase came to: the first code in it that is the failure, or "ok" where a result says so. */
function resultText({ records }: Phase, failing: ReadonlySet<LogRecord>, codesOf: CodesOf): string {
  const first = records.find(record => failing.has(record));
  const code = first && codesOf(first).find(each => each.value !== 0);
  if (code) return codeText(code);
  return records.some(record => codesOf(record)[0]?.value === 0) ? 'ok' : '';
}

/** What a phase found: the domain controller, or whether the account exists. */
function foundText({ id, records }: Phase): string {
  if (id === 'dcLocator') return readFacts(records, undefined).domainController ?? '';
  if (id !== 'findAccount') return '';
  const results = records.filter(record => /: Crack results: /.test(record.message));
  if (results.some(record => record.message.includes('(Account already exists)'))) return 'account exists';
  return results.some(record => record.message.includes('Account does not exist')) ? 'no account yet' : '';
}

/** "09:14:02, 1.2 s": when it began and how long it took. */
function timeText(records: readonly LogRecord[]): string {
  const times = timesOf(records);
  if (!times) return '';
  const took = times.end - times.start;
  return took > 0 ? `${clock(times.start)}, ${durationText(took)}` : clock(times.start);
}

function linesOf(records: readonly LogRecord[]): [first: number, last: number] {
  const first = records[0]!.line;
  return [first, records.reduce((line, record) => Math.max(line, record.endLine), first)];
}

function messageOf({ line, start, message }: LogRecord): Span {
  return { line, start, end: start + message.length };
}

function joined(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' · ');
}
