/** Ports by the names that tools print for them, in lower case: of the IANA list and of Network Monitor. */
// prettier-ignore
const numbers: Readonly<Record<string, number>> = {
  domain: 53, dns: 53, kerberos: 88, 'kerberos-sec': 88, ntp: 123, epmap: 135, 'dce-rpc': 135, 'loc-srv': 135,
  'dce endpoint resolution': 135, 'netbios-ns': 137, 'netbios-dgm': 138, 'netbios-ssn': 139,
  'netbios session service': 139, ldap: 389, cldap: 389, 'microsoft-ds': 445, kpasswd: 464, kpasswd5: 464,
  ldaps: 636, sldap: 636, msft_gc: 3268, 'msft-gc': 3268, 'msft-gc-ssl': 3269, http: 80, https: 443, adws: 9389,
};

/** The port in "49708", "microsoft-ds", "Kerberos(88)"; undefined for a name that is not known. */
export function portNamed(text: string): number | undefined {
  const digits = /^(?:[^()]{0,60}\()?(\d{1,5})\)?$/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits) <= 0xffff ? Number(digits) : undefined;
  const key = text.trim().toLowerCase();
  return Object.hasOwn(numbers, key) ? numbers[key] : undefined;
}
