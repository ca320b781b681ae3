import { names } from './table';

/** What a server says to one interface and encoding that a client offers, in a bind_ack. From C706 and [MS-RPCE]. */
// prettier-ignore
export const rpcBindResults = names('RPC bind result', [
  [0, 'Acceptance', 'This interface, in this encoding, can be used.'],
  [1, 'User rejection', 'The server refused this one.'],
  [2, 'Provider rejection', 'The server does not take this one. Normal where another of the list is accepted, as NDR64 in place of NDR32.'],
  [3, 'Negotiate ACK', 'The answer to the bits of the bind-time feature negotiation; not an interface.'],
]);

/** Why one of them was refused. */
export const rpcBindReasons = names('RPC bind reason', [
  [0, 'Reason not specified', 'No reason is given.'],
  [1, 'Abstract syntax not supported', 'The server does not offer this interface at this port.'],
  [2, 'Proposed transfer syntaxes not supported', 'The server does not take this encoding of the data.'],
  [3, 'Local limit exceeded', 'The server has reached a limit of its own.'],
]);
