import { isKnownProtocol } from './dialects/protocols';
import { readFrames } from './frames';

/** Parts of a tree that have lost their frame, which articles show between rows: they speak neither for nor against. */
const indented = /^(?: {4}|\t)/;

/**
 * Whether lines are of a network trace that was exported as text: half of them are rows or details of packets, and
 * one has a protocol that is known. Exports that are not read are traces too: it is said how to export instead.
 */
export function isNetworkTrace(head: readonly string[]): boolean {
  const { frames, readLines, notRead } = readFrames({ count: head.length, at: line => head[line] ?? '' });
  if (notRead) return true;
  if (!frames.some(frame => isKnownProtocol(frame.protocol))) return false;
  const count = frames.length < 2 ? head.length : head.filter(line => !indented.test(line)).length;
  return readLines * 2 >= count;
}
