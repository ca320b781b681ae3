import { gathering, readAll } from '../windows/readInWindows';
import { whatWasCut } from '../report/largeFile';
import { type Output, outcomeOf, type OutputOptions } from './output';
import { sarifDocument } from './sarifDocument';

/** One SARIF document for code scanning and viewers. */
export function sarifOutput({ version, home, folder, placeOf }: OutputOptions): Output {
  const document = sarifDocument({ version, home }, folder);
  return {
    begin: document.begin(),
    *file({ path, windows }) {
      const place = placeOf(path);
      const { log, cuts } = readAll(gathering(windows));
      yield* document.file(place, log);
      if (cuts.length > 0) document.tell(place, 'warning', whatWasCut(cuts));
      return outcomeOf(log);
    },
    notRead: (name, why) => document.tell(placeOf(name), 'error', why),
    end: () => document.end(),
  };
}
