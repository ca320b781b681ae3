// What the mouse shows over a network trace. Samples are our own.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { inlayHints } from '../../server/src/features/inlayHints';
import { context, hoverIn, textDocument, traceHoverAt, traceOf } from './checks';

/** A row of tshark, from the client or, for a reply, from the domain controller. */
const row = (info: string, protocol = 'TCP') =>
  `    7   0.012000    10.20.0.7 → 10.20.0.10   ${protocol} 120 ${info}`;
const reply = (info: string, protocol = 'TCP') =>
  `    8   0.013000   10.20.0.10 → 10.20.0.7    ${protocol} 120 ${info}`;

/** Details of a frame: the lines below its own tree are indented by the caller. */
const details = (transport: string, ...lines: readonly string[]) => [
  'Frame 8: 120 bytes on wire (960 bits), 120 bytes captured (960 bits)',
  'Internet Protocol Version 4, Src: 10.20.0.10, Dst: 10.20.0.7',
  '    Identification: 0x1f2a (7978)',
  "    010. .... = Flags: 0x2, Don't fragment",
  '    Header Checksum: 0x5a5a [validation disabled]',
  transport,
  ...lines,
];
const tcp = 'Transmission Control Protocol, Src Port: 445, Dst Port: 49708, Seq: 1, Ack: 1, Len: 66';
const udp = 'User Datagram Protocol, Src Port: 53, Dst Port: 53141';

const ping = (...lines: readonly string[]) =>
  details(
    'User Datagram Protocol, Src Port: 389, Dst Port: 53143',
    'Connectionless Lightweight Directory Access Protocol',
    '    LDAPMessage searchResEntry(1) "<ROOT>" [1 result]',
    '        messageID: 1',
    '        protocolOp: searchResEntry (4)',
    '            searchResEntry',
    '                attributes: 1 item',
    '                    PartialAttributeList item Netlogon',
    '                        type: Netlogon',
    '                        vals: 1 item',
    ...lines.map(line => `                            ${line}`),
  );

const smb2 = (part: string, ...lines: readonly string[]) =>
  details(
    tcp,
    'NetBIOS Session Service',
    'SMB2 (Server Message Block Protocol version 2)',
    `    ${part}`,
    ...lines.map(line => `        ${line}`),
  );

const kerberos = (...lines: readonly string[]) =>
  details(
    'User Datagram Protocol, Src Port: 88, Dst Port: 53144',
    'Kerberos',
    ...lines.map(line => `    ${line}`),
  );

const rpc = (call: string, ...lines: readonly string[]) =>
  details(
    'Transmission Control Protocol, Src Port: 49671, Dst Port: 49711, Seq: 1, Ack: 1, Len: 66',
    'Distributed Computing Environment / Remote Procedure Call (DCE/RPC) Response, Fragment: Single, FragLen: 44',
    '    Frag Length: 44',
    call,
    ...lines.map(line => `    ${line}`),
  );

