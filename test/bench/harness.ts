import { readText, textFile, type Extent, type TextName } from './texts/files';

/** One figure of a goal. */
export interface Figure {
  /** Which one of its goal, the same in every run: "50 MB to REF". */
  readonly name: string;
  readonly value: number;
  /** What stands behind the value: '×' for a ratio, 'KB' …. */
  readonly unit: string;
  /** What it was measured against, with both figures: "REF 7.6 ms, ours 21 ms". */
  readonly against: string;
  readonly goal: number;
  /** The goal is a least value; without it, a greatest. */
  readonly isLeast?: true;
  /** What two runs may differ by on a busy machine, as a part of the value. */
  readonly noise: number;
}

/** A figure that cannot be measured here, and why. */
export interface Unmeasured {
  readonly name: string;
  readonly why: string;
}

export interface Goal {
  readonly id: string;
  readonly title: string;
  measure(bench: Bench): AsyncIterable<Figure | Unmeasured>;
}

type Way = () => number | Promise<number>;

/** What a goal is measured with. */
export interface Bench {
  /** Small texts and one or two samples: a check that the bench works, whose times mean nothing. */
  readonly isShort: boolean;
  /** A folder for files, which is removed at the end. */
  readonly folder: string;
  /** The file of a text of so many megabytes; in the short form, of a part of that, but 100 KB at least. */
  file(name: TextName, megabytes: number): string;
  /** The same of so many joins. */
  fileOfJoins(name: TextName, joins: number): string;
  text(name: TextName, megabytes: number): string;
  /**
   * What each way gives (milliseconds), measured in turn, A B A B: what else the machine does meets all of them.
   * At least two rounds, then until there are `most` or `seconds` have passed.
   */
  alternate<K extends string>(
    ways: Readonly<Record<K, Way>>,
    limits: { readonly most: number; readonly seconds: number },
  ): Promise<Record<K, number[]>>;
}

export function benchIn(folder: string, isShort: boolean): Bench {
  const scaled = (megabytes: number): Extent => ({
    characters: isShort ? Math.max(100_000, megabytes * 5000) : megabytes * 1_000_000,
  });
  const file = (name: TextName, megabytes: number) => textFile(folder, name, scaled(megabytes));
  return {
    isShort,
    folder,
    file,
    fileOfJoins: (name, joins) => textFile(folder, name, { parts: isShort ? joins / 100 : joins }),
    text: (name, megabytes) => readText(file(name, megabytes)),
    async alternate(ways, { most, seconds }) {
      const entries = Object.entries(ways) as [keyof typeof ways, Way][];
      const samples = Object.fromEntries(entries.map(([name]) => [name, [] as number[]])) as Record<
        keyof typeof ways,
        number[]
      >;
      const end = performance.now() + seconds * 1000;
      for (let round = 0; round < (isShort ? 1 : most); round++) {
        if (round >= 2 && performance.now() > end) break;
        for (const [name, way] of entries) samples[name].push(await way());
      }
      return samples;
    },
  };
}

/** Milliseconds that something takes, the least of so many times; garbage is collected before, outside of the time. */
export function milliseconds(run: () => unknown, times = 1): number {
  globalThis.gc?.();
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** The value below which a part of them lies: 0.99 of a hundred values for the last but one. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** What else the machine does only adds, so the least of each is nearest to what it takes. */
export const ratioOfMinima = (ours: readonly number[], theirs: readonly number[]): number =>
  Math.min(...ours) / Math.min(...theirs);

/** For whole processes, whose least values are rare. */
export const medianOfPairs = (ours: readonly number[], theirs: readonly number[]): number =>
  median(ours.map((value, round) => value / theirs[round]!));

/** "7.6 ms", "25,297 ms", with the digits that mean something. */
export function shown(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${number} ${unit}`.trimEnd();
}

/** "REF 7.60 ms, ours 21.3 ms (12 samples)": the least of each. */
export function leastOf(samples: Readonly<Record<string, readonly number[]>>, unit = 'ms'): string {
  const parts = Object.entries(samples).map(
    ([name, values]) => `${name} ${shown(Math.min(...values), unit)}`,
  );
  const count = Object.values(samples)[0]!.length;
  return `${parts.join(', ')} (${count === 1 ? '1 sample' : `${count} samples`})`;
}
