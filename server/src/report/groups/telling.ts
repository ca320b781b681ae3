/** Whether a number is more than chance: what is common among failures and rare among successes. */

/** How many of how many have something, among failures and among what they are compared with. */
export interface Contrast {
  readonly failed: number;
  readonly ofFailed: number;
  readonly others: number;
  readonly ofOthers: number;
}

/** Fewer of either say nothing. */
export const fewest = 3;

/** How likely a pattern may be by chance alone. */
const byChance = 0.05;

/**
 * Whether something is clearly more frequent among failures: twice as frequent, by at least a fifth, and hardly by
 * chance. What nearly all have, failed or not, tells nothing.
 *
 * @param tried how many such things are looked at: one among many looks striking by chance alone
 */
export function isTelling({ failed, ofFailed, others, ofOthers }: Contrast, tried: number): boolean {
  if (failed < fewest || ofOthers < fewest) return false;
  const share = failed / ofFailed;
  const usual = others / ofOthers;
  if (share < 2 * usual || share - usual < 0.2) return false;
  return chance(failed, ofFailed, others, ofOthers) * tried <= byChance;
}

/** Fisher's exact test, one-sided: how likely at least so many of those that have it are among the failures. */
function chance(failed: number, ofFailed: number, others: number, ofOthers: number): number {
  const having = failed + others;
  const all = ofFailed + ofOthers;
  const most = Math.min(having, ofFailed);
  let term = Math.exp(
    logChoose(having, failed) + logChoose(all - having, ofFailed - failed) - logChoose(all, ofFailed),
  );
  let sum = term;
  for (let at = failed; at < most; at++) {
    term *= ((having - at) / (at + 1)) * ((ofFailed - at) / (all - having - ofFailed + at + 1));
    sum += term;
  }
  return sum;
}

/** The logarithm of how many ways there are to choose some of all. */
function logChoose(all: number, some: number): number {
  let sum = 0;
  for (let at = 1; at <= some; at++) sum += Math.log((all - some + at) / at);
  return sum;
}
