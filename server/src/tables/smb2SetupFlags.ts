import { flags } from './table';

/** What a client asks for with a session setup. From [MS-SMB2] 2.2.5. */
export const smb2SetupFlags = flags('SMB session setup flags (SMB2_SESSION_FLAG_*)', [
  [0x01, 'SMB2_SESSION_FLAG_BINDING', 'adds a connection to a session that exists'],
]);
