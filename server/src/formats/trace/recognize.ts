import { isKnownProtocol } from './dialects/protocols';
import { readFrames } from './frames';

/**
 * Whether lines are of a network trace that was exported as text: half of them are rows or details of packets, and
 * one has a protocol that is known. Exports that are not read are traces too: it is said how to export instead.
 */
export function isNetworkTrace(head: readonly string[]): boolean {
  const { frames, readLines, notRead } = readFrames({ count: head.length, at: line => head[line] ?? '' });
  if (notRead) return true;
  return readLines * 2 >= head.length && frames.some(frame => isKnownProtocol(frame.protocol));
}
