import { isPacketInfo, isKnownProtocol } from './dialects/protocols';
import { readFrames } from './frames';
import { isTorn } from './torn';

/** So many lines are no accident. */
const least = 3;

/**
 * Whether some lines of a text that is taken for no trace look like rows of one: mail and chat programs break long
 * lines, and the halves are no rows.
 */
export function hasBrokenRows(head: readonly string[]): boolean {
  const unquoted = head.map(line => line.replace(/^(?: {0,3}> ?){1,5}/, ''));
  const { frames } = readFrames({ count: unquoted.length, at: line => unquoted[line] ?? '' });
  const rows = new Set(
    frames.flatMap(({ line, protocol, message }) =>
      isKnownProtocol(protocol) && (isPacketInfo(message) || isTorn(unquoted[line] ?? '')) ? line : [],
    ),
  );
  unquoted.forEach((line, at) => {
    if (isTorn(line)) rows.add(at);
  });
  return rows.size >= least;
}
