/**
 * Where a plain look-up of the number goes wrong: one row, or more, for each row of the knowledge about it
 * (`ambiguities.md` 1–6, `formats.md` 3 and 5). The lines are our own.
 */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Token } from '../../server/src/model';
import { tokenKinds } from '../../server/src/tokenKinds';
import { findingsOf, hoverAt, hoverIn, netsetup, outlineOf, traceHoverAt, traceOf } from './checks';

interface Row {
  /** How the row of the knowledge begins. */
  readonly row: string;
  /** « » stand around every number that means something, █ where the mouse is. */
  readonly lines: readonly string[];
  /** What the marked numbers are, in order: the kind alone, or with the name. Without: the row is about the hover. */
  readonly tokens?: readonly string[];
  readonly hover?: RegExp;
  readonly hoverNot?: RegExp;
  /** The lines are of a network trace. */
  readonly isTrace?: true;
  /** No error and no warning may be told of the lines. */
  readonly isNormal?: true;
}

function check({ lines, tokens, hover, hoverNot, isTrace, isNormal }: Row): void {
  const read = isTrace ? traceOf : netsetup;
  if (tokens) assert.deepEqual(found(read, lines, tokens), marked(lines, tokens));
  if (isNormal) {
    const { findings } = read(...lines.map(line => line.replace(/[«»█]/g, '')));
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error' || severity === 'warning'),
      [],
    );
  }
  if (!hover && !hoverNot) return;
  const text = (isTrace ? traceHoverAt : hoverAt)(...lines.map(line => line.replace(/[«»]/g, '')));
  assert.ok(text, `no hover: ${lines.find(line => line.includes('█'))}`);
  if (hover) assert.match(text, hover);
  if (hoverNot) assert.doesNotMatch(text, hoverNot);
}

/** Each number that the lines mark as "line:column number kind name". */
function marked(lines: readonly string[], tokens: readonly string[]): string[] {
  const numbers = lines.flatMap((line, index) => {
    let marks = 0;
    return [...line.replaceAll('█', '').matchAll(/«(.*?)»/g)].map(
      match => `${index + 1}:${match.index - 2 * marks++} ${match[1]}`,
    );
  });
  assert.equal(numbers.length, tokens.length, `as many marks as tokens: ${lines.join('\n')}`);
  return numbers.map((number, index) => `${number} ${tokens[index]}`);
}

/** Each number that means something, in the same form; a name only where one is expected. */
function found(read: typeof netsetup, lines: readonly string[], expected: readonly string[]): string[] {
  const log = read(...lines.map(line => line.replace(/[«»█]/g, '')));
  const tokens = lines.flatMap((_, line) => log.tokens(line));
  return tokens.map((token, index) => {
    const number = log.lines.at(token.line).slice(token.start, token.end);
    const what = expected[index]?.includes(' ') === false ? token.kind : `${token.kind} ${nameOf(token)}`;
    return `${token.line + 1}:${token.start} ${number} ${what}`;
  });
}

function nameOf({ kind, value }: Token): string {
  const meaning = tokenKinds[kind].table.describe(value);
  return meaning?.bits?.map(bit => bit.name ?? '?').join(' ') ?? meaning?.name ?? '?';
}

const dc = "'\\\\DC1.fabrikam.test'";
const begin = (options: string, ...lines: readonly string[]) => [
  'NetpDoDomainJoin',
  'NetpJoinDomain',
  '  HostName: WKS07',
  '  Domain: fabrikam.test',
  '  Account: FABRIKAM\\jdoe',
  `  Options: ${options}`,
  ...lines,
];
const end = (code: string) => [
  `NetpJoinDomainOnDs: Function exits with status of: ${code}`,
  `NetpDoDomainJoin: status: ${code}`,
];
const rename = "NetpChangeMachineName: from 'WKS07' to 'WKS08' using 'FABRIKAM\\jdoe' [0x2]";
const noAccount = 'NetpCreateComputerObjectInDs: NetpGetComputerObjectDn failed: 0█x534';
const foundDc = `NetpDsGetDcName: found DC ${dc} in the specified domain`;

/** A row of a trace: from the client, or back from the domain controller. */
const asks = (protocol: string, info: string, time = '0.010000') =>
  `    7   ${time}    10.20.0.7 → 10.20.0.10   ${protocol} 120 ${info}`;
const answers = (protocol: string, info: string, time = '0.020000') =>
  `    8   ${time}   10.20.0.10 → 10.20.0.7    ${protocol} 120 ${info}`;

/** The details of a frame, from its innermost protocol on. */
const detailsOf = (ports: string, ...lines: readonly string[]) => [
  'Frame 8: 120 bytes on wire (960 bits), 120 bytes captured (960 bits)',
  'Internet Protocol Version 4, Src: 10.20.0.10, Dst: 10.20.0.7',
  ports,
  ...lines,
];
const udp = (port: number) => `User Datagram Protocol, Src Port: ${port}, Dst Port: 53141`;
const tcp = (port: number) =>
  `Transmission Control Protocol, Src Port: ${port}, Dst Port: 49711, Seq: 1, Ack: 1, Len: 66`;

