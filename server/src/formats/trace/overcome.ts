import type { Conversation, Exchange } from '../../model';
import type { Mutable } from './conversations';

/**
 * Finds for each exchange that did not go well a later one of the same client that did the same: asked again,
 * another server, another way.
 */
export function relateExchanges(conversations: readonly Conversation[]): void {
  const all = conversations
    .flatMap(({ exchanges }) => exchanges as readonly Mutable<Exchange>[])
    .sort((a, b) => lineOf(a) - lineOf(b));
  const done = new Map<string, Exchange>();
  for (let at = all.length - 1; at >= 0; at--) {
    const exchange = all[at]!;
    const { client } = exchange.conversation;
    const purposes = purposesOf(exchange);
    if (exchange.outcome === 'answered' && !exchange.code) {
      for (const purpose of purposes) done.set(`${client} ${purpose}`, exchange);
    } else if (exchange.outcome !== 'answered') {
      exchange.overcomeBy = purposes
        .map(each => done.get(`${client} ${each}`))
        .find(each => each !== undefined);
    }
  }
}

const lineOf = ({ frames }: Exchange): number => frames[0]!.line;

/** What an exchange is to achieve: one of the same purpose can take its place. The nearest first. */
function purposesOf({ service, operation, login, code }: Exchange): string[] {
  switch (service) {
    case 'dns':
      return [`dns ${operation.toLowerCase().replace(/\.[^.]+\._sites\./, '.')}`];
    case 'ldapPing':
    case 'kpasswd':
      return [service];
    case 'dnsUpdate':
      return [operation.startsWith('TKEY') ? 'dnsUpdate TKEY' : 'dnsUpdate'];
    case 'kerberos':
      // Where Kerberos gets no ticket, NTLM may take its place.
      return [`kerberos ${operation.slice(0, 3)}`, 'signed in by NTLM'];
    case 'smb':
      return operation.startsWith('Session Setup')
        ? ['smb Session Setup', ...(login === 'ntlm' ? ['signed in by NTLM'] : [])]
        : [`smb ${operation.toLowerCase()}`];
    case 'ldap':
      return operation.startsWith('bind')
        ? ['ldap bind', ...(login === 'ntlm' ? ['signed in by NTLM'] : [])]
        : [`ldap ${operation}`];
    case 'samr':
      // STATUS_USER_EXISTS: the account that is there is taken.
      return [`samr ${operation}`, ...(code?.value === 0xc0000063 ? ['samr OpenUser'] : [])];
    default:
      return [`${service} ${operation}`];
  }
}
