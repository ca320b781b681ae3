/** How many computers have something: a trait, two of them in one operation, or a trait of a kind at all. */
import { isShortName } from '../../words';
import type { Computer, Counts, Trait, Traits } from './counts';

/** A computer with all that it did, hosts by their full names. */
export interface Known {
  /** What its failures have, each with a file where it is so. */
  readonly failed: readonly (readonly [Traits, file: string])[];
  readonly succeeded: readonly Traits[];
}

export function knownComputers({ named, traits, known }: Counts): Known[] {
  const fullOf = fullNames(traits.values());
  const whole = new Map<Traits, Traits>();
  for (const own of known.values()) {
    whole.set(
      own,
      own.map(trait => fullOf(trait)),
    );
  }
  const computers: Known[] = [];
  for (const same of named.values()) {
    for (const { failed, succeeded } of united(same)) {
      computers.push({
        failed: [...failed].map(([own, file]) => [whole.get(own) ?? own, file] as const),
        succeeded: [...succeeded].map(own => whole.get(own) ?? own),
      });
    }
  }
  return computers;
}

/**
 * Computers of one name. FABRIKAM, or no domain at all, is fabrikam.test where only that is there: the same computer by
 * another of its logs.
 */
function united(same: readonly Computer[]): readonly Computer[] {
  if (same.length === 1) return same;
  const rank = ({ domain }: Computer) => (domain === '' ? 2 : isShortName(domain) ? 1 : 0);
  const apart: Computer[] = [];
  for (const computer of [...same].sort((a, b) => rank(a) - rank(b))) {
    const { domain, failed, succeeded } = computer;
    const fitting = apart.filter(
      each => rank(computer) === 2 || (rank(computer) === 1 && each.domain.startsWith(`${domain}.`)),
    );
    if (fitting.length !== 1) apart.push(computer);
    else {
      const [other] = fitting;
      apart[apart.indexOf(other!)] = {
        domain: other!.domain,
        failed: new Map([...failed, ...other!.failed]),
        succeeded: new Set([...succeeded, ...other!.succeeded]),
      };
    }
  }
  return apart;
}

/** A host that is called by the first label of its name is the one with that label, where there is only one. */
function fullNames(traits: Iterable<Trait>): (trait: Trait) => Trait {
  const byLabel = new Map<string, Trait | undefined>();
  for (const trait of traits) {
    if (trait.kind !== 'domainController' || isShortName(trait.text)) continue;
    const label = trait.text.split('.', 1)[0]!.toLowerCase();
    byLabel.set(label, byLabel.has(label) ? undefined : trait);
  }
  return trait =>
    trait.kind === 'domainController' ? (byLabel.get(trait.text.toLowerCase()) ?? trait) : trait;
}

/** How many computers have what a key stands for. */
export type Tallies = Map<string, number>;

/** The key of a trait, or of two. */
export function keyOf(traits: Traits): string {
  const [a, b] = traits.map(({ number }) => number);
  return b === undefined ? String(a) : `${Math.min(a!, b)} ${Math.max(a!, b)}`;
}

/** The key of having any trait of a kind, or of each of two kinds; an operation has them in one order always. */
export function kindsKeyOf(traits: Traits): string {
  return traits.length === 1 ? traits[0]!.kind : traits.map(({ kind }) => kind).join(' ');
}

/** Counts each computer once for each key that an operation of it has. */
export function tally(
  tallies: Tallies,
  computers: Iterable<readonly Traits[]>,
  keysOf: (own: Traits) => Iterable<string>,
): void {
  for (const operations of computers) {
    const keys = new Set<string>();
    for (const own of operations) for (const key of keysOf(own)) keys.add(key);
    for (const key of keys) tallies.set(key, (tallies.get(key) ?? 0) + 1);
  }
}

/** Each trait alone. */
export function* singles(own: Traits): Generator<string> {
  for (const trait of own) yield keyOf([trait]);
}

/** Kinds of traits, alone and two together. */
export function* kinds(own: Traits): Generator<string> {
  for (const trait of own) yield kindsKeyOf([trait]);
  for (const two of pairs(own)) yield kindsKeyOf(two);
}

/** Each two of them. */
export function* pairs(own: Traits): Generator<readonly [Trait, Trait]> {
  for (const [at, trait] of own.entries()) {
    for (const other of own.slice(at + 1)) yield [trait, other];
  }
}
