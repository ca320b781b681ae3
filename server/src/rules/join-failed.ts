import { failureOf } from './failure';
import type { Rule } from './rule';

export const joinFailed: Rule = {
  code: 'join-failed',
  languageId: 'netsetup-log',
  severity: 'error',
  description: 'A join to a domain or workgroup failed; it stands at the line where the failure begins.',
  check: log => failureOf(log, ['join', 'workgroup']),
};
