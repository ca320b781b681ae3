import type { Code } from '../../../model';
import { carriedWin32, dnsRcode, kerberos, ldapResult, ntstatus, win32 } from '../../../tables/status';
import { rpc } from '../../../tables/rpcStatus';
import { win32OfFault } from '../../../tables/rpcFaults';
import type { CodeSpace, Table } from '../../../tables/table';
import type { Told } from './message';

const tables: Readonly<Record<'win32' | 'ntstatus' | 'ldap' | 'krb5' | 'dns' | 'rpc', Table>> = {
  win32,
  ntstatus,
  ldap: ldapResult,
  krb5: kerberos,
  dns: dnsRcode,
  rpc,
};

/** A code by its number; undefined for success. */
export function code(space: keyof typeof tables, value: number): Code | undefined {
  if (value === 0) return undefined;
  const meaning = tables[space].describe(value);
  const own: CodeSpace = meaning?.space ?? space;
  return { value, space: own, name: meaning?.name };
}

/** A number, or else what is printed in its place. */
export function result(space: keyof typeof tables, value: number | undefined, text: string): Told {
  return value === undefined ? { codeText: text } : { code: code(space, value) };
}

/** Names of success in any space. */
const success = /^(?:NT_)?STATUS_SUCCESS$|^WERR_(?:OK|SUCCESS)$|^HRES_(?:S_)?OK$|^ERROR_SUCCESS$|^S_OK$/;

/** Names of Wireshark that are shorter than those of winerror.h. */
const shortNames: Readonly<Record<string, number>> = {
  BADFILE: 2,
  BADFID: 6,
  NOMEM: 8,
  GENERAL_FAILURE: 31,
  INVALID_PARAM: 87,
  UNKNOWN_LEVEL: 124,
};

/**
 * The result that a name stands for: STATUS_…, NT_STATUS_…, WERR_…, nca_…; a number in brackets behind it, or alone,
 * decides.
 */
export function statusNamed(name: string, printed?: number): Told {
  if (success.test(name)) return {};
  const isWin32 = /^(?:WERR|ERROR|RPC_|EPT_|nca|NERR)/i.test(name);
  if (printed !== undefined) {
    if (!isWin32) return result('ntstatus', printed, name);
    if (/^(?:nca|ept_s)_/.test(name)) return faultOf(name, printed);
    return result('win32', printed < 0x10000 ? printed : carriedWin32(printed), name);
  }
  if (!isWin32) return result('ntstatus', ntstatus.numberOf?.(name.replace(/^NT_/, '')), name);
  if (/^(?:nca|ept_s)_/.test(name)) return faultOf(name, undefined);
  const bare = name.replace(/^WERR_/, '');
  const short = Object.hasOwn(shortNames, bare) ? shortNames[bare] : undefined;
  const value =
    short ??
    [`ERROR_${bare}`, bare, `RPC_S_${bare}`]
      .map(each => win32.numberOf?.(each))
      .find(each => each !== undefined);
  return result('win32', value, name);
}

/** A fault of RPC: the Win32 code that stands for it where one is certain, else its own number. */
export function faultOf(name: string, printed: number | undefined): Told {
  const known = win32OfFault(printed ?? name);
  if (known !== undefined) return result('win32', known, name);
  return result('rpc', printed ?? rpc.numberOf?.(name), name);
}
