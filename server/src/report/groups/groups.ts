/**
 * What the failures of many files have in common: a domain controller, an account, a code at a step. Where there are
 * successes, only what is clearly more frequent among failures is told; never is it told as a cause.
 */
import type { Operation } from '../../model';
import { count } from '../../words';
import {
  type Counts,
  countFile,
  keyOf,
  mergedTallies,
  noCounts,
  type Tally,
  type Trait,
  type TraitKind,
} from './counts';
import { type Paint, unpainted } from '../paint';
import { paragraph } from '../paragraphs';
import { fewest, isTelling } from './telling';

export interface Groups {
  /** Counts a file; of it only numbers are kept, and its name where it is an example. */
  take(file: string, operations: readonly Operation[]): void;
  /** The groups for a terminal; '' where there is no pattern. Ends with a line feed. */
  text(paint?: Paint): string;
}

export function groups(): Groups {
  const counts = noCounts();
  return {
    take: (file, operations) => countFile(counts, file, operations),
    text: (paint = unpainted) => (counts.failed < fewest ? '' : groupsText(counts, paint)),
  };
}

/** Nobody reads more. */
const mostGroups = 5;

/** What a smaller part of the failures have in common does not explain most of them. */
const smallestShare = 0.1;

/** What most of one have and most of the other is one group. */
const sameShare = 0.8;

/** Traits that the same computers have, the first of them the most frequent. */
type Group = Tally[];

