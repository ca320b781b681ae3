import { isSigned } from '../formats/trace/dnsUpdates';
import { grouped } from '../grouped';
import type { Exchange } from '../model';
import { frameText } from '../traceWords';
import { failedSeen, isStanding } from './failedReplies';
import type { Rule } from './rule';

export const dnsUpdateFailed: Rule = {
  code: 'dns-update-failed',
  languageId: 'network-trace',
  severity: 'warning',
  description:
    'DNS refused the record of the computer, and took no other update later. The join itself does not depend on it.',
  *check({ trace }) {
    if (!trace) return;
    const updates = trace.joinExchanges.filter(each => each.service === 'dnsUpdate');
    const last = updates.findLast(each => isUpdate(each) && each.outcome === 'answered' && !each.code);
    const failed = updates.filter(
      each => isStanding(each) && !(last && last.frames[0]!.line > each.reply!.line),
    );
    const { domains } = trace;
    /** The replies to unsigned updates that a signed one follows, by client. */
    const normal = new Map(
      updates.flatMap(each =>
        each.harmlessBecause && each.reply ? [[each.conversation.client, each.reply] as const] : [],
      ),
    );
    // A client tries again in other ways: what was refused is the same record.
    const byClient = grouped(failed, each => each.conversation.client);
    for (const own of byClient.values()) {
      const signed = own.filter(isSigned);
      const told = signed.length > 0 ? signed.slice(-1) : own;
      const earlier = normal.get(own[0]!.conversation.client);
      const refused = signed.length > 0 && earlier ? ` (${frameText(earlier)})` : '';
      yield failedSeen(told, 'warning', domains, [
        signed.length > 0
          ? `That a server refuses the unsigned update before it${refused} is a normal step.`
          : 'It was not signed: also consistent with a zone that takes secure updates only.',
        'The join itself is not affected.',
      ]);
    }
  },
};

const isUpdate = ({ operation }: Exchange): boolean => operation.startsWith('update');
