import { flags } from './table';

/**
 * The flags of an SMB message. Three bits hold its priority, a number, under one name. From [MS-SMB2]
 * 2.2.1.2.
 */
export const smb2HeaderFlags = flags('SMB message flags (SMB2_FLAGS_*)', [
  [0x00000001, 'SMB2_FLAGS_SERVER_TO_REDIR', 'an answer; without it: a request'],
  [0x00000002, 'SMB2_FLAGS_ASYNC_COMMAND', 'carried out later: the answer to it follows'],
  [0x00000004, 'SMB2_FLAGS_RELATED_OPERATIONS', 'belongs to the request in front of it'],
  [0x00000008, 'SMB2_FLAGS_SIGNED', 'signed'],
  [0x00000010, 'SMB2_FLAGS_PRIORITY_MASK', 'priority, lowest bit'],
  [0x00000020, 'SMB2_FLAGS_PRIORITY_MASK', 'priority, middle bit'],
  [0x00000040, 'SMB2_FLAGS_PRIORITY_MASK', 'priority, highest bit'],
  [0x10000000, 'SMB2_FLAGS_DFS_OPERATIONS', 'distributed file system (DFS)'],
  [0x20000000, 'SMB2_FLAGS_REPLAY_OPERATION', 'sent again after a connection broke'],
]);