// prettier-ignore
const rows: Readonly<Record<string, readonly Row[]>> = {
  'ambiguities.md 1': [
    {
      row: 'NetpChangeMachineName: SetComputerNameEx() returned 0x1',
      lines: ['NetpChangeMachineName: SetComputerNameEx() returned «0█x1»'],
      tokens: ['bool TRUE'], hover: /truth value.*succeeded/, hoverNot: /ERROR_|Win32/,
    },
    {
      row: 'NetpChangeMachineName: SetComputerNameEx() returned 0x1',
      lines: ['NetpChangeMachineName: SetComputerNameEx() returned «0█x0»'],
      tokens: ['bool FALSE'], hover: /truth value.*failed/, hoverNot: /ERROR_|Win32/,
    },
    {
      row: 'got RID=0x643 objectSid',
      lines: ['NetpQueryAccountAttributes succeeded: got RID=«0█x643» objectSid=S-1-5-21-1180699209-877415012-3182924384-«1603»'],
      tokens: ['rid', 'rid'], hover: /1603/, hoverNot: /ERROR_|Win32/,
    },
    {
      row: 'got RID=0x643 objectSid',
      lines: ['NetpQueryAccountAttributes succeeded: got RID=«0x643» objectSid=S-1-5-21-1180699209-877415012-3182924384-«16█03»'],
      tokens: ['rid', 'rid'], hover: /RID/, hoverNot: /ERROR_|Win32/,
    },
    { row: 'got RID=0x643 objectSid', lines: ['NetpInitBlobWin7: Blob version: 1', '    AccountRid: 0x643'], tokens: [] },
    {
      row: 'returning 0x0(0).',
      lines: ['NetpCheckForDomainSIDCollision: returning «0x0»(«0»).', 'NetpCheckForDomainSIDCollision: returning «0x21c4»(«8644»).'],
      tokens: [
        'status ERROR_SUCCESS', 'status ERROR_SUCCESS',
        'status ERROR_DOMAIN_SID_SAME_AS_LOCAL_WORKSTATION', 'status ERROR_DOMAIN_SID_SAME_AS_LOCAL_WORKSTATION',
      ],
    },
    {
      row: 'NetpDsGetDcName: … 0x525, last error is 0x0',
      lines: ["NetpDsGetDcName: failed to find a DC having account 'WKS07$': «0x525», last error is «0x0»"],
      tokens: ['status ERROR_NO_SUCH_USER', 'status ERROR_SUCCESS'],
    },
    {
      row: 'NetpDsGetDcName: … 0x525, last error is 0x0',
      lines: begin('0x3', 'NetpDsGetDcName: failed to find a DC in the specified domain: 0█x54b, last error is 0x0', ...end('0x54b')),
      hover: /ERROR_NO_SUCH_DOMAIN[^]*The cause of this failure/,
    },
    {
      row: 'valid as type 3 name',
      lines: ["NetpValidateName: checking to see if 'fabrikam.test' is valid as type «█3» name"],
      tokens: ['nameType NetSetupDomain'], hoverNot: /ERROR_PATH_NOT_FOUND|Win32/,
    },
    {
      row: 'valid as type 3 name',
      lines: [
        'NetpConvertBlobToJoinState: Selecting version 1',
        'NetpAddPartCollectionToRegistry: 4/4 part(s) installed.',
        '  Context: 0',
        'NetpJoinProvider2OLContinuePackagePartInstall: ignoring Context=0 (work finished already).',
        'NetpChangeMachineName: DsrIsDeviceJoinedEx returned false. dsrInstance = 0',
        'NetpMachineValidToJoin: the host is of type 3',
        '  OS Version: 10.0',
        '  Build number: «26100» (26100.ge_release.240331-1435)',
        '  ServicePack: 0.0',
        '  Architecture: 64-bit (AMD64)',
        'NetpProvGetTargetProductVersion: Target product version: 10.0.26100.3037',
      ],
      tokens: ['build'],
    },
    {
      row: 'DsrIsDeviceJoined returned false',
      lines: [
        'NetpCompleteOfflineDomainJoin: DsrIsDeviceJoined returned false',
        'NetpCheckIfAccountShouldBeReused:fReuseAllowed: TRUE, NetStatus:«0x0»',
        '  fBootTimeCaller: FALSE',
        '  fSetLocalGroups: TRUE',
      ],
      tokens: ['status ERROR_SUCCESS'],
    },
    {
      row: '[000004e8] after the time stamp',
      lines: ['02/10/2026 09:14:02:311 [000004e8] NetpGetLsaPrimaryDomain: status: «0x0»', '02/10/2026 09:14:02:311 [00000005] NetpDoDomainJoin'],
      tokens: ['status ERROR_SUCCESS'],
    },
    {
      row: 'flags: 0x…, Options: 0x…',
      lines: [
        "NetpDsGetDcName: trying to find DC in domain 'fabrikam.test', flags: «0x1010»",
        'NetpJoinDomain',
        '  Options: «0x3»',
        'NetpProvisionComputerAccount:',
        '  dwOptions: «0x40000003»',
        'NetpModifyComputerObjectInDs: Attribute values to set',
        '    userAccountControl  =  «0x1000»',
        "NetpChangeMachineName: from 'WKS07' to 'WKS07' using 'FABRIKAM\\jdoe' [«0x1000»]",
      ],
      tokens: ['dsGetDcFlags', 'joinOptions', 'provisionOptions', 'userAccountControl', 'renameOptions'],
    },
    {
      row: 'time stamp 11:28:14:530',
      lines: ['03/06/2026 11:28:14:530 NetpDoDomainJoin', '03/06/2026 11:28:14:005 NetpDoDomainJoin: status: «0x0»'],
      tokens: ['status ERROR_SUCCESS'],
    },
    {
      row: 'SID parts, GUIDs, DNs, SPNs',
      lines: [
        'NetpInitBlobWin7: Blob version: 1',
        '    DomainGuid: {6f1d0c2a-0534-4b1e-8a77-0000c0000022}',
        '    Sid: S-1-5-21-1180699209-877415012-3182924384',
        '    ServicePrincipalName  =  HOST/WKS07.fabrikam.test  RestrictedKrbHost/WKS07  TERMSRV/0x525',
        'NetpGetComputerObjectDn: Crack results: \t(Account already exists) DN = CN=WKS07,OU=0x534,OU=5,DC=fabrikam,DC=test',
        'NetpGetComputerObjectDn: DN = <WKGUID=AA312825768811D1ADED00C04FD8D5CD,DC=fabrikam,DC=test>',
        'Querying "CN=WKS07,OU=0x5,DC=fabrikam,DC=test" for objectSid\\objectGuid attributes',
        "NetpDsGetDcName: found DC '\\\\0x534.fabrikam.test' in the specified domain",
        "NetpMachineValidToJoin: '0x35'",
      ],
      tokens: [],
    },
    {
      row: 'Rule: decode only when',
      lines: [
        'NetpDoDomainJoin: status: «0x5»',
        'NetpDoDomainJoin: NetpGetNewMachineName returned «0x5»',
        'NetpGetLocalDACDisabled: returning «0x5»',
        'NetpProvisionComputerAccount: LDAP creation failed: «0x5»',
        'NetpCheckIfAccountShouldBeReused:fReuseAllowed: FALSE, NetStatus:«0x5»',
        'NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: «0xc0000022», NetStatus: «5»',
        "NetpDsGetDcName: failed to find a DC in the specified domain: «0x54b», last error is «0x5»",
        'NetpLdapGetLsaPrimaryDomain: result of retrieving domain data: «0x5»',
        'NetpConvertBlobToJoinState: exiting: «0x5»',
        'NetpCompleteOfflineDomainJoin SUCCESS: Requested a reboot :«0x0»',
        'cbPackageBinData: 0x534',
        'NetpJoinCreatePackagePart: handle 0x534',
        'NetpJoinDomainOnDs: 0x534',
        'NetpJoinDomainOnDs: 1332',
      ],
      tokens: [
        'status', 'status', 'status', 'status', 'status', 'ntstatus', 'status', 'status', 'status', 'status', 'status', 'status',
      ],
    },
  ],

  'ambiguities.md 2': [
    {
      row: 'Network Monitor Code = (22)', isTrace: true,
      lines: [
        '10.20.0.10\t10.20.0.7\tSMB2\tSMB2:R  - NT Status: System - Error, Code = («22») «STATUS_MORE_PROCESSING_REQUIRED»  SESSION SETUP (0x1)',
        '10.20.0.10\t10.20.0.7\tSMB2\tSMB2:R  - NT Status: System - Error, Code = («1█87») «STATUS_NOT_SUPPORTED»  SESSION SETUP (0x1)',
      ],
      tokens: [
        'ntstatusLowWord STATUS_MORE_PROCESSING_REQUIRED', 'ntstatus STATUS_MORE_PROCESSING_REQUIRED',
        'ntstatusLowWord STATUS_NOT_SUPPORTED', 'ntstatus STATUS_NOT_SUPPORTED',
      ],
      hover: /0xc00000bb/, hoverNot: /ERROR_SEM_NOT_FOUND/,
    },
    {
      row: 'Kerberos KDC_ERR_PREAUTH_REQUIRED', isTrace: true,
      lines: [
        answers('KRB5', 'KRB Error: «KRB5KDC_ERR_PREAUTH_REQUIRED»'),
        '10.20.0.10\t10.20.0.7\tKerberosV5\tKerberosV5:KRB_ERROR  - «KDC_ERR_PREAUTH_REQUIRED (25)»',
        ...detailsOf(udp(88), 'Kerberos', '    krb-error', '        error-code: «eRR-PREAUTH-REQUIRED (2█5)»'),
      ],
      tokens: ['kerberos KDC_ERR_PREAUTH_REQUIRED', 'kerberos KDC_ERR_PREAUTH_REQUIRED', 'kerberos KDC_ERR_PREAUTH_REQUIRED'],
      hover: /`0x19` · 25 · KDC_ERR_PREAUTH_REQUIRED/,
    },
    {
      row: 'Wireshark WERR_…', isTrace: true,
      lines: detailsOf(
        tcp(49671), 'DRSUAPI, DsCrackNames', '    Return code: «WERR_ACCESS_DENIED (0x00000005)»',
        'SAMR (pidl), CreateUser2', '    NT Error: «NT_STATUS_ACCESS_DENIED»',
        '    Windows Error: «WERR_NO_SUCH_DOMAIN»',
      ),
      tokens: ['status ERROR_ACCESS_DENIED', 'ntstatus STATUS_ACCESS_DENIED', 'status ERROR_NO_SUCH_DOMAIN'],
    },
    {
      row: 'Ldap Search failed: 8240',
      lines: ['NetpGetADObjectOwnerAttributes: Ldap Search failed: «8240»', 'NetpCheckIfAccountShouldBeReused:fReuseAllowed: TRUE, NetStatus:«0x2030»'],
      tokens: ['ldapResult ERROR_DS_NO_SUCH_OBJECT', 'status ERROR_DS_NO_SUCH_OBJECT'],
    },
    {
      row: 'NetUseAdd to',
      lines: [
        'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned «64»',
        'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned «50»',
        'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned «5»',
        `NetpJoinDomainOnDs: status of connecting to dc ${dc}: «0x40»`,
        `NetpJoinDomainOnDs: status of connecting to dc ${dc}: «0x32»`,
        `NetpJoinDomainOnDs: status of connecting to dc ${dc}: «0x5»`,
      ],
      tokens: [
        'status ERROR_NETNAME_DELETED', 'status ERROR_NOT_SUPPORTED', 'status ERROR_ACCESS_DENIED',
        'status ERROR_NETNAME_DELETED', 'status ERROR_NOT_SUPPORTED', 'status ERROR_ACCESS_DENIED',
      ],
    },
    {
      row: 'ldap_bind failed on',
      lines: [
        "NetpLdapBind: ldap_bind failed on 'DC1.fabrikam.test': «8█1»: 'Server Down'",
        'NetpJoinDomainOnDs: Function exits with status of: «0x3a»',
        'NetpDoDomainJoin: status: «0x3a»',
      ],
      tokens: ['ldapResult LDAP_SERVER_DOWN', 'status ERROR_BAD_NET_RESP', 'status ERROR_BAD_NET_RESP'],
      hover: /ends with it as `0x3a` ERROR_BAD_NET_RESP/,
    },
    {
      row: '0xa99, 2713',
      lines: ['NetpProvContinueProvisioningPackageInstall: status: «0█xa99».', 'Returning NetStatus: «2713», ADReuseMode: 0'],
      tokens: ['status NERR_JoinPerformedMustRestart', 'status NERR_JoinPerformedMustRestart'], hover: /2713/,
    },
    {
      row: '0x80072030 (HRESULT)',
      lines: ['NetpDoDomainJoin: status: «0x80072030»', 'NetpDoDomainJoin: status: «0x2030»', 'Returning NetStatus: «8240», ADReuseMode: 0'],
      tokens: ['status ERROR_DS_NO_SUCH_OBJECT', 'status ERROR_DS_NO_SUCH_OBJECT', 'status ERROR_DS_NO_SUCH_OBJECT'],
    },
    {
      row: 'NtStatus: c0000022, NetStatus: 5',
      lines: ['NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: «c0000022», NetStatus: «5»'],
      tokens: ['ntstatus STATUS_ACCESS_DENIED', 'status ERROR_ACCESS_DENIED'],
    },
    {
      row: 'status: 0xc002001c (NTSTATUS)',
      lines: ['NetpGetLsaPrimaryDomain: status: «0█xc002001c»', 'NetpJoinDomainOnDs: Function exits with status of: «0x6bf»', 'NetpDoDomainJoin: status: «0x6bf»'],
      tokens: ['status RPC_NT_CALL_FAILED_DNE', 'status RPC_S_CALL_FAILED_DNE', 'status RPC_S_CALL_FAILED_DNE'],
      hover: /NTSTATUS[^]*ends with it as `0x6bf`/,
    },
    {
      row: 'Decimal versus hex:',
      lines: [
        'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned «53»',
        'NetpLdapBind: ldap_bind failed on DC1.fabrikam.test: «51»: Busy',
        'NetpDeleteMachineAccountKey: returning Status: «10» ',
        'NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: «103», NetStatus: «103»',
        'NetpLdapBind: «80090308»: LdapErr: DSID-0C090400, comment: AcceptSecurityContext error, data «775», v4563',
      ],
      tokens: [
        'status ERROR_BAD_NETPATH', 'ldapResult LDAP_BUSY', 'status ERROR_BAD_ENVIRONMENT',
        'ntstatus STATUS_PENDING', 'status ERROR_TOO_MANY_SEM_REQUESTS',
        'hresultText SEC_E_INVALID_TOKEN', 'extendedError ERROR_ACCOUNT_LOCKED_OUT',
      ],
    },
  ],

  'ambiguities.md 3': [
    {
      row: 'EPM Return code', isTrace: true,
      lines: [
        ...detailsOf(tcp(135), 'DCE/RPC Endpoint Mapper, Map', '    Return code: «0x00000000»', '    Return code: «0x16c9a0█d6»'),
        ...detailsOf(tcp(49671), 'DRSUAPI, DsCrackNames', '    Return code: «0x00000005»'),
        ...detailsOf(tcp(49682), 'Microsoft Network Logon, NetrServerAuthenticate3', '    Return code: «0xc0000022»'),
        ...detailsOf(tcp(49682), 'Microsoft Network Logon, DsrEnumerateDomainTrusts', '    Return code: «0x00000005»'),
        ...detailsOf(tcp(445), 'SAMR (pidl), CreateUser2', '    Return code: «0xc0000063»'),
        ...detailsOf(tcp(445), 'Workstation Service, NetrJoinDomain2', '    Windows Error: «0x00000a84»'),
      ],
      tokens: [
        'rpcStatus rpc_s_ok', 'rpcStatus ept_s_not_registered', 'status ERROR_ACCESS_DENIED', 'ntstatus STATUS_ACCESS_DENIED',
        'status ERROR_ACCESS_DENIED', 'ntstatus STATUS_USER_EXISTS', 'status NERR_SetupNotJoined',
      ],
      hover: /ept_s_not_registered/,
    },
    {
      row: 'ldap_add_s failed: 0x35 0x216d',
      lines: ['NetpModifyComputerObjectInDs: ldap_add_s failed: «0█x35» «0x216d»'],
      tokens: ['ldapResult LDAP_UNWILLING_TO_PERFORM', 'status ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED'],
      hover: /LDAP_UNWILLING_TO_PERFORM\*\* · LDAP result[^]*0x216d/, hoverNot: /network path|^.*ERROR_BAD_NETPATH/,
    },
    {
      row: 'ldap_modify_s failed: 0x32 0x5',
      lines: ['NetpModifyComputerObjectInDs: ldap_modify_s failed: «0█x32» «0x5»'],
      tokens: ['ldapResult LDAP_INSUFFICIENT_RIGHTS', 'status ERROR_ACCESS_DENIED'],
      hover: /LDAP_INSUFFICIENT_RIGHTS\*\* · LDAP result/, hoverNot: /^.*ERROR_NOT_SUPPORTED/,
    },
    {
      row: 'ldap_modify_s failed: 0x32 0x5',
      lines: ['NetpJoinDomainOnDs: Function exits with status of: «0█x32»'],
      tokens: ['status ERROR_NOT_SUPPORTED'], hover: /ERROR_NOT_SUPPORTED\*\* · Win32/, hoverNot: /LDAP_/,
    },
    {
      row: 'ldap_* failed: 0x13',
      lines: ['NetpModifyComputerObjectInDs: ldap_modify_s failed: «0█x13» «0x21c7»'],
      tokens: ['ldapResult LDAP_CONSTRAINT_VIOLATION', 'status ERROR_DS_SPN_VALUE_NOT_UNIQUE_IN_FOREST'],
      hover: /· LDAP result/, hoverNot: /^.*ERROR_WRITE_PROTECT/,
    },
    {
      row: 'ldap_* : 0x31 / 0x44',
      lines: ['NetpLdapBind: ldap_bind_s failed: «0█x31»'],
      tokens: ['ldapResult LDAP_INVALID_CREDENTIALS'], hover: /· LDAP result/,
    },
    {
      row: 'ldap_* : 0x31 / 0x44',
      lines: ['NetpModifyComputerObjectInDs: ldap_add_s failed: «0█x44» «0x2071»'],
      tokens: ['ldapResult LDAP_ALREADY_EXISTS', 'status ERROR_DS_OBJ_STRING_NAME_EXISTS'],
      hover: /· LDAP result/, hoverNot: /^.*ERROR_TOO_MANY_NAMES/,
    },
    {
      row: 'ldap_* : 0x31 / 0x44',
      lines: ['NetpModifyComputerObjectInDs: ldap_modify_s failed: «0█x20» «0x208d»'],
      tokens: ['ldapResult LDAP_NO_SUCH_OBJECT', 'status ERROR_DS_OBJ_NOT_FOUND'],
      hover: /· LDAP result/, hoverNot: /^.*ERROR_SHARING_VIOLATION/,
    },
    {
      row: 'ldap_* : 0x31 / 0x44',
      lines: ['NetpGetNCData: ldap_search_s failed: «0█x51»'],
      tokens: ['ldapResult LDAP_SERVER_DOWN'], hover: /· LDAP result/, hoverNot: /^.*Win32/,
    },
    {
      row: 'ldap_* : 0x31 / 0x44',
      lines: ['NetpGetNCData: ldap_search_s failed: «0█x55»'],
      tokens: ['ldapResult LDAP_TIMEOUT'], hover: /· LDAP result/, hoverNot: /^.*ERROR_ALREADY_ASSIGNED/,
    },
    {
      row: 'Ldap Search failed: 8240',
      lines: ['NetpGetADObjectOwnerAttributes: Ldap Search failed: «82█40»'],
      tokens: ['ldapResult ERROR_DS_NO_SUCH_OBJECT'], hover: /0x2030.*8240.*ERROR_DS_NO_SUCH_OBJECT\*\* · Win32/,
    },
    {
      row: 'ldap_unbind status: 0x0',
      lines: ['ldap_unbind status: «0█x0»'],
      tokens: ['ldapResult LDAP_SUCCESS'], hover: /LDAP_SUCCESS/, hoverNot: /Win32/,
    },
    {
      row: 'NetpMapGetLdapExtendedError: Parsed',
      lines: ['NetpMapGetLdapExtendedError: Parsed [«0x216d»] from server extended error string: «0000█216D»: SvcErr: DSID-031A0B2C, problem 5003 (WILL_NOT_PERFORM), data 0'],
      tokens: ['status ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED', 'extendedError ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED'],
      hover: /0x216d.*8557/, hoverNot: /ERROR_DEPENDENCY_ALREADY_EXISTS/,
    },
    {
      row: 'NetpMapGetLdapExtendedError: Parsed',
      lines: [
        'NetpMapGetLdapExtendedError: Parsed [«0x21c7»] from server extended error string: «000021C7»: AtrErr: DSID-03200BD2, #1: problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att 90303 (servicePrincipalName)',
        'NetpMapGetLdapExtendedError: Parsed [«0x57»] from server extended error string: «00000057»: LdapErr: DSID-0C090D8A, comment: Error in attribute conversion operation, data 0, v4563',
        'NetpMapGetLdapExtendedError: Parsed [«0x5»] from server extended error string: «00000005»: SecErr: DSID-03152DB2, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0',
      ],
      tokens: [
        'status ERROR_DS_SPN_VALUE_NOT_UNIQUE_IN_FOREST', 'extendedError ERROR_DS_SPN_VALUE_NOT_UNIQUE_IN_FOREST',
        'status ERROR_INVALID_PARAMETER', 'extendedError ERROR_INVALID_PARAMETER',
        'status ERROR_ACCESS_DENIED', 'extendedError ERROR_ACCESS_DENIED',
      ],
    },
    {
      row: 'NetpMapGetLdapExtendedError: Parsed',
      lines: ['NetpLdapBind: «80090308»: LdapErr: DSID-0C090400, comment: AcceptSecurityContext error, data «52█e», v4563'],
      tokens: ['hresultText SEC_E_INVALID_TOKEN', 'extendedError ERROR_LOGON_FAILURE'], hover: /0x52e.*1326.*ERROR_LOGON_FAILURE/,
    },
    {
      row: 'NetpMapGetLdapExtendedError: Parsed',
      lines: ['NetpLdapBind: «8009█030C»: LdapErr: DSID-0C090569, comment: AcceptSecurityContext error, data «525», v4563'],
      tokens: ['hresultText SEC_E_LOGON_DENIED', 'extendedError ERROR_NO_SUCH_USER'], hover: /HRESULT/,
    },
    {
      row: 'NetpMapGetLdapExtendedError: Parsed',
      lines: ['NetpMapGetLdapExtendedError: Parsed [«0x52e»] from server extended error string: «8009030C»: LdapErr: DSID-0C090569, comment: AcceptSecurityContext error, data «52e», v4563'],
      tokens: ['status ERROR_LOGON_FAILURE', 'hresultText SEC_E_LOGON_DENIED', 'extendedError ERROR_LOGON_FAILURE'],
    },
    {
      row: 'NetpLsaOpenSecret: status: 0xc0000034',
      lines: ['NetpLsaOpenSecret: status: «0█xc0000034»', `NetpGetLsaHandle: LsaOpenPolicy on ${dc} failed: «0xc002001c»`],
      tokens: ['ntstatus STATUS_OBJECT_NAME_NOT_FOUND', 'ntstatus RPC_NT_CALL_FAILED_DNE'],
      hover: /STATUS_OBJECT_NAME_NOT_FOUND\*\* · NTSTATUS/,
    },
    {
      row: '0xA83–0xAAC (2691–2732)',
      lines: [
        'NetpDoDomainJoin: status: «0xa83»',
        'NetpDoDomainJoin: status: «0xa84»',
        'NetpDoDomainJoin: status: «0xa86»',
        'NetpDoDomainJoin: status: «0xa89»',
        'NetpDoDomainJoin: status: «0xa8b»',
        'NetpDoDomainJoin: status: «0xa8e»',
        'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned «2713»',
        'NetpDoDomainJoin: status: «0xaac»',
      ],
      tokens: [
        'status NERR_SetupAlreadyJoined', 'status NERR_SetupNotJoined', 'status NERR_DefaultJoinRequired',
        'status NERR_ComputerAccountNotFound', 'status NERR_SetupCheckDNSConfig', 'status NERR_AccountLockedOut',
        'status NERR_JoinPerformedMustRestart', 'status NERR_AccountReuseBlockedByPolicy',
      ],
    },
    {
      row: '9000–9999, e.g. 0x251e',
      lines: ['NetpDoDomainJoin: status: «0x251e»', 'NetpDoDomainJoin: status: «0█x232a»', 'NetpDoDomainJoin: status: «0x232b»', 'NetpDoDomainJoin: status: «0x2554»'],
      tokens: [
        'status DNS_ERROR_BAD_PACKET', 'status DNS_ERROR_RCODE_SERVER_FAILURE',
        'status DNS_ERROR_RCODE_NAME_ERROR', 'status DNS_ERROR_NON_RFC_NAME',
      ],
      hover: /SERVFAIL|RCODE 2/,
    },
    { row: '9000–9999, e.g. 0x251e', lines: ['NetpDoDomainJoin: status: «0█x232b»'], tokens: ['status'], hover: /NXDOMAIN|RCODE 3/ },
    {
      row: '10000–11999, 0x2746',
      lines: ["NetpDsGetDcName: status of verifying DNS A record name resolution for 'DC1.fabrikam.test': «0█x2746»", 'NetpDoDomainJoin: status: «0x274c»'],
      tokens: ['status WSAECONNRESET', 'status WSAETIMEDOUT'], hover: /Win32/,
    },
    {
      row: '1700–1999, 0x6ba 0x6bf 0x6d9',
      lines: ['6ba', '6bf', '6d9', '6fa', '6fb', '6fc', '6fd', '700', '701', '773', '774', '775'].map(code => `NetpDoDomainJoin: status: «0x${code}»`),
      tokens: [
        'status RPC_S_SERVER_UNAVAILABLE', 'status RPC_S_CALL_FAILED_DNE', 'status EPT_S_NOT_REGISTERED',
        'status ERROR_NO_TRUST_LSA_SECRET', 'status ERROR_NO_TRUST_SAM_ACCOUNT', 'status ERROR_TRUSTED_DOMAIN_FAILURE',
        'status ERROR_TRUSTED_RELATIONSHIP_FAILURE', 'status ERROR_NETLOGON_NOT_STARTED', 'status ERROR_ACCOUNT_EXPIRED',
        'status ERROR_PASSWORD_MUST_CHANGE', 'status ERROR_DOMAIN_CONTROLLER_NOT_FOUND', 'status ERROR_ACCOUNT_LOCKED_OUT',
      ],
    },
    {
      row: '0x8007nnnn', lines: ['NetpDoDomainJoin: status: «0█x80070005»'], tokens: ['status ERROR_ACCESS_DENIED'], hover: /E_ACCESSDENIED/ },
    {
      row: '0x8007nnnn',
      lines: ['NetpDoDomainJoin: status: «0x8007054b»', 'NetpDoDomainJoin: status: «0█x80090308»'],
      tokens: ['status ERROR_NO_SUCH_DOMAIN', 'status SEC_E_INVALID_TOKEN'],
      hover: /HRESULT/,
      hoverNot: /ERROR_|NTSTATUS/,
    },
    {
      row: '0xC007nnnn',
      lines: ['NetpDoDomainJoin: status: «0xc0070005»'],
      tokens: ['status ERROR_ACCESS_DENIED'],
    },
    { row: '0xC007nnnn', lines: ['NetpLsaOpenSecret: status: «0xc0070005»'], tokens: ['ntstatus ERROR_ACCESS_DENIED'] },
    { row: '0xD000nnnn', lines: ['NetpDoDomainJoin: status: «0█xd0000022»'], tokens: ['status STATUS_ACCESS_DENIED'], hover: /STATUS_ACCESS_DENIED/ },
    {
      row: '0x00000102 / 0x103 in a trace',
      lines: [
        'NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: «102», NetStatus: «258»',
        'NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: «0x103», NetStatus: «0x103»',
      ],
      tokens: ['ntstatus STATUS_TIMEOUT', 'status WAIT_TIMEOUT', 'ntstatus STATUS_PENDING', 'status ERROR_NO_MORE_ITEMS'],
    },
    ...([
      ['22█02', /(?=.*\bERROR_BAD_USERNAME\b)(?=.*\bNERR_BadUsername\b)/s],
      ['22█50', /(?=.*\bERROR_NOT_CONNECTED\b)(?=.*\bNERR_UseNotFound\b)/s],
      ['24█01', /(?=.*\bERROR_OPEN_FILES\b)(?=.*\bNERR_OpenFiles\b)/s],
      ['24█02', /(?=.*\bERROR_ACTIVE_CONNECTIONS\b)(?=.*\bNERR_ActiveConns\b)/s],
      ['24█04', /(?=.*\bERROR_DEVICE_IN_USE\b)(?=.*\bNERR_DevInUse\b)/s],
    ] as const).map(([code, hover]) => ({
      row: 'ERROR_BAD_USERNAME 2202', lines: [`NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned «${code}»`], tokens: ['status'], hover,
    })),
  ],

  'ambiguities.md 4': [
    {
      row: '0x1000 | SAM account control (trace)', isTrace: true,
      lines: detailsOf(tcp(445), 'SAMR (pidl), CreateUser2', '    Acct Flags: «0x0000█1000»'),
      tokens: ['samAccountControl USER_SMARTCARD_REQUIRED'], hover: /smart card/, hoverNot: /UF_|NETSETUP|DS_/,
    },
    {
      row: 'Flags: 0x8580', isTrace: true,
      lines: [
        ...detailsOf(udp(53), 'Domain Name System (response)', '    Transaction ID: 0xa793', '    Flags: «0x85█80» Standard query response, No error'),
        ...detailsOf(udp(389), 'Connectionless Lightweight Directory Access Protocol', '    PartialAttributeList item Netlogon', '        Flags: «0x0001f15c»'),
        ...detailsOf(tcp(445), 'SMB2 (Server Message Block Protocol version 2)', '    Session Setup Request (0x01)', '        Flags: «0»',
          '        NTLM Secure Service Provider', '            Negotiate Flags: «0xe2888215»'),
      ],
      tokens: [
        'dnsHeader RA RD AA QR',
        'dcFlags DS_GC_FLAG DS_LDAP_FLAG DS_DS_FLAG DS_TIMESERV_FLAG DS_WRITABLE_FLAG DS_FULL_SECRET_DOMAIN_6_FLAG DS_WS_FLAG DS_DS_8_FLAG DS_DS_9_FLAG DS_DS_10_FLAG',
        'smb2SetupFlags', 'ntlmFlags',
      ],
      hover: /DNS flags/,
    },
    {
      row: 'Truncated lists:', isTrace: true,
      lines: [
        ...detailsOf(udp(389), 'Connectionless Lightweight Directory Access Protocol', '    PartialAttributeList item Netlogon',
          '         […]Flags: «0x0001█f15c», WDC: Domain controller is a Windows 2008 writable NC, Writable: This dc is WRITABLE, GC: This is a GL'),
        ...detailsOf(tcp(445), 'SMB2 (Server Message Block Protocol version 2)', '    NTLM Secure Service Provider',
          '         […]Negotiate Flags: «0xe2888215», Negotiate 56, Negotiate Key Exchange, Reques'),
      ],
      tokens: ['dcFlags', 'ntlmFlags'],
      hover: /`DS_DS_10_FLAG`[^]*Not set: `DS_KDC_FLAG`/,
    },
    {
      row: '0x1000 | NetpChangeMachineName',
      lines: ["NetpChangeMachineName: from 'WKS07' to 'WKS07' using 'FABRIKAM\\jdoe' [«0x1000»]"],
      tokens: ['renameOptions NETSETUP_DNS_NAME_CHANGES_ONLY'],
    },
    { row: '0x1000 | Options: of a join', lines: ['NetpJoinDomain', '  Options: «0x1000»'], tokens: ['joinOptions NETSETUP_AMBIGUOUS_DC'] },
    {
      row: '0x1000 | DsGetDcName flags:',
      lines: ["NetpDsGetDcName: trying to find DC in domain 'fabrikam.test', flags: «0x1000»"],
      tokens: ['dsGetDcFlags DS_WRITABLE_REQUIRED'],
    },
    { row: '0x1000 | DC reply Flags', lines: ['NetpDumpDcInfoToLog:', '    Flags: «0x1000»'], tokens: ['dcFlags DS_FULL_SECRET_DOMAIN_6_FLAG'] },
    {
      row: '0x1000 | userAccountControl',
      lines: ['NetpModifyComputerObjectInDs: Attribute values to set', '    userAccountControl  =  «0x1000»'],
      tokens: ['userAccountControl UF_WORKSTATION_TRUST_ACCOUNT'],
    },
    {
      row: '0x20000 | Options:',
      lines: ['NetpJoinDomain', '  Options: «0█x20000»'],
      tokens: ['joinOptions NETSETUP_NO_ACCT_REUSE'], hover: /NETSETUP_ALT_SAMACCOUNTNAME/,
    },
    {
      row: '0x20000 | DsGetDcName request',
      lines: ["NetpDsGetDcName: trying to find DC in domain 'fabrikam.test', flags: «0x20000»", 'NetpDumpDcInfoToLog:', '    Flags: «0x20000»'],
      tokens: ['dsGetDcFlags DS_IS_DNS_NAME', 'dcFlags DS_KEY_LIST_FLAG'],
    },
    {
      row: '0x40000003 | dwOptions:',
      lines: ['NetpProvisionComputerAccount:', '  dwOptions: «0x40000003»'],
      tokens: ['provisionOptions NETSETUP_PROVISION_DOWNLEVEL_PRIV_SUPPORT NETSETUP_PROVISION_REUSE_ACCOUNT NETSETUP_PROVISION_ONLINE_CALLER'],
    },
    {
      row: '0x25 / 0x27 | dwJoinOptions:',
      lines: ['NetpProvisionComputerAccount:', '  dwJoinOptions: «0x25»', '  dwOptions: «0x27»'],
      tokens: [
        'joinOptions NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_DELETE NETSETUP_DOMAIN_JOIN_IF_JOINED',
        'provisionOptions NETSETUP_PROVISION_DOWNLEVEL_PRIV_SUPPORT NETSETUP_PROVISION_REUSE_ACCOUNT NETSETUP_PROVISION_USE_DEFAULT_PASSWORD NETSETUP_PROVISION_PERSISTENTSITE',
      ],
    },
    {
      row: 'Options: 0x… | inside a provisioning blob dump',
      lines: [
        'NetpInitBlobWin7: Blob version: 1',
        '    Options: «0x40000003»',
        'NetpJoinDomain',
        '  Options: «0x3»',
        'Blob version: 1',
        '    lpDomain: fabrikam.test',
        '    Options: «0x1»',
      ],
      tokens: [
        'provisionOptions NETSETUP_PROVISION_DOWNLEVEL_PRIV_SUPPORT NETSETUP_PROVISION_REUSE_ACCOUNT NETSETUP_PROVISION_ONLINE_CALLER',
        'joinOptions NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_CREATE',
        'provisionOptions NETSETUP_PROVISION_DOWNLEVEL_PRIV_SUPPORT',
      ],
    },
    {
      row: 'Flags: 0xe00031fc',
      lines: [
        '02/10/2026 09:14:02:311 NetpInitBlobWin7: Blob version: 1',
        '02/10/2026 09:14:02:311    DcInfo:',
        '02/10/2026 09:14:02:311    \tDomainControllerName: \\\\DC1.fabrikam.test',
        '02/10/2026 09:14:02:311    \tDomainControllerAddress: \\\\192.0.2.10',
        '02/10/2026 09:14:02:311    \tDomainControllerAddressType: «1»',
        '02/10/2026 09:14:02:311    \tDomainGuid: 6f1d0c2a-0534-4b1e-8a77-0000c0000022',
        '02/10/2026 09:14:02:311    \tFlags: «0xe00031fc»',
        '02/10/2026 09:14:02:311    \tDcSiteName: Site-1',
      ],
      tokens: [
        'addressType DS_INET_ADDRESS',
        'dcFlags DS_GC_FLAG DS_LDAP_FLAG DS_DS_FLAG DS_KDC_FLAG DS_TIMESERV_FLAG DS_CLOSEST_FLAG DS_WRITABLE_FLAG ' +
          'DS_FULL_SECRET_DOMAIN_6_FLAG DS_WS_FLAG DS_DNS_CONTROLLER_FLAG DS_DNS_DOMAIN_FLAG DS_DNS_FOREST_FLAG',
      ],
    },
    {
      row: 'UF_* vs ACB/USER_*',
      lines: ['NetpModifyComputerObjectInDs: Attribute values to set', '    userAccountControl  =  «0█x80»'],
      tokens: ['userAccountControl UF_ENCRYPTED_TEXT_PASSWORD_ALLOWED'], hoverNot: /TRUST_ACCOUNT/,
    },
  ],

  'ambiguities.md 5': [
    {
      row: 'NetpDsGetDcName: failed to find a DC having account',
      lines: ["NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0█x525, last error is 0x0", foundDc],
      hover: /Harmless here/,
    },
    {
      row: 'NetpDsGetDcName: failed to find a DC having account',
      lines: [
        "NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0█x525, last error is 0x0",
        'NetpDsGetDcName: failed to find a DC in the specified domain: 0x54b, last error is 0x0',
      ],
      hoverNot: /Harmless here/,
    },
    { row: 'pass 1 with Options: 0x25', lines: [...begin('0x25', noAccount, ...end('0x534')), ...begin('0x27', ...end('0x0'))], hover: /Harmless here.*NETSETUP_ACCT_CREATE.*second try.*and did/ },
    { row: 'pass 1 with Options: 0x25', lines: begin('0x25', noAccount, ...end('0x534')), hover: /The cause of this failure/, hoverNot: /Harmless here/ },
    {
      row: 'pass 1 with Options: 0x25',
      lines: [...begin('0x25', noAccount, ...end('0x534')), ...begin('0x27', `NetpJoinDomainOnDs: status of connecting to dc ${dc}: 0x5`, ...end('0x5'))],
      hover: /second try.*failed/, hoverNot: /Harmless here/,
    },
    {
      row: 'Ldap Search failed: 8240',
      lines: ['NetpGetADObjectOwnerAttributes: Ldap Search failed: 82█40', 'NetpCheckIfAccountShouldBeReused:fReuseAllowed: TRUE, NetStatus:0x2030'],
      hover: /Harmless here/,
    },
    {
      row: 'Ldap Search failed: 8240',
      lines: ['NetpGetADObjectOwnerAttributes: Ldap Search failed: 8240', 'NetpCheckIfAccountShouldBeReused:fReuseAllowed: TRUE, NetStatus:0█x2030'],
      hover: /Harmless here/,
    },
    {
      row: 'Ldap Search failed: 8240',
      lines: begin(
        '0x3',
        'NetpGetADObjectOwnerAttributes: Ldap Search failed: 82█40',
        'NetpCheckIfAccountShouldBeReused:fReuseAllowed: TRUE, NetStatus:0x2030',
        'NetpModifyComputerObjectInDs: Account exists and re-use is blocked by policy. Error: 0xaac ',
        ...end('0xaac'),
      ),
      hoverNot: /Harmless here/,
    },
    {
      row: 'Ldap Search failed: 8240',
      lines: begin(
        '0x3',
        'NetpGetADObjectOwnerAttributes: Ldap Search failed: 82█40',
        'NetpCheckIfAccountShouldBeReused:fReuseAllowed: TRUE, NetStatus:0x2030',
        'NetpProvisionComputerAccount: LDAP creation failed: 0x2030',
        ...end('0x2030'),
      ),
      hoverNot: /Harmless here/,
    },
    { row: 'delete OP state key status', lines: ['NetpAddPartCollectionToRegistry: delete OP state key status: 0█x2.'], hover: /ERROR_FILE_NOT_FOUND[^]*Harmless here/ },
    { row: 'delete OP state key status', lines: ['NetpAddPartCollectionToRegistry: delete OP state key status: 0█x5.'], hoverNot: /Harmless here/ },
    { row: '… not found, defaulting to', lines: ["NetpLoadParameters: DNSNameResolutionRequired not found, defaulting to '1' 0█x2"], hover: /Harmless here/ },
    { row: '… not found, defaulting to', lines: ['NetpLoadParameters: status: 0█x2'], hover: /Harmless here/ },
    {
      row: '… not found, defaulting to',
      lines: ["IsLegacyAccountReuseSetInRegistry: RegQueryValueEx for 'NetJoinLegacyAccountReuse' returned Status: 0█x2. "],
      hover: /Harmless here/,
    },
    { row: '… not found, defaulting to', lines: ['NetpLoadParameters: status: 0█x5'], hoverNot: /Harmless here/ },
    { row: 'NetpProvContinueProvisioningPackageInstall', lines: ['NetpProvContinueProvisioningPackageInstall: status: 0█xa99.'], hover: /success.*restart/ },
    {
      row: 'NetpJoinDomain: NetpCompleteOfflineDomainJoin SUCCESS',
      lines: begin('0x3', 'NetpJoinDomain: NetpCompleteOfflineDomainJoin SUCCESS: Requested a reboot :0█x0', ...end('0x0')),
      hover: /ERROR_SUCCESS/, hoverNot: /offline/i,
    },
    {
      row: 'NetUserAdd … 0x8b0',
      lines: begin(
        '0x3',
        `NetpManageMachineAccountWithSid: NetUserAdd on ${dc} for 'WKS07$' failed: 0█x8b0`,
        `NetpManageMachineAccountWithSid: status of attempting to set password on ${dc} for 'WKS07$': 0x0`,
        ...end('0x0'),
      ),
      hover: /NERR_UserExists[^]*Harmless here/,
    },
    {
      row: 'NetUserAdd … 0x8b0',
      lines: begin(
        '0x3',
        `NetpManageMachineAccountWithSid: NetUserAdd on ${dc} for 'WKS07$' failed: 0█x8b0`,
        'NetpModifyComputerObjectInDs: Account exists and re-use is blocked by policy. Error: 0xaac ',
        ...end('0xaac'),
      ),
      hoverNot: /Harmless here/,
    },
    {
      row: 'a name check returning 0x7b',
      lines: [
        "NetpValidateName: checking to see if 'fabrikam.test' is valid as type 3 name",
        "NetpValidateName: 'fabrikam.test' is not a valid NetBIOS domain name: 0█x7b",
        "NetpValidateName: name 'fabrikam.test' is valid for type 3",
      ],
      hover: /ERROR_INVALID_NAME[^]*Harmless here/,
    },
    {
      row: 'a name check returning 0x7b',
      lines: [
        "NetpValidateName: checking to see if 'FABRIKAM' is valid as type 3 name",
        "NetpValidateName:  'FABRIKAM' is not a valid Dns domain name: 0█x2554",
        "NetpValidateName: name 'FABRIKAM' is valid for type 3",
      ],
      hover: /DNS_ERROR_NON_RFC_NAME[^]*Harmless here/,
    },
    {
      row: 'a name check returning 0x7b',
      lines: [
        "NetpValidateName: checking to see if 'FABRIKAM!' is valid as type 3 name",
        "NetpValidateName:  'FABRIKAM!' is not a valid Dns domain name: 0█x2554",
        "NetpCheckDomainNameIsValid [ Exists ] for 'FABRIKAM!' returned 0x54b",
      ],
      hoverNot: /Harmless here/,
    },
    { row: 'NetpLsaOpenSecret: status: 0xc0000034', lines: begin('0x3', 'NetpLsaOpenSecret: status: 0█xc0000034', ...end('0x0')), hover: /Harmless here/ },
    {
      row: 'NetpLsaOpenSecret: status: 0xc0000034',
      lines: [...begin('0x3', ...end('0x0')), rename, 'NetpLsaOpenSecret: status: 0█xc0000034', 'NetpChangeMachineName: SetComputerNameEx() returned 0x1'],
      hoverNot: /Harmless here/,
    },
    { row: 'unable to load NetBiosName', lines: ['NetpJoinDomainLocal: unable to load NetBiosName (0█x0) - ignoring.'], hover: /ERROR_SUCCESS/, hoverNot: /fail|Harmless here/ },
    {
      row: 'DsrIsDeviceJoined(Ex) returned false',
      lines: ['NetpCompleteOfflineDomainJoin: DsrIsDeviceJoined returned false', 'NetpChangeMachineName: DsrIsDeviceJoinedEx returned false. dsrInstance = 0'],
      tokens: [],
    },
    {
      row: 'LDAP creation failed: … Retrying downlevel',
      lines: begin(
        '0x3',
        'NetpProvisionComputerAccount: LDAP creation failed: 0█x6ba',
        'NetpProvisionComputerAccount: Retrying downlevel per options',
        'NetpProvisionComputerAccount: retry status of creating account: 0x0',
        'NetpJoinDomain: status of setting DnsHostName and SPN: 0x0',
        ...end('0x0'),
      ),
      hover: /the older way \(SAM\) created it/, hoverNot: /The cause of this failure/,
    },
    {
      row: 'LDAP creation failed: … Retrying downlevel',
      lines: begin(
        '0x3',
        'NetpProvisionComputerAccount: LDAP creation failed: 0█x6ba',
        'NetpProvisionComputerAccount: Retrying downlevel per options',
        'NetpProvisionComputerAccount: retry status of creating account: 0x6ba',
        ...end('0x6ba'),
      ),
      hover: /The cause of this failure/,
    },
    {
      row: 'status of disconnecting from',
      lines: begin(
        '0x3',
        `NetpJoinDomainOnDs: status of connecting to dc ${dc}: 0█x40`,
        'ldap_unbind status: 0x0',
        `NetpJoinDomainOnDs: status of disconnecting from ${dc}: 0x0`,
        "NetpJoinDomainOnDs: NetpResetIDNEncoding on 'fabrikam.test': 0x0",
        ...end('0x40'),
      ),
      hover: /The cause of this failure/,
    },
    {
      row: 'status of disconnecting from',
      lines: begin(
        '0x3',
        `NetpJoinDomainOnDs: status of connecting to dc ${dc}: 0x40`,
        `NetpJoinDomainOnDs: status of disconnecting from ${dc}: 0█x0`,
        ...end('0x40'),
      ),
      hover: /ERROR_SUCCESS/, hoverNot: /cause of this|Harmless here|same failure/,
    },
    {
      row: 'rollback lines after a failure',
      lines: begin(
        '0x3',
        'NetpJoinDomain: status of setting DnsHostName and SPN: 0x6d9',
        'NetpJoinDomain: initiaing a rollback due to earlier errors',
        'NetpJoinDomain: rollback: status of deleting computer account: 0█x5',
        ...end('0x6d9'),
      ),
      hover: /ERROR_ACCESS_DENIED/, hoverNot: /The cause of this failure/,
    },
    {
      row: 'rollback lines after a failure',
      lines: begin(
        '0x3',
        'NetpJoinDomain: status of setting DnsHostName and SPN: 0█x6d9',
        'NetpJoinDomain: initiaing a rollback due to earlier errors',
        'NetpJoinDomain: rollback: status of deleting computer account: 0x0',
        ...end('0x6d9'),
      ),
      hover: /The cause of this failure/,
    },
    {
      row: 'Verdict rule:',
      lines: begin(
        '0x3',
        'NetpCreateComputerObjectInDs: NetpGetComputerObjectDn failed: 0█x534',
        'NetpProvisionComputerAccount: LDAP creation failed: 0x534',
        'NetpJoinCreatePackagePart: status:0x534.',
        ...end('0x534'),
      ),
      hover: /The cause of this failure/,
    },
    {
      row: 'Verdict rule:',
      lines: begin(
        '0x3',
        'NetpCreateComputerObjectInDs: NetpGetComputerObjectDn failed: 0x534',
        'NetpProvisionComputerAccount: LDAP creation failed: 0x534',
        'NetpJoinCreatePackagePart: status:0█x534.',
        ...end('0x534'),
      ),
      hover: /same failure as in line 7/, hoverNot: /The cause of this failure/,
    },
    {
      row: 'Verdict rule:',
      lines: [
        ...begin('0x3', ...end('0x0')),
        rename,
        'NetpChangeMachineName: status of setting DnsHostName and SPN: 0█x6ba',
        'NetpChangeMachineName: SetComputerNameEx() returned 0x1',
      ],
      hover: /The cause of this failure/,
    },
    {
      row: 'Same code, other root cause',
      lines: begin('0x3', 'NetpLdapBind: ldap_bind failed on DC1.fabrikam.test: 8█1: Server Down', ...end('0x3a')),
      hover: /\b389\b/,
    },
    { row: 'Same code, other root cause', lines: begin('0x3', `NetpJoinDomainOnDs: status of connecting to dc ${dc}: 0█x40`, ...end('0x40')), hover: /\b88\b/ },
    { row: 'Same code, other root cause', lines: begin('0x3', `NetpJoinDomainOnDs: status of connecting to dc ${dc}: 0█x32`, ...end('0x32')), hover: /NTLM/ },
    {
      row: 'Same code, other root cause',
      lines: begin('0x3', `NetpGetComputerObjectDn: Unable to bind to DS on ${dc}: 0█x6ba`, ...end('0x6ba')),
      hover: /\b135\b[^]*49152/,
    },
    {
      row: 'Same code, other root cause',
      lines: begin('0x3', `NetpGetComputerObjectDn: Unable to bind to DS on ${dc}: 0█x6d9`, ...end('0x6d9')),
      hover: /\b135\b[^]*dynamic ports/,
    },
    {
      row: 'Same code, other root cause',
      lines: [
        "NetpValidateName: checking to see if 'fabrikam.test' is valid as type 3 name",
        "NetpCheckDomainNameIsValid [ Exists ] for 'fabrikam.test' returned 0█x54b",
      ],
      hover: /dcdiag\.txt/,
    },
    {
      row: 'Wrong in the wild',
      lines: ['NetpDsGetDcName: failed to find a DC in the specified domain: «0█xa8b», last error is «0x0»'],
      tokens: ['status NERR_SetupCheckDNSConfig', 'status ERROR_SUCCESS'], hover: /DNS/, hoverNot: /KB5020276|blocked by policy/,
    },
    {
      row: 'Wrong in the wild',
      lines: ['NetpModifyComputerObjectInDs: Account exists and re-use is blocked by policy. Error: «0█xaac» '],
      tokens: ['status NERR_AccountReuseBlockedByPolicy'], hover: /re-use/,
    },
    {
      row: 'Misleading official text',
      lines: begin('0x3', noAccount, ...end('0x534')),
      hover: /No mapping between account names and (?:security IDs|SIDs) was done\.[^]*has no account for WKS07/,
    },
    { row: 'Misleading official text', lines: ['NetpDoDomainJoin: status: 0█x19'], hover: /ERROR_SEEK/ },
  ],

  'ambiguities.md 6': [
    {
      row: 'Session Setup Response, Error: STATUS_MORE_PROCESSING_REQUIRED', isTrace: true, isNormal: true,
      lines: [
        asks('SMB2', 'Session Setup Request, NTLMSSP_NEGOTIATE'),
        answers('SMB2', 'Session Setup Response, Error: «STATUS_MORE█_PROCESSING_REQUIRED», NTLMSSP_CHALLENGE'),
        asks('SMB2', 'Session Setup Request, NTLMSSP_AUTH, User: ALPINE\\jdoe', '0.030000'),
        answers('SMB2', 'Session Setup Response', '0.040000'),
      ],
      tokens: ['ntstatus STATUS_MORE_PROCESSING_REQUIRED'], hover: /normal step/i,
    },
    {
      row: 'KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED', isTrace: true, isNormal: true,
      lines: [
        asks('KRB5', 'AS-REQ'),
        answers('KRB5', 'KRB Error: «KRB5KDC_ERR_PREAUTH█_REQUIRED»'),
        asks('KRB5', 'AS-REQ', '0.030000'),
        answers('KRB5', 'AS-REP', '0.040000'),
      ],
      tokens: ['kerberos KDC_ERR_PREAUTH_REQUIRED'], hover: /normal step/i,
    },
    {
      row: 'bindResponse … saslBindInProgress', isTrace: true, isNormal: true,
      lines: [
        asks('LDAP', 'bindRequest(8) "<ROOT>" , NTLMSSP_NEGOTIATE'),
        answers('LDAP', 'bindResponse(8) «saslBind█InProgress» , NTLMSSP_CHALLENGE'),
        asks('LDAP', 'bindRequest(9) "<ROOT>" , NTLMSSP_AUTH, User: ALPINE\\jdoe', '0.030000'),
        answers('LDAP', 'bindResponse(9) «success» ', '0.040000'),
      ],
      tokens: ['ldapResult LDAP_SASL_BIND_IN_PROGRESS', 'ldapResult LDAP_SUCCESS'], hover: /normal step/i,
    },
    {
      row: 'negResult: accept-incomplete (1)', isTrace: true, isNormal: true,
      lines: detailsOf(tcp(445), 'SMB2 (Server Message Block Protocol version 2)', '    negResult: «accept-incomplete (█1)»'),
      tokens: ['negResult accept-incomplete'], hover: /normal step/i, hoverNot: /ERROR_INVALID_FUNCTION/,
    },
    {
      row: 'Bind_ack … Provider rejection', isTrace: true, isNormal: true,
      lines: [
        asks('DCERPC', 'Bind: call_id: 2, Fragment: Single, 3 context items: EPMv4 V3.0 (32bit NDR), EPMv4 V3.0 (64bit NDR), EPMv4 V3.0 (6cb71c2c-9812-4540-0300-000000000000)'),
        answers('DCERPC', 'Bind_ack: call_id: 2, Fragment: Single, max_xmit: 5840 max_recv: 5840, 3 results: Provider re█jection, Acceptance, Negotiate ACK'),
      ],
      tokens: [], hover: /Normal where another one of the list is accepted/,
    },
    {
      row: '6cb71c2c-9812-4540-0300-000000000000', isTrace: true, isNormal: true,
      lines: [
        asks('DCERPC', 'Bind: call_id: 2, Fragment: Single, 2 context items: EPMv4 V3.0 (64bit NDR), EPMv4 V3.0 (6cb71c2c-9812-4540-0300-0000█00000000)'),
        answers('DCERPC', 'Bind_ack: call_id: 2, Fragment: Single, max_xmit: 5840 max_recv: 5840, 2 results: Acceptance, Negotiate ACK'),
      ],
      tokens: [], hover: /not an interface/,
    },
    {
      row: '[RST, ACK] from 389', isTrace: true, isNormal: true,
      lines: [
        asks('LDAP', 'unbindRequest(9) '),
        asks('TCP', '49720 → 389 [FIN, ACK] Seq=900 Ack=1200 Win=65280 Len=0', '0.020000'),
        answers('TCP', '389 → 49720 [R█ST, ACK] Seq=1200 Ack=901 Win=0 Len=0', '0.030000'),
      ],
      tokens: [], hover: /an ordinary, if hard, end/,
    },
    {
      row: 'SMB Negotiate Protocol Request answered by SMB2', isTrace: true, isNormal: true,
      lines: [asks('S█MB', 'Negotiate Protocol Request'), answers('SMB2', 'Negotiate Protocol Response')],
      tokens: [], hover: /the server answers with version 2/,
    },
    {
      row: 'KRB_ERR_RESPONSE_TOO_BIG (52)', isTrace: true, isNormal: true,
      lines: [
        asks('KRB5', 'TGS-REQ'),
        answers('KRB5', 'KRB Error: «KRB5KRB_ERR_RESPONSE█_TOO_BIG»'),
        asks('TCP', '49721 → 88 [SYN] Seq=0 Win=65535 Len=0', '0.030000'),
        answers('TCP', '88 → 49721 [SYN, ACK] Seq=0 Ack=1 Win=65535 Len=0', '0.040000'),
        asks('KRB5', 'TGS-REQ', '0.050000'),
        answers('KRB5', 'TGS-REP', '0.060000'),
      ],
      tokens: ['kerberos KRB_ERR_RESPONSE_TOO_BIG'], hover: /asks again over TCP/,
    },
    {
      row: 'LDAP after bind is SASL GSS-API Privacy', isTrace: true, isNormal: true,
      lines: [answers('LDAP', 'SASL GSS-API Pri█vacy: payload (512 bytes)')],
      tokens: [], hover: /cannot be seen in this trace/,
    },
    {
      row: 'Client Site: <Root>', isTrace: true, isNormal: true,
      lines: detailsOf(udp(389), 'Connectionless Lightweight Directory Access Protocol', '    PartialAttributeList item Netlogon',
        '        Flags: «0x0001█f15c»', '        Client Site: <Root>'),
      tokens: ['dcFlags'], hover: /`DS_CLOSEST_FLAG`[^]*no failure/,
    },
  ],

  'formats.md 3': [
    { row: ': status: 0x0', lines: ['NetpDoDomainJoin: status: «0x0»', 'NetpDoDomainJoin: status: «0x534»'], tokens: ['status ERROR_SUCCESS', 'status ERROR_NONE_MAPPED'] },
    {
      row: ': status:  0x0 (two blanks)',
      lines: ['NetpJoinWorkgroup: status:  «0x0»', 'NetpGetComputerNameEx(NetBios) returned «0x0»'],
      tokens: ['status ERROR_SUCCESS', 'status ERROR_SUCCESS'],
    },
    { row: 'status:0x0. no blank', lines: ['NetpJoinCreatePackagePart: status:«0x3a».'], tokens: ['status ERROR_BAD_NET_RESP'] },
    { row: 'status: 0x0. trailing dot', lines: ['NetpOpenRegistry: status: «0x0».'], tokens: ['status ERROR_SUCCESS'] },
    {
      row: 'Function exits with status of',
      lines: ['NetpJoinDomainOnDs: Function exits with status of: «0x40»', 'NetpJoinDomainOnDs: Function exits with status of: «0x40» '],
      tokens: ['status ERROR_NETNAME_DELETED', 'status ERROR_NETNAME_DELETED'],
    },
    {
      row: 'returned 0x.. / returned: 0x..',
      lines: [
        "NetpCheckDomainNameIsValid for 'fabrikam.test' returned «0x54b», last error is «0x0»",
        'NetpJoinDomainOnDs: NetpDsGetDcName returned: «0x54b»',
        'NetpJoinDomainOnDs: NetpQueryService returned: «0x0».',
        "NetpResetIDNEncoding: DnsDisableIdnEncoding(RESETALL) on 'fabrikam.test' returned «0x0»",
      ],
      tokens: ['status ERROR_NO_SUCH_DOMAIN', 'status ERROR_SUCCESS', 'status ERROR_NO_SUCH_DOMAIN', 'status ERROR_SUCCESS', 'status ERROR_SUCCESS'],
    },
    { row: 'returned 1326 DECIMAL', lines: ['NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned «1326»'], tokens: ['status ERROR_LOGON_FAILURE'] },
    { row: 'failed: 0x..', lines: ['NetpProvisionComputerAccount: LDAP creation failed: «0x534»'], tokens: ['status ERROR_NONE_MAPPED'] },
    {
      row: 'failed: 0x35 0x216d',
      lines: ['NetpModifyComputerObjectInDs: ldap_add_s failed: «0x35» «0x216d»'],
      tokens: ['ldapResult LDAP_UNWILLING_TO_PERFORM', 'status ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED'],
    },
    { row: 'Ldap Search failed: 8240', lines: ['NetpGetADObjectOwnerAttributes: Ldap Search failed: «8240»'], tokens: ['ldapResult ERROR_DS_NO_SUCH_OBJECT'] },
    {
      row: 'ldap_bind failed on X: 81',
      lines: ['NetpLdapBind: ldap_bind failed on DC1.fabrikam.test: «81»: Server Down'],
      tokens: ['ldapResult LDAP_SERVER_DOWN'],
    },
    {
      row: 'Parsed [0x216d] from server',
      lines: ['NetpMapGetLdapExtendedError: Parsed [«0x2071»] from server extended error string: «00002071»: UpdErr: DSID-0305123A, problem 6005 (ENTRY_EXISTS), data 0'],
      tokens: ['status ERROR_DS_OBJ_STRING_NAME_EXISTS', 'extendedError ERROR_DS_OBJ_STRING_NAME_EXISTS'],
    },
    {
      row: 'status of X: 0x.. / Status of X: 0x..',
      lines: [
        `NetpJoinDomainOnDs: status of disconnecting from ${dc}: «0x0»`,
        'NetpJoinDomainOnDs: status of setting netlogon cache: «0x0»',
        'NetpHandleJoinedStateInfo: Status of saving the state: «0x5»',
        'NetpLdapGetLsaPrimaryDomain: result of retrieving domain data: «0x0»',
      ],
      tokens: ['status ERROR_SUCCESS', 'status ERROR_SUCCESS', 'status ERROR_ACCESS_DENIED', 'status ERROR_SUCCESS'],
    },
    {
      row: 'retry status of creating account',
      lines: ['NetpProvisionComputerAccount: retry status of creating account: «0xaac»'],
      tokens: ['status NERR_AccountReuseBlockedByPolicy'],
    },
    {
      row: 'Error: 0xaac',
      lines: ['NetpModifyComputerObjectInDs: Account exists and re-use is blocked by policy. Error: «0xaac» '],
      tokens: ['status NERR_AccountReuseBlockedByPolicy'],
    },
    {
      row: 'NetStatus:0x0, NetStatus: 0',
      lines: [
        'NetpReadAccountReuseModeFromAD: NetStatus:«0x0»',
        'NetpReadAccountReuseModeFromAD: NetStatus: «0»',
        'NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: «0», NetStatus: «0»',
      ],
      tokens: ['status ERROR_SUCCESS', 'status ERROR_SUCCESS', 'ntstatus STATUS_SUCCESS', 'status ERROR_SUCCESS'],
    },
    {
      row: 'fReuseAllowed: FALSE, NetStatus:0x0',
      lines: ['NetpCheckIfAccountShouldBeReused:fReuseAllowed: FALSE, NetStatus:«0x0»'],
      tokens: ['status ERROR_SUCCESS'],
    },
    {
      row: 'returned Status: 0x2.',
      lines: ["IsLegacyAccountReuseSetInRegistry: RegQueryValueEx for 'NetJoinLegacyAccountReuse' returned Status: «0x2». "],
      tokens: ['status ERROR_FILE_NOT_FOUND'],
    },
    { row: 'returning 0x0(0).', lines: ['NetpCheckForDomainSIDCollision: returning «0x0»(«0»).'], tokens: ['status ERROR_SUCCESS', 'status ERROR_SUCCESS'] },
    { row: 'returning 0x0, *pfDACDisabled', lines: ['NetpGetLocalDACDisabled: returning «0x0», *pfDACDisabled=TRUE'], tokens: ['status ERROR_SUCCESS'] },
    { row: 'returning Status: 0', lines: ['NetpDeleteMachineAccountKey: returning Status: «0» '], tokens: ['status ERROR_SUCCESS'] },
    {
      row: 'exiting: 0x0, exiting...',
      lines: ['NetpConvertBlobToJoinState: exiting: «0x0»', 'NetpConvertBlobToJoinState: exiting...'],
      tokens: ['status ERROR_SUCCESS'],
    },
    {
      row: ': 0x5 Access Denied',
      lines: [`NetpManageMachineAccountWithSid: status of NetUserSetInfo on ${dc} for 'WKS07$': «0x5» Access Denied`],
      tokens: ['status ERROR_ACCESS_DENIED'],
    },
    {
      row: ', last error is 0x0',
      lines: ['NetpDsGetDcName: failed to find a DC in the specified domain: «0x54b», last error is «0x0»'],
      tokens: ['status ERROR_NO_SUCH_DOMAIN', 'status ERROR_SUCCESS'],
    },
    {
      row: '[MACHINE] returned 0x0',
      lines: [
        "NetpCheckNetBiosNameNotInUse for 'WKS07' [MACHINE] returned «0x0»",
        "NetpCheckNetBiosNameNotInUse for 'WKS07' [ Workgroup as MACHINE]  returned «0x0»",
        "NetpCheckNetBiosNameNotInUse for 'WKS07'[MACHINE] returned «0x34»",
      ],
      tokens: ['status ERROR_SUCCESS', 'status ERROR_SUCCESS', 'status ERROR_DUP_NAME'],
    },
    {
      row: '[ Exists ] for',
      lines: ["NetpCheckDomainNameIsValid [ Exists ] for 'fabrikam.test' returned «0x54b»"],
      tokens: ['status ERROR_NO_SUCH_DOMAIN'],
    },
    {
      row: 'is not a valid NetBIOS domain name',
      lines: ["NetpValidateName: 'fabrikam.test' is not a valid NetBIOS domain name: «0x7b»", "NetpValidateName:  'FABRIKAM' is not a valid Dns domain name: «0x2554»"],
      tokens: ['status ERROR_INVALID_NAME', 'status DNS_ERROR_NON_RFC_NAME'],
    },
    {
      row: 'X not found, defaulting to',
      lines: [
        "NetpLoadParameters: DNSNameResolutionRequired not found, defaulting to '1' «0x2»",
        "NetpLoadParameters: DomainCompatibilityMode not found, defaulting to '0' «0x2»",
        'NetpLoadParameters: status: «0x2»',
      ],
      tokens: ['status ERROR_FILE_NOT_FOUND', 'status ERROR_FILE_NOT_FOUND', 'status ERROR_FILE_NOT_FOUND'],
    },
    { row: 'unable to load NetBiosName', lines: ['NetpJoinDomainLocal: unable to load NetBiosName («0x0») - ignoring.'], tokens: ['status ERROR_SUCCESS'] },
    {
      row: 'delete OP state key status',
      lines: ['NetpAddPartCollectionToRegistry: delete OP state key status: «0x2».', 'NetpClearFullJoinState: Status of deleting join state key «0x2»'],
      tokens: ['status ERROR_FILE_NOT_FOUND', 'status ERROR_FILE_NOT_FOUND'],
    },
    {
      row: 'SUCCESS: Requested a reboot',
      lines: [
        'NetpJoinDomain: NetpCompleteOfflineDomainJoin SUCCESS: Requested a reboot :«0x0»',
        'NetpCompleteOfflineDomainJoin SUCCESS: Requested a reboot :«0x0»',
        'SUCCESS: Requested a reboot :«0x0»',
      ],
      tokens: ['status ERROR_SUCCESS', 'status ERROR_SUCCESS', 'status ERROR_SUCCESS'],
    },
    {
      row: 'Returning NetStatus: 0, ADReuseMode: 0',
      lines: ['Returning NetStatus: «0», ADReuseMode: 0', "IsLegacyAccountReuseSetInRegistry returning: 'FALSE''."],
      tokens: ['status ERROR_SUCCESS'],
    },
    {
      row: 'DsrIsDeviceJoined returned false',
      lines: ['DsrIsDeviceJoined returned false', 'NetpChangeMachineName: DsrIsDeviceJoinedEx returned false. dsrInstance = 0'],
      tokens: [],
    },
    { row: 'SetComputerNameEx() returned 0x1', lines: ['NetpChangeMachineName: SetComputerNameEx() returned «0x1»'], tokens: ['bool TRUE'] },
    { row: 'ulLicenseValue=1, Status: 0x0', lines: ['NetpDomainJoinLicensingCheck: ulLicenseValue=1, Status: «0x0»'], tokens: ['status ERROR_SUCCESS'] },
    {
      row: 'Blob pickling result: 0',
      lines: ['Blob pickling result: 0', 'NetpInitBlobWin7: Blob pickling result: 0', 'Found ODJ blob format: 2.', 'NetpAddPartCollectionToRegistry: 4/4 part(s) installed.'],
      tokens: [],
    },
    {
      row: 'succeeded | DnsDisableIdnEncoding',
      lines: [
        "NetpDisableIDNEncoding: DnsDisableIdnEncoding(UNTILREBOOT) on 'fabrikam.test' succeeded",
        'NetpQueryAccountAttributes succeeded: got RID=«0x8af» objectSid=S-1-5-21-1180699209-877415012-3182924384-«2223»',
      ],
      tokens: ['rid', 'rid'],
    },
    {
      row: 'initiaing a rollback',
      lines: ['NetpJoinDomain: initiaing a rollback due to earlier errors', 'NetpJoinDomain: rollback: status of deleting computer account: «0x0»'],
      tokens: ['status ERROR_SUCCESS'],
    },
    {
      row: 'no domain dns available',
      lines: [
        'NetpDisableIDNEncoding: no domain dns available - IDN encoding will NOT be disabled',
        "NetpJoinDomainOnDs: NetpResetIDNEncoding on '(null)': «0x0»",
      ],
      tokens: ['status ERROR_SUCCESS'],
    },
    {
      row: 'Names: quoted',
      lines: [
        'NetpGetComputerObjectDn: Unable to bind to DS on \\\\DC1.fabrikam.test: «0x6ba»',
        "NetpJoinDomain: status of connecting to dc 'DC1.fabrikam.test': «0x40»",
        "NetpDsGetDcName: status of verifying DNS A record name resolution for DC1.fabrikam.test': «0x2746»",
        "NetpDsGetDcName: status of verifying DNS A record name resolution for 'DC1.fabrikam.test: «0x2746»",
        'NetpJoinDomainOnDs: status of connecting to dc ‘\\\\DC1.fabrikam.test’: «0x40»',
      ],
      tokens: [
        'status RPC_S_SERVER_UNAVAILABLE', 'status ERROR_NETNAME_DELETED', 'status WSAECONNRESET', 'status WSAECONNRESET',
        'status ERROR_NETNAME_DELETED',
      ],
    },
    {
      row: 'Names: quoted',
      lines: ['NetpLoadParameters: DNSNameResolutionRequired not found, defaulting to ‘1’ «0x2»'],
      tokens: ['status ERROR_FILE_NOT_FOUND'],
    },
  ],

  'formats.md 5': [
    {
      row: 'Options: / dwJoinOptions: / JoinOptions:',
      lines: ['NetpJoinDomain', '  Options: «0x23»', '  dwJoinOptions: «0x425»', '  JoinOptions: «0x403»'],
      tokens: [
        'joinOptions NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_CREATE NETSETUP_DOMAIN_JOIN_IF_JOINED',
        'joinOptions NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_DELETE NETSETUP_DOMAIN_JOIN_IF_JOINED NETSETUP_JOIN_WITH_NEW_NAME',
        'joinOptions NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_CREATE NETSETUP_JOIN_WITH_NEW_NAME',
      ],
    },
    {
      row: '0x1 JOIN_DOMAIN',
      lines: ['NetpJoinDomain  Domain: fabrikam.test  Account: jdoe@fabrikam.test  Options: «0x3»', 'NetpJoinDomain', '  Options: «0x10040ff7»'],
      tokens: [
        'joinOptions NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_CREATE',
        'joinOptions NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_CREATE NETSETUP_ACCT_DELETE NETSETUP_WIN9X_UPGRADE NETSETUP_DOMAIN_JOIN_IF_JOINED ' +
          'NETSETUP_JOIN_UNSECURE NETSETUP_MACHINE_PWD_PASSED NETSETUP_DEFER_SPN_SET NETSETUP_JOIN_DC_ACCOUNT NETSETUP_JOIN_WITH_NEW_NAME ' +
          'NETSETUP_JOIN_READONLY NETSETUP_INSTALL_INVOCATION NETSETUP_IGNORE_UNSUPPORTED_FLAGS',
      ],
    },
    {
      row: 'Seen: 0x3 (create)',
      lines: ['NetpJoinDomain', '  Options: «0█x25»'],
      tokens: ['joinOptions NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_DELETE NETSETUP_DOMAIN_JOIN_IF_JOINED'],
      hover: /Not set: `NETSETUP_ACCT_CREATE`/,
    },
    { row: 'Seen: 0x3 (create)', lines: ['NetpJoinDomain', '  Options: «0█x27»'], tokens: ['joinOptions'], hoverNot: /Not set/ },
    {
      row: 'dwOptions: / ProvisionOptions:',
      lines: ['NetpProvisionComputerAccount:', '  dwOptions: «0x8000003c»', '  ProvisionOptions: «0x40000003»', 'NetpInitBlobWin7: Blob version: 1', '    Options: «0x40000003»'],
      tokens: [
        'provisionOptions NETSETUP_PROVISION_USE_DEFAULT_PASSWORD NETSETUP_PROVISION_SKIP_ACCOUNT_SEARCH NETSETUP_PROVISION_ROOT_CA_CERTS ' +
          'NETSETUP_PROVISION_PERSISTENTSITE NETSETUP_PROVISION_CHECK_PWD_ONLY',
        'provisionOptions NETSETUP_PROVISION_DOWNLEVEL_PRIV_SUPPORT NETSETUP_PROVISION_REUSE_ACCOUNT NETSETUP_PROVISION_ONLINE_CALLER',
        'provisionOptions NETSETUP_PROVISION_DOWNLEVEL_PRIV_SUPPORT NETSETUP_PROVISION_REUSE_ACCOUNT NETSETUP_PROVISION_ONLINE_CALLER',
      ],
    },
    {
      row: 'NetpChangeMachineName ... [0x..]',
      lines: ["NetpChangeMachineName: from 'WKS07' to 'WKS08' using 'FABRIKAM\\jdoe' [«0x2»]", "NetpChangeMachineName: from 'WKS07' to 'WKS07' using '(null)' [«0x1000»]"],
      tokens: ['renameOptions NETSETUP_ACCT_CREATE', 'renameOptions NETSETUP_DNS_NAME_CHANGES_ONLY'],
    },
    {
      row: 'NetpDsGetDcName ... flags:',
      lines: [
        "NetpDsGetDcName: trying to find DC in domain 'FABRIKAM', flags: «0x1020»",
        "NetpDsGetDcName: trying to find DC in domain 'fabrikam.test', flags: «0x40001010»",
      ],
      tokens: ['dsGetDcFlags DS_DIRECTORY_SERVICE_PREFERRED DS_WRITABLE_REQUIRED', 'dsGetDcFlags DS_DIRECTORY_SERVICE_REQUIRED DS_WRITABLE_REQUIRED DS_RETURN_DNS_NAME'],
    },
    {
      row: 'Flags: 0xe00031fc inside DcInfo',
      lines: ['NetpDumpDcInfoToLog:', '    Flags: «0x1fe05»'],
      tokens: [
        'dcFlags DS_PDC_FLAG DS_GC_FLAG DS_GOOD_TIMESERV_FLAG DS_NDNC_FLAG DS_SELECT_SECRET_DOMAIN_6_FLAG DS_FULL_SECRET_DOMAIN_6_FLAG ' +
          'DS_WS_FLAG DS_DS_8_FLAG DS_DS_9_FLAG DS_DS_10_FLAG',
      ],
    },
    {
      row: 'userAccountControl  =  0x1000 WORKSTATION',
      lines: ['NetpModifyComputerObjectInDs: Attribute values to set', '    userAccountControl  =  «0x1000»', 'NetpJoinDomain: netlogon Negotiated flags 0x612fffff'],
      tokens: ['userAccountControl UF_WORKSTATION_TRUST_ACCOUNT'],
    },
    {
      row: 'Hex that is NOT a status',
      lines: [
        'NetpSerializeProvisioningPackage: cbPackageBinData: 1332',
        'NetpGetComputerObjectDn: DN = <WKGUID=AA312825768811D1ADED00C04FD8D5CD,DC=fabrikam,DC=test>',
        '02/10/2026 09:14:02:311 [00000470] NetpJoinDomain: DSID-0C090400',
      ],
      tokens: [],
    },
  ],

  'values that are none': [
    {
      row: 'beyond 32 bits',
      lines: [
        'NetpDoDomainJoin: status: 0x100000000',
        'NetpDoDomainJoin: status: 0x1234567890abcdef1234567890',
        'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned 4294967296',
        'NetpGetADObjectOwnerAttributes: Ldap Search failed: 99999999999999999999',
        'NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: c00000220, NetStatus: 99999999999',
        'NetpModifyComputerObjectInDs: ldap_add_s failed: 0x100000035 0x10000216d',
        'NetpMapGetLdapExtendedError: Parsed [0x10000216d] from server extended error string: 10000216D: SvcErr: DSID-031A0B2C, problem 5003 (WILL_NOT_PERFORM), data 0',
        'NetpQueryAccountAttributes succeeded: got RID=0x100000643 objectSid=S-1-5-21-1180699209-877415012-3182924384-4294967296',
        'NetpJoinDomain',
        '  Options: 0x100000003',
        '  Build number: 26100000',
        '    userAccountControl  =  0x100001000',
      ],
      tokens: [],
    },
    { row: 'the largest of 32 bits', lines: ['NetpDoDomainJoin: status: «0xffffffff»'], tokens: ['status'] },
    {
      row: '0x alone',
      lines: [
        'NetpDoDomainJoin: status: 0x',
        'NetpJoinCreatePackagePart: status:0x.',
        'NetpCheckForDomainSIDCollision: returning 0x(0x).',
        'NetpModifyComputerObjectInDs: ldap_add_s failed: 0x 0x',
        'NetpChangeMachineName: SetComputerNameEx() returned 0x',
        'NetpQueryAccountAttributes succeeded: got RID=0x objectSid=S-1-5-21-',
        'NetpJoinDomain',
        '  Options: 0x',
      ],
      tokens: [],
    },
    {
      row: 'negative',
      lines: [
        'NetpDoDomainJoin: status: -1',
        'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned -1',
        'NetpGetADObjectOwnerAttributes: Ldap Search failed: -1',
        'NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: -1, NetStatus: -1',
        'NetpChangeMachineName: SetComputerNameEx() returned -1',
        'NetpJoinDomain',
        '  Options: -1',
      ],
      tokens: [],
    },
    {
      row: 'a dot behind a decimal ends the sentence',
      lines: [
        'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned «1326».',
        'NetpGetADObjectOwnerAttributes: Ldap Search failed: «8240».',
        'NetpDoDomainJoin: status: 1326.',
        'Found ODJ blob format: 2.',
      ],
      tokens: ['status ERROR_LOGON_FAILURE', 'ldapResult ERROR_DS_NO_SUCH_OBJECT'],
    },
    {
      row: 'curly quotes',
      lines: [
        'NetpDoDomainJoin: status: “”',
        'NetpDoDomainJoin: status: ‘0x’',
        'NetpJoinDomainOnDs: status of connecting to dc ‘\\\\DC1.fabrikam.test’:',
        'NetpValidateName: checking to see if ‘WKS07’ is valid as type «1» name',
      ],
      tokens: ['nameType NetSetupMachine'],
    },
    {
      row: 'line breaks of an article',
      lines: [
        'NetpDoDomainJoin: status: <br />',
        'NetpDoDomainJoin: status: 0x<br />',
        'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned <br />',
        'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned «5»<br />',
        'NetpDoDomainJoin: status: «0x5»<br />',
      ],
      tokens: ['status ERROR_ACCESS_DENIED', 'status ERROR_ACCESS_DENIED'],
    },
    {
      row: 'redacted',
      lines: [
        'NetpDoDomainJoin: status: <status>',
        'NetpDoDomainJoin: status: ....',
        'NetpDoDomainJoin: status: 0x....',
        'NetUseAdd to \\\\<dc_fqdn>\\IPC$ returned ....',
        'NetpLdapBind: ldap_bind failed on <dc_fqdn>: «81»: Server Down',
        "NetpJoinDomainOnDs: status of connecting to dc '\\\\<dc_fqdn>': «0x40»",
        'NetpQueryAccountAttributes succeeded: got RID=<rid> objectSid=<sid>',
        'NetpQueryAccountAttributes succeeded: got RID=«0x643» objectSid=S-1-5-21-....-....',
        "NetpChangeMachineName: from '....' to '....' using '....' [....]",
        'NetpJoinDomain',
        '  Options: ....',
        '  Build number: ....',
        '    DomainControllerAddressType: ....',
      ],
      tokens: ['ldapResult LDAP_SERVER_DOWN', 'status ERROR_NETNAME_DELETED', 'rid'],
    },
  ],
};

