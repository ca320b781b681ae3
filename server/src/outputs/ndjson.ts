import { whatWasCut } from '../report/largeFile';
import { ndjsonOfFile } from '../report/ndjson';
import type { Output, OutputOptions } from './output';

/** Operations as lines of JSON, one after the other through all files. */
export function ndjsonOutput({ note }: OutputOptions): Output {
  return {
    begin: '',
    *file({ path, kind, windows }) {
      if (kind !== 'netsetup-log') {
        // Its conversations overlap, and none of them is an operation: rows of another kind would spoil every query.
        if (kind === 'network-trace')
          note(`${path}: a network trace is not in ndjson; --format json has its steps`);
        return { operations: 0, hasError: false, notRead: undefined };
      }
      const { operations, hasFailure, cuts } = yield* ndjsonOfFile(path, windows);
      if (cuts.length > 0) note(`${path}: ${whatWasCut(cuts)}`);
      return { operations, hasError: hasFailure, notRead: undefined };
    },
    end: () => '',
  };
}