/** The cursor, what the hover says, and what it must not say. */
// prettier-ignore
const shown: readonly (readonly [what: string, lines: readonly string[], says: RegExp, not?: RegExp])[] = [
  ['DNS flags', details(udp, 'Domain Name System (response)', '    Transaction ID: 0xa793', '    Flags: 0x█8583 Standard query response, No such name'), /DNS flags[^]*`RCODE NXDOMAIN`[^]*`AA`[^]*`QR`/],
  ['DNS flags of an update', details(udp, 'Domain Name System (response)', '    Flags: 0x█a805 Dynamic update response, Refused'), /`RCODE REFUSED`[^]*`OPCODE UPDATE`/],
  ['DNS reply code', details(udp, 'Domain Name System (response)', '    Flags: 0x8583 Standard query response', '        .... .... .... 0011 = Reply code: No such name (█3)'), /NXDOMAIN\*\* · DNS/, /ERROR_PATH/],
  ['DNS reply code by name', [reply('Standard query response 0x1e2c No such█ name SRV _ldap._tcp.dc._msdcs.alpine.test', 'DNS')], /NXDOMAIN\*\* · DNS[^]*no such name/],
  ['DNS update refused', [reply('Dynamic update response 0x9869 Ref█used SOA alpine.test CNAME ANY', 'DNS')], /REFUSED\*\* · DNS/],
  ['DC flags, cut label', ping(' […]Flags: 0x0001█f15c, WDC: Domain controller is a Windows 2008 writable NC, Writable: This dc is WRITABLE, Time Serv: Thi'), /DS_DS_10_FLAG[^]*Not set: `DS_KDC_FLAG` \(0x20\)\. It says that it is no KDC[^]*`DS_CLOSEST_FLAG`/],
  ['DC flags alone', ping('Flags: 0x000█013fd'), /DS_KDC_FLAG[^]*DS_CLOSEST_FLAG/, /Not set/],
  ['version flags', ping('Version Flags: 0x000000█05, V1: Client requested version 1 netlogon response'), /`NETLOGON_NT_VERSION_1`[^]*`NETLOGON_NT_VERSION_5EX`/, /DS_/],
  ['NtVer', ping('Filter: (&(DnsDomain=alpine.test)(NtVer=0x2000█0016))'), /`0x20000016`[^]*NETLOGON_NT_VERSION_IP/],
  ['NtVer in bytes', ping('Filter: (NtVer=\\16\\00█\\00\\20)'), /0x20000016[^]*NETLOGON_NT_VERSION_5EX/],
  ['LDAP ping operation', ping('Operation code: LOGON_SAM_LOGON_RESPONSE_EX (2█3)'), /LOGON_SAM_LOGON_RESPONSE_EX\*\* · LDAP ping operation code/],
  ['paused Netlogon', ping('Operation code: LOGON_SAM_PAUSE_RESPONSE_EX (2█4)'), /Netlogon service is paused/],
  ['NTLM flags, cut label', details(tcp, 'SMB2 (Server Message Block Protocol version 2)', '    Session Setup Request (0x01)', '         […]Negotiate Flags: 0xe2█888215, Negotiate 56, Negotiate Key Exchange, Reques'), /NTLM flags[^]*NTLMSSP_NEGOTIATE_VERSION[^]*NTLMSSP_NEGOTIATE_56/, /NTLMSSP_NEGOTIATE_SEAL/],
  ['SMB message flags', smb2('SMB2 Header', 'Flags: 0x000000█11, Response, Priority'), /SMB2_FLAGS_SERVER_TO_REDIR/],
  ['SMB status', smb2('SMB2 Header', 'NT Status: STATUS_LOGON_FAILURE (0xc000█006d)'), /STATUS_LOGON_FAILURE\*\* · NTSTATUS/],
  ['SMB status by name', smb2('SMB2 Header', 'NT Status: STATUS_LOGON█_FAILURE (0xc000006d)'), /0xc000006d/],
  ['session setup flags', smb2('Session Setup Request (0x01)', 'Flags: █0'), /SMB session setup flags[^]*No bit is set/, /Win32|ERROR/],
  ['session flags', smb2('Session Setup Response (0x01)', 'Session Flags: 0x00█01, Guest'), /SMB2_SESSION_FLAG_IS_GUEST/],
  ['security mode', smb2('Session Setup Request (0x01)', 'Security mode: 0x0█2, Signing required'), /SMB2_NEGOTIATE_SIGNING_REQUIRED/],
  ['capabilities', smb2('Session Setup Request (0x01)', 'Capabilities: 0x000█00001, DFS'), /SMB2_GLOBAL_CAP_DFS/],
  ['dialect', smb2('Negotiate Protocol Response (0x00)', 'Dialect: SMB 3.1.1 (0x03█11)'), /SMB 3\.1\.1\*\*[^]*Windows 10/],
  ['status in a row', [reply('Session Setup Response, Error: STATUS_LOGON█_FAILURE', 'SMB2')], /0xc000006d.*STATUS_LOGON_FAILURE/],
  ['a normal step', [reply('Session Setup Response, Error: STATUS_MORE_PROCESSING█_REQUIRED, NTLMSSP_CHALLENGE', 'SMB2')], /normal step/i],
  ['request options', kerberos('as-req', '    req-body', '        kdc-options: 4081█0010'), /`40810010` · 0x40810010[^]*renewable-ok[^]*canonicalize[^]*forwardable/],
  ['AP options', kerberos('ap-req', '    ap-options: 2000█0000'), /mutual-required/],
  ['ticket flags', kerberos('as-rep', '    enc-part', '        flags: 40e1█0000'), /pre-authent[^]*initial/],
  ['Kerberos error', kerberos('krb-error', '    error-code: eRR-PREAUTH-REQUIRED (2█5)'), /`0x19` · 25 · KDC_ERR_PREAUTH_REQUIRED\*\* · Kerberos/],
  ['Kerberos error by name', [reply('KRB Error: KRB5KRB_AP_ERR█_SKEW', 'KRB5')], /KRB_AP_ERR_SKEW[^]*count in UTC/],
  ['NTSTATUS beside a Kerberos error', [reply('KRB Error: KRB5KDC_ERR_BADOPTION NT Status: STATUS_NOT█_SUPPORTED', 'KRB5')], /STATUS_NOT_SUPPORTED\*\* · NTSTATUS/],
  ['encryption type', kerberos('as-rep', '    etype: eTYPE-AES256-CTS-HMAC-SHA1-96 (1█8)'), /aes256-cts-hmac-sha1-96/],
  ['encryption type below zero', kerberos('as-req', '    ENCTYPE: eTYPE-ARCFOUR-HMAC-OLD-EXP (-1█35)'), /rc4-hmac-old-exp/],
  ['message type', kerberos('as-req', '    msg-type: krb-as-req (1█0)'), /AS-REQ\*\* · Kerberos message type/],
  ['name type', kerberos('as-req', '    name-type: kRB5-NT-SRV-INST (█2)'), /NT-SRV-INST/],
  ['LDAP result in a row', [reply('bindResponse(8) saslBind█InProgress , NTLMSSP_CHALLENGE', 'LDAP')], /LDAP_SASL_BIND_IN_PROGRESS\*\* · LDAP result[^]*normal step/i],
  ['LDAP result in details', details(tcp, 'Lightweight Directory Access Protocol', '    bindResponse', '        resultCode: invalidCredentials (4█9)'), /LDAP_INVALID_CREDENTIALS/, /ERROR_/],
  ['the reason in a bind error', [reply('bindResponse(5) invalidCredentials (80090308: LdapErr: DSID-0C090400, comment: AcceptSecurityContext error, data 5█2e, v4563)', 'LDAP')], /ERROR_LOGON_FAILURE/],
  ['account control in LDAP', details(tcp, 'Lightweight Directory Access Protocol', '    PartialAttributeList item userAccountControl', '        AttributeValue: 40█96'), /UF_WORKSTATION_TRUST_ACCOUNT/],
  ['encryption types in LDAP', details(tcp, 'Lightweight Directory Access Protocol', '    PartialAttributeList item msDS-SupportedEncryptionTypes', '        AttributeValue: 2█8'), /RC4-HMAC[^]*AES256/],
  ['Netlogon options', rpc('Microsoft Network Logon, NetrServerAuthenticate3', 'Negotiation options: 0x612█fffff'), /NETLOGON_NEG_SUPPORTS_AES[^]*NETLOGON_NEG_AUTHENTICATED_RPC/],
  ['return code of the endpoint mapper', rpc('DCE/RPC Endpoint Mapper, Map', 'Return code: 0x16c9█a0d6'), /ept_s_not_registered\*\* · RPC/],
  ['return code of Netr', rpc('Microsoft Network Logon, NetrServerAuthenticate3', 'Return code: 0xc000█0022'), /STATUS_ACCESS_DENIED\*\* · NTSTATUS/],
  ['return code of Dsr', rpc('Microsoft Network Logon, DsrEnumerateDomainTrusts', 'Return code: 0x000█0054b'), /ERROR_NO_SUCH_DOMAIN\*\* · Win32/],
  ['return code of DRSUAPI', rpc('DRSUAPI, DsCrackNames', 'Return code: WERR_ACCESS_DENIED (0x0000█0005)'), /ERROR_ACCESS_DENIED\*\* · Win32/],
  ['return code of SAMR', rpc('SAMR (pidl), CreateUser2', 'NT Error: STATUS_USER_EXISTS (0xc00█00063)'), /STATUS_USER_EXISTS/],
  ['account control of SAM', rpc('SAMR (pidl), CreateUser2', 'Acct Flags: 0x0000█0080'), /USER_WORKSTATION_TRUST_ACCOUNT/],
  ['a fault', [reply('Fault: call_id: 2, Fragment: Single, Ctx: 1, status: nca_s_fault_access█_denied', 'DCERPC')], /nca_s_fault_access_denied\*\* · RPC/],
  ['authentication', rpc('SAMR (pidl), CreateUser2', 'Auth level: Packet privacy (█6)'), /signed and encrypted/],
  ['a refused encoding', rpc('Bind_ack', 'Ack result: Provider rejection (█2)'), /Normal where another/],
  ['the negotiation goes on', details(tcp, 'SMB2 (Server Message Block Protocol version 2)', '    negResult: accept-incomplete (█1)'), /normal step/],
  // Network Monitor.
  ['the low word', ['10.20.0.10\t10.20.0.7\tSMB2\tSMB2:R  - NT Status: System - Error, Code = (1█87) STATUS_NOT_SUPPORTED  SESSION SETUP (0x1)'], /STATUS_NOT_SUPPORTED\*\* · NTSTATUS[^]*`187` is 0xbb of 0xc00000bb/, /ERROR_SEM/],
  ['the name behind it', ['10.20.0.10\t10.20.0.7\tSMB2\tSMB2:R  - NT Status: System - Error, Code = (187) STATUS_NOT█_SUPPORTED  SESSION SETUP (0x1)'], /0xc00000bb/],
  ['Kerberos error in decimal', ['10.20.0.10\t10.20.0.7\tKerberosV5\tKerberosV5:KRB_ERROR  - KRB_AP_ERR_BAD_INTEGRITY (█31)'], /KRB_AP_ERR_BAD_INTEGRITY\*\* · Kerberos/],
  ['a fault of Network Monitor', ['10.20.0.10\t10.20.0.7\tMSRPC\tMSRPC:c/o Fault:  Call=0x2  Context=0x0  Status=0x█5  Cancels=0x0'], /nca_s_fault_access_denied/],

  // Names.
  ['a protocol', [row('Session Setup Request', 'SM█B2')], /TCP 445/],
  ['a port', [row('49708 → 4█45 [SYN] Seq=0 Win=65535 Len=0 MSS=1460')], /Port 445\. SMB/],
  ['a port by name', [row('49708 → microsoft█-ds [SYN] Seq=0 Win=65535 Len=0 MSS=1460')], /Port 445\. SMB/],
  ['a port of Network Monitor', ['10.20.0.7\t10.20.0.10\tTCP\tTCP:Flags=......S., SrcPort=49300, DstPort=Kerb█eros(88), PayloadLen=0, Seq=1'], /Port 88\. Kerberos/],
  ['flags of Network Monitor', ['10.20.0.7\t10.20.0.10\tTCP\tTCP:Flags=......█S., SrcPort=49300, DstPort=Kerberos(88), PayloadLen=0, Seq=1'], /opens a connection/],
  ['a port in details', details('Transmission Control Protocol, Src Port: 44█5, Dst Port: 49708, Seq: 1'), /Port 445/],
  ['SYN', [row('49708 → 445 [S█YN] Seq=0 Win=65535 Len=0 MSS=1460')], /opens a connection/],
  ['RST', [reply('445 → 49708 [R█ST, ACK] Seq=1 Ack=1 Win=0 Len=0')], /As the answer to a SYN/],
  ['a repeat', [row('[TCP Retrans█mission] 49708 → 445 [SYN] Seq=0 Win=65535 Len=0')], /no confirmation came/],
  ['an SRV name', [row('Standard query 0xa793 SRV _ldap._tcp.dc._msd█cs.alpine.test', 'DNS')], /domain controllers of the domain: the look-up/],
  ['an SRV name of a site', [row('Standard query 0xa793 SRV _ldap._tcp.Bern._sites.dc._msd█cs.alpine.test', 'DNS')], /Only those of the site `Bern`/],
  ['an SRV name by GUID', [row('Standard query 0xa793 SRV _ldap._tcp.0a1b2c3d-34b8-4fb7-85a3-0123456789ab.domains._msd█cs.alpine.test', 'DNS')], /this GUID/],
  ['the PDC', [row('Standard query 0xa793 SRV _ldap._tcp.pdc█._msdcs.alpine.test', 'DNS')], /PDC emulator/],
  ['the global catalog', [row('Standard query 0xa793 SRV _gc._tc█p.alpine.test', 'DNS')], /global catalog/],
  ['the KDC', [row('Standard query 0xa793 SRV _kerberos._ud█p.alpine.test', 'DNS')], /Kerberos tickets/],
  ['a NetBIOS name', [row('Name query NB ALPINE<█1c>', 'NBNS')], /domain controllers of the domain with this NetBIOS name/],
  ['an interface', rpc('Bind', 'UUID: RPC_NETLOGON (12345678-1234-abcd-ef00-0123█4567cffb)'), /Netlogon/],
  ['feature negotiation', [row('Bind: call_id: 2, Fragment: Single, 3 context items: EPMv4 V3.0 (32bit NDR), EPMv4 V3.0 (64bit NDR), EPMv4 V3.0 (6cb71c2c-9812-4540-0300-000█000000000)', 'DCERPC')], /not an interface: the client asks for several .*, and for a connection that stays/],
  ['a function', [row('NetrServerAuth█enticate3 request', 'RPC_NETLOGON')], /secure channel/],
  ['a bind result in a row', [reply('Bind_ack: call_id: 2, Fragment: Single, 3 results: Provider rej█ection, Acceptance, Negotiate ACK', 'DCERPC')], /Normal where another/],
];

