import { names } from './table';

/** What the address of a domain controller is. From dsgetdc.h. */
export const dcAddressTypes = names('address type (DS_*_ADDRESS)', [
  [1, 'DS_INET_ADDRESS', 'The address is an IP address.'],
  [2, 'DS_NETBIOS_ADDRESS', 'The address is a NetBIOS name.'],
]);
