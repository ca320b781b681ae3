import { flags } from './table';

/** The LDAP attribute userAccountControl. From lmaccess.h; the account control of SAM has other bits. */
export const userAccountControl = flags('userAccountControl (UF_*)', [
  [0x00000001, 'UF_SCRIPT', 'logon script runs'],
  [0x00000002, 'UF_ACCOUNTDISABLE', 'disabled'],
  [0x00000008, 'UF_HOMEDIR_REQUIRED', 'home directory required'],
  [0x00000010, 'UF_LOCKOUT', 'locked out'],
  [0x00000020, 'UF_PASSWD_NOTREQD', 'no password required'],
  [0x00000040, 'UF_PASSWD_CANT_CHANGE', 'user cannot change password'],
  [0x00000080, 'UF_ENCRYPTED_TEXT_PASSWORD_ALLOWED', 'reversible encryption'],
  [0x00000100, 'UF_TEMP_DUPLICATE_ACCOUNT', 'local duplicate account'],
  [0x00000200, 'UF_NORMAL_ACCOUNT', 'user account'],
  [0x00000800, 'UF_INTERDOMAIN_TRUST_ACCOUNT', 'trust account'],
  [0x00001000, 'UF_WORKSTATION_TRUST_ACCOUNT', 'computer account of a member'],
  [0x00002000, 'UF_SERVER_TRUST_ACCOUNT', 'computer account of a domain controller'],
  [0x00010000, 'UF_DONT_EXPIRE_PASSWD', 'password never expires'],
  [0x00020000, 'UF_MNS_LOGON_ACCOUNT', 'MNS logon account'],
  [0x00040000, 'UF_SMARTCARD_REQUIRED', 'smart card required'],
  [0x00080000, 'UF_TRUSTED_FOR_DELEGATION', 'unconstrained delegation'],
  [0x00100000, 'UF_NOT_DELEGATED', 'sensitive, not delegated'],
  [0x00200000, 'UF_USE_DES_KEY_ONLY', 'DES keys only'],
  [0x00400000, 'UF_DONT_REQUIRE_PREAUTH', 'no Kerberos pre-authentication'],
  [0x00800000, 'UF_PASSWORD_EXPIRED', 'password expired'],
  [0x01000000, 'UF_TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION', 'protocol transition'],
  [0x02000000, 'UF_NO_AUTH_DATA_REQUIRED', 'no PAC in tickets'],
  [0x04000000, 'UF_PARTIAL_SECRETS_ACCOUNT', 'computer account of a read-only domain controller'],
  [0x08000000, 'UF_USE_AES_KEYS', 'AES keys (reserved)'],
]);
