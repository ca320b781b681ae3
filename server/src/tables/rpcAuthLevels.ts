import { names } from './table';

/** How far an RPC connection is protected. From rpcdce.h. */
export const rpcAuthLevels = names('RPC authentication level', [
  [0, 'RPC_C_AUTHN_LEVEL_DEFAULT', 'As is usual for the authentication type.'],
  [1, 'RPC_C_AUTHN_LEVEL_NONE', 'Not at all.'],
  [2, 'RPC_C_AUTHN_LEVEL_CONNECT', 'The client is authenticated once, when it connects.'],
  [3, 'RPC_C_AUTHN_LEVEL_CALL', 'The client is authenticated at the beginning of each call.'],
  [4, 'RPC_C_AUTHN_LEVEL_PKT', 'Each packet comes from the client.'],
  [5, 'RPC_C_AUTHN_LEVEL_PKT_INTEGRITY', 'Each packet is signed.'],
  [6, 'RPC_C_AUTHN_LEVEL_PKT_PRIVACY', 'Each packet is signed and encrypted.'],
]);