for (const [what, lines, says, not] of shown) {
  test(`hover in a trace: ${what}`, () => {
    const hover = traceHoverAt(...lines) ?? 'no hover';
    assert.match(hover, says);
    if (not) assert.doesNotMatch(hover, not);
  });
}

/** Numbers that look like codes and are none. The cursor is over each. */
const silent: readonly (readonly string[])[] = [
  details(udp, 'Domain Name System (response)', '    Transaction ID: 0x█a793'),
  [row('Standard query 0x█0005 A dc1.alpine.test', 'DNS')],
  details(udp).map(line => line.replace('0x1f2a', '0x█1f2a')),
  details(udp).map(line => line.replace('0x2,', '0x█2,')),
  details(udp).map(line => line.replace('0x5a5a', '0x█5a5a')),
  details(tcp, '    Flags: 0x█018 (PSH, ACK)'),
  details(tcp, '    Checksum: 0x█761a [unverified]'),
  details(tcp, '    Sequence Number (raw): 66█6504705'),
  smb2('Session Setup Request (0x01)', 'StructureSize: 0x00█19'),
  smb2('Session Setup Request (0x01)', 'Blob Offset: 0x000000█58'),
  smb2('Session Setup Request (0x01)', 'Previous Session Id: 0x00000000000000█05'),
  smb2('Session Setup Request (0x01)', 'Security Blob […]: 4e544c4d5353500003000000180015█8288e20a00f465'),
  smb2('SMB2 Header', 'Session Id: 0x0000000000000█005'),
  smb2('SMB2 Header', 'Tree Id: 0x0000█0005'),
  smb2('SMB2 Header', 'Message ID: 5█3'),
  ping('Client Site: <Ro█ot>'),
  ping('LM Token: 0x█ffff'),
  ping('messageID: 5█3'),
  rpc('DCE/RPC Endpoint Mapper, Map', 'Referent ID: 0x0000000000000█003'),
  rpc('DRSUAPI, DsCrackNames', 'Max Count: █5'),
  rpc('DRSUAPI, DsCrackNames', 'call_id: █5'),
  [row('49█708 → 445 [SYN] Seq=0 Win=65535 Len=0 MSS=1460')],
  [row('49708 → 445 [SYN] Seq=█5 Win=65535 Len=0 MSS=1460')],
  [row('49708 → 445 [ACK] Seq=1 Ack=4█45 Win=65280 Len=0')],
  [
    row(
      '49708 → 49682 [ACK] Seq=1993 Ack=2113 Win=65280 Len=0█9735, DstPort=49682, PayloadLen=0, Seq=2988619262, Ack=225725553',
    ),
  ],
  [row('Session Setup Response, Error: STATUS_NO█_SUCH_NAME_ANYWHERE', 'SMB2')],
  ['    7   0.012000    10.20.0.7 → 10.20.0.10   TCP 4█45 49708 → 9999 [ACK] Seq=1 Ack=1 Win=1 Len=0'],
];

