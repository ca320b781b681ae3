import { bool } from './tables/bool';
import { builds } from './tables/builds';
import { dcAddressTypes } from './tables/dcAddressTypes';
import { dcFlags } from './tables/dcFlags';
import { dsGetDcFlags } from './tables/dsGetDcFlags';
import { joinOptions } from './tables/joinOptions';
import { nameTypes } from './tables/nameTypes';
import { provisionOptions } from './tables/provisionOptions';
import { renameOptions } from './tables/renameOptions';
import { rid } from './tables/rid';
import { hresult, ldapResult, ntstatus, status } from './tables/status';
import type { Table } from './tables/table';
import { unjoinOptions } from './tables/unjoinOptions';
import { userAccountControl } from './tables/userAccountControl';

interface TokenKindRow {
  /** What the number means. */
  readonly table: Table;
  /** The result of something: its number can make an operation fail. */
  readonly isResult: boolean;
  /** The base of a number that stands without 0x: "returned 1326" is decimal, "NtStatus: c0000022" is not. */
  readonly bareBase: 10 | 16;
}

const result = (table: Table, bareBase: 10 | 16 = 10) => ({ table, bareBase, isResult: true }) as const;
const value = (table: Table) => ({ table, bareBase: 10, isResult: false }) as const;

/**
 * One row for each kind of token. The names are those of the groups in the label patterns of a format:
 * `(?<status>0x[0-9a-f]+)` makes a token of the kind `status`.
 */
export const tokenKinds = {
  status: result(status),
  ntstatus: result(ntstatus, 16),
  ldapResult: result(ldapResult),
  /** The Win32 code that opens an LDAP error text, eight hex digits without 0x. */
  extendedError: result(status, 16),
  /** The HRESULT that opens the error text of a bind, eight hex digits without 0x. */
  hresultText: result(hresult, 16),
  bool: value(bool),
  joinOptions: value(joinOptions),
  unjoinOptions: value(unjoinOptions),
  provisionOptions: value(provisionOptions),
  renameOptions: value(renameOptions),
  dsGetDcFlags: value(dsGetDcFlags),
  dcFlags: value(dcFlags),
  userAccountControl: value(userAccountControl),
  nameType: value(nameTypes),
  addressType: value(dcAddressTypes),
  build: value(builds),
  rid: value(rid),
} satisfies Record<string, TokenKindRow>;

export type TokenKind = keyof typeof tokenKinds;
