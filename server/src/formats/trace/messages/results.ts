import type { Code } from '../../../model';
import { dnsRcode, kerberos, ldapResult, ntstatus, win32 } from '../../../tables/status';
import { win32OfFault } from '../../../tables/rpcFaults';
import type { CodeSpace, Table } from '../../../tables/table';
import type { Told } from './message';

const tables: Readonly<Record<'win32' | 'ntstatus' | 'ldap' | 'krb5' | 'dns', Table>> = {
  win32,
  ntstatus,
  ldap: ldapResult,
  krb5: kerberos,
  dns: dnsRcode,
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
// prettier-ignore
const shortNames: Readonly<Record<string, number>> = {
  BADFILE: 2, ACCESS_DENIED: 5, BADFID: 6, NOMEM: 8, NOT_ENOUGH_MEMORY: 8, GENERAL_FAILURE: 31,
  NOT_SUPPORTED: 50, DUP_NAME: 52, BAD_NETPATH: 53, BAD_NET_RESP: 58, UNEXP_NET_ERR: 59, INVALID_PARAM: 87,
  UNKNOWN_LEVEL: 124, INSUFFICIENT_BUFFER: 122, NO_SUCH_DOMAIN: 1355, DEFAULT_JOIN_REQUIRED: 2695, DEVICE_NOT_FOUND: 20,
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
    return result('win32', win32OfFault(printed), name);
  }
  if (!isWin32) return result('ntstatus', ntstatus.numberOf?.(name.replace(/^NT_/, '')), name);
  if (/^(?:nca|ept_s)_/.test(name)) return result('win32', win32OfFault(name), name);
  const bare = name.replace(/^WERR_/, '');
  const short = Object.hasOwn(shortNames, bare) ? shortNames[bare] : undefined;
  const value =
    short ??
    [`ERROR_${bare}`, bare, `RPC_S_${bare}`]
      .map(each => win32.numberOf?.(each))
      .find(each => each !== undefined);
  return result('win32', value, name);
}
