import ntstatusRows from './generated/ntstatus';
import win32Rows from './generated/win32';
import { ldap } from './ldap';
import { codes, type CodeSpace, type Meaning, type Table } from './table';
import win32Supplement from './win32Supplement';

/** Win32 status codes with the NERR codes among them. Names from winerror.h and lmerr.h. */
export const win32 = codes('Win32', 'win32', win32Supplement, win32Rows);

/** NTSTATUS codes. Names from ntstatus.h. */
export const ntstatus = codes('NTSTATUS', 'ntstatus', ntstatusRows);

/**
 * What stands behind a status label of NetSetup.log: a Win32 code. Win32 codes end below 0x10000, so a number
 * with severity and facility bits under the same label is what those bits say: an HRESULT or NTSTATUS that
 * carries a Win32 code in its low word (facility 7), or else an NTSTATUS.
 */
export const status: Table = {
  title: 'Win32',
  describe(value): Meaning | undefined {
    if (value < 0x10000) return win32.describe(value);
    const carried = carriedWin32(value);
    if (carried === undefined) return ntstatus.describe(value);
    const meaning = win32.describe(carried);
    return meaning && { ...meaning, value };
  },
};

/**
 * What stands behind `ldap_…` calls: an LDAP result. LDAP results of Active Directory end at 0x61; a larger
 * number under such a label is a Win32 code ("Ldap Search failed: 8240").
 */
export const ldapResult: Table = {
  title: 'LDAP result',
  describe: value => (value > 0x61 ? win32 : ldap).describe(value),
};

/** The Win32 code in the low word of 0x8007nnnn (HRESULT) and 0xC007nnnn (NTSTATUS), else undefined. */
export function carriedWin32(value: number): number | undefined {
  const high = Math.floor(value / 0x10000);
  return high === 0x8007 || high === 0xc007 ? value % 0x10000 : undefined;
}

/** The space of a code behind a label that `table` stands for, where no table has the code itself. */
export function spaceOf(table: Table, value: number): CodeSpace {
  if (table === ntstatus) return 'ntstatus';
  if (table === ldapResult && value <= 0x61) return 'ldap';
  if (value < 0x10000) return 'win32';
  return value >= 0xc0000000 ? 'ntstatus' : 'hresult';
}
