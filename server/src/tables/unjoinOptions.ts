import { flags } from './table';

/** Options of NetUnjoinDomain: the join options that it accepts. From lmjoin.h. */
export const unjoinOptions = flags('unjoin options (NETSETUP_*)', [
  [0x00000004, 'NETSETUP_ACCT_DELETE', 'disable the computer account in the domain'],
  [0x00000200, 'NETSETUP_JOIN_DC_ACCOUNT', 'allowed although the account is that of a domain controller'],
  [0x10000000, 'NETSETUP_IGNORE_UNSUPPORTED_FLAGS', 'ignore options that this version does not know'],
]);
