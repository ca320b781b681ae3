import { jsonOfFile } from './json';
import type { Output } from './output';

/** One JSON document for other programs: its schema is schema/report.schema.json. */
export function jsonOutput(): Output {
  let isFirst = true;
  return {
    begin: '{\n  "schemaVersion": 1,\n  "files": [',
    *file({ path, reading }) {
      const pieces = jsonOfFile(path, reading);
      let isBegun = false;
      try {
        for (;;) {
          const piece = pieces.next();
          if (piece.done) return piece.value.log;
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
