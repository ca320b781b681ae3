import { names } from './table';

/** What the other side of a trust is. From ntsecapi.h. */
export const trustTypes = names('trust type (TRUST_TYPE_*)', [
  [1, 'TRUST_TYPE_DOWNLEVEL', 'A Windows NT domain.'],
  [2, 'TRUST_TYPE_UPLEVEL', 'An Active Directory domain.'],
  [3, 'TRUST_TYPE_MIT', 'A Kerberos realm without Windows.'],
  [4, 'TRUST_TYPE_DCE', 'A DCE realm.'],
  [5, 'TRUST_TYPE_AAD', 'Microsoft Entra ID.'],
]);
