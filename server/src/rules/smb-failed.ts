import { locatedDomains } from '../formats/trace/locatedDomains';
import type { Exchange } from '../model';
import { failedSeen, isStanding, sameFailures } from './failedReplies';
import { exchangesOf, lastGood } from './joinTraffic';
import type { Rule } from './rule';

export const smbFailed: Rule = {
  code: 'smb-failed',
  severity: 'error',
  description: 'The server refused an SMB session, its share IPC$ or a pipe that a join needs.',
  *check({ trace }) {
    if (!trace) return;
    const all = exchangesOf(trace);
    const domains = locatedDomains(trace.conversations);
    const used = lastGood(all, each => each.service === 'smb');
    // A NetBIOS name that was refused is not missed where the connection goes on to do its work.
    const isUsed = ({ service, conversation, reply }: Exchange) =>
      service === 'netbios' && (used.get(conversation) ?? 0) > reply!.line;
    const failed = all.filter(each => isTold(each) && !isUsed(each));
    for (const group of sameFailures(failed)) {
      yield failedSeen(group, group[0]!.service === 'netbios' ? 'warning' : 'error', domains);
    }
  },
};

function isTold(exchange: Exchange): boolean {
  const { service, conversation, code } = exchange;
  // A fault of a call through a pipe is one of RPC.
  if (code?.space === 'win32' || code?.space === 'rpc') return false;
  const isSmb = service === 'smb' || (service === 'netbios' && conversation.port === 139);
  return isSmb && isStanding(exchange);
}
