/** What failures and successes of many files have in common, counted while the files go by. */
import { toldWithJoins } from '../../explain';
import type { Facts, Operation } from '../../model';
import { failureText, isShortName } from '../../words';
import { isCounted, isFailure } from '../operations';

/** Something that several operations have in common: how they failed, or one of the things that they used. */
export type TraitKind = 'failure' | 'domainController' | 'ou' | 'account' | 'build';

export interface Trait {
  readonly kind: TraitKind;
  /** The same for what is the same. */
  readonly key: string;
  /** As a log has it. */
  readonly text: string;
}

/** Of one trait, or of two together: how many computers have it. */
export interface Tally {
  readonly traits: readonly Trait[];
  failed: number;
  succeeded: number;
  /** Some files with a failure. */
  readonly files: string[];
}

/** A computer counts once, however often it tried: one that fails in a loop is one that fails. */
export interface Counts {
  /** Computers with a failure, and all their failures. */
  failed: number;
  failures: number;
  /** Computers that joined. */
  succeeded: number;
  /** Computers that failed and joined, before or later. */
  both: number;
  /** Those of them whose operations tell of a kind of trait at all. */
  readonly telling: Readonly<Record<TraitKind, { failed: number; succeeded: number }>>;
  /** By the keys of their traits. */
  readonly tallies: Map<string, Tally>;
  /** The full names of hosts by their first label; undefined where it is that of several. */
  readonly fullNames: Map<string, Trait | undefined>;
}

export function noCounts(): Counts {
  const none = () => ({ failed: 0, succeeded: 0 });
  return {
    failed: 0,
    failures: 0,
    succeeded: 0,
    both: 0,
    telling: {
      failure: none(),
      domainController: none(),
      ou: none(),
      account: none(),
      build: none(),
    },
    tallies: new Map(),
    fullNames: new Map(),
  };
}

/** No more different traits are counted: what most have in common is met early. */
const mostTallies = 100_000;

/** Of each tally so many files are kept. */
export const mostFiles = 3;

/** What one computer did, in one file. */
interface Computer {
  failures: number;
  successes: number;
  readonly failed: Map<string, readonly Trait[]>;
  readonly succeeded: Map<string, readonly Trait[]>;
}

/** Counts the operations of one file. */
export function countFile(counts: Counts, file: string, operations: readonly Operation[]): void {
  const told = toldWithJoins(operations);
  const computers = new Map<string, Computer>();
  let name = operations.find(({ facts }) => facts.computer !== undefined)?.facts.computer ?? '';
  for (const operation of operations) {
    // What names no computer is of the one before it.
    name = operation.facts.computer ?? name;
    const { outcome } = operation.verdict;
    const isGood = outcome === 'succeeded' || outcome === 'succeededWithDamage';
    if (!isOfJoin(operation) || !isCounted(operation, told) || !(isGood || isFailure(operation))) continue;
    const key = name.toLowerCase();
    const computer = computers.get(key) ?? nothingDone();
    computers.set(key, computer);
    if (isGood) computer.successes++;
    else computer.failures++;
    const own = isGood ? computer.succeeded : computer.failed;
    for (const traits of combined(traitsOf(operation, counts))) own.set(keyOf(traits), traits);
  }
  for (const computer of computers.values()) addComputer(counts, file, computer);
}

/**
 * Whether it is a join to a domain, or the name check that it ends at. Setup makes nearly every computer join a
 * workgroup first: that success, or a rename, is no join that went well.
 */
function isOfJoin({ kind, verdict }: Operation): boolean {
  return kind === 'join' || kind === 'provision' || (kind === 'nameCheck' && verdict.outcome === 'failed');
}

const nothingDone = (): Computer => ({ failures: 0, successes: 0, failed: new Map(), succeeded: new Map() });

function addComputer(counts: Counts, file: string, { failures, successes, failed, succeeded }: Computer) {
  counts.failures += failures;
  if (failures > 0) counts.failed++;
  if (successes > 0) counts.succeeded++;
  if (failures > 0 && successes > 0) counts.both++;
  for (const [outcome, own] of [['failed', failed] as const, ['succeeded', succeeded] as const]) {
    const kinds = new Set<TraitKind>();
    for (const [key, traits] of own) {
      for (const { kind } of traits) kinds.add(kind);
      let tally = counts.tallies.get(key);
      if (!tally) {
        if (counts.tallies.size >= mostTallies) continue;
        counts.tallies.set(key, (tally = { traits, failed: 0, succeeded: 0, files: [] }));
      }
      tally[outcome]++;
      const isNew = outcome === 'failed' && !tally.files.includes(file);
      if (isNew && tally.files.length < mostFiles) tally.files.push(file);
    }
    for (const kind of kinds) counts.telling[kind][outcome]++;
  }
}

/** The key of traits together, whatever their order. */
export function keyOf(traits: readonly Trait[]): string {
  return traits
    .map(({ kind, key }) => `${kind} ${key}`)
    .sort()
    .join('\n');
}

/** Each trait, and each two of them. */
function* combined(traits: readonly Trait[]): Generator<readonly Trait[]> {
  for (const [at, trait] of traits.entries()) {
    yield [trait];
    for (const other of traits.slice(at + 1)) yield [trait, other];
  }
}

function traitsOf(operation: Operation, { fullNames }: Counts): Trait[] {
  const { facts } = operation;
  const { ou, account, build, domainController } = facts;
  const traits: Trait[] = [];
  const add = (kind: TraitKind, text: string | undefined) => {
    if (text !== undefined) traits.push({ kind, key: text.toLowerCase(), text });
  };
  if (isFailure(operation)) add('failure', failureText(operation));
  if (domainController !== undefined) {
    const name = fullName(domainController, facts);
    const trait: Trait = { kind: 'domainController', key: name.toLowerCase(), text: name };
    traits.push(trait);
    learn(fullNames, trait);
  }
  add('ou', ou);
  add('account', account);
  add('build', build === undefined ? undefined : String(build));
  return traits;
}

/** "DC7" in the domain fabrikam.test is DC7.fabrikam.test. */
function fullName(host: string, { domain }: Facts): string {
  const isWhole = !isShortName(host) || domain === undefined || isShortName(domain);
  return isWhole ? host : `${host}.${domain}`;
}

function learn(fullNames: Counts['fullNames'], trait: Trait): void {
  const dot = trait.key.indexOf('.');
  if (dot < 0) return;
  const label = trait.key.slice(0, dot);
  const known = fullNames.get(label);
  if (!fullNames.has(label)) {
    if (fullNames.size < mostTallies) fullNames.set(label, trait);
  } else if (known && known.key !== trait.key) fullNames.set(label, undefined);
}

/** The tallies in which hosts that are called by the first label of their name are counted by their whole name. */
export function mergedTallies({ tallies, fullNames }: Counts): ReadonlyMap<string, Tally> {
  const merged = new Map<string, Tally>();
  for (const tally of tallies.values()) {
    const traits = tally.traits.map(trait =>
      trait.kind === 'domainController' ? (fullNames.get(trait.key) ?? trait) : trait,
    );
    const key = keyOf(traits);
    const known = merged.get(key);
    const files = [...new Set([...(known?.files ?? []), ...tally.files])].slice(0, mostFiles);
    merged.set(key, {
      traits,
      failed: (known?.failed ?? 0) + tally.failed,
      succeeded: (known?.succeeded ?? 0) + tally.succeeded,
      files,
    });
  }
  return merged;
}
