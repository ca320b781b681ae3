import { names } from './table';

/** What authenticates an RPC connection. From rpcdce.h and [MS-RPCE] 2.2.1.1.7; names of rpcdce.h. */
export const rpcAuthTypes = names('RPC authentication type', [
  [0, 'RPC_C_AUTHN_NONE', 'Nothing.'],
  [9, 'RPC_C_AUTHN_GSS_NEGOTIATE', 'Kerberos or NTLM, as client and server agree.'],
  [10, 'RPC_C_AUTHN_WINNT', 'NTLM.'],
  [14, 'RPC_C_AUTHN_GSS_SCHANNEL', 'TLS.'],
  [16, 'RPC_C_AUTHN_GSS_KERBEROS', 'Kerberos.'],
  [68, 'RPC_C_AUTHN_NETLOGON', 'The secure channel of Netlogon.'],
]);
