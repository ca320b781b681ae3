import { flags } from './table';

/** What client or server can do over SMB. From [MS-SMB2] 2.2.3 and 2.2.4. */
export const smb2Capabilities = flags('SMB capabilities (SMB2_GLOBAL_CAP_*)', [
  [0x00000001, 'SMB2_GLOBAL_CAP_DFS', 'distributed file system (DFS)'],
  [0x00000002, 'SMB2_GLOBAL_CAP_LEASING', 'leases for cached files'],
  [0x00000004, 'SMB2_GLOBAL_CAP_LARGE_MTU', 'large reads and writes'],
  [0x00000008, 'SMB2_GLOBAL_CAP_MULTI_CHANNEL', 'several connections for one session'],
  [0x00000010, 'SMB2_GLOBAL_CAP_PERSISTENT_HANDLES', 'open files that outlast a failover'],
  [0x00000020, 'SMB2_GLOBAL_CAP_DIRECTORY_LEASING', 'leases for cached directories'],
  [0x00000040, 'SMB2_GLOBAL_CAP_ENCRYPTION', 'encryption'],
  [0x00000080, 'SMB2_GLOBAL_CAP_NOTIFICATIONS', 'notifications from the server'],
]);
