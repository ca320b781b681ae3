import { flags } from './table';

/** What a server says of a session. From [MS-SMB2] 2.2.6. */
export const smb2SessionFlags = flags('SMB session flags (SMB2_SESSION_FLAG_*)', [
  [0x0001, 'SMB2_SESSION_FLAG_IS_GUEST', 'the user is let in as a guest'],
  [0x0002, 'SMB2_SESSION_FLAG_IS_NULL', 'anonymous, without a user'],
  [0x0004, 'SMB2_SESSION_FLAG_ENCRYPT_DATA', 'everything in this session is encrypted'],
]);
