/** The phases of a join, in the order in which they come. */
export type PhaseId =
  | 'nameCheck'
  | 'machineCheck'
  | 'dcLocator'
  | 'connect'
  | 'bind'
  | 'domainInfo'
  | 'findAccount'
  | 'reuseCheck'
  | 'createAccount'
  | 'localApply'
  | 'finish'
  | 'renameAccount'
  | 'renameSpn'
  | 'rollback';

/** What a phase is called in the outline. In a sentence ("failed at LDAP bind") it stands the same way. */
export const phaseTitles: Readonly<Record<PhaseId, string>> = {
  nameCheck: 'Name check',
  machineCheck: 'Machine check',
  dcLocator: 'Domain controller',
  connect: 'Connect (IPC$)',
  bind: 'LDAP bind',
  domainInfo: 'Domain data',
  findAccount: 'Find account',
  reuseCheck: 'Re-use check',
  createAccount: 'Create account',
  localApply: 'Local settings',
  finish: 'Finish',
  renameAccount: 'Rename account',
  renameSpn: 'DNS host name and SPN',
  rollback: 'Rollback',
};