function groupsText(counts: Counts, paint: Paint): string {
  const tallies = mergedTallies(counts);
  const both = (a: Tally, b: Tally) => tallies.get(keyOf([...a.traits, ...b.traits]))?.failed ?? 0;
  const isMany = ({ failed }: Tally) => failed >= fewest && failed >= smallestShare * counts.failed;
  const single = [...tallies.values()].filter(each => each.traits.length === 1);
  const used = single.filter(({ traits }) => traits[0]!.kind !== 'failure');
  const ways = single.filter(each => each.traits[0]!.kind === 'failure' && isMany(each));
  const triedOf = (tally: Tally) =>
    used.filter(({ traits }) => traits[0]!.kind === tally.traits[0]!.kind).length;
  const contrasted = (tally: Tally) => isTelling(againstSuccesses(tally, counts), triedOf(tally));

  const telling = used.filter(each => isMany(each) && contrasted(each));
  const pairs = [...tallies.values()].filter(
    ({ traits }) => traits.length === 2 && traits.every(({ kind }) => kind !== 'failure'),
  );
  const within = (pair: Tally) => telling.filter(({ traits }) => pair.traits.some(isSame(traits[0]!)));
  // Two together are told where they say more than each alone.
  const together = pairs.filter(
    pair =>
      isMany(pair) &&
      isTelling(againstSuccesses(pair, counts), pairs.length) &&
      within(pair).every(single => isSharper(pair, single)),
  );
  const alone = telling.filter(({ traits }) => !together.some(pair => pair.traits.some(isSame(traits[0]!))));

  const found: Group[] = [];
  const candidates = [...alone, ...together, ...ways].sort((a, b) => b.failed - a.failed);
  for (const tally of candidates) {
    const group = found.find(
      each =>
        each.every(other => other.traits[0]!.kind !== tally.traits[0]!.kind) &&
        both(each[0]!, tally) >= sameShare * each[0]!.failed,
    );
    if (group) group.push(tally);
    else found.push([tally]);
  }
  // Without successes, failures of one kind are compared with the others. Where there are few others too, what most of
  // them have is said as what it is.
  let isUncompared = false;
  for (const group of found) {
    const [way] = group;
    if (counts.succeeded >= fewest || group.length > 1 || way!.traits[0]!.kind !== 'failure') continue;
    const own = used.filter(each => both(way!, each) >= sameShare * way!.failed);
    const hasOthers = counts.failed - way!.failed >= fewest;
    const isUnlike = (each: Tally) =>
      isTelling(againstOthers(way!, each, both(way!, each), counts), triedOf(each));
    group.push(...(hasOthers ? own.filter(isUnlike) : own));
    isUncompared ||= !hasOthers && own.length > 0;
  }
  const shown = found.slice(0, mostGroups);
  const more = found.length - shown.length;
  const kinds = single.length - used.length;
  const nothing = `   nothing that is clear, among ${kinds} kinds of failure`;
  return [
    `${paint('heading', 'In common')}: ${headingText(counts)}\n\n`,
    found.length > 0 ? shown.map(group => groupBlock(group, counts, both)).join('\n') : `${nothing}\n`,
    more > 0 ? `\n   ${count(more, 'smaller group is', 'smaller groups are')} not shown\n` : '',
    '\n',
    paragraph(
      [
        'In each file a computer counts once, however often it failed.',
        found.length > 0 ? 'What is common need not be the cause.' : '',
        isUncompared ? 'Joins that go well may have the same in common: too few are among these logs.' : '',
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ].join('');
}

/** "40 computers failed to join (41 failures), 110 joined, 3 of them did both". */
function headingText({ failed, failures, succeeded, both }: Counts): string {
  const times = failures > failed ? ` (${count(failures, 'failure', 'failures')})` : '';
  const twice = both > 0 ? `, ${both} of them did both` : '';
  return `${count(failed, 'computer', 'computers')} failed to join${times}, ${succeeded} joined${twice}`;
}

const isSame = (one: Trait) => (other: Trait) => one.kind === other.kind && one.key === other.key;

/** Whether a pair has most of the failures of one of its two, and leaves out most of its successes. */
function isSharper(pair: Tally, single: Tally): boolean {
  const isRid = single.succeeded >= fewest && 2 * pair.succeeded <= single.succeeded;
  return isRid && pair.failed >= (2 / 3) * single.failed;
}

/** Among the failures, and among the successes that tell of such a thing. */
function againstSuccesses({ traits, failed, succeeded }: Tally, { telling }: Counts) {
  const least = (outcome: 'failed' | 'succeeded') =>
    Math.min(...traits.map(({ kind }) => telling[kind][outcome]));
  return { failed, ofFailed: least('failed'), others: succeeded, ofOthers: least('succeeded') };
}

/** Among the failures of one kind, and among the other failures. */
function againstOthers(way: Tally, used: Tally, both: number, { failed }: Counts) {
  return { failed: both, ofFailed: way.failed, others: used.failed - both, ofOthers: failed - way.failed };
}

function groupBlock([first, ...others]: Group, counts: Counts, both: (a: Tally, b: Tally) => number): string {
  const { failed } = first!;
  const part = `${failed} of ${counts.failed}`;
  const indent = ' '.repeat(part.length + 5);
  const more = others.map(each => {
    const number = both(first!, each);
    const who = number === failed ? (failed === 2 ? 'both' : `all ${number}`) : `${number} of these`;
    return `${indent}${who} ${saying(each.traits)}${contrastText(each, counts)}`;
  });
  const rest = failed - first!.files.length;
  const files = `${indent}as in ${first!.files.join(', ')}${rest > 0 ? ' …' : ''}`;
  return `   ${[`${part}  ${saying(first!.traits)}${contrastText(first!, counts)}`, ...more, files].join('\n')}\n`;
}

/** "; so did 3 of 110 that succeeded"; '' where it says nothing. */
function contrastText(tally: Tally, counts: Counts): string {
  if (tally.traits[0]!.kind === 'failure') return '';
  const { others, ofOthers } = againstSuccesses(tally, counts);
  if (ofOthers < fewest) return '';
  return `; so did ${others === 0 ? 'none' : others} of ${ofOthers} that succeeded`;
}

const verbs: Readonly<Record<TraitKind, string>> = {
  failure: 'failed',
  domainController: 'used',
  ou: 'asked for',
  account: 'used the account',
  build: 'ran Windows build',
};

/** "used DC7.fabrikam.test and ran Windows build 26100". */
function saying(traits: readonly Trait[]): string {
  return traits.map(({ kind, text }) => `${verbs[kind]} ${text}`).join(' and ');
}