for (const lines of silent) {
  const line = lines.find(each => each.includes('█'))!;
  test(`no hover in a trace: ${line.trim().slice(-60)}`, () => {
    assert.equal(traceHoverAt(...lines), undefined);
  });
}

const joinRows = [
  '    1   0.000000    10.20.0.7 → 10.20.0.10   TCP 66 49708 → 445 [SYN] Seq=0 Win=65535 Len=0 MSS=1460',
  '    2   0.000300   10.20.0.10 → 10.20.0.7    TCP 66 445 → 49708 [SYN, ACK] Seq=0 Ack=1 Win=65535 Len=0',
  '    3   0.000400    10.20.0.7 → 10.20.0.10   TCP 60 49708 → 445 [ACK] Seq=1 Ack=1 Win=65280 Len=0',
  '    4   0.001000    10.20.0.7 → 10.20.0.10   SMB2 300 Negotiate Protocol Request',
  '    5   0.002000   10.20.0.10 → 10.20.0.7    SMB2 300 Negotiate Protocol Response',
  '    6   0.100000    10.20.0.7 → 10.20.0.10   TCP 66 49709 → 88 [SYN] Seq=0 Win=65535 Len=0 MSS=1460',
  '    7   1.100000    10.20.0.7 → 10.20.0.10   TCP 66 [TCP Retransmission] 49709 → 88 [SYN] Seq=0 Win=65535 Len=0',
  '    8   3.100000    10.20.0.7 → 10.20.0.10   TCP 66 [TCP Retransmission] 49709 → 88 [SYN] Seq=0 Win=65535 Len=0',
];

