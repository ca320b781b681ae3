import { jsonOfFile } from '../report/json';
import { gathering } from '../windows/readInWindows';
import { type Output, outcomeOf } from './output';

/** One JSON document for other programs: its schema is schema/report.schema.json. */
export function jsonOutput(): Output {
  let isFirst = true;
  return {
    begin: '{\n  "schemaVersion": 1,\n  "files": [',
    *file({ path, windows }) {
      const pieces = jsonOfFile(path, gathering(windows));
      let isBegun = false;
      try {
        for (;;) {
          const piece = pieces.next();
          if (piece.done) return outcomeOf(piece.value.log);
          yield isBegun ? piece.value : `${isFirst ? '' : ','}\n    ${piece.value}`;
          isBegun = true;
          isFirst = false;
        }
      } catch (error) {
        // What was read before the file failed stays a report that can be read.
        if (isBegun) yield '],\n      "findings": []\n    }';
        throw error;
      }
    },
    end: () => (isFirst ? ']\n}\n' : '\n  ]\n}\n'),
  };
}
