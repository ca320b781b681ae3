/** What is kept of the windows of a text: what its reports tell. */
import { analyze, withFindings } from '../analyze';
import { toldWithJoins } from '../explain';
import { seriesOf } from '../formats/netsetup/series';
import type { Code, Log, LogRecord, Operation, OperationKind, Reading, Role } from '../model';
import { keeper } from './kept';
import { shedRepeats } from './shed';
import type { Window } from './readInWindows';
import { texts } from './texts';

export interface Gathered {
  /** Takes over what a window has finished. */
  take(window: Window): void;
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
    take({ log, operations: finished }) {
      const overcome = overcomeIn(log, finished);
      const causes = new Set(finished.flatMap(({ verdict }) => verdict.cause ?? []));
      const kept = keeper(record => overcome.has(record) || causes.has(record), own);
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
        quoted.set(kind, new Map(lines.map(line => [line, own(log.lines.at(line))])));
      }
      for (const [record, role] of overcome) {
        known.set(kept.record(record), { role, codes: log.codesOf(record) });
      }
      shed(short, toldWithJoins(short));
    },
    log(lines) {
      const reading: Reading = {
        ...analyze(''),
        languageId: 'netsetup-log',
        lines: {
          count: lines,
          at: line => [...quoted.values()].find(each => each.has(line))?.get(line) ?? '',
        },
        operations,
        series: seriesOf(operations),
        codesOf: record => known.get(record)?.codes ?? [],
        roleOf: record => known.get(record)?.role,
      };
      return withFindings(reading);
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
  for (const { kind, mayFail, verdict } of finished) {
    if (kind === 'nameCheck' || verdict.outcome !== 'succeeded') continue;
    for (const record of mayFail) {
      const role = log.roleOf(record);
      if (role?.kind === 'overcome') found.set(record, role);
    }
  }
  return found;
}
