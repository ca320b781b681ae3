import { toldWithJoins } from '../explain';
import { isAside, readSeries } from '../formats/netsetup/series';
import type { Operation } from '../model';
import { timesOf } from '../words';
import type { LastWindow, Window } from '../windows/readInWindows';
import { operationsOf } from './json';
import { decided, isCounted, isFailure, undecided } from './operations';

/** What the rows of a file came to. */
export interface RowsRead {
  /** How many rows there are. */
  readonly operations: number;
  /** Whether a row tells of a failure. */
  readonly hasFailure: boolean;
  /** Whether the last join went wrong. */
  readonly lastHasFailure: boolean;
  /** The zero-based lines at which an operation had to be cut. */
  readonly cuts: readonly number[];
}

/**
 * The operations of a file for programs that read many: each as one line of JSON, with its line end. The schema of a
 * line is `row` in schema/report.schema.json. Nothing is kept of what was told, however long the file is.
 *
 * @param path as the file was given
 */
export function* ndjsonOfFile(
  path: string,
  windows: Iterator<Window, LastWindow>,
): Generator<string, RowsRead> {
  let count = 0;
  let hasFailure = false;
  let last = undecided;
  const repeatsIn = repeats();
  for (;;) {
    const { done, value } = windows.next();
    const { operations } = value;
    const told = toldWithJoins(operations);
    const again = repeatsIn(operations);
    for (const [at, row] of operationsOf(value, count).entries()) {
      const operation = operations[at]!;
      const counted = isCounted(operation, told);
      hasFailure ||= counted && isFailure(operation);
      last = decided(last, operation);
      const head = { schemaVersion: 1, path, index: count + at };
      const tail = { seconds: secondsOf(operation), counted, repeat: again.has(operation) };
      yield `${JSON.stringify({ ...head, ...row, ...tail })}\n`;
    }
    count += operations.length;
    if (done) return { operations: count, hasFailure, lastHasFailure: last.isError, cuts: value.cuts };
  }
}

/** From its first line to its last; null where they have no times. */
function secondsOf({ records }: Operation): number | null {
  const times = timesOf(records);
  return times ? (times.end - times.start) / 1000 : null;
}

/**
 * Finds the operations that failed as the one of their kind before them did.
 *
 * @returns takes operations in the order of the log, each once
 */
function repeats(): (operations: readonly Operation[]) => ReadonlySet<Operation> {
  /** What later operations may still repeat: of each kind the first failure of a series, and the last. */
  let open: Operation[] = [];
  return operations => {
    const originals = new Map<Operation, Operation>();
    for (const operation of operations) {
      if (isAside(operation)) continue;
      const short = compared(operation);
      originals.set(short, operation);
      open.push(short);
    }
    const { series, openFrom } = readSeries(open);
    const again = new Set<Operation>();
    const between = new Set<Operation>();
    for (const group of series.flatMap(each => each.repeats)) {
      for (const short of group.slice(1)) {
        const original = originals.get(short);
        if (original) again.add(original);
      }
      for (const short of group.slice(1, -1)) between.add(short);
    }
    open = open.slice(openFrom).filter(short => !between.has(short));
    return again;
  };
}

/** No more of an operation than tells whether another one repeats it: the rest would hold its window in memory. */
function compared({ kind, facts, verdict: { outcome, code, failure, phase } }: Operation): Operation {
  const nothing = { cause: undefined, echoes: [], firstWay: undefined, remarks: [], supersededBy: undefined };
  return {
    kind,
    facts,
    verdict: { ...nothing, outcome, code, failure, phase },
    records: [],
    mayFail: [],
    phases: [],
    shown: [],
    partOf: undefined,
  };
}
