import { dnsRcode } from './dnsRcode';
import { kerberos } from './kerberos';
import { ldapResultNamed } from './ldapResultNames';
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

/** "No such name", "NXDOMAIN". */
export const dnsRcodeNamed: Named = text => wordIn(dnsWords, text.toLowerCase()) ?? dnsRcode.numberOf?.(text);

/** "saslBindInProgress", "SASL Bind In Progress", "LDAP_BUSY". */
export const ldapNamed: Named = text => ldapResultNamed(text) ?? ldapResult.numberOf?.(text);

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
