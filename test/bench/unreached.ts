/** A figure that does not reach its goal: what it is held to, and why. */
interface Held {
  readonly held: number;
  readonly why: string;
}

/**
 * The figures that miss their goal today, by "G1 name". They fail only where they get worse than `held` by more
 * than their noise. A row goes when its goal is reached; a figure is never taken off by forgetting it, since a row
 * that no figure belongs to fails.
 */
export const unreached: Readonly<Record<string, Held>> = {};
