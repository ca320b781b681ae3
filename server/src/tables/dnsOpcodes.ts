import { names } from './table';

/** What a DNS message asks for: (flags & 0x7800) >> 11. From RFC 1035, RFC 1996 and RFC 2136. */
export const dnsOpcodes = names('DNS operation code', [
  [0, 'QUERY', 'Asks for records.'],
  [1, 'IQUERY', 'Asks for the name to a record; no longer used.'],
  [2, 'STATUS', 'Asks for the state of the server.'],
  [4, 'NOTIFY', 'Says that a zone has changed.'],
  [5, 'UPDATE', 'Changes records: dynamic update.'],
]);
