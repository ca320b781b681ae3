import type { Conversation, Service } from '../../model';

const controllerServices: ReadonlySet<Service | undefined> = new Set<Service>([
  'dns',
  'ldapPing',
  'ldap',
  'kerberos',
]);

/** Whether only domain controllers and DNS servers are asked for it. */
export const isOfController = (service: Service | undefined): boolean => controllerServices.has(service);

/**
 * The conversations in which a join can be seen. What a server asks of its client is its own business: no join
 * depends on it. Of two hosts that ask each other, the client is who asks for what domain controllers offer, else
 * who asked first.
 */
export function ofClients(conversations: readonly Conversation[]): readonly Conversation[] {
  const clients = new Set(
    conversations.flatMap(({ client, server, service }) =>
      isOfController(service) ? [`${client} ${server}`] : [],
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
