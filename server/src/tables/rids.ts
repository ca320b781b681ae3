import { names } from './table';

/**
 * The last part of a SID where it is well known: below 1000, and the same in every domain. From 1000 on, a
 * domain gives them out to its accounts, and they say nothing. From winnt.h.
 */
// prettier-ignore
export const rids = names('relative identifier', [
  [498, 'DOMAIN_GROUP_RID_ENTERPRISE_READONLY_DOMAIN_CONTROLLERS', 'The group Enterprise Read-only Domain Controllers.'],
  [500, 'DOMAIN_USER_RID_ADMIN', 'The built-in Administrator.'],
  [501, 'DOMAIN_USER_RID_GUEST', 'The built-in Guest.'],
  [502, 'DOMAIN_USER_RID_KRBTGT', 'The account krbtgt, whose key protects the tickets of the domain.'],
  [503, 'DOMAIN_USER_RID_DEFAULT_ACCOUNT', 'The built-in DefaultAccount.'],
  [504, 'DOMAIN_USER_RID_WDAG_ACCOUNT', 'The built-in WDAGUtilityAccount.'],
  [512, 'DOMAIN_GROUP_RID_ADMINS', 'The group Domain Admins.'],
  [513, 'DOMAIN_GROUP_RID_USERS', 'The group Domain Users.'],
  [514, 'DOMAIN_GROUP_RID_GUESTS', 'The group Domain Guests.'],
  [515, 'DOMAIN_GROUP_RID_COMPUTERS', 'The group Domain Computers: all members of the domain.'],
  [516, 'DOMAIN_GROUP_RID_CONTROLLERS', 'The group Domain Controllers.'],
  [517, 'DOMAIN_GROUP_RID_CERT_ADMINS', 'The group Cert Publishers.'],
  [518, 'DOMAIN_GROUP_RID_SCHEMA_ADMINS', 'The group Schema Admins.'],
  [519, 'DOMAIN_GROUP_RID_ENTERPRISE_ADMINS', 'The group Enterprise Admins.'],
  [520, 'DOMAIN_GROUP_RID_POLICY_ADMINS', 'The group Group Policy Creator Owners.'],
  [521, 'DOMAIN_GROUP_RID_READONLY_CONTROLLERS', 'The group Read-only Domain Controllers.'],
  [522, 'DOMAIN_GROUP_RID_CLONEABLE_CONTROLLERS', 'The group Cloneable Domain Controllers.'],
  [525, 'DOMAIN_GROUP_RID_PROTECTED_USERS', 'The group Protected Users.'],
  [526, 'DOMAIN_GROUP_RID_KEY_ADMINS', 'The group Key Admins.'],
  [527, 'DOMAIN_GROUP_RID_ENTERPRISE_KEY_ADMINS', 'The group Enterprise Key Admins.'],
  [544, 'DOMAIN_ALIAS_RID_ADMINS', 'The built-in group Administrators.'],
  [545, 'DOMAIN_ALIAS_RID_USERS', 'The built-in group Users.'],
  [546, 'DOMAIN_ALIAS_RID_GUESTS', 'The built-in group Guests.'],
  [547, 'DOMAIN_ALIAS_RID_POWER_USERS', 'The built-in group Power Users.'],
  [548, 'DOMAIN_ALIAS_RID_ACCOUNT_OPS', 'The built-in group Account Operators.'],
  [549, 'DOMAIN_ALIAS_RID_SYSTEM_OPS', 'The built-in group Server Operators.'],
  [550, 'DOMAIN_ALIAS_RID_PRINT_OPS', 'The built-in group Print Operators.'],
  [551, 'DOMAIN_ALIAS_RID_BACKUP_OPS', 'The built-in group Backup Operators.'],
  [552, 'DOMAIN_ALIAS_RID_REPLICATOR', 'The built-in group Replicator.'],
  [553, 'DOMAIN_ALIAS_RID_RAS_SERVERS', 'The group RAS and IAS Servers.'],
  [554, 'DOMAIN_ALIAS_RID_PREW2KCOMPACCESS', 'The built-in group Pre-Windows 2000 Compatible Access.'],
  [555, 'DOMAIN_ALIAS_RID_REMOTE_DESKTOP_USERS', 'The built-in group Remote Desktop Users.'],
  [571, 'DOMAIN_ALIAS_RID_CACHEABLE_PRINCIPALS_GROUP', 'The group Allowed RODC Password Replication Group: a read-only domain controller may keep their passwords.'],
  [572, 'DOMAIN_ALIAS_RID_NON_CACHEABLE_PRINCIPALS_GROUP', 'The group Denied RODC Password Replication Group: a read-only domain controller must not keep their passwords.'],
]);
