import { dnsRcode } from './dnsRcode';
import { kerberos } from './kerberos';
import { ldapResult, ntstatus, win32 } from './status';

/** The number that a name stands for in a trace: undefined for a name that no table has. */
export type Named = (text: string) => number | undefined;

/** DNS response codes as Wireshark and Network Monitor say them. */
const dnsWords: Readonly<Record<string, number>> = {
  'no error': 0,
  success: 0,
  'format error': 1,
  'server failure': 2,
  'no such name': 3,
  'name error': 3,
  'not implemented': 4,
  refused: 5,
  'name exists': 6,
  'rrset exists': 7,
  'rrset does not exist': 8,
  'not authoritative': 9,
  'name out of zone': 10,
};

/** LDAP results as RFC 4511 names them, in lower case and without blanks. */
const ldapWords: Readonly<Record<string, number>> = {
  success: 0,
  operationserror: 1,
  protocolerror: 2,
  timelimitexceeded: 3,
  sizelimitexceeded: 4,
  comparefalse: 5,
  comparetrue: 6,
  authmethodnotsupported: 7,
  strongauthrequired: 8,
  strongerauthrequired: 8,
  referral: 10,
  adminlimitexceeded: 11,
  unavailablecriticalextension: 12,
  confidentialityrequired: 13,
  saslbindinprogress: 14,
  nosuchattribute: 16,
  undefinedattributetype: 17,
  inappropriatematching: 18,
  constraintviolation: 19,
  attributeorvalueexists: 20,
  invalidattributesyntax: 21,
  nosuchobject: 32,
  aliasproblem: 33,
  invaliddnsyntax: 34,
  aliasdereferencingproblem: 36,
  inappropriateauthentication: 48,
  invalidcredentials: 49,
  insufficientaccessrights: 50,
  busy: 51,
  unavailable: 52,
  unwillingtoperform: 53,
  loopdetect: 54,
  namingviolation: 64,
  objectclassviolation: 65,
  notallowedonnonleaf: 66,
  notallowedonrdn: 67,
  entryalreadyexists: 68,
  objectclassmodsprohibited: 69,
  affectsmultipledsas: 71,
  other: 80,
};

/** "No such name", "NXDOMAIN". */
export const dnsRcodeNamed: Named = text => wordIn(dnsWords, text.toLowerCase()) ?? dnsRcode.numberOf?.(text);

/** "saslBindInProgress", "SASL Bind In Progress", "LDAP_BUSY". */
export const ldapNamed: Named = text =>
  wordIn(ldapWords, text.toLowerCase().replace(/\s/g, '')) ?? ldapResult.numberOf?.(text);

/** "STATUS_PENDING", "NT_STATUS_PENDING"; Samba says NT_STATUS_OK. */
export const ntstatusNamed: Named = text => {
  const name = text.replace(/^NT_(?=STATUS_)/, '');
  return name === 'STATUS_OK' ? 0 : ntstatus.numberOf?.(name);
};

/** "WERR_ACCESS_DENIED", which winerror.h calls ERROR_ACCESS_DENIED; NERR codes have their own names. */
export const win32Named: Named = text => {
  const name = text.replace(/^WERR_/, '');
  if (/^(?:OK|SUCCESS)$/.test(name)) return 0;
  return win32.numberOf?.(text) ?? win32.numberOf?.(`ERROR_${name}`) ?? win32.numberOf?.(name);
};

/** What stands in front of the name of a Kerberos error in RFC 4120, where another spelling leaves it out. */
const kerberosPrefixes = ['', 'KDC_ERR_', 'KRB_AP_ERR_', 'KRB_ERR_', 'KDC_ERROR_'];

/** "KDC_ERR_PREAUTH_REQUIRED", "KRB5KDC_ERR_PREAUTH_REQUIRED" as MIT has it, "eRR-PREAUTH-REQUIRED". */
export const kerberosNamed: Named = text => {
  const name = text
    .replaceAll('-', '_')
    .replace(/^KRB5(?=K)|^eRR_/, '')
    .replace(/KEY_EXP$/, 'KEY_EXPIRED');
  for (const prefix of kerberosPrefixes) {
    const value = kerberos.numberOf?.(prefix + name);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** Names of an object's prototype are no words. */
function wordIn(words: Readonly<Record<string, number>>, text: string): number | undefined {
  return Object.hasOwn(words, text) ? words[text] : undefined;
}
