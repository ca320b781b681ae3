import type { Conversation, Exchange, Service, Trace } from '../model';

/** What only domain controllers and DNS servers are asked. */
const ofController: ReadonlySet<Service | undefined> = new Set<Service>([
  'dns',
  'ldapPing',
  'ldap',
  'kerberos',
]);

/**
 * The conversations in which a join can be seen. What a server asks of its client is its own business: no join
 * depends on it. Of two hosts that ask each other, the client is who asks for what domain controllers offer, else
 * who asked first.
 */
export function conversationsOf({ conversations }: Trace): readonly Conversation[] {
  const clients = new Set(
    conversations.flatMap(({ client, server, service }) =>
      ofController.has(service) ? [`${client} ${server}`] : [],
    ),
  );
  const asked = new Set<string>();
  return conversations.filter(({ client, server, service }) => {
    if (clients.has(`${client} ${server}`)) return true;
    if (clients.has(`${server} ${client}`) || asked.has(`${server} ${client}`)) return false;
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
