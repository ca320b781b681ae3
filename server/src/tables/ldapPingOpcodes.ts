import { names } from './table';

/** What an LDAP ping or its answer is. From [MS-ADTS] 6.3.1.3. */
// prettier-ignore
export const ldapPingOpcodes = names('LDAP ping operation code', [
  [7, 'LOGON_PRIMARY_QUERY', 'Asks for the PDC emulator.'],
  [12, 'LOGON_PRIMARY_RESPONSE', 'The PDC emulator answers.'],
  [18, 'LOGON_SAM_LOGON_REQUEST', 'Asks whether the domain controller has the account.'],
  [19, 'LOGON_SAM_LOGON_RESPONSE', 'The domain controller answers.'],
  [20, 'LOGON_SAM_PAUSE_RESPONSE', 'The domain controller answers that its Netlogon service is paused.'],
  [21, 'LOGON_SAM_USER_UNKNOWN', 'The domain controller answers that it does not have the account.'],
  [23, 'LOGON_SAM_LOGON_RESPONSE_EX', 'The domain controller answers, in the longer form.'],
  [24, 'LOGON_SAM_PAUSE_RESPONSE_EX', 'The domain controller answers that its Netlogon service is paused, in the longer form.'],
  [25, 'LOGON_SAM_USER_UNKNOWN_EX', 'The domain controller answers that it does not have the account, in the longer form.'],
]);
