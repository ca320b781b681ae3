/** Operations of a window as they are kept behind it: with no more than is needed of them. */
import type { Facts, LogRecord, Operation, Remark, Verdict } from '../model';

/** Keeps operations and records: the same one always becomes the same one. */
interface Keeper {
  operation(operation: Operation): Operation;
  record(record: LogRecord): LogRecord;
}

/**
 * @param tells whether something is said of a record besides what its operation says
 * @param own a text that does not hold the window in memory
 */
export function keeper(tells: (record: LogRecord) => boolean, own: (text: string) => string): Keeper {
  const records = new Map<LogRecord, LogRecord>();
  const operations = new Map<Operation, Operation>();
  const ownOr = <T extends string | undefined>(text: T) => (text === undefined ? text : own(text)) as T;
  const remark = ({ record: at, text }: Remark): Remark => ({ record: record(at), text: own(text) });

  function record(of: LogRecord): LogRecord {
    const known = records.get(of);
    if (known) return known;
    const made: LogRecord = {
      line: of.line,
      endLine: of.endLine,
      time: of.time,
      hasYear: of.hasYear,
      thread: ownOr(of.thread),
      start: of.start,
      message: own(of.message),
      function: ownOr(of.function),
      isSeparator: of.isSeparator,
      parameters: [],
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
      records: tellingRecords(of, tells).map(record),
      mayFail: of.mayFail.filter(tells).map(record),
      phases: [],
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

  return { operation, record };
}

/**
 * The records of an operation that reports tell of: where and when it begins and ends, and what tells something.
 *
 * @param tells whether something is said of a record
 */
function tellingRecords({ records }: Operation, tells: (record: LogRecord) => boolean): LogRecord[] {
  const timed = records.filter(({ time }) => time !== undefined);
  const most = (a: LogRecord, b: LogRecord) => (b.time! > a.time! ? b : a);
  const least = (a: LogRecord, b: LogRecord) => (b.time! < a.time! ? b : a);
  const ends = [records[0], timed[0], timed.at(-1), records.at(-1), timed.find(each => !each.hasYear)];
  const kept = new Set<LogRecord | undefined>(ends);
  if (timed.length > 0) kept.add(timed.reduce(most)).add(timed.reduce(least));
  kept.add(records.reduce((a, b) => (b.endLine > a.endLine ? b : a)));
  return records.filter(record => kept.has(record) || tells(record));
}
