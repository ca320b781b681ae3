import { flags } from './table';

/** What a domain controller says of itself. From dsgetdc.h and [MS-ADTS] 6.3.1.2. */
export const dcFlags = flags(
  'domain controller flags (DS_*)',
  [
    [0x00000001, 'DS_PDC_FLAG', 'PDC emulator'],
    [0x00000004, 'DS_GC_FLAG', 'global catalog of the forest'],
    [0x00000008, 'DS_LDAP_FLAG', 'LDAP server'],
    [0x00000010, 'DS_DS_FLAG', 'Active Directory'],
    [0x00000020, 'DS_KDC_FLAG', 'Kerberos KDC running'],
    [0x00000040, 'DS_TIMESERV_FLAG', 'time service running'],
    [0x00000080, 'DS_CLOSEST_FLAG', "in this computer's site or the closest one"],
    [0x00000100, 'DS_WRITABLE_FLAG', 'writable directory'],
    [0x00000200, 'DS_GOOD_TIMESERV_FLAG', 'reliable time source'],
    [0x00000400, 'DS_NDNC_FLAG', 'name is a non-domain (application) naming context'],
    [0x00000800, 'DS_SELECT_SECRET_DOMAIN_6_FLAG', 'read-only domain controller'],
    [0x00001000, 'DS_FULL_SECRET_DOMAIN_6_FLAG', 'writable domain controller, Windows Server 2008 or later'],
    [0x00002000, 'DS_WS_FLAG', 'AD Web Services running'],
    [0x00004000, 'DS_DS_8_FLAG', 'Windows Server 2012 or later'],
    [0x00008000, 'DS_DS_9_FLAG', 'Windows Server 2012 R2 or later'],
    [0x00010000, 'DS_DS_10_FLAG', 'Windows Server 2016 or later'],
    [0x00020000, 'DS_KEY_LIST_FLAG', 'key list requests supported'],
    [0x00040000, 'DS_DS_13_FLAG', 'Windows Server 2025 or later'],
    [0x00080000, 'DS_DS_12_FLAG', 'Windows Server 2022 or later'],
    [0x20000000, 'DS_DNS_CONTROLLER_FLAG', 'its name is in DNS form'],
    [0x40000000, 'DS_DNS_DOMAIN_FLAG', 'the domain name is in DNS form'],
    [0x80000000, 'DS_DNS_FOREST_FLAG', 'the forest name is in DNS form'],
  ],
  {
    mask: 0x20,
    consequence: 'It says that it is no KDC: Kerberos requests go to another domain controller.',
  },
  {
    mask: 0x80,
    consequence: 'It does not say that it is in the site of the client: slower perhaps, no failure.',
  },
  {
    mask: 0x100,
    consequence: 'What creates or changes the computer account needs a domain controller that is writable.',
  },
);
