import type { Conversation } from '../../model';
import type { Message } from './messages/message';

/** Who talked with whom: messages → conversations with their exchanges, in the order of their first frames. */
export function readConversations(_messages: readonly Message[]): Conversation[] {
  return [];
}
