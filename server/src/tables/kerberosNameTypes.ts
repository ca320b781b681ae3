import { names } from './table';

/** What a name in a Kerberos message is. From RFC 4120 6.2 and RFC 6806. */
export const kerberosNameTypes = names('Kerberos name type', [
  [0, 'NT-UNKNOWN', 'Not said.'],
  [1, 'NT-PRINCIPAL', 'The name of a user or computer.'],
  [2, 'NT-SRV-INST', 'The name of a service and what it serves, as in cifs/host or krbtgt/DOMAIN.'],
  [3, 'NT-SRV-HST', 'The name of a service and its host.'],
  [4, 'NT-SRV-XHST', 'The name of a service and its host, the host in parts.'],
  [5, 'NT-UID', 'A unique number.'],
  [6, 'NT-X500-PRINCIPAL', 'An X.500 name.'],
  [7, 'NT-SMTP-NAME', 'A name in the form of a mail address.'],
  [10, 'NT-ENTERPRISE', 'A user principal name, as in user@domain.'],
]);
