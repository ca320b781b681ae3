import { gathering, readAll } from '../windows/readInWindows';
import { groups } from '../report/groups/groups';
import { cutsText } from '../report/largeFile';
import { count } from '../words';
import { type Output, outcomeOf, type OutputOptions } from './output';
import { quietText, textReport } from '../report/text';

/** The report for people. If quiet, one line for each file with an error and nothing else. */
export function textOutput({ paint, isQuiet, isLast }: OutputOptions): Output {
  const files = { logs: 0, traces: 0, withError: 0, notRead: 0 };
  const inCommon = groups();
  return {
    begin: '',
    *file({ path, windows }) {
      // A name is one line, whatever is in it.
      const name = path === '-' ? 'standard input' : path.replace(/[\n\t\p{Cs}]/gu, '\uFFFD');
      const { log, cuts } = readAll(gathering(windows));
      const outcome = outcomeOf(log);
      const isFirst = files.logs + files.traces === 0;
      if (log.trace) files.traces++;
      else {
        inCommon.take(name, log.operations);
        files.logs++;
      }
      if (outcome.hasError) files.withError++;
      if (!isQuiet) yield (isFirst ? '' : '\n') + textReport(name, log, paint) + cutsText(cuts);
      else if (isLast ? outcome.lastHasError : outcome.hasError) yield quietText(name, log, paint);
      return outcome;
    },
    notRead() {
      files.notRead++;
    },
    end() {
      if (isQuiet) return '';
      const text = files.logs < 2 ? '' : inCommon.text(paint);
      return [filesText(files), text].map(each => each && `\n${each}`).join('');
    },
  };
}

/** "100 logs: 40 with an error, 60 without; 2 files were not read"; '' for one file. */
function filesText(files: {
  readonly logs: number;
  readonly traces: number;
  readonly withError: number;
  readonly notRead: number;
}): string {
  const read = files.logs + files.traces;
  if (read === 0 || read + files.notRead === 1) return '';
  const kinds = [
    files.logs > 0 && count(files.logs, 'log', 'logs'),
    files.traces > 0 && count(files.traces, 'trace', 'traces'),
  ].filter(Boolean);
  const unread =
    files.notRead > 0 ? `; ${count(files.notRead, 'file was not read', 'files were not read')}` : '';
  return `${kinds.join(' and ')}: ${files.withError} with an error, ${read - files.withError} without${unread}\n`;
}
