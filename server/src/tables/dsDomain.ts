import { flags } from './table';

/** What a domain is to the one that lists its trusts (DsEnumerateDomainTrusts). From dsgetdc.h. */
export const dsDomain = flags('trust flags (DS_DOMAIN_*)', [
  [0x00000001, 'DS_DOMAIN_IN_FOREST', 'in the same forest'],
  [0x00000002, 'DS_DOMAIN_DIRECT_OUTBOUND', 'trusted directly by this domain'],
  [0x00000004, 'DS_DOMAIN_TREE_ROOT', 'root of a domain tree'],
  [0x00000008, 'DS_DOMAIN_PRIMARY', 'the domain of the server that was asked'],
  [0x00000010, 'DS_DOMAIN_NATIVE_MODE', 'without Windows NT 4.0 domain controllers (native mode)'],
  [0x00000020, 'DS_DOMAIN_DIRECT_INBOUND', 'trusts this domain directly'],
]);
