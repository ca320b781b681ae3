import { names } from './table';

/** What a Kerberos message is. From RFC 4120 7.5.7. */
export const kerberosMessageTypes = names('Kerberos message type', [
  [10, 'AS-REQ', 'The client asks for a ticket-granting ticket.'],
  [11, 'AS-REP', 'The domain controller issues a ticket-granting ticket.'],
  [12, 'TGS-REQ', 'The client asks for a ticket for a service.'],
  [13, 'TGS-REP', 'The domain controller issues a ticket for a service.'],
  [14, 'AP-REQ', 'The client presents its ticket to a service.'],
  [15, 'AP-REP', 'The service proves its identity to the client.'],
  [16, 'TGT-REQ', 'The client asks a user or service for its ticket-granting ticket.'],
  [17, 'TGT-REP', 'A user or service sends its ticket-granting ticket.'],
  [20, 'KRB-SAFE', 'Data with a checksum.'],
  [21, 'KRB-PRIV', 'Encrypted data.'],
  [22, 'KRB-CRED', 'Credentials are passed on.'],
  [30, 'KRB-ERROR', 'An error.'],
]);
