import { failureOf } from './failure';
import type { Rule } from './rule';

export const nameCheckFailed: Rule = {
  code: 'name-check-failed',
  languageId: 'netsetup-log',
  severity: 'error',
  description: 'A name was refused, or no domain of that name was found: the join did not begin.',
  check: log => failureOf(log, ['nameCheck']),
};
