import { cutOf, isBeforeLogon } from '../formats/trace/resets';
import type { Conversation, Frame, Trace } from '../model';
import { once } from '../once';
import type { OtherWay } from './otherWays';
import { frameText } from '../traceWords';

/**
 * Finds for what stays without tickets the session of SMB that waited for them, where the server cut it. The trace is
 * read once, in linear time.
 */
export function cutSessions({ conversations }: Trace): (failed: Conversation) => OtherWay | undefined {
  const read = once(() => readCut(conversations));
  return failed => {
    const frame = failed.port === 88 ? read().get(keyOf(failed)) : undefined;
    if (!frame || frame.line < failed.frames[0]!.line) return undefined;
    return {
      text: `Meanwhile the server cut the SMB connection, before any logon (${frameText(frame)}).`,
      frame,
    };
  };
}

function readCut(conversations: readonly Conversation[]): ReadonlyMap<string, Frame> {
  const cut = new Map<string, Frame>();
  for (const conversation of conversations) {
    const frame = isBeforeLogon(conversation) ? cutOf(conversation) : undefined;
    if (frame?.source === conversation.server) cut.set(keyOf(conversation), frame);
  }
  return cut;
}

const keyOf = ({ client, server }: Conversation): string => `${client} ${server}`;
