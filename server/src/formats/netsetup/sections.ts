import type { Code, LogRecord, Operation, Parameter, Phase, Section, Series } from '../../model';
import { once } from '../../once';
import { linesOf, messageSpan } from '../../parser/spans';
import { phaseTitles } from '../../tables/phases';
import {
  clock,
  codeText,
  durationText,
  failingRecords,
  failureText,
  outcomeText,
  phaseOutcome,
  periodText,
  timesOf,
  titleOf,
} from '../../words';
import { readFacts } from './facts';
import type { NetsetupRecord } from './phrases';

type CodesOf = (record: LogRecord) => readonly Code[];

/** The outline of a log: operation → phase → what was passed or read there. The same failure again and again is one. */
export function readSections(series: readonly Series[], codesOf: CodesOf): readonly Section[] {
  const roots: Nesting[] = [];
  for (const { operations, repeats } of series) {
    const sections = nested(operations.map(operation => operationSection(operation, codesOf)));
    if (repeats.length > 0) roots.push(repeatsSection(repeats, sections));
    else for (const section of sections) roots.push(section);
  }
  return nested(roots);
}

/** What ran inside a join, as its continuation may, is shown inside it. */
function nested(sections: readonly Nesting[]): Nesting[] {
  const roots: Nesting[] = [];
  for (const section of sections) {
    const outer = roots.at(-1);
    const isInside = outer && section.lines[1] <= outer.lines[1];
    (isInside ? outer.inner : roots).push(section);
  }
  return roots;
}

/** A section in which others may be put, behind its own children. */
type Nesting = Section & { readonly inner: Section[] };

/** @param own its own children: of a large log most are never asked for */
function nesting(section: Omit<Section, 'children'>, own: () => readonly Section[]): Nesting {
  const inner: Section[] = [];
  const children = once(() => [...own(), ...inner]);
  const whole: Section = {
    ...section,
    get children() {
      return children();
    },
  };
  // Not listed: whoever prints a section sees its children alone.
  return Object.defineProperty(whole, 'inner', { value: inner }) as Nesting;
}

/** "Join WKS07 → fabrikam.test · failed 89 times". */
function repeatsSection(repeats: Series['repeats'], children: Nesting[]): Nesting {
  const times = repeats.map(group => `${titleOf(group[0]!)} · failed ${group.length} times`);
  const last = repeats.reduce((a, b) => (a[0]!.records[0]!.line > b[0]!.records[0]!.line ? a : b));
  return nesting(
    {
      kind: 'operation',
      name: times.join('; '),
      detail: joined(failureText(last[0]!), periodText(last)),
      lines: [children[0]!.lines[0], children.reduce((line, child) => Math.max(line, child.lines[1]), 0)],
      at: children[0]!.at,
    },
    () => children,
  );
}

function operationSection(operation: Operation, codesOf: CodesOf): Nesting {
  const { kind, records, verdict } = operation;
  return nesting(
    {
      kind: 'operation',
      name: joined(titleOf(operation), outcomeText(operation)),
      detail: joined(failureText(operation), timeText(records)),
      lines: linesOf(records),
      at: messageSpan(records[0]!),
    },
    () => {
      const failing = failingRecords(verdict);
      // A name check is one phase: showing it would only repeat the name.
      const phases = kind === 'nameCheck' ? [] : operation.phases;
      return phases.map(phase => phaseSection(phase, failing, codesOf));
    },
  );
}

function phaseSection(phase: Phase, failing: ReadonlySet<LogRecord>, codesOf: CodesOf): Section {
  const { id, records } = phase;
  const outcome = phaseOutcome(phase, failing, codesOf);
  const result = resultText(phase, outcome, failing, codesOf);
  const isBad = outcome === 'failed';
  return {
    kind: 'phase',
    // A screen reader hears the name of a row alone: what is bad has to be in it.
    name: joined(phaseTitles[id], isBad ? result : ''),
    detail: joined(isBad ? '' : result, foundText(phase), timeText(records)),
    lines: linesOf(records),
    at: messageSpan(records[0]!),
    children: records.filter(record => record.parameters.length > 0).map(recordSection),
  };
}

function recordSection(record: LogRecord): Section {
  return {
    kind: 'record',
    name: record.message.replace(/:$/, ''),
    detail: '',
    lines: linesOf([record]),
    at: messageSpan(record),
    children: record.parameters.map(parameter => ({
      kind: 'parameter',
      ...parameterText(parameter),
      lines: [parameter.line, parameter.line],
      at: parameter,
      children: [],
    })),
  };
}

/** A value that is longer stands behind the name. */
const longestValue = 80;

/** "Options: 0x23": who hears the outline hears names alone, and the value is what matters. */
function parameterText({ key, value }: Parameter): Pick<Section, 'name' | 'detail'> {
  if (value === '' || value.length > longestValue) return { name: key, detail: value };
  return { name: `${key}: ${value}`, detail: '' };
}

/** What a phase came to: the first code in it that is the failure, or "ok" where a result says so. */
function resultText(
  phase: Phase,
  outcome: ReturnType<typeof phaseOutcome>,
  failing: ReadonlySet<LogRecord>,
  codesOf: CodesOf,
): string {
  const first = outcome === 'failed' ? phase.records.find(record => failing.has(record)) : undefined;
  const code = first && codesOf(first).find(each => each.value !== 0);
  return code ? codeText(code) : (outcome ?? '');
}

/** What a phase found: the domain controller, or whether the account exists. */
function foundText({ id, records }: Phase): string {
  if (id === 'dcLocator')
    return readFacts(records as readonly NetsetupRecord[], undefined).domainController ?? '';
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

function joined(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' · ');
}
