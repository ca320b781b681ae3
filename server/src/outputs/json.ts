import { jsonOfFile } from '../report/json';
import { gathering } from '../windows/readInWindows';
import { type Output, outcomeOf } from './output';

/** One JSON document for other programs: its schema is schema/report.schema.json. */
export function jsonOutput(): Output {
  let isFirst = true;
  const notRead: { readonly path: string; readonly why: string }[] = [];
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
        // What was read before the file failed stays a report that can be read, and says that it is not all.
        if (isBegun) yield '],\n      "isComplete": false,\n      "findings": []\n    }';
        throw error;
      }
    },
    notRead(path, why) {
      notRead.push({ path, why });
    },
    end() {
      const rows = notRead.map(each => `\n    ${JSON.stringify(each)}`).join(',');
      return `${isFirst ? '' : '\n  '}],\n  "notRead": [${rows}${rows && '\n  '}]\n}\n`;
    },
  };
}
