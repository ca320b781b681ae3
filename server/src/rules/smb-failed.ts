import type { Exchange } from '../model';
import { once } from '../once';
import { failedSeen, isStanding, sameFailures } from './failedReplies';
import { lastGood } from './joinTraffic';
import type { Rule } from './rule';

export const smbFailed: Rule = {
  code: 'smb-failed',
  languageId: 'network-trace',
  severity: 'error',
  description: 'The server refused an SMB session, its share IPC$ or a pipe that a join needs.',
  *check({ trace }) {
    if (!trace) return;
    const all = trace.joinExchanges;
    const { domains } = trace;
    const used = once(() => lastGood(all, each => each.service === 'smb'));
    // A NetBIOS name that was refused is not missed where the connection goes on to do its work.
    const isUsed = ({ service, conversation, reply }: Exchange) =>
      service === 'netbios' && (used().get(conversation) ?? 0) > reply!.line;
    const failed = all.filter(each => isTold(each) && !isUsed(each));
    for (const group of sameFailures(failed)) {
      yield failedSeen(group, group[0]!.service === 'netbios' ? 'warning' : 'error', domains);
    }
    // Who was refused first and let in later, perhaps under another name, may have locked the account by then.
    const refused = all.filter(isRefusedLogon);
    for (const group of sameFailures(refused)) yield failedSeen(group, 'information', domains);
  },
};

function isTold(exchange: Exchange): boolean {
  const { service, conversation, code } = exchange;
  // A fault of a call through a pipe is one of RPC.
  if (code?.space === 'win32' || code?.space === 'rpc') return false;
  const isSmb = service === 'smb' || (service === 'netbios' && conversation.port === 139);
  return isSmb && isStanding(exchange);
}

/** A logon that was refused before another one was accepted. */
function isRefusedLogon({ service, operation, outcome, reply, overcomeBy }: Exchange): boolean {
  const isLogon = service === 'smb' && operation.startsWith('Session Setup');
  return isLogon && outcome === 'failed' && reply !== undefined && overcomeBy !== undefined;
}
