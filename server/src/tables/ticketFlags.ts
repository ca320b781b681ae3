import { flags } from './table';

/** What a ticket is good for. From RFC 4120 5.3, RFC 6806 and RFC 8062. */
export const ticketFlags = flags('Kerberos ticket flags', [
  [0x00008000, 'anonymous', 'anonymous'],
  [0x00010000, 'enc-pa-rep', 'the answer protects what the request said (also: names may be corrected)'],
  [0x00040000, 'ok-as-delegate', 'the service is trusted for delegation'],
  [0x00080000, 'transited-policy-checked', 'the domains passed through were checked'],
  [0x00100000, 'hw-authent', 'authenticated by hardware'],
  [0x00200000, 'pre-authent', 'pre-authenticated'],
  [0x00400000, 'initial', 'issued for a password or certificate, not for another ticket'],
  [0x00800000, 'renewable', 'renewable'],
  [0x01000000, 'invalid', 'not valid until the domain controller has made it so'],
  [0x02000000, 'postdated', 'postdated'],
  [0x04000000, 'may-postdate', 'postdated tickets can be had from it'],
  [0x08000000, 'proxy', 'a proxy ticket'],
  [0x10000000, 'proxiable', 'proxy tickets can be had from it'],
  [0x20000000, 'forwarded', 'was forwarded'],
  [0x40000000, 'forwardable', 'can be forwarded to another computer'],
  [0x80000000, 'reserved', 'not used'],
]);
