import { names } from './table';

/** NETSETUP_NAME_TYPE: what kind of name NetpValidateName checks. From lmjoin.h. */
export const nameTypes = names('name type (NETSETUP_NAME_TYPE)', [
  [0, 'NetSetupUnknown', 'Not set.'],
  [1, 'NetSetupMachine', 'The NetBIOS name of a computer: well formed and not in use.'],
  [2, 'NetSetupWorkgroup', 'The name of a workgroup.'],
  [3, 'NetSetupDomain', 'The name of a domain that must exist: a domain controller has to be found.'],
  [4, 'NetSetupNonExistentDomain', 'The name of a domain that must not exist.'],
  [5, 'NetSetupDnsMachine', 'The DNS host name of a computer.'],
]);
