import { failureOf } from './failure';
import type { Rule } from './rule';

export const unjoinFailed: Rule = {
  code: 'unjoin-failed',
  languageId: 'netsetup-log',
  severity: 'error',
  description: 'The computer could not leave its domain.',
  check: log => failureOf(log, ['unjoin']),
};
