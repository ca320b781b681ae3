import { names } from './table';

/** NETSETUP_JOIN_STATUS: what a computer is joined to. From lmjoin.h. */
export const joinStatus = names('join status (NETSETUP_JOIN_STATUS)', [
  [0, 'NetSetupUnknownStatus', 'Not known.'],
  [1, 'NetSetupUnjoined', 'Joined to nothing.'],
  [2, 'NetSetupWorkgroupName', 'In a workgroup.'],
  [3, 'NetSetupDomainName', 'In a domain.'],
]);
