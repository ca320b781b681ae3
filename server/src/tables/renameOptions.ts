import { flags } from './table';

/** Options of NetRenameMachineInDomain. From lmjoin.h and [MS-WKST] 3.2.4.15. */
export const renameOptions = flags('rename options (NETSETUP_*)', [
  [0x00000002, 'NETSETUP_ACCT_CREATE', 'rename the computer account in the domain too'],
  [0x00001000, 'NETSETUP_DNS_NAME_CHANGES_ONLY', 'only the DNS host name and the SPNs change'],
]);
