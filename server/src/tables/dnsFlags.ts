import { flags } from './table';

/**
 * The single bits of the flags of a DNS message; the operation code (0x7800) and the response code (0x000f)
 * stand between them and are numbers, see dnsOpcodes.ts and dnsRcode.ts. From RFC 1035 4.1.1 and RFC 4035.
 */
export const dnsFlags = flags('DNS flags', [
  [0x0010, 'CD', 'the client wants no check of signatures (DNSSEC)'],
  [0x0020, 'AD', 'the signatures were checked (DNSSEC)'],
  [0x0040, 'Z', 'reserved'],
  [0x0080, 'RA', 'the server asks other servers where it has to'],
  [0x0100, 'RD', 'the client wants the server to ask other servers'],
  [0x0200, 'TC', 'cut short: the client has to ask again over TCP'],
  [0x0400, 'AA', 'the server holds the zone'],
  [0x8000, 'QR', 'an answer; without it: a request'],
]);
