import { flags } from './table';

/** Whether client or server signs SMB messages. From [MS-SMB2] 2.2.3 and 2.2.4. */
export const smb2SecurityMode = flags('SMB security mode (SMB2_*)', [
  [0x01, 'SMB2_NEGOTIATE_SIGNING_ENABLED', 'can sign'],
  [0x02, 'SMB2_NEGOTIATE_SIGNING_REQUIRED', 'insists on signing'],
]);
