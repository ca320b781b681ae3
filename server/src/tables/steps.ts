/**
 * The steps of a join on the wire, in the order in which a join takes them. The ids are public: they stand in the
 * JSON report.
 */
export type StepId =
  | 'dns'
  | 'ldapPing'
  | 'smb'
  | 'kerberos'
  | 'ntlm'
  | 'ldap'
  | 'endpointMapper'
  | 'drsuapi'
  | 'netlogon'
  | 'lsarpc'
  | 'samr'
  | 'netbios'
  | 'other';

/** A service that a client asks: a step, or one of the two that share the id `other`. */
export type Service = Exclude<StepId, 'ntlm' | 'other'> | 'dnsUpdate' | 'kpasswd';

/** What a step is called on screen. */
export const stepTitles: Readonly<Record<Service | 'ntlm', string>> = {
  dns: 'DNS',
  ldapPing: 'LDAP ping',
  smb: 'SMB',
  kerberos: 'Kerberos',
  ntlm: 'NTLM',
  ldap: 'LDAP',
  endpointMapper: 'RPC endpoint mapper',
  drsuapi: 'DRSUAPI',
  netlogon: 'Netlogon',
  lsarpc: 'LSARPC',
  samr: 'SAMR',
  netbios: 'NetBIOS',
  dnsUpdate: 'DNS update',
  kpasswd: 'Password change',
};

/** The step that a service belongs to. */
export function stepOf(service: Service): StepId {
  return service === 'dnsUpdate' || service === 'kpasswd' ? 'other' : service;
}
