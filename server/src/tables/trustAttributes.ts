import { flags } from './table';

/** What kind of trust stands between two domains. From ntsecapi.h and [MS-ADTS] 6.1.6.7.9. */
// prettier-ignore
export const trustAttributes = flags('trust attributes (TRUST_ATTRIBUTE_*)', [
  [0x00000001, 'TRUST_ATTRIBUTE_NON_TRANSITIVE', 'not transitive'],
  [0x00000002, 'TRUST_ATTRIBUTE_UPLEVEL_ONLY', 'only for Windows 2000 and later'],
  [0x00000004, 'TRUST_ATTRIBUTE_QUARANTINED_DOMAIN', 'SIDs are filtered'],
  [0x00000008, 'TRUST_ATTRIBUTE_FOREST_TRANSITIVE', 'trust between forests'],
  [0x00000010, 'TRUST_ATTRIBUTE_CROSS_ORGANIZATION', 'selective authentication'],
  [0x00000020, 'TRUST_ATTRIBUTE_WITHIN_FOREST', 'within one forest'],
  [0x00000040, 'TRUST_ATTRIBUTE_TREAT_AS_EXTERNAL', 'trust between forests, treated as an external one'],
  [0x00000080, 'TRUST_ATTRIBUTE_TRUST_USES_RC4_ENCRYPTION', 'RC4 keys with a Kerberos realm'],
  [0x00000100, 'TRUST_ATTRIBUTE_TRUST_USES_AES_KEYS', 'AES keys'],
  [0x00000200, 'TRUST_ATTRIBUTE_CROSS_ORGANIZATION_NO_TGT_DELEGATION', 'no delegation of ticket-granting tickets'],
  [0x00000400, 'TRUST_ATTRIBUTE_PIM_TRUST', 'for privileged identities'],
  [0x00000800, 'TRUST_ATTRIBUTE_CROSS_ORGANIZATION_ENABLE_TGT_DELEGATION', 'delegation of ticket-granting tickets allowed'],
  [0x00001000, 'TRUST_ATTRIBUTE_DISABLE_AUTH_TARGET_VALIDATION', 'the target of an authentication is not checked'],
]);
