import { dnsRcode } from './dnsRcode';
import ntstatusRows from './generated/ntstatus';
import win32Rows from './generated/win32';
import hresultRows from './hresult';
import { kerberos } from './kerberos';
import { ldap } from './ldap';
import ntstatusSupplement from './ntstatusSupplement';
import { rpc } from './rpcStatus';
import { codes, type CodeSpace, type Meaning, type Table } from './table';
import win32Supplement from './win32Supplement';

export { dnsRcode, rcodeOf } from './dnsRcode';
export { kerberos } from './kerberos';
export { otherNameOf } from './otherNames';

/** Win32 status codes with the NERR codes among them. Names from winerror.h and lmerr.h. */
export const win32 = codes('Win32', 'win32', win32Supplement, win32Rows);

const ntstatusNames = codes('NTSTATUS', 'ntstatus', ntstatusSupplement, ntstatusRows);

/** NTSTATUS codes. Names from ntstatus.h; a value that is not in the list may carry a Win32 code. */
export const ntstatus: Table = {
  title: 'NTSTATUS',
  describe: value => ntstatusNames.describe(value) ?? carried(value),
  numberOf: name => ntstatusNames.numberOf?.(name),
};

const hresultNames = codes('HRESULT', 'hresult', hresultRows);

/** HRESULT values. Names from winerror.h; a value that is not in the list may carry a code of another space. */
export const hresult: Table = {
  title: 'HRESULT',
  describe: value => hresultNames.describe(value) ?? carried(value),
  numberOf: name => hresultNames.numberOf?.(name),
};

/**
 * What stands behind a status label of NetSetup.log: a Win32 code. Win32 codes end below 0x10000, so a number
 * with severity and facility bits under the same label is what those bits say: an HRESULT or NTSTATUS that
 * carries another code, or else an HRESULT of the list, or else an NTSTATUS.
 */
export const status: Table = {
  title: 'Win32',
  describe(value) {
    if (value < 0x10000) return win32.describe(value);
    if (carriedWin32(value) !== undefined) return carried(value);
    return hresult.describe(value) ?? ntstatus.describe(value);
  },
};

/**
 * What stands behind `ldap_…` calls: an LDAP result. LDAP results of Active Directory end at 0x61; a larger
 * number under such a label is a Win32 code ("Ldap Search failed: 8240").
 */
export const ldapResult: Table = {
  title: 'LDAP result',
  describe: value => (value > 0x61 ? win32 : ldap).describe(value),
  numberOf: name => ldap.numberOf?.(name),
};

/** What stands in an RPC fault or an answer of the endpoint mapper. A fault of Windows may hold a Win32 code. */
export const rpcStatus: Table = {
  title: 'RPC',
  describe: value => rpc.describe(value) ?? (value < 0x10000 ? win32.describe(value) : undefined),
  numberOf: name => rpc.numberOf?.(name),
};

/** The Win32 code in the low word of 0x8007nnnn (HRESULT) and 0xC007nnnn (NTSTATUS), else undefined. */
export function carriedWin32(value: number): number | undefined {
  const high = Math.floor(value / 0x10000);
  return high === 0x8007 || high === 0xc007 ? value % 0x10000 : undefined;
}

/** The name that an HRESULT has of its own, as 0x80070005 has in E_ACCESSDENIED; undefined for most. */
export function hresultName(value: number): string | undefined {
  return hresultNames.describe(value)?.name;
}

/** The NTSTATUS in an HRESULT that HRESULT_FROM_NT made by setting the bit 0x10000000, else undefined. */
function carriedNtstatus(value: number): number | undefined {
  const isMade = value <= 0xffffffff && Math.floor(value / 0x10000000) % 2 === 1;
  return isMade ? value - 0x10000000 : undefined;
}

/** What a value says that carries a code of another space; it is given as it was looked up. */
function carried(value: number): Meaning | undefined {
  const code = carriedWin32(value);
  const nt = carriedNtstatus(value);
  const meaning = code !== undefined ? win32.describe(code) : nt !== undefined && ntstatusNames.describe(nt);
  return meaning ? { ...meaning, value } : undefined;
}

/** The space of a code behind a label that `table` stands for, where no table has the code itself. */
export function spaceOf(table: Table, value: number): CodeSpace {
  if (table === ntstatus) return 'ntstatus';
  if (table === hresult) return 'hresult';
  if (table === kerberos) return 'krb5';
  if (table === dnsRcode) return 'dns';
  if (table === rpcStatus) return 'rpc';
  if (table === ldapResult && value <= 0x61) return 'ldap';
  if (value < 0x10000) return 'win32';
  return value >= 0xc0000000 ? 'ntstatus' : 'hresult';
}