test('the address of a server shows what is known of its ports', () => {
  const log = traceOf(...joinRows);
  const hover = hoverIn(log, 0, joinRows[0]!.indexOf('10.20.0.10') + 2) ?? '';
  assert.match(hover, /^\*\*`10\.20\.0\.10`\*\*\n\nThe ports of this server/);
  assert.match(hover, /\| 88 TCP \| Kerberos \| unanswered \|/);
  assert.match(hover, /\| 445 TCP \| SMB \| answered \|/);
  assert.match(hover, /Not tried: .*389 TCP/);
  assert.equal(hoverIn(log, 0, joinRows[0]!.indexOf('10.20.0.7') + 2), undefined);
});

test('a click marks what is the same', () => {
  const log = traceOf(...joinRows);
  const lines = (line: number, text: string) => [
    ...new Set(log.occurrencesAt(line, joinRows[line]!.indexOf(text) + 1).map(each => each.line + 1)),
  ];
  assert.deepEqual(lines(0, '49708'), [1, 2, 3]);
  assert.deepEqual(lines(5, '49709'), [6, 7, 8]);
  assert.deepEqual(lines(3, '10.20.0.7'), [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.deepEqual(lines(0, 'Win'), []);
  assert.deepEqual(lines(0, '65535'), []);
});

test('one code in several spellings is marked everywhere', () => {
  const rows = [
    reply('KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED', 'KRB5'),
    '10.20.0.10\t10.20.0.7\tKerberosV5\tKerberosV5:KRB_ERROR  - KDC_ERR_PREAUTH_REQUIRED (25)',
    reply('KRB Error: KRB5KDC_ERR_ETYPE_NOSUPP', 'KRB5'),
  ];
  const found = traceOf(...rows).occurrencesAt(0, rows[0]!.indexOf('KRB5KDC') + 3);
  assert.deepEqual(
    found.map(each => each.line),
    [0, 1],
  );
});

test('a DNS transaction is marked in query and reply', () => {
  const rows = [
    row('Standard query 0xa793 A dc1.alpine.test', 'DNS'),
    reply('Standard query response 0xa793 A dc1.alpine.test A 10.20.0.10', 'DNS'),
    row('Standard query 0xa794 A dc1.alpine.test', 'DNS'),
  ];
  const log = traceOf(...rows);
  assert.deepEqual(
    log.occurrencesAt(0, rows[0]!.indexOf('0xa793') + 1).map(each => each.line),
    [0, 1],
  );
  assert.equal(log.occurrencesAt(0, rows[0]!.indexOf('dc1') + 1).length, 3);
});

test('a hint stands only behind a code that a trace shows as a number', () => {
  const lines = [
    '10.20.0.10\t10.20.0.7\tMSRPC\tMSRPC:c/o Fault:  Call=0x2  Context=0x0  Status=0x5  Cancels=0x0',
    '10.20.0.10\t10.20.0.7\tSMB2\tSMB2:R  - NT Status: System - Error, Code = (187) STATUS_NOT_SUPPORTED  SESSION SETUP (0x1)',
    '10.20.0.10\t10.20.0.7\tKRB5\tKRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED',
  ];
  const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  const hints = inlayHints.handle(traceOf(...lines), { textDocument, range }, context) ?? [];
  assert.deepEqual(
    hints.map(({ position, label }) => `${position.line} ${label}`),
    ['0 nca_s_fault_access_denied'],
  );
});

test('no place of a trace makes a hover fail, and no hover of a trace is about an operation of a log', () => {
  const lines = shown.flatMap(([, each]) => each.map(line => line.replace('█', '')));
  const log = traceOf(...lines, ...silent.flat().map(line => line.replace('█', '').slice(0, 50)));
  for (let line = 0; line < log.lines.count; line++) {
    for (let column = 0; column <= log.lines.at(line).length; column += 5) {
      assert.doesNotMatch(hoverIn(log, line, column) ?? '', /undefined|NetpDo/);
      log.occurrencesAt(line, column);
    }
  }
});

test('an address with its port, as pktmon prints it: the address tells of the server, the port of itself', () => {
  const packet = (from: string, to: string) => [
    '[00]49DC.4A38::2026-08-17 15:52:24.345685300 [Microsoft-Windows-PktMon] PktGroupId 556, PktNumber 1, Appearance 1, Direction Tx , Type Ethernet , Component 30, Filter 1, OriginalSize 66, LoggedSize 66 ',
    `\t00-15-5D-00-07-01 > 00-15-5D-00-07-02, ethertype IPv4 (0x0800), length 66: ${from}.50001 > ${to}.445: Flags [S], seq 1, win 64240, length 0`,
  ];
  for (const [from, to] of [
    ['10.20.0.7', '10.20.0.5'],
    ['2001:db8::7', '2001:db8::5'],
  ] as const) {
    const lines = packet(from, to).map(line =>
      to.includes(':') ? line.replace('IPv4 (0x0800)', 'IPv6 (0x86dd)') : line,
    );
    const log = traceOf(...lines);
    const column = lines[1]!.indexOf(`${to}.445`);
    const address = log.nameAt(1, column + 2);
    assert.match(address?.about ?? '', /The ports of this server/, to);
    assert.match(address?.about ?? '', /445 TCP/);
    assert.deepEqual([address?.start, address?.end], [column, column + to.length]);
    assert.match(log.nameAt(1, column + to.length + 2)?.about ?? '', /^Port 445\./);
  }
});
