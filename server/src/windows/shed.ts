import { readSeries } from '../formats/netsetup/series';
import type { LogRecord, Operation } from '../model';

type Own = { -readonly [Key in keyof Operation]: Operation[Key] };

/**
 * Lets go of what nobody asks of an operation that failed the same way as one before it and one after it: a computer
 * that tries to join in a loop fills files with them. Only the first and the last are told; the others are counted.
 *
 * @returns takes operations in the order of the log, each once, and changes them. `told` has causes that are told with
 * another operation: what they belong to stays.
 */
export function shedRepeats(): (operations: readonly Operation[], told: ReadonlySet<LogRecord>) => void {
  /** What later operations may still be in a series with. */
  let open: Operation[] = [];
  return (operations, told) => {
    for (const operation of operations) open.push(operation);
    const { series, openFrom } = readSeries(open);
    const shed = new Set<Operation>();
    for (const { repeats } of series) {
      for (const group of repeats) {
        for (const operation of group.slice(1, -1)) {
          if (operation.verdict.cause && told.has(operation.verdict.cause)) continue;
          lighten(operation, group[0]!);
          shed.add(operation);
        }
      }
    }
    // What was shed neither begins nor ends a series.
    open = open.slice(openFrom).filter(operation => !shed.has(operation));
  };
}

/** A repeat is the same failure as the first of them, but for its place and its domain controller. */
function lighten(operation: Own, first: Operation): void {
  const { domainController } = operation.facts;
  const isSame = domainController === first.facts.domainController;
  operation.records = operation.records.slice(0, 1);
  operation.facts = isSame ? first.facts : { ...first.facts, domainController };
  operation.verdict = first.verdict;
  operation.shown = [];
}
