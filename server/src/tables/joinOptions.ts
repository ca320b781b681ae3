import { flags } from './table';

/** Options of NetJoinDomain. From lmjoin.h; NETSETUP_ACCT_DELETE disables the account by [MS-WKST] 3.2.4.14. */
// prettier-ignore
export const joinOptions = flags(
  'join options (NETSETUP_*)',
  [
    [0x00000001, 'NETSETUP_JOIN_DOMAIN', 'join a domain; without it: a workgroup'],
    [0x00000002, 'NETSETUP_ACCT_CREATE', 'create the computer account if there is none'],
    [0x00000004, 'NETSETUP_ACCT_DELETE', 'on leaving another domain for this one: disable the account there'],
    [0x00000010, 'NETSETUP_WIN9X_UPGRADE', 'part of an upgrade from Windows 95/98'],
    [0x00000020, 'NETSETUP_DOMAIN_JOIN_IF_JOINED', 'allowed although already joined to a domain'],
    [0x00000040, 'NETSETUP_JOIN_UNSECURE', 'use an account created beforehand, without user credentials'],
    [0x00000080, 'NETSETUP_MACHINE_PWD_PASSED', 'the password given is that of the computer account'],
    [0x00000100, 'NETSETUP_DEFER_SPN_SET', 'leave SPN and DNS host name to the rename that follows'],
    [0x00000200, 'NETSETUP_JOIN_DC_ACCOUNT', 'allowed although the account is that of a domain controller'],
    [0x00000400, 'NETSETUP_JOIN_WITH_NEW_NAME', 'join under the new computer name that waits for the restart'],
    [0x00000800, 'NETSETUP_JOIN_READONLY', 'join with an account created beforehand, through a read-only domain controller'],
    [0x00001000, 'NETSETUP_AMBIGUOUS_DC', 'do not record the preferred domain controller'],
    [0x00002000, 'NETSETUP_NO_NETLOGON_CACHE', 'do not write the Netlogon cache'],
    [0x00004000, 'NETSETUP_DONT_CONTROL_SERVICES', 'do not start the Netlogon service'],
    [0x00008000, 'NETSETUP_SET_MACHINE_NAME', 'offline join: set the computer name too'],
    [0x00010000, 'NETSETUP_FORCE_SPN_SET', 'set the SPN whatever the other options say'],
    [0x00020000, 'NETSETUP_NO_ACCT_REUSE', 'do not reuse an existing account (NETSETUP_ALT_SAMACCOUNTNAME has the same value)'],
    [0x00040000, 'NETSETUP_INSTALL_INVOCATION', 'called during the installation of Windows'],
    [0x10000000, 'NETSETUP_IGNORE_UNSUPPORTED_FLAGS', 'ignore options that this version does not know'],
  ],
  {
    mask: 0x2,
    consequence: 'The computer account must exist already.',
  },
);