for (const [part, list] of Object.entries(rows)) {
  for (const [index, row] of list.entries()) {
    const count = list.slice(0, index).filter(each => each.row === row.row).length;
    test(`${part}: ${row.row}${count > 0 ? ` (${count + 1})` : ''}`, () => check(row));
  }
}

for (const line of [
  'NetpCheckForDomainSIDCollision: returning 0█x5(0).',
  'NetpQueryAccountAttributes succeeded: got RID=0█x643 objectSid=S-1-5-21-1180699209-877415012-3182924384-1604',
]) {
  test(`two spellings of one number that do not agree: it is said of ${line.split(':')[0]}`, () => {
    const said = `${hoverAt(line)}\n${findingsOf(netsetup(line.replace('█', '')))}`;
    assert.match(said, /agree|differ|not the same|mismatch|contradict/i);
  });
}

test('a date is in US order, and behind the seconds stand milliseconds', () => {
  const [record] = netsetup('03/06/2026 11:28:14:530 NetpDoDomainJoin').records;
  assert.equal(record?.time, Date.UTC(2026, 2, 6, 11, 28, 14, 530));
});

test('"returned false" is not a failure, and 0xa99 after a success keeps it', () => {
  assert.equal(findingsOf(netsetup('NetpCompleteOfflineDomainJoin: DsrIsDeviceJoined returned false')), '');
  const log = netsetup(
    ...begin('0x3', ...end('0x0')),
    'NetpProvContinueProvisioningPackageInstall:',
    'NetpProvContinueProvisioningPackageInstall: status: 0xa99.',
  );
  assert.deepEqual(
    log.operations.map(operation => operation.verdict.outcome),
    ['succeeded', 'succeeded'],
  );
});

