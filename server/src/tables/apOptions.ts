import { flags } from './table';

/** How a client presents its ticket to a service. From RFC 4120 5.5.1. */
export const apOptions = flags('Kerberos AP options', [
  [0x20000000, 'mutual-required', 'the service must prove its identity too'],
  [0x40000000, 'use-session-key', 'ticket from user to user, encrypted with a session key'],
  [0x80000000, 'reserved', 'not used'],
]);
