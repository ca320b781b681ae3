/** Operations of a window as those of the whole file: with its lines, and with no more than is needed of them. */
import type { Facts, LogRecord, Operation, Remark, Verdict } from '../model';

/** How operations are taken over. */
export interface Move {
  /** How many lines of the file stand before the window. */
  readonly by: number;
  /** The records that are kept of an operation, in the order of the log; at least one. */
  recordsOf(operation: Operation): readonly LogRecord[];
  /** Whether phases and parameters are kept. */
  readonly isWhole: boolean;
  /** A text that does not hold the window in memory. */
  own(text: string): string;
}

/** Takes operations and records over: the same one always becomes the same one. */
export interface Moved {
  operation(operation: Operation): Operation;
  record(record: LogRecord): LogRecord;
  /** A text that may name lines. */
  text(text: string): string;
}

export function movedBy({ by, recordsOf, isWhole, own }: Move): Moved {
  const records = new Map<LogRecord, LogRecord>();
  const operations = new Map<Operation, Operation>();
  const ownOr = <T extends string | undefined>(text: T) => (text === undefined ? text : own(text)) as T;
  const text = (told: string) => own(withLinesMoved(told, by));
  const remark = ({ record: at, text: told }: Remark): Remark => ({ record: record(at), text: text(told) });

  function record(of: LogRecord): LogRecord {
    const known = records.get(of);
    if (known) return known;
    const made: LogRecord = {
      line: of.line + by,
      endLine: of.endLine + by,
      time: of.time,
      hasYear: of.hasYear,
      thread: ownOr(of.thread),
      start: of.start,
      message: own(of.message),
      function: ownOr(of.function),
      isSeparator: of.isSeparator,
      parameters: isWhole ? of.parameters.map(each => ({ ...each, line: each.line + by })) : [],
    };
    records.set(of, made);
    return made;
  }

  function verdict(of: Verdict): Verdict {
    const { cause, firstWay, supersededBy } = of;
    return {
      ...of,
      cause: cause && record(cause),
      echoes: of.echoes.map(record),
      firstWay: firstWay && { ...firstWay, cause: record(firstWay.cause) },
      remarks: of.remarks.map(remark),
      supersededBy: supersededBy && operation(supersededBy),
    };
  }

  function operation(of: Operation): Operation {
    const known = operations.get(of);
    if (known) return known;
    const { partOf } = of;
    const made: Operation = {
      kind: of.kind,
      records: recordsOf(of).map(record),
      phases: isWhole ? of.phases.map(each => ({ id: each.id, records: each.records.map(record) })) : [],
      facts: factsOf(of.facts),
      verdict: verdict(of.verdict),
      shown: of.shown.map(remark),
      partOf: partOf && operation(partOf),
    };
    operations.set(of, made);
    return made;
  }

  function factsOf(of: Facts): Facts {
    const facts: Record<string, unknown> = { ...of };
    for (const name in facts) {
      const value = facts[name];
      if (typeof value === 'string') facts[name] = own(value);
    }
    return facts as unknown as Facts;
  }

  return { operation, record, text };
}

/** What is said of a line in a text of the core: "… (line 36)", "4.2 s passed before line 36". */
function withLinesMoved(text: string, by: number): string {
  return by === 0
    ? text
    : text.replace(/(\(line |\bpassed before line )(\d+)/g, (_, lead, line) => `${lead}${Number(line) + by}`);
}

/**
 * The records of an operation that reports tell of: where and when it begins and ends, and what tells something.
 *
 * @param tells whether something is said of a record
 */
export function tellingRecords({ records }: Operation, tells: (record: LogRecord) => boolean): LogRecord[] {
  const timed = records.filter(({ time }) => time !== undefined);
  const most = (a: LogRecord, b: LogRecord) => (b.time! > a.time! ? b : a);
  const least = (a: LogRecord, b: LogRecord) => (b.time! < a.time! ? b : a);
  const ends = [records[0], timed[0], timed.at(-1), records.at(-1), timed.find(each => !each.hasYear)];
  const kept = new Set<LogRecord | undefined>(ends);
  if (timed.length > 0) kept.add(timed.reduce(most)).add(timed.reduce(least));
  kept.add(records.reduce((a, b) => (b.endLine > a.endLine ? b : a)));
  return records.filter(record => kept.has(record) || tells(record));
}
