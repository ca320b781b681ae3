import { flags } from './table';

/**
 * The account control of SAM, as in SAMR and Netlogon messages. From ntsam.h and [MS-SAMR] 2.2.1.12; the
 * LDAP attribute userAccountControl has other bits.
 */
export const samAccountControl = flags('SAM account control (USER_*)', [
  [0x00000001, 'USER_ACCOUNT_DISABLED', 'disabled'],
  [0x00000002, 'USER_HOME_DIRECTORY_REQUIRED', 'home directory required'],
  [0x00000004, 'USER_PASSWORD_NOT_REQUIRED', 'no password required'],
  [0x00000008, 'USER_TEMP_DUPLICATE_ACCOUNT', 'local duplicate account'],
  [0x00000010, 'USER_NORMAL_ACCOUNT', 'user account'],
  [0x00000020, 'USER_MNS_LOGON_ACCOUNT', 'MNS logon account'],
  [0x00000040, 'USER_INTERDOMAIN_TRUST_ACCOUNT', 'trust account'],
  [0x00000080, 'USER_WORKSTATION_TRUST_ACCOUNT', 'computer account of a member'],
  [0x00000100, 'USER_SERVER_TRUST_ACCOUNT', 'computer account of a domain controller'],
  [0x00000200, 'USER_DONT_EXPIRE_PASSWORD', 'password never expires'],
  [0x00000400, 'USER_ACCOUNT_AUTO_LOCKED', 'locked out'],
  [0x00000800, 'USER_ENCRYPTED_TEXT_PASSWORD_ALLOWED', 'reversible encryption'],
  [0x00001000, 'USER_SMARTCARD_REQUIRED', 'smart card required'],
  [0x00002000, 'USER_TRUSTED_FOR_DELEGATION', 'unconstrained delegation'],
  [0x00004000, 'USER_NOT_DELEGATED', 'sensitive, not delegated'],
  [0x00008000, 'USER_USE_DES_KEY_ONLY', 'DES keys only'],
  [0x00010000, 'USER_DONT_REQUIRE_PREAUTH', 'no Kerberos pre-authentication'],
  [0x00020000, 'USER_PASSWORD_EXPIRED', 'password expired'],
  [0x00040000, 'USER_TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION', 'protocol transition'],
  [0x00080000, 'USER_NO_AUTH_DATA_REQUIRED', 'no PAC in tickets'],
  [0x00100000, 'USER_PARTIAL_SECRETS_ACCOUNT', 'computer account of a read-only domain controller'],
  [0x00200000, 'USER_USE_AES_KEYS', 'AES keys'],
]);
