/**
 * How often random things are tried: the short form is part of `npm test` and tries the same each time; the long form
 * (`npm run test:long`) tries more, and others each time. `--seed=N` repeats what it tried.
 */
import fc from 'fast-check';

export const isLong = process.argv.includes('--long');

const asked = process.argv.find(arg => arg.startsWith('--seed='))?.slice('--seed='.length);
const seed = asked !== undefined ? Number(asked) : isLong ? Date.now() & 0x7fffffff : 20_260_210;
if (isLong) console.log(`# seed ${seed}`);

/** The number of tries in each form. A failure prints its seed, its path and the smallest text that fails. */
export function runs(short: number, long: number): fc.Parameters<unknown> {
  return { numRuns: isLong ? long : short, seed, includeErrorInReport: true };
}

/** The timeout of a test in milliseconds: nothing here waits, so a test that takes longer hangs. */
export const timeout = isLong ? 3_600_000 : 120_000;
