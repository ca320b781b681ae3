/**
 * What the failures of many files have in common: a domain controller, an account, a code at a step. Where there are
 * successes, only what is clearly more frequent among failures is told; never is it told as a cause.
 */
import type { Counts, Traits } from './counts';
import { kinds, kindsKeyOf, keyOf, knownComputers, pairs, singles, tally, type Tallies } from './tallies';
import { type Contrast, fewest, isTelling } from './telling';

/**
 * One trait, or two that tell together, with how many computers have it: of those that failed and of those that joined,
 * as far as they name such a thing at all.
 */
export interface Tally extends Contrast {
  readonly traits: Traits;
}

/** What the same computers have, the most frequent first, and how many of those of the first have each. */
export interface Group {
  readonly first: Tally;
  readonly more: readonly {
    readonly tally: Tally;
    readonly both: number;
    /** Of those of the first, how many name such a thing. */
    readonly ofBoth: number;
  }[];
  /** Some files where it is so. */
  readonly files: readonly string[];
}

/** All that is told, in numbers of computers. */
export interface Found {
  readonly failed: number;
  readonly succeeded: number;
  /** Those that failed and joined, before or later. */
  readonly both: number;
  readonly groups: readonly Group[];
  /** How many different failures there are. */
  readonly ways: number;
  /** Whether something is told that nothing is there to compare with. */
  readonly isUncompared: boolean;
  /** Whether there were more computers than are counted. */
  readonly isFull: boolean;
}

/** What a smaller part of the failures have in common does not explain most of them. */
const smallestShare = 0.1;

/** What most of one have and most of the other is one group. */
const sameShare = 0.8;

/** So many files are shown as examples. */
const mostFiles = 3;

const isWay = ({ traits }: Pick<Tally, 'traits'>) => traits[0]!.kind === 'failure';

