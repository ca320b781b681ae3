import { grouped } from '../grouped';
import type { Exchange } from '../model';
import { failedSeen, isStanding } from './failedReplies';
import { exchangesOf } from './joinTraffic';
import type { Rule } from './rule';

export const dnsUpdateFailed: Rule = {
  code: 'dns-update-failed',
  severity: 'warning',
  description:
    'DNS refused the record of the computer, and took no other update later. The join itself does not depend on it.',
  *check({ trace }) {
    if (!trace) return;
    const updates = exchangesOf(trace).filter(each => each.service === 'dnsUpdate');
    const last = updates.findLast(each => isUpdate(each) && each.outcome === 'answered' && !each.code);
    const failed = updates.filter(
      each => isStanding(each) && !(last && last.frames[0]!.line > each.reply!.line),
    );
    // A client tries again in other ways: what was refused is the same record.
    const byClient = grouped(failed, each => each.conversation.client);
    for (const own of byClient.values()) {
      yield failedSeen(own, 'warning', ['The join itself is not affected.']);
    }
  },
};

const isUpdate = ({ operation }: Exchange): boolean => operation.startsWith('update');
