import { names } from './table';

/** The version of SMB that client and server agree upon. From [MS-SMB2] 2.2.3 and 2.2.4. */
export const smb2Dialects = names('SMB version', [
  [0x202, 'SMB 2.0.2', 'The version of Windows Vista and Windows Server 2008.'],
  [0x210, 'SMB 2.1', 'The version of Windows 7 and Windows Server 2008 R2.'],
  [0x2ff, 'SMB 2.???', 'Not a version: the server answers an SMB 1 request and asks to negotiate again.'],
  [0x300, 'SMB 3.0', 'The version of Windows 8 and Windows Server 2012.'],
  [0x302, 'SMB 3.0.2', 'The version of Windows 8.1 and Windows Server 2012 R2.'],
  [0x311, 'SMB 3.1.1', 'The version of Windows 10 and Windows Server 2016 and later.'],
]);
