import { flags } from './table';

/**
 * What the client asks of the domain controller with a ticket request. From RFC 4120 5.4.1, RFC 6806, RFC
 * 8062 and [MS-SFU].
 */
// prettier-ignore
export const kdcOptions = flags('Kerberos request options', [
  [0x00000001, 'validate', 'make a postdated ticket valid'],
  [0x00000002, 'renew', 'renew the ticket'],
  [0x00000008, 'enc-tkt-in-skey', 'ticket from user to user, encrypted with a session key'],
  [0x00000010, 'renewable-ok', 'a renewable ticket will do where the life asked for is too long'],
  [0x00000020, 'disable-transited-check', 'do not check the domains passed through'],
  [0x00008000, 'request-anonymous', 'an anonymous ticket'],
  [0x00010000, 'canonicalize', 'the domain controller may correct names and refer to another domain'],
  [0x00020000, 'cname-in-addl-tkt', 'a ticket for the client of the enclosed ticket (constrained delegation)'],
  [0x00100000, 'opt-hardware-auth', 'authentication by hardware'],
  [0x00800000, 'renewable', 'a renewable ticket'],
  [0x02000000, 'postdated', 'a postdated ticket'],
  [0x04000000, 'allow-postdate', 'a ticket from which postdated ones can be had'],
  [0x08000000, 'proxy', 'a proxy ticket'],
  [0x10000000, 'proxiable', 'a ticket from which proxy tickets can be had'],
  [0x20000000, 'forwarded', 'a ticket for use on another computer'],
  [0x40000000, 'forwardable', 'a ticket that can be forwarded to another computer'],
  [0x80000000, 'reserved', 'not used'],
]);
