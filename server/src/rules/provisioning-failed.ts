import { failureOf } from './failure';
import type { Rule } from './rule';

export const provisioningFailed: Rule = {
  code: 'provisioning-failed',
  languageId: 'netsetup-log',
  severity: 'error',
  description: 'An offline join, or what finishes a join, failed.',
  check: log => failureOf(log, ['provision']),
};
