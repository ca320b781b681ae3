/** Where the text of a window can be parted. */
import { joinedBefore, tellsMembership } from '../formats/netsetup/harmless';
import type { Log, LogRecord, Operation } from '../model';
import { linesOf } from '../parser/spans';

/**
 * How many operations are read again with the next window, where they are not too long: a second try, a rename that
 * completes a join, what a join started, and what another thread still does stand nearer than this to what they belong
 * to. An operation of another thread that goes on behind so many others is told as two.
 */
const readAgain = 50;
/** How many are read again in any case: what two attempts say of each other is known when a third has begun. */
const readAgainAtLeast = 4;

/**
 * The operation from which on all are read again with the next window: nothing before it tells of what stands behind
 * it, and the other way round. Its index; 0 where there is none.
 *
 * @param isShort whether so little text, from this operation on, may be read again
 */
export function safeCut(operations: readonly Operation[], isShort: (first: Operation) => boolean): number {
  const count = operations.length;
  const first = (operation: Operation) => operation.records[0]!.line;
  /** The last line that operations before each one tell of. */
  const reach: number[] = [-1];
  for (const operation of operations) reach.push(Math.max(reach.at(-1)!, linesTold(operation)[1]));
  let earliest = Infinity;
  let best = 0;
  for (let index = count - 1; index > 0; index--) {
    const operation = operations[index]!;
    earliest = Math.min(earliest, linesTold(operation)[0]);
    const isSafe = reach[index]! < first(operation) && earliest >= first(operation);
    if (!isSafe || index > count - readAgainAtLeast) continue;
    if (best > 0 && !isShort(operation)) return best;
    best = index;
    if (index <= count - readAgain) return best;
  }
  return best;
}

/** The first and the last line among those that an operation spans and those of what it points to. */
function linesTold({ records, verdict, shown, partOf }: Operation): [number, number] {
  const { cause, echoes, remarks, firstWay, supersededBy } = verdict;
  let [first, last] = linesOf(records);
  const tell = (record: LogRecord | undefined) => {
    if (!record) return;
    first = Math.min(first, record.line);
    last = Math.max(last, record.line);
  };
  for (const record of [cause, firstWay?.cause, supersededBy?.records[0], partOf?.records[0]]) tell(record);
  echoes.forEach(tell);
  for (const { record } of [...remarks, ...shown]) tell(record);
  return [first, last];
}

/** The line where an operation begins, with the separators in front of it. */
export function beginOf(log: Log, operation: Operation): number {
  let begin = operation.records[0]!.line;
  for (let line = begin - 1; line >= 0; line--) {
    const record = log.recordAt(line);
    if (record && !record.isSeparator) break;
    if (record) begin = line;
  }
  return begin;
}

/** No join has more lines: one that has is not read again. */
const longestJoin = 5000;

/**
 * The lines of the operation that brought the computer into the domain that it is in behind these operations, first
 * and last; undefined where it is in none, as far as they tell. Later windows have to know it: what is normal on a
 * computer that was never joined is none on this one.
 */
export function lastJoinedBy(operations: readonly Operation[]): readonly [number, number] | undefined {
  const isJoined = (records: readonly LogRecord[]) =>
    joinedBefore(records.filter(({ message }) => tellsMembership(message)))(Infinity);
  const by = operations.findLast(({ records }) => isJoined(records));
  if (!by) return undefined;
  const after = operations.slice(operations.indexOf(by)).flatMap(({ records }) => records);
  const [first, last] = linesOf(by.records);
  const isLeft = !isJoined(after.sort((a, b) => a.line - b.line));
  return isLeft || last - first > longestJoin ? undefined : [first, last];
}
