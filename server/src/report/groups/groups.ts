/** What the failures of many files have in common, while the files go by. */
import type { Operation } from '../../model';
import { type Paint, unpainted } from '../paint';
import { countFile, noCounts } from './counts';
import { foundIn } from './found';
import { groupsText } from './groupsText';
import { fewest } from './telling';

export interface Groups {
  /** Counts a file; little is kept of it, and its name where it is an example. */
  take(file: string, operations: readonly Operation[]): void;
  /** The groups for a terminal; '' where there is no pattern. Ends with a line feed. */
  text(paint?: Paint): string;
}

export function groups(): Groups {
  const counts = noCounts();
  return {
    take: (file, operations) => countFile(counts, file, operations),
    text(paint = unpainted) {
      const found = foundIn(counts);
      return found.failed < fewest ? '' : groupsText(found, paint);
    },
  };
}
