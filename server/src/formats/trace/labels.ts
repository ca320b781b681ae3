import type { Label } from '../../parser/tokens';

/** What a number in a trace is: in a row by the words in front of it, in details by the protocol that encloses it too. */
export const labels: readonly Label[] = [];