test('no line makes the server fail, wherever the mouse is', () => {
  const lines = Object.values(rows).flatMap(list =>
    list.flatMap(row => row.lines.map(line => line.replace(/[«»█]/g, ''))),
  );
  const damaged = lines.flatMap(line => [line, line.slice(0, line.length / 2), line.replace(/0x/g, '0x0x')]);
  const log = netsetup(...damaged, 'NetpDoDomainJoin: status: 0x'.repeat(10_000));
  findingsOf(log);
  outlineOf(log);
  for (let line = 0; line < log.lines.count; line++) {
    const { length } = log.lines.at(line);
    for (let column = 0; column <= Math.min(length, 400); column += 7) hoverIn(log, line, column);
  }
});

const knowledge = '../shared/knowledge';

test(
  'every row of the knowledge is here',
  { skip: !existsSync(`${knowledge}/ambiguities.md`) && 'the knowledge is not here' },
  () => {
    const unlike: string[] = [];
    for (const [part, list] of Object.entries(rows)) {
      const [file, section] = part.split(' ') as [string, string];
      if (!file.endsWith('.md')) continue;
      const texts = rowsOf(readFileSync(`${knowledge}/${file}`, 'utf8'), section);
      const begins = new Set(list.map(each => each.row));
      const forgotten = texts.filter(text => ![...begins].some(each => text.startsWith(each)));
      const unknown = [...begins].filter(each => texts.filter(text => text.startsWith(each)).length !== 1);
      unlike.push(...forgotten.map(text => `${part}, not here: ${text}`));
      unlike.push(...unknown.map(each => `${part}, not one row there: ${each}`));
    }
    assert.deepEqual(unlike, []);
  },
);

/** The rows of the tables and the paragraphs of a section, without Markdown. */
function rowsOf(markdown: string, section: string): string[] {
  const text = markdown.split(/^## /m).find(each => each.startsWith(`${section}.`)) ?? '';
  const blocks = text.split('\n').slice(1);
  return blocks
    .filter(
      (line, index) => line.trim() !== '' && !/^\|-/.test(line) && !/^\|-/.test(blocks[index + 1] ?? ''),
    )
    .map(line => line.replace(/^\| /, '').replace(/\*\*|`/g, ''));
}
