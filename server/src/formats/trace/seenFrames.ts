import type { Frame } from '../../model';
import type { DetailsRead } from './details';
import type { Row } from './dialects/dialect';

/** Longer texts are exports, not articles that print a frame again: so many keys are remembered. */
const mostSeen = 400_000;

/** A frame of which only its number was looked at so far. */
interface Unkeyed {
  readonly frame: Frame;
  readonly row: Row | undefined;
}

type IsSeen = (frame: Frame, row: Row | undefined, read: DetailsRead | undefined) => boolean;

/**
 * Tells of each frame in turn whether one with its number stood before: the same row, the row of these details, or
 * their details. While numbers rise, as in every export, nothing is compared.
 */
export function seenFrames(): IsSeen {
  let highest = -Infinity;
  let size = 0;
  let rising: Unkeyed[] = [];
  const byNumber = new Map<number, Unkeyed | Set<string>>();

  const keysOf = (number: number): Set<string> | undefined => {
    for (const each of rising) byNumber.set(each.frame.number!, each);
    rising = [];
    const known = byNumber.get(number);
    if (known === undefined || known instanceof Set) return known;
    const keys = new Set(ownKeys(known.frame, known.row));
    byNumber.set(number, keys);
    return keys;
  };

  return (frame, row, read) => {
    const { number } = frame;
    if (number === undefined) return false;
    const isRising = number > highest;
    const keys = isRising ? undefined : keysOf(number);
    if (!keys) {
      highest = Math.max(highest, number);
      if (size < mostSeen) {
        size += row ? 2 : 1;
        if (isRising) rising.push({ frame, row });
        else byNumber.set(number, { frame, row });
      }
      return false;
    }
    const own = ownKeys(frame, row);
    const others = row
      ? [keyOf(frame, 'details', frame.protocol)]
      : (read?.protocols ?? []).map(each => keyOf(frame, 'row', each));
    const isSeen = keys.has(own[0]!) || others.some(each => keys.has(each));
    if (size < mostSeen) {
      for (const key of own) {
        if (!keys.has(key)) size++;
        keys.add(key);
      }
    }
    return isSeen;
  };
}

/** What is remembered of a frame: what it is, and of a row its protocol too, which its details may have. */
function ownKeys(frame: Frame, row: Row | undefined): string[] {
  const { protocol } = frame;
  return row
    ? [keyOf(frame, 'row', row.time, row.length, protocol, row.info), keyOf(frame, 'row', protocol)]
    : [keyOf(frame, 'details', protocol)];
}

function keyOf({ source, destination }: Frame, ...rest: unknown[]): string {
  return [source, destination, ...rest].join(' ').toLowerCase();
}