/** Finds what failures have in common. */
export function foundIn(counts: Counts): Found {
  const computers = knownComputers(counts);
  const failing = computers.filter(({ failed }) => failed.length > 0);
  const failures = failing.map(({ failed }) => failed.map(([traits]) => traits));
  const joins = computers.map(({ succeeded }) => succeeded).filter(({ length }) => length > 0);
  const failed: Tallies = new Map();
  const succeeded: Tallies = new Map();
  const countBoth = (keysOf: (own: Traits) => Iterable<string>) => {
    tally(failed, failures, keysOf);
    tally(succeeded, joins, keysOf);
  };
  const tallyOf = (traits: Traits): Tally => {
    const [key, kindsKey] = [keyOf(traits), kindsKeyOf(traits)];
    return {
      traits,
      failed: failed.get(key) ?? 0,
      ofFailed: failed.get(kindsKey) ?? 0,
      others: succeeded.get(key) ?? 0,
      ofOthers: succeeded.get(kindsKey) ?? 0,
    };
  };
  const least = Math.max(fewest, smallestShare * failing.length);
  const isMany = (each: Tally) => each.failed >= least;
  // What too few computers have, failed or not, cannot be told, and is not looked at.
  const rarest = Math.max(fewest, sameShare * least);
  const isLookedAt = (key: string) => (failed.get(key) ?? 0) + (succeeded.get(key) ?? 0) >= rarest;

  countBoth(singles);
  countBoth(kinds);
  const frequent = [...counts.traits.values()].filter(trait => isLookedAt(keyOf([trait])));
  const frequentNumbers = new Set(frequent.map(({ number }) => number));
  const paired = new Map<string, Traits>();
  countBoth(function* (own) {
    for (const two of pairs(own.filter(({ number }) => frequentNumbers.has(number)))) {
      const key = keyOf(two);
      paired.set(key, two);
      yield key;
    }
  });
  const single = frequent.map(trait => tallyOf([trait]));
  const used = single.filter(each => !isWay(each));
  const together = [...paired.values()]
    .filter(two => two.every(({ kind }) => kind !== 'failure') && isLookedAt(keyOf(two)))
    .map(tallyOf);
  const both = (a: Tally, b: Tally) => failed.get(keyOf([...a.traits, ...b.traits])) ?? 0;

  // One among many looks striking by chance alone, of whatever kind it is.
  const tried = used.length + together.length;
  const telling = used.filter(each => isMany(each) && isTelling(each, tried));
  // Two together are told where they say more than each alone.
  const sharp = together.filter(
    pair =>
      isMany(pair) &&
      isTelling(pair, tried) &&
      telling.every(each => !pair.traits.includes(each.traits[0]!) || isSharper(pair, each)),
  );
  const alone = telling.filter(({ traits }) => !sharp.some(pair => pair.traits.includes(traits[0]!)));
  const ways = single.filter(each => isWay(each) && isMany(each));

  const found: Tally[][] = [];
  for (const each of [...alone, ...sharp, ...ways].sort((a, b) => b.failed - a.failed)) {
    const group = found.find(
      own =>
        own.every(({ traits }) => traits[0]!.kind !== each.traits[0]!.kind) &&
        own[0]!.traits.length + each.traits.length === 2 &&
        both(own[0]!, each) >= sameShare * own[0]!.failed,
    );
    if (group) group.push(each);
    else found.push([each]);
  }

  // Without successes, failures of one kind are compared with the others. Where there are few others too, what most of
  // them have is said as what it is.
  let isUncompared = false;
  const bare = joins.length < fewest ? found.filter(own => own.length === 1 && isWay(own[0]!)) : [];
  for (const group of bare) {
    const way = group[0]!;
    const own = used.filter(each => both(way, each) >= sameShare * way.failed);
    if (own.length === 0) continue;
    const others = failures.filter(all => !all.some(traits => traits.includes(way.traits[0]!)));
    isUncompared ||= others.length < fewest;
    const tried = used.length * bare.length;
    for (const each of others.length < fewest ? own : unlike(way, own, others, tried)) group.push(each);
  }

  /** Of the computers that have the first, those that have the others in the same operation. */
  function groupOf([first, ...others]: readonly Tally[]): Group {
    const having = (all: Traits) => first!.traits.every(trait => all.includes(trait));
    const within: Tallies = new Map();
    const own = failures.map(all => all.filter(having));
    tally(within, own, singles);
    tally(within, own, kinds);
    const files = failing.flatMap(each => each.failed.filter(([all]) => having(all)).map(([, file]) => file));
    return {
      first: first!,
      more: others.map(each => ({
        tally: each,
        both: within.get(keyOf(each.traits)) ?? 0,
        ofBoth: within.get(kindsKeyOf(each.traits)) ?? 0,
      })),
      files: [...new Set(files)].slice(0, mostFiles),
    };
  }

  /** What failures of one kind have more often than the computers that never failed like that. */
  function unlike(
    way: Tally,
    own: readonly Tally[],
    others: readonly (readonly Traits[])[],
    tried: number,
  ): readonly Tally[] {
    const among: Tallies = new Map();
    tally(among, others, singles);
    tally(among, others, kinds);
    const more = new Map(groupOf([way, ...own]).more.map(each => [each.tally, each]));
    return own.filter(each => {
      const { both, ofBoth } = more.get(each)!;
      const [key, kindsKey] = [keyOf(each.traits), kindsKeyOf(each.traits)];
      const rest = { others: among.get(key) ?? 0, ofOthers: among.get(kindsKey) ?? 0 };
      return isTelling({ failed: both, ofFailed: ofBoth, ...rest }, tried);
    });
  }

  return {
    failed: failing.length,
    succeeded: joins.length,
    both: failing.length + joins.length - computers.length,
    groups: found.map(groupOf),
    ways: [...counts.traits.values()].filter(({ kind }) => kind === 'failure').length,
    isUncompared,
    isFull: counts.isFull,
  };
}

/** Whether a pair has most of the failures of one of its two, and leaves out most of its successes. */
function isSharper(pair: Tally, single: Tally): boolean {
  const isRid = single.others >= fewest && 2 * pair.others <= single.others;
  return isRid && pair.failed >= (2 / 3) * single.failed;
}
