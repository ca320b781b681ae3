import { gathering, readAll } from '../windows/readInWindows';
import { groups } from '../report/groups/groups';
import { cutsText } from '../report/largeFile';
import { type Output, outcomeOf, type OutputOptions } from './output';
import { headlineText, textReport } from '../report/text';

/** The report for people. If quiet, one line for each file with an error and nothing else. */
export function textOutput({ paint, isQuiet }: OutputOptions): Output {
  let isFirst = true;
  let logs = 0;
  const inCommon = groups();
  return {
    begin: '',
    *file({ path, windows }) {
      const name = path === '-' ? 'standard input' : path;
      const { log, cuts } = readAll(gathering(windows));
      // Why nothing of it was read is said as an error.
      const outcome = outcomeOf(log);
      if (log.languageId === undefined || outcome.notRead) return outcome;
      if (log.languageId === 'netsetup-log') {
        inCommon.take(name, log.operations);
        logs++;
      }
      if (!isQuiet) yield (isFirst ? '' : '\n') + textReport(name, log, paint) + cutsText(cuts);
      else if (outcome.hasError) yield headlineText(name, log, paint);
      isFirst = false;
      return outcome;
    },
    end() {
      const text = isQuiet || logs < 2 ? '' : inCommon.text(paint);
      return text && `\n${text}`;
    },
  };
}
