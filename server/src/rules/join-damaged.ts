import { seen } from './failure';
import type { Rule } from './rule';

export const joinDamaged: Rule = {
  code: 'join-damaged',
  languageId: 'netsetup-log',
  severity: 'warning',
  description:
    'A join ended with success and left DNS host name or SPNs of the account unwritten: domain users may fail to log on.',
  *check(log) {
    for (const operation of log.operations) {
      if (operation.verdict.outcome === 'succeededWithDamage') yield seen(operation, [operation]);
    }
  },
};
