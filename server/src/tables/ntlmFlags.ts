import { flags } from './table';

/** What client and server agree upon for NTLM. From [MS-NLMP] 2.2.2.5. */
export const ntlmFlags = flags('NTLM flags (NTLMSSP_*)', [
  [0x00000001, 'NTLMSSP_NEGOTIATE_UNICODE', 'strings in Unicode'],
  [0x00000002, 'NTLMSSP_NEGOTIATE_OEM', 'strings in the OEM code page'],
  [0x00000004, 'NTLMSSP_REQUEST_TARGET', 'the server must say its name'],
  [0x00000010, 'NTLMSSP_NEGOTIATE_SIGN', 'messages are signed'],
  [0x00000020, 'NTLMSSP_NEGOTIATE_SEAL', 'messages are encrypted'],
  [0x00000040, 'NTLMSSP_NEGOTIATE_DATAGRAM', 'datagrams instead of a connection'],
  [0x00000080, 'NTLMSSP_NEGOTIATE_LM_KEY', 'session key of LAN Manager, weak'],
  [0x00000200, 'NTLMSSP_NEGOTIATE_NTLM', 'NTLM, version 1 or 2'],
  [0x00000400, 'NTLMSSP_NEGOTIATE_NT_ONLY', 'reserved'],
  [0x00000800, 'NTLMSSP_NEGOTIATE_ANONYMOUS', 'anonymous, without credentials'],
  [0x00001000, 'NTLMSSP_NEGOTIATE_OEM_DOMAIN_SUPPLIED', 'the client names its domain'],
  [0x00002000, 'NTLMSSP_NEGOTIATE_OEM_WORKSTATION_SUPPLIED', 'the client names itself'],
  [0x00008000, 'NTLMSSP_NEGOTIATE_ALWAYS_SIGN', 'a signature on every message, if only an empty one'],
  [0x00010000, 'NTLMSSP_TARGET_TYPE_DOMAIN', 'the server belongs to a domain'],
  [0x00020000, 'NTLMSSP_TARGET_TYPE_SERVER', 'the server stands for itself'],
  [0x00080000, 'NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY', 'extended session security'],
  [0x00100000, 'NTLMSSP_NEGOTIATE_IDENTIFY', 'the server may identify the client, not act for it'],
  [0x00400000, 'NTLMSSP_REQUEST_NON_NT_SESSION_KEY', 'session key from the LAN Manager hash'],
  [0x00800000, 'NTLMSSP_NEGOTIATE_TARGET_INFO', 'with a list of facts about the server'],
  [0x02000000, 'NTLMSSP_NEGOTIATE_VERSION', 'with the version of Windows'],
  [0x20000000, 'NTLMSSP_NEGOTIATE_128', '128-bit keys'],
  [0x40000000, 'NTLMSSP_NEGOTIATE_KEY_EXCH', 'the client sends a session key of its own'],
  [0x80000000, 'NTLMSSP_NEGOTIATE_56', '56-bit keys'],
]);
