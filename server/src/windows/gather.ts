/** What is kept of the windows of a text: what its reports tell. */
import { analyze } from '../analyze';
import { toldWithJoins } from '../explain';
import { seriesOf } from '../formats/netsetup/series';
import type { Code, Log, LogRecord, Operation, OperationKind, Reading, Role } from '../model';
import { once } from '../once';
import { findingsOf } from '../rules';
import { movedBy, tellingRecords, type Moved } from './moved';
import { shedRepeats } from './shed';
import { texts } from './texts';

export interface Gathered {
  /**
   * Takes over what a window has finished.
   *
   * @param log the window
   * @param by how many lines of the text stand before it
   * @returns the operations whole, with the lines of the text
   */
  take(log: Log, finished: readonly Operation[], by: number): Log;
  /** @param lines of the whole text */
  log(lines: number): Log;
}

/** What is known of a record of which a report tells more than its operation does. */
interface Known {
  readonly role: Role;
  readonly codes: readonly Code[];
}

export function gather(): Gathered {
  const operations: Operation[] = [];
  const known = new Map<LogRecord, Known>();
  const own = texts();
  const shed = shedRepeats();
  let validName: Operation | undefined;
  /** Lines of the last operation of each kind, as they stand in the text: a summary quotes them. */
  const quoted = new Map<OperationKind, ReadonlyMap<number, string>>();

  return {
    take(log, finished, by) {
      const overcome = overcomeIn(log, finished);
      const causes = new Set(finished.flatMap(({ verdict }) => verdict.cause ?? []));
      const tells = (record: LogRecord) => overcome.has(record) || causes.has(record);
      const recordsOf = (operation: Operation) => tellingRecords(operation, tells);
      const kept = movedBy({ by, recordsOf, isWhole: false, own });
      const short: Operation[] = [];
      const last = new Map<OperationKind, readonly number[]>();
      for (const each of finished) {
        // There are more valid names than anything else, and reports only count them: one stands for all.
        const operation = isValidName(each) ? (validName ??= kept.operation(each)) : kept.operation(each);
        operations.push(operation);
        if (operation !== validName) short.push(operation);
        if (each.partOf) continue;
        const { cause } = operation.verdict;
        const lines = [...operation.records, ...(cause ? [cause] : [])].map(({ line }) => line);
        last.set(each.kind, lines);
      }
      for (const [kind, lines] of last) {
        quoted.set(kind, new Map(lines.map(line => [line, own(log.lines.at(line - by))])));
      }
      for (const [record, role] of overcome) {
        const codes = log.codesOf(record);
        known.set(kept.record(record), { role: { ...role, ...textsOf(role, kept) }, codes });
      }
      shed(short, toldWithJoins(short));
      const whole = once(() => wholeOf(log, finished, by));
      return {
        ...emptyLog(log.lines.count),
        get operations() {
          return whole().operations;
        },
        codesOf: record => whole().codesOf(record),
      };
    },
    log(lines) {
      const reading: Reading = {
        ...emptyLog(lines),
        lines: {
          count: lines,
          at: line => [...quoted.values()].find(each => each.has(line))?.get(line) ?? '',
        },
        operations,
        series: seriesOf(operations),
        codesOf: record => known.get(record)?.codes ?? [],
        roleOf: record => known.get(record)?.role,
      };
      const findings = once(() => findingsOf(log));
      const log = Object.defineProperty(reading, 'findings', { get: findings, enumerable: true }) as Log;
      return log;
    },
  };
}

function isValidName({ kind, verdict }: Operation): boolean {
  return kind === 'nameCheck' && verdict.outcome === 'succeeded';
}

type Overcome = Extract<Role, { kind: 'overcome' }>;

/** The records of steps that failed in operations that succeeded: findings tell of them. */
function overcomeIn(log: Log, finished: readonly Operation[]): Map<LogRecord, Overcome> {
  const found = new Map<LogRecord, Overcome>();
  for (const { kind, records, verdict } of finished) {
    if (kind === 'nameCheck' || verdict.outcome !== 'succeeded') continue;
    for (const record of records) {
      const role = log.roleOf(record);
      if (role?.kind === 'overcome') found.set(record, role);
    }
  }
  return found;
}

function textsOf({ because, wait }: Overcome, { text }: Moved): Pick<Overcome, 'because' | 'wait'> {
  return { because: text(because), wait: wait === undefined ? undefined : text(wait) };
}

function wholeOf(log: Log, finished: readonly Operation[], by: number): Pick<Log, 'operations' | 'codesOf'> {
  const originals = new Map<LogRecord, LogRecord>();
  const moved = movedBy({ by, recordsOf: ({ records }) => records, isWhole: true, own: text => text });
  for (const { records, phases, verdict } of finished) {
    const { cause, echoes } = verdict;
    const all = [...records, ...phases.flatMap(phase => phase.records), ...(cause ? [cause] : []), ...echoes];
    for (const record of all) originals.set(moved.record(record), record);
  }
  return {
    operations: finished.map(moved.operation),
    codesOf: record => log.codesOf(originals.get(record) ?? record),
  };
}

/** What both have in common with a Log of nothing. */
function emptyLog(count: number): Log {
  return { ...analyze(''), languageId: 'netsetup-log', lines: { count, at: () => '' } };
}
