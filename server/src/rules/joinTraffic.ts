import type { Conversation, Exchange, Trace } from '../model';

/**
 * The conversations in which a join can be seen. What a server asks of a computer that asked it before is its own
 * business: no join depends on it.
 */
export function conversationsOf({ conversations }: Trace): readonly Conversation[] {
  const asked = new Set<string>();
  return conversations.filter(({ client, server, service }) => {
    if (asked.has(`${server} ${client}`)) return false;
    if (service !== 'netbios') asked.add(`${client} ${server}`);
    return true;
  });
}

/** Their exchanges, in the order of the trace. */
export function exchangesOf(trace: Trace): readonly Exchange[] {
  return conversationsOf(trace)
    .flatMap(each => each.exchanges)
    .sort((a, b) => a.frames[0]!.line - b.frames[0]!.line);
}
