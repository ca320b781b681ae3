import { readAll } from '../windows/readInWindows';
import { cutsText } from './largeFile';
import type { Output, OutputOptions } from './output';
import { headlineText, textReport } from './text';

/** The report for people. If quiet, one line for each file with an error and nothing else. */
export function textOutput({ paint, isQuiet }: OutputOptions): Output {
  let isFirst = true;
  return {
    begin: '',
    *file({ path, reading }) {
      const name = path === '-' ? 'standard input' : path;
      const { log, cuts } = readAll(reading);
      // Why nothing of it was read is said as an error.
      if (log.languageId === undefined || log.trace?.notRead) return log;
      if (!isQuiet) yield (isFirst ? '' : '\n') + textReport(name, log, paint) + cutsText(cuts);
      else if (log.findings.some(({ severity }) => severity === 'error')) {
        yield headlineText(name, log, paint);
      }
      isFirst = false;
      return log;
    },
    end: () => '',
  };
}
