import { whatWasCut } from '../report/largeFile';
import { ndjsonOfFile } from '../report/ndjson';
import type { Output, OutputOptions } from './output';

/** Operations as lines of JSON, one after the other through all files. */
export function ndjsonOutput({ note }: OutputOptions): Output {
  return {
    begin: '',
    // Its conversations overlap, and none of them is an operation: rows of another kind would spoil every query.
    withoutTraces: 'a network trace is not in ndjson; --format json has its steps',
    *file({ path, windows }) {
      const { hasFailure, lastHasFailure, cuts } = yield* ndjsonOfFile(path, windows);
      if (cuts.length > 0) note(`${path}: ${whatWasCut(cuts)}`);
      return { hasError: hasFailure, lastHasError: lastHasFailure };
    },
    end: () => '',
  };
}
