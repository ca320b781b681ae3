import { flags } from './table';

/** The LDAP attribute msDS-SupportedEncryptionTypes. From [MS-KILE] 2.2.7. */
// prettier-ignore
export const supportedEncTypes = flags('supported encryption types', [
  [0x00000001, 'DES-CBC-CRC', 'DES, broken'],
  [0x00000002, 'DES-CBC-MD5', 'DES, broken'],
  [0x00000004, 'RC4-HMAC', 'RC4, weak'],
  [0x00000008, 'AES128-CTS-HMAC-SHA1-96', 'AES with 128-bit keys'],
  [0x00000010, 'AES256-CTS-HMAC-SHA1-96', 'AES with 256-bit keys'],
  [0x00000020, 'AES256-CTS-HMAC-SHA1-96-SK', 'AES with 256-bit keys for session keys, whatever the tickets use'],
  [0x00000040, 'AES128-CTS-HMAC-SHA256-128', 'AES with 128-bit keys and SHA-2'],
  [0x00000080, 'AES256-CTS-HMAC-SHA384-192', 'AES with 256-bit keys and SHA-2'],
  [0x00010000, 'FAST-supported', 'armored requests (FAST)'],
  [0x00020000, 'Compound-identity-supported', 'tickets for user and device together'],
  [0x00040000, 'Claims-supported', 'claims'],
  [0x00080000, 'Resource-SID-compression-disabled', 'resource SIDs are not compressed'],
]);
