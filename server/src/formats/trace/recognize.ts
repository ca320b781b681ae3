import type { Frame } from '../../model';
import { isKnownProtocol, isPacketInfo } from './dialects/protocols';
import { readFrames } from './frames';

/** Parts of a tree that have lost their frame, which articles show between rows: they speak neither for nor against. */
const indented = /^(?: {4}|\t)/;

/** The header of `tshark -T fields`. */
const fieldNames = /^"?(?:frame|eth|ipv?6?|tcp|udp|_ws\.col)\.[\w.]{2,40}(?:["\s,;|]|$)/;

/**
 * Whether lines are of a network trace that was exported as text: half of them are rows or details of packets, and
 * one has a protocol that is known and says what such packets say: lists of hosts and rules have columns like these. Exports that are not read are traces too: it is said how to export instead.
 */
export function isNetworkTrace(head: readonly string[]): boolean {
  const { frames, readLines, notRead } = readFrames({ count: head.length, at: line => head[line] ?? '' });
  if (notRead) return true;
  const isSure = frames.some(isSurelyPacket) || fieldNames.test(head[0] ?? '');
  if (!isSure) return false;
  const count = frames.length < 2 ? head.length : head.filter(line => !indented.test(line)).length;
  return readLines * 2 >= count;
}

function isSurelyPacket({ dialect, number, time, protocol, message, details }: Frame): boolean {
  if (details || dialect === 'pktmon') return true;
  const isTshark = dialect === 'tsharkSummary' || dialect === 'tsharkTabs';
  return (
    isKnownProtocol(protocol) &&
    (isPacketInfo(message) || (isTshark && number !== undefined && time !== undefined))
  );
}
