/** Numbers that look random and are the same in every run: a text of the bench is the same text each time. */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to `count`. */
  below(count: number): number;
  /** One of them. */
  of<T>(values: readonly T[]): T;
  /** So many hexadecimal digits in small letters. */
  hex(digits: number): string;
}

/** Mulberry32: 32 bits of state are enough to vary names and times. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  const hex = (digits: number) => Array.from({ length: digits }, () => below(16).toString(16)).join('');
  return { next, below, hex, of: values => values[below(values.length)]! };
}
