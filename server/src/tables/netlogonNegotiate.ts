import { flags } from './table';

/**
 * What computer and domain controller agree upon for the secure channel (NetrServerAuthenticate). Bits from
 * [MS- NRPC] 3.1.4.2, which has letters for them; names from the interface definition of Samba.
 */
// prettier-ignore
export const netlogonNegotiate = flags('Netlogon options (NETLOGON_NEG_*)', [
  [0x00000001, 'NETLOGON_NEG_ACCOUNT_LOCKOUT', 'account lockout'],
  [0x00000002, 'NETLOGON_NEG_PERSISTENT_SAMREPL', 'replication to Windows NT backup domain controllers'],
  [0x00000004, 'NETLOGON_NEG_ARCFOUR', 'RC4 encryption'],
  [0x00000008, 'NETLOGON_NEG_PROMOTION_COUNT', 'not used'],
  [0x00000010, 'NETLOGON_NEG_CHANGELOG_BDC', 'change log of Windows NT backup domain controllers'],
  [0x00000020, 'NETLOGON_NEG_FULL_SYNC_REPL', 'full replication can be taken up again'],
  [0x00000040, 'NETLOGON_NEG_MULTIPLE_SIDS', 'logons passed on need no second validation level'],
  [0x00000080, 'NETLOGON_NEG_REDO', 'replication of single changes again'],
  [0x00000100, 'NETLOGON_NEG_PASSWORD_CHANGE_REFUSAL', 'the domain controller may refuse a password change'],
  [0x00000200, 'NETLOGON_NEG_SEND_PASSWORD_INFO_PDC', 'passwords are sent on to the PDC emulator'],
  [0x00000400, 'NETLOGON_NEG_GENERIC_PASSTHROUGH', 'requests of other security packages are passed on'],
  [0x00000800, 'NETLOGON_NEG_CONCURRENT_RPC', 'several calls at a time'],
  [0x00001000, 'NETLOGON_NEG_AVOID_ACCOUNT_DB_REPL', 'no replication of accounts by Netlogon'],
  [0x00002000, 'NETLOGON_NEG_AVOID_SECURITYAUTH_DB_REPL', 'no replication of security policy by Netlogon'],
  [0x00004000, 'NETLOGON_NEG_STRONG_KEYS', '128-bit session key'],
  [0x00008000, 'NETLOGON_NEG_TRANSITIVE_TRUSTS', 'transitive trusts'],
  [0x00010000, 'NETLOGON_NEG_DNS_DOMAIN_TRUSTS', 'DNS names of trusted domains'],
  [0x00020000, 'NETLOGON_NEG_PASSWORD_SET2', 'newer way to set the password (NetrServerPasswordSet2)'],
  [0x00040000, 'NETLOGON_NEG_GETDOMAININFO', 'data of the domain on request (NetrLogonGetDomainInfo)'],
  [0x00080000, 'NETLOGON_NEG_CROSS_FOREST_TRUSTS', 'trusts between forests'],
  [0x00100000, 'NETLOGON_NEG_NEUTRALIZE_NT4_EMULATION', 'the domain controller must not pass for Windows NT 4.0'],
  [0x00200000, 'NETLOGON_NEG_RODC_PASSTHROUGH', 'requests through a read-only domain controller'],
  [0x00400000, 'NETLOGON_NEG_SUPPORTS_AES_SHA2', 'AES and SHA-2 in a newer form'],
  [0x01000000, 'NETLOGON_NEG_SUPPORTS_AES', 'AES encryption'],
  [0x20000000, 'NETLOGON_NEG_AUTHENTICATED_RPC_LSASS', 'not used'],
  [0x40000000, 'NETLOGON_NEG_AUTHENTICATED_RPC', 'secure RPC'],
  [0x80000000, 'NETLOGON_NEG_SUPPORTS_KERBEROS_AUTH', 'secure channel by Kerberos'],
]);
