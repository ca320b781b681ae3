import { titleIn } from '../explain';
import type { LogRecord } from '../model';
import { messageSpan } from '../parser/spans';
import { codeText } from '../words';
import { at } from './failure';
import type { Rule, Seen } from './rule';

export const stepFailed: Rule = {
  code: 'step-failed',
  languageId: 'netsetup-log',
  severity: 'information',
  description:
    'A step failed in an operation that ended with success: what it was to do was done another way, or is missing.',
  *check(log) {
    for (const operation of log.operations) {
      // A name check is judged by its last line.
      if (operation.kind === 'nameCheck' || operation.verdict.outcome !== 'succeeded') continue;
      // One finding for each way in which steps were overcome, whatever number of lines tell of it.
      const told = new Map<string, { readonly records: LogRecord[]; readonly wait: string | undefined }>();
      for (const record of operation.mayFail) {
        const role = log.roleOf(record);
        if (role?.kind !== 'overcome') continue;
        const known = told.get(role.because);
        if (known) known.records.push(record);
        else told.set(role.because, { records: [record], wait: role.wait });
      }
      for (const [because, { records, wait }] of told) {
        const [first, ...others] = records;
        const code = log.codesOf(first!).find(each => each.value !== 0)!;
        yield {
          ...messageSpan(first!),
          message: [
            `${titleIn(operation)} succeeded, but a step of it failed with ${codeText(code)}.`,
            because,
            wait,
          ]
            .filter(Boolean)
            .join(' '),
          repeats: 1,
          related: others.map(each => at(each, 'A failure of the same step')),
          help: undefined,
        } satisfies Seen;
      }
    }
  },
};
