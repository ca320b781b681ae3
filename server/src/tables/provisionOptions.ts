import { flags } from './table';

/** Options of NetProvisionComputerAccount. From lmjoin.h. */
// prettier-ignore
export const provisionOptions = flags('provisioning options (NETSETUP_PROVISION_*)', [
  [0x00000001, 'NETSETUP_PROVISION_DOWNLEVEL_PRIV_SUPPORT', 'if LDAP cannot create the account, try the older way (SAM)'],
  [0x00000002, 'NETSETUP_PROVISION_REUSE_ACCOUNT', 'an existing account may be reused'],
  [0x00000004, 'NETSETUP_PROVISION_USE_DEFAULT_PASSWORD', 'use the default machine password instead of a random one'],
  [0x00000008, 'NETSETUP_PROVISION_SKIP_ACCOUNT_SEARCH', 'do not search other domain controllers for the account'],
  [0x00000010, 'NETSETUP_PROVISION_ROOT_CA_CERTS', 'put the local root CA certificates into the package'],
  [0x00000020, 'NETSETUP_PROVISION_PERSISTENTSITE', 'put a persistent site name into the package'],
  [0x40000000, 'NETSETUP_PROVISION_ONLINE_CALLER', 'called by an ordinary online join (set by Windows itself)'],
  [0x80000000, 'NETSETUP_PROVISION_CHECK_PWD_ONLY', 'only check the machine password (set by Windows itself)'],
]);
