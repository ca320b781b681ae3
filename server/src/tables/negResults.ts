import { names } from './table';

/** How far the choice of an authentication has come (SPNEGO). From RFC 4178 4.2.2. */
export const negResults = names('state of the negotiation (SPNEGO)', [
  [0, 'accept-completed', 'Done: the other side is authenticated.'],
  [1, 'accept-incomplete', 'A normal step: one more message is expected.'],
  [2, 'reject', 'The server takes none of the ways that were offered, or refused the logon.'],
  [3, 'request-mic', 'Goes on, with a check that nobody changed the list of ways.'],
]);
