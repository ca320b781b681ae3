import { flags } from './table';

/** What form of answer the search for a domain controller asks for (NtVer). From [MS-ADTS] 6.3.1.1. */
// prettier-ignore
export const ntVer = flags('LDAP ping version flags (NETLOGON_NT_VERSION_*)', [
  [0x00000001, 'NETLOGON_NT_VERSION_1', 'the plain form of the answer'],
  [0x00000002, 'NETLOGON_NT_VERSION_5', 'the form of Active Directory'],
  [0x00000004, 'NETLOGON_NT_VERSION_5EX', 'the longer form, with the names of the sites'],
  [0x00000008, 'NETLOGON_NT_VERSION_5EX_WITH_IP', 'the longer form, with the IP address of the domain controller'],
  [0x00000010, 'NETLOGON_NT_VERSION_WITH_CLOSEST_SITE', 'the name of the next closest site too'],
  [0x01000000, 'NETLOGON_NT_VERSION_AVOID_NT4EMUL', 'do not pass for a Windows NT 4.0 domain controller'],
  [0x10000000, 'NETLOGON_NT_VERSION_PDC', 'must be the PDC emulator'],
  [0x20000000, 'NETLOGON_NT_VERSION_IP', 'no longer used'],
  [0x40000000, 'NETLOGON_NT_VERSION_LOCAL', 'asked by the computer itself'],
  [0x80000000, 'NETLOGON_NT_VERSION_GC', 'must be a global catalog'],
]);
