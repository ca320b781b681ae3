import type { Conversation } from '../../model';

/**
 * Whether a trace shows one direction only: nothing of any server, though a client goes on as if it had an answer,
 * or nothing of any client.
 */
export function isOneSided(
  conversations: readonly Pick<Conversation, 'frames' | 'syns' | 'client' | 'server' | 'transport'>[],
): boolean {
  const isHeard = conversations.some(({ frames, server }) => frames.some(each => each.source === server));
  const isAsked = conversations.some(({ frames, client }) => frames.some(each => each.source === client));
  if (isHeard) return !isAsked;
  return conversations.some(each => each.transport === 'tcp' && goesOn(each));
}

/** Whether the client says more on a connection than SYN: it was opened, whatever the text shows of the server. */
export function goesOn({ frames, syns, client }: Pick<Conversation, 'frames' | 'syns' | 'client'>): boolean {
  const opening = new Set(syns);
  return frames.some(each => each.source === client && !opening.has(each));
}
