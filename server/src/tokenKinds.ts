import { apOptions } from './tables/apOptions';
import { bool } from './tables/bool';
import { builds } from './tables/builds';
import { dcAddressTypes } from './tables/dcAddressTypes';
import { dcFlags } from './tables/dcFlags';
import { dnsHeader } from './tables/dnsHeader';
import { dsGetDcFlags } from './tables/dsGetDcFlags';
import { etypes } from './tables/etypes';
import { joinOptions } from './tables/joinOptions';
import { kdcOptions } from './tables/kdcOptions';
import { kerberosMessageTypes } from './tables/kerberosMessageTypes';
import { kerberosNameTypes } from './tables/kerberosNameTypes';
import { ldapPingOpcodes } from './tables/ldapPingOpcodes';
import { nameTypes } from './tables/nameTypes';
import { negResults } from './tables/negResults';
import { netlogonNegotiate } from './tables/netlogonNegotiate';
import { ntlmFlags } from './tables/ntlmFlags';
import { ntVer } from './tables/ntVer';
import { provisionOptions } from './tables/provisionOptions';
import { renameOptions } from './tables/renameOptions';
import { rid } from './tables/rid';
import { rpcAuthLevels } from './tables/rpcAuthLevels';
import { rpcAuthTypes } from './tables/rpcAuthTypes';
import { rpcBindReasons, rpcBindResults } from './tables/rpcBindResults';
import { samAccountControl } from './tables/samAccountControl';
import { smb2Capabilities } from './tables/smb2Capabilities';
import { smb2Dialects } from './tables/smb2Dialects';
import { smb2HeaderFlags } from './tables/smb2HeaderFlags';
import { smb2SecurityMode } from './tables/smb2SecurityMode';
import { smb2SessionFlags } from './tables/smb2SessionFlags';
import { smb2SetupFlags } from './tables/smb2SetupFlags';
import {
  dnsRcodeNamed,
  kerberosNamed,
  ldapNamed,
  ntstatusNamed,
  win32Named,
  type Named,
} from './tables/spellings';
import { dnsRcode, hresult, kerberos, ldapResult, ntstatus, rpcStatus, status } from './tables/status';
import { supportedEncTypes } from './tables/supportedEncTypes';
import type { Table } from './tables/table';
import { ticketFlags } from './tables/ticketFlags';
import { unjoinOptions } from './tables/unjoinOptions';
import { userAccountControl } from './tables/userAccountControl';

interface TokenKindRow {
  /** What the number means. */
  readonly table: Table;
  /** The result of something: its number can make an operation fail. */
  readonly isResult: boolean;
  /** The base of a number that stands without 0x: "returned 1326" is decimal, "NtStatus: c0000022" is not. */
  readonly bareBase: 10 | 16;
  /** The number that a name stands for, where a label reads names too. */
  readonly named?: Named | undefined;
  /** What a text leaves out of the number: it is added to what is read. */
  readonly plus?: number;
}

const result = (table: Table, bareBase: 10 | 16 = 10, named?: Named) =>
  ({ table, bareBase, isResult: true, named }) as const;
const value = (table: Table, bareBase: 10 | 16 = 10) => ({ table, bareBase, isResult: false }) as const;

/**
 * One row for each kind of token. The names are those of the groups in the label patterns of a format:
 * `(?<status>0x[0-9a-f]+)` makes a token of the kind `status`.
 */
export const tokenKinds = {
  status: result(status, 10, win32Named),
  ntstatus: result(ntstatus, 16, ntstatusNamed),
  ldapResult: result(ldapResult, 10, ldapNamed),
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

  // Of network traces.
  /** Of an NTSTATUS that is an error, Network Monitor prints the low word alone, decimal: 187 is 0xC00000BB. */
  ntstatusLowWord: { ...result(ntstatus), plus: 0xc0000000 },
  kerberos: result(kerberos, 10, kerberosNamed),
  dnsRcode: result(dnsRcode, 10, dnsRcodeNamed),
  rpcStatus: result(rpcStatus, 10, name => rpcStatus.numberOf?.(name)),
  dnsHeader: value(dnsHeader),
  ntVer: value(ntVer),
  ldapPingOpcode: value(ldapPingOpcodes),
  ntlmFlags: value(ntlmFlags),
  negResult: value(negResults),
  smb2HeaderFlags: value(smb2HeaderFlags),
  smb2SecurityMode: value(smb2SecurityMode),
  smb2Capabilities: value(smb2Capabilities),
  smb2Dialect: value(smb2Dialects),
  smb2SetupFlags: value(smb2SetupFlags),
  smb2SessionFlags: value(smb2SessionFlags),
  /** Wireshark prints the flag fields of Kerberos as eight hex digits without 0x. */
  kdcOptions: value(kdcOptions, 16),
  apOptions: value(apOptions, 16),
  ticketFlags: value(ticketFlags, 16),
  etype: value(etypes),
  supportedEncTypes: value(supportedEncTypes),
  kerberosMessageType: value(kerberosMessageTypes),
  kerberosNameType: value(kerberosNameTypes),
  netlogonNegotiate: value(netlogonNegotiate),
  samAccountControl: value(samAccountControl),
  rpcAuthType: value(rpcAuthTypes),
  rpcAuthLevel: value(rpcAuthLevels),
  rpcBindResult: value(rpcBindResults),
  rpcBindReason: value(rpcBindReasons),
} satisfies Record<string, TokenKindRow>;

export type TokenKind = keyof typeof tokenKinds;

/** The row of a kind. */
export function kindRow(kind: TokenKind): TokenKindRow {
  return tokenKinds[kind];
}
