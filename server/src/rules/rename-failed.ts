import { failureOf } from './failure';
import type { Rule } from './rule';

export const renameFailed: Rule = {
  code: 'rename-failed',
  languageId: 'netsetup-log',
  severity: 'error',
  description: 'The computer, its account or its SPNs could not be renamed.',
  check: log => failureOf(log, ['rename']),
};
