import { functions } from './functions';
import { readRecords } from './records';

/** Whether lines are of a NetSetup.log: half of them name functions of a join, or belong to such a line. */
export function isNetsetupLog(head: readonly string[]): boolean {
  const { records } = readRecords({ count: head.length, at: line => head[line] ?? '' });
  const own = records.filter(record => record.function && functions.has(record.function));
  const lines = own.reduce((sum, record) => sum + record.endLine - record.line + 1, 0);
  return lines > 0 && lines * 2 >= head.length;
}
