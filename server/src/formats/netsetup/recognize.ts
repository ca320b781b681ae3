import { functions } from './functions';
import { readMessage } from './message';
import { readPrefix } from './prefix';

/** Whether lines are of a NetSetup.log: half of them name functions of a join, or belong to such a line. */
export function isNetsetupLog(head: readonly string[]): boolean {
  let own = 0;
  /** The lines of the last record, and whether it names such a function. */
  let isOwn = false;
  let isOpen = false;
  for (const line of head) {
    const { end, isStamped } = readPrefix(line);
    const read = readMessage(isStamped ? line.slice(end) : line, isStamped);
    if (read.isSkipped) continue;
    if (!isOpen || !read.continues) {
      isOwn = read.function !== undefined && functions.has(read.function);
      isOpen = !read.isSeparator;
    }
    if (isOwn) own++;
  }
  return own > 0 && own * 2 >= head.length;
}
