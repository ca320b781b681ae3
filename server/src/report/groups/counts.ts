/** What is kept of many computers while their files go by, to find what failures have in common. */
import { toldWithJoins } from '../../explain';
import type { Facts, Operation } from '../../model';
import { ownText } from '../../parser/lines';
import { failureText, isShortName } from '../../words';
import { isCounted, isFailure } from '../operations';

/** Something that several operations have in common: how they failed, or one of the things that they used. */
export type TraitKind = 'failure' | 'domainController' | 'ou' | 'account' | 'build';

export interface Trait {
  readonly kind: TraitKind;
  /** As a log has it. */
  readonly text: string;
  /** The same for what is the same: its place in `Counts.traits`. */
  readonly number: number;
}

/** All that one operation has, at most one of each kind. */
export type Traits = readonly Trait[];

/** A computer as far as it can be told from others of its name. */
export interface Computer {
  /** In small letters, '' where no log names it. */
  readonly domain: string;
  /** What its failures have, each with a file where it is so. */
  readonly failed: Map<Traits, string>;
  /** What its joins have. */
  readonly succeeded: Set<Traits>;
}

/** A computer counts once, however often it tried: one that fails in a loop is one that fails. */
export interface Counts {
  /** By name, in small letters. There may be several of one name. */
  readonly named: Map<string, Computer[]>;
  /** How many these are. */
  computers: number;
  /** Whether there were more, which are not counted. */
  isFull: boolean;
  /** Every trait, by its kind and its text in small letters. */
  readonly traits: Map<string, Trait>;
  /** What operations have; the same is kept once. */
  readonly known: Map<string, Traits>;
}

export function noCounts(): Counts {
  return { named: new Map(), computers: 0, isFull: false, traits: new Map(), known: new Map() };
}

/** So many computers are counted, and so many different operations: memory is finite. */
export const mostComputers = 100_000;

/** Of an operation that is like no other, when too many are. */
const nothingKnown: Traits = [];

/** Counts the operations of one file. */
export function countFile(counts: Counts, file: string, operations: readonly Operation[]): void {
  const told = toldWithJoins(operations);
  const found = new Map<string, { domain: string | undefined; readonly own: Operation[] }>();
  let name = operations.find(({ facts }) => facts.computer !== undefined)?.facts.computer ?? '';
  for (const operation of operations) {
    // What names no computer is of the one before it.
    name = operation.facts.computer ?? name;
    if (!isOfJoin(operation) || !isCounted(operation, told)) continue;
    if (!isGood(operation) && !isFailure(operation)) continue;
    const key = name.toLowerCase();
    const computer = found.get(key) ?? { domain: undefined, own: [] };
    found.set(key, computer);
    // A computer that is moved to another domain is still the same.
    computer.domain ??= operation.facts.domain;
    computer.own.push(operation);
  }
  for (const [key, { domain = '', own }] of found) {
    // A file that names no computer is that of one.
    const computer = computerOf(counts, key || `\n${file}`, domain.toLowerCase());
    for (const operation of computer ? own : []) {
      const traits = traitsOf(operation, counts);
      if (isGood(operation)) computer!.succeeded.add(traits);
      else if (!computer!.failed.has(traits)) computer!.failed.set(traits, file);
    }
  }
}

/**
 * Whether it is a join to a domain, or the name check that it ends at. Setup makes nearly every computer join a
 * workgroup first: that success, or a rename, is no join that went well.
 */
function isOfJoin({ kind, verdict }: Operation): boolean {
  return kind === 'join' || kind === 'provision' || (kind === 'nameCheck' && verdict.outcome === 'failed');
}

function isGood({ verdict: { outcome } }: Operation): boolean {
  return outcome === 'succeeded' || outcome === 'succeededWithDamage';
}

/** Undefined where it is one too many. */
function computerOf(counts: Counts, name: string, domain: string): Computer | undefined {
  const same = counts.named.get(name);
  const known = same?.find(each => each.domain === domain);
  if (known) return known;
  if (counts.computers >= mostComputers) {
    counts.isFull = true;
    return undefined;
  }
  counts.computers++;
  const computer = { domain: ownText(domain), failed: new Map(), succeeded: new Set<Traits>() };
  if (same) same.push(computer);
  else counts.named.set(ownText(name), [computer]);
  return computer;
}

function traitsOf(operation: Operation, { traits, known }: Counts): Traits {
  const { domainController, ou, account, build } = operation.facts;
  const texts: readonly (readonly [TraitKind, string | undefined])[] = [
    ['failure', isFailure(operation) ? failureText(operation) : undefined],
    ['domainController', domainController && fullName(domainController, operation.facts)],
    ['ou', ou],
    ['account', account],
    ['build', build?.toString()],
  ];
  const own = texts.flatMap(([kind, text]) =>
    text ? [{ kind, text, key: `${kind} ${text.toLowerCase()}` }] : [],
  );
  const all = own.map(({ key }) => key).join('\n');
  const same = known.get(all);
  if (same) return same;
  if (known.size >= mostComputers) return nothingKnown;
  const added = own.map(({ kind, text, key }) => {
    const trait = traits.get(key) ?? { kind, text: ownText(text), number: traits.size };
    if (trait.number === traits.size) traits.set(ownText(key), trait);
    return trait;
  });
  known.set(ownText(all), added);
  return added;
}

/** "DC7" in the domain fabrikam.test is DC7.fabrikam.test. */
function fullName(host: string, { domain }: Facts): string {
  const isWhole = !isShortName(host) || domain === undefined || isShortName(domain);
  return isWhole ? host : `${host}.${domain}`;
}
