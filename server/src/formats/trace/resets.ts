import { requestText } from '../../explainTrace';
import type { Conversation, Frame, Trace } from '../../model';
import { frameText } from '../../traceWords';

const rst = /\[(?:[A-Z]{3}, ){0,3}RST\b|\bFlags=[A-Z.]{0,7}R|\bFlags \[[A-Z.]{0,6}R/;
const fin = /\[(?:[A-Z]{3}, ){0,3}FIN\b|\bFlags=[A-Z.]{0,7}F|\bFlags \[[A-Z.]{0,6}F/;

/** The RST that ends an open connection, before either side said that it was done; undefined where none does. */
export function cutOf({ transport, opening, frames }: Conversation): Frame | undefined {
  if (transport !== 'tcp' || opening === 'reset') return undefined;
  const end = frames.find(({ message }) => rst.test(message) || fin.test(message));
  return end && rst.test(end.message) ? end : undefined;
}

/** Whether it is a session of SMB in which nobody tried to sign in. */
export function isBeforeLogon({ service, exchanges, hasAsked }: Conversation): boolean {
  return (
    service === 'smb' && hasAsked && !exchanges.some(each => /^(?:Session Setup|Tree)/.test(each.operation))
  );
}

/** What an RST means where it stands; undefined where nothing more than the usual can be said. */
export function resetText({ conversations }: Trace, frame: Frame): string | undefined {
  const conversation = conversations.find(each => each.frames.includes(frame));
  if (!conversation) return undefined;
  const { server, opening, exchanges, frames } = conversation;
  const isOfServer = frame.source === server;
  if (opening === 'reset' && isOfServer) {
    return 'Answers the SYN: the port is closed there, or a device on the way refuses.';
  }
  if (cutOf(conversation) === frame) {
    if (!isOfServer) return undefined;
    if (isBeforeLogon(conversation)) return 'The server cuts this SMB connection before a logon was sent.';
    const open = exchanges.find(each => each.outcome === 'reset' && each.request);
    return open
      ? `The server cuts the connection in place of a reply to ${requestText(open)} (${frameText(open.request!)}).`
      : undefined;
  }
  const isOver = frames.some(each => each.line < frame.line && fin.test(each.message));
  return isOver ? 'The connection was over already (FIN): an ordinary, if hard, end.' : undefined;
}
