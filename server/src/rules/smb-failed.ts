import type { Exchange } from '../model';
import { failedSeen, isStanding, sameFailures } from './failedReplies';
import { exchangesOf } from './joinTraffic';
import type { Rule } from './rule';

export const smbFailed: Rule = {
  code: 'smb-failed',
  severity: 'error',
  description: 'The server refused an SMB session, its share IPC$ or a pipe that a join needs.',
  *check({ trace }) {
    if (!trace) return;
    const all = exchangesOf(trace);
    const failed = all.filter(each => isTold(each) && !isUsed(each));
    for (const group of sameFailures(failed)) {
      yield failedSeen(group, group[0]!.service === 'netbios' ? 'warning' : 'error');
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

/** Whether the connection goes on to do its work: what was refused on it was not needed. */
function isUsed({ service, conversation, reply }: Exchange): boolean {
  return (
    service === 'netbios' &&
    conversation.exchanges.some(
      each => each.service === 'smb' && each.outcome === 'answered' && each.frames[0]!.line > reply!.line,
    )
  );
}
