import type { Domains } from '../../explainTrace';
import type { Conversation, Exchange } from '../../model';

/** The name of a query for domain controllers, in the forms that the DC locator asks for. */
const query = /^SRV _(?:ldap|kerberos|gc|kpasswd)\._(?:tcp|udp)\.(\S{1,255})$/i;

/** The domain in "SRV _ldap._tcp.dc._msdcs.fabrikam.test", in lower case; undefined for another question. */
export function locatedDomain({ service, operation }: Exchange): string | undefined {
  const rest = service === 'dns' ? query.exec(operation)?.[1]?.toLowerCase().replace(/\.$/, '') : undefined;
  if (rest === undefined) return undefined;
  const at = rest.lastIndexOf('_msdcs.');
  if (at >= 0) return rest.slice(at + '_msdcs.'.length);
  const site = rest.indexOf('._sites.');
  return site >= 0 ? rest.slice(site + '._sites.'.length) : rest;
}

const dnsName = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,20}$/;

/** Asks by GUID, or for a global catalog: with the name of the forest. */
const ofForest = /\.domains\._msdcs\.|\bgc\._msdcs\.|^SRV _gc\./i;

/** The domain that each client looked for in DNS, by its plain name: the first that was found, else the first asked for. */
export function locatedDomains(conversations: readonly Conversation[]): Domains {
  const asked = new Map<string, string>();
  const found = new Map<string, string>();
  for (const { client, exchanges } of conversations) {
    for (const exchange of exchanges) {
      const domain = locatedDomain(exchange);
      if (domain === undefined || !dnsName.test(domain) || ofForest.test(exchange.operation)) continue;
      if (!asked.has(client)) asked.set(client, domain);
      const isFound = exchange.outcome === 'answered' && !exchange.code;
      if (isFound && !found.has(client)) found.set(client, domain);
    }
  }
  return new Map([...asked, ...found]);
}
