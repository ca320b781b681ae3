// What a frame says: one line of the Info column for each protocol and each tool's spelling, and what is read from it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Frame, Lines } from '../../server/src/model';
import { messageOf } from '../../server/src/formats/trace/messages';
import type { Message } from '../../server/src/formats/trace/messages/message';

const none: Lines = { count: 0, at: () => '' };

function frame(protocol: string, message: string, more: Partial<Frame> = {}): Frame {
  return {
    line: 0,
    endLine: 0,
    time: undefined,
    hasYear: false,
    thread: undefined,
    start: 0,
    message,
    function: undefined,
    isSeparator: false,
    parameters: [],
    dialect: 'tsharkSummary',
    number: undefined,
    source: '192.0.2.7',
    destination: '192.0.2.1',
    sourcePort: undefined,
    destinationPort: undefined,
    protocol,
    details: undefined,
    isPrintedAgain: false,
    ...more,
  };
}

const read = (protocol: string, info: string) => messageOf(frame(protocol, info), none);

/** What a message says, in a few words: "reply dns #0xa793 SRV _ldap…: DNS 3 NXDOMAIN". */
function said({ kind, service, isRpc, id, operation, code, codeText, login, isSealed }: Message): string {
  return [
    kind,
    service ?? (isRpc ? 'rpc' : '-'),
    id === undefined ? '' : `#${id}`,
    operation,
    code ? `= ${code.space} ${code.value} ${code.name}` : '',
    codeText === undefined ? '' : `= "${codeText}"`,
    login === undefined ? '' : `(${login})`,
    isSealed ? '(sealed)' : '',
  ]
    .filter(each => each !== '')
    .join(' ');
}

// prettier-ignore
const rows: readonly (readonly [protocol: string, info: string, said: string])[] = [
  // DNS
  ['DNS', 'DNS:QueryId = 0xCDEC, QUERY (Standard query), Response - Success, ', 'reply dns #0xcdec'],
  ['DNS', 'Standard query 0xa793 SRV _ldap._tcp.dc._msdcs.alpine.test', 'request dns #0xa793 SRV _ldap._tcp.dc._msdcs.alpine.test'],
  ['DNS', 'Standard query response 0xa793 SRV _ldap._tcp.dc._msdcs.alpine.test SRV 0 100 389 dc1.alpine.test A 192.0.2.1', 'reply dns #0xa793 SRV _ldap._tcp.dc._msdcs.alpine.test'],
  ['DNS', 'Standard query response 0x0001 No such name SRV _ldap._tcp.dc._msdcs.alpine.test SOA ns.alpine.test', 'reply dns #0x0001 SRV _ldap._tcp.dc._msdcs.alpine.test = dns 3 NXDOMAIN'],
  ['DNS', 'Standard query response 0x0001 Server failure A dc1.alpine.test', 'reply dns #0x0001 A dc1.alpine.test = dns 2 SERVFAIL'],
  ['DNS', 'Standard query response 0x0001 Refused A dc1.alpine.test', 'reply dns #0x0001 A dc1.alpine.test = dns 5 REFUSED'],
  ['DNS', 'Dynamic update 0x1c2d SOA alpine.test CNAME ANY A 192.0.2.7', 'request dnsUpdate #0x1c2d update alpine.test'],
  ['DNS', 'Dynamic update response 0x1c2d Refused SOA alpine.test CNAME ANY A 192.0.2.7', 'reply dnsUpdate #0x1c2d update alpine.test = dns 5 REFUSED'],
  ['DNS', 'Dynamic update response 0x1c2d RRset does not exist SOA alpine.test', 'reply dnsUpdate #0x1c2d update alpine.test = dns 8 NXRRSET'],
  ['DNS', 'Standard query 0x77aa TKEY 1234-ms-7.1-2 TKEY', 'request dnsUpdate #0x77aa TKEY 1234-ms-7.1-2'],
  ['DNS', 'DNS:QueryId = 0x3A4B, QUERY (Standard query), Query  for dc1.alpine.test of type Host Addr on class Internet', 'request dns #0x3a4b A dc1.alpine.test'],
  ['DNS', 'DNS:QueryId = 0x3A4B, QUERY (Standard query), Response - Name Error', 'reply dns #0x3a4b = dns 3 NXDOMAIN'],
  ['DNS', 'DNS:QueryId = 0x3A4B, QUERY (Standard query), Response - Success, 33, 0', 'reply dns #0x3a4b'],
  ['MDNS', 'Standard query 0x0000 A wks07.local, "QM" question', 'request - #0x0000 A wks07.local'],
  // LDAP ping
  ['CLDAP', 'searchRequest(58084) "<ROOT>" baseObject', 'request ldapPing #58084 search "<ROOT>"'],
  ['CLDAP', 'searchResEntry(58084) "<ROOT>" searchResDone(58084) success  [1 result]', 'reply ldapPing #58084 search "<ROOT>"'],
  ['LDAP', 'LDAP:(CLDAP)Search Request, MessageID: 3, BaseObject: NULL, SearchScope: base Object', 'request ldapPing #3 search "<ROOT>"'],
  ['LDAPMessage', 'LDAPMessage:Search Request, MessageID: 7, BaseObject: NULL, SearchScope: base Object, SearchAlias: neverDerefAliases {UDP:9, IPv4:3}', 'request ldapPing #7 search "<ROOT>"'],
  ['NetLogon', 'NetLogon:LogonSAMLogonResponseEX (SAM Response to SAM logon request): 23 (0x17)', 'reply ldapPing search "<ROOT>"'],
  // LDAP
  ['LDAPMessage', 'LDAPMessage:(CLDAP)Search Request, MessageID: 3, BaseObject: NULL, SearchScope: base Object', 'request ldapPing #3 search "<ROOT>"'],
  ['LDAPMessage', 'LDAPMessage:Bind Response, MessageID: 8, Status: Success', 'reply ldap #8 bind'],
  ['LDAPSASLBuffer', 'LDAPSASLBuffer:BufferLength=119, AuthMechanism: GSS-SPNEGO', 'data ldap (sealed)'],
  ['LDAP', 'searchRequest(6) "<ROOT>" baseObject', 'request ldap #6 search "<ROOT>"'],
  ['LDAP', 'searchResEntry(6) "<ROOT>"  | searchResDone(6) success  [1 result]', 'reply ldap #6 search "<ROOT>"'],
  ['LDAP', 'searchResEntry(6) "CN=WKS07,CN=Computers,DC=alpine,DC=test"', 'reply ldap #6 search'],
  ['LDAP', 'bindRequest(8) "<ROOT>" , NTLMSSP_NEGOTIATEsasl', 'request ldap #8 bind NTLM (ntlmNegotiate)'],
  ['LDAP', 'bindResponse(8) saslBindInProgress , NTLMSSP_CHALLENGE', 'reply ldap #8 bind NTLM = ldap 14 LDAP_SASL_BIND_IN_PROGRESS (ntlmChallenge)'],
  ['LDAP', 'bindRequest(9) "<ROOT>" , NTLMSSP_AUTH, User: alpine\\joiner sasl', 'request ldap #9 bind NTLM (ntlmAuthenticate)'],
  ['LDAP', 'bindResponse(9) success', 'reply ldap #9 bind'],
  ['LDAP', 'bindResponse(9) strongAuthRequired (00002028: LdapErr: DSID-0C090259, comment: The server requires binds to turn on integrity checking)', 'reply ldap #9 bind = ldap 8 LDAP_STRONG_AUTH_REQUIRED'],
  ['LDAP', 'searchResDone(4) noSuchObject (0000208D: NameErr: DSID-03100241, problem 2001 (NO_OBJECT), data 0)  [0 results]', 'reply ldap #4 search = ldap 32 LDAP_NO_SUCH_OBJECT'],
  ['LDAP', 'modifyResponse(12) insufficientAccessRights', 'reply ldap #12 modify = ldap 50 LDAP_INSUFFICIENT_RIGHTS'],
  ['LDAP', 'addResponse(12) entryAlreadyExists', 'reply ldap #12 add = ldap 68 LDAP_ALREADY_EXISTS'],
  ['LDAP', 'modifyResponse(12) somethingNew', 'reply ldap #12 modify = "somethingNew"'],
  ['LDAP', 'unbindRequest(20)', 'data ldap #20 unbind'],
  ['LDAP', 'extendedReq(1) LDAP_START_TLS_OID', 'request ldap #1 StartTLS'],
  ['LDAP', 'SASL GSS-API Privacy: payload (144 bytes)', 'data ldap (sealed)'],
  ['LDAP', 'SASL GSS-API Integrity: searchResEntry(4) "<ROOT>" searchResDone(4) success  [2 results]', 'reply ldap #4 search "<ROOT>"'],
  ['LDAP', 'LDAP:Bind Response, MessageID: 8, Status: Sasl Bind In Progress', 'reply ldap #8 bind = ldap 14 LDAP_SASL_BIND_IN_PROGRESS'],
  // Kerberos
  ['KRB5', 'AS-REQ', 'request kerberos AS-REQ'],
  ['KRB5', 'TGS-REP', 'reply kerberos TGS-REQ'],
  ['KRB5', 'KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED', 'reply kerberos = krb5 25 KDC_ERR_PREAUTH_REQUIRED'],
  ['KRBS', 'KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED', 'reply kerberos = krb5 25 KDC_ERR_PREAUTH_REQUIRED'],
  ['KRB5', 'KRB Error: KRB5KRB_AP_ERR_SKEW', 'reply kerberos = krb5 37 KRB_AP_ERR_SKEW'],
  ['KRB5', 'KRB Error: KRB5KRB_ERR_RESPONSE_TOO_BIG', 'reply kerberos = krb5 52 KRB_ERR_RESPONSE_TOO_BIG'],
  ['KRB5', 'KRB Error: KRB5KDC_ERR_BADOPTION NT Status: STATUS_NOT_SUPPORTED', 'reply kerberos = krb5 13 KDC_ERR_BADOPTION'],
  ['KRB5', 'KRB Error: eRR-PREAUTH-FAILED', 'reply kerberos = krb5 24 KDC_ERR_PREAUTH_FAILED'],
  ['KRB5', 'KRB Error: KRB5KDC_ERR_OF_TOMORROW', 'reply kerberos = "KRB5KDC_ERR_OF_TOMORROW"'],
  ['KerberosV5', 'KerberosV5:AS Request Cname: WKS07$ Realm: ALPINE.TEST Sname: krbtgt/ALPINE.TEST {UDP:3, IPv4:1}', 'request kerberos AS-REQ'],
  ['KerberosV5', 'KerberosV5:TGS Request Realm: ALPINE.TEST Sname: cifs/dc1.alpine.test {TCP:36, IPv4:35}', 'request kerberos TGS-REQ cifs/dc1.alpine.test'],
  ['KerberosV5', 'KerberosV5:TGS Response Cname: joiner', 'reply kerberos TGS-REQ'],
  ['KerberosV5', 'KerberosV5:KRB_ERROR  - KDC_ERR_PREAUTH_FAILED (24) {TCP:376, IPv4:7}', 'reply kerberos = krb5 24 KDC_ERR_PREAUTH_FAILED'],
  ['KerberosV5', 'KRB_ERROR - KRB_AP_ERR_BAD_INTEGRITY (31)', 'reply kerberos = krb5 31 KRB_AP_ERR_BAD_INTEGRITY'],
  ['KPASSWD', 'Request', 'request kpasswd set password'],
  ['KPASSWD', 'Reply', 'reply kpasswd set password'],
  // SMB
  ['SMB', 'Negotiate Protocol Request', 'request smb Negotiate Protocol'],
  ['SMB2', 'Session Setup Request, NTLMSSP_NEGOTIATE', 'request smb Session Setup (ntlmNegotiate)'],
  ['SMB2', 'Session Setup Response, Error: STATUS_MORE_PROCESSING_REQUIRED, NTLMSSP_CHALLENGE', 'reply smb Session Setup = ntstatus 3221225494 STATUS_MORE_PROCESSING_REQUIRED (ntlmChallenge)'],
  ['SMB2', 'Session Setup Response, Error: STATUS_LOGON_FAILURE', 'reply smb Session Setup = ntstatus 3221225581 STATUS_LOGON_FAILURE'],
  ['SMB2', 'Session Setup Response, Error: STATUS_OF_TOMORROW', 'reply smb Session Setup = "STATUS_OF_TOMORROW"'],
  ['SMB', 'Session Setup AndX Response, NTLMSSP_CHALLENGE, Error: STATUS_MORE_PROCESSING_REQUIRED', 'reply smb Session Setup = ntstatus 3221225494 STATUS_MORE_PROCESSING_REQUIRED (ntlmChallenge)'],
  ['SMB2', 'Tree Connect Request Tree: \\\\dc1.alpine.test\\IPC$', 'request smb Tree Connect \\\\dc1.alpine.test\\IPC$'],
  ['SMB2', "Tree Connect Request, Tree: '\\\\DC1\\IPC$'", 'request smb Tree Connect \\\\DC1\\IPC$'],
  ['SMB2', 'Create Request File: netlogon', 'request smb Create netlogon'],
  ['SMB2', 'Create Request File: ;GetInfo Request FILE_INFO/SMB2_FILE_ALL_INFO File: ;Close Request File: ', 'request smb Create'],
  ['SMB2', 'Ioctl Request FSCTL_VALIDATE_NEGOTIATE_INFO', 'request smb Ioctl FSCTL_VALIDATE_NEGOTIATE_INFO'],
  ['SMB2', 'Encrypted SMB3', 'data - (sealed)'],
  ['SMB2', '[TCP Previous segment not captured] Session Setup Response', 'reply smb Session Setup'],
  ['SMB2', 'SMB2:C   SESSION SETUP (0x1)', 'request smb Session Setup'],
  ['SMB2', 'SMB2:R  - NT Status: System - Error, Code = (187) STATUS_NOT_SUPPORTED  SESSION SETUP (0x1)', 'reply smb Session Setup = ntstatus 3221225659 STATUS_NOT_SUPPORTED'],
  ['SMB2', 'SMB2:R  - NT Status: System - Error, Code = (22) SESSION SETUP (0x1)', 'reply smb Session Setup = ntstatus 3221225494 STATUS_MORE_PROCESSING_REQUIRED'],
  ['SMB', 'SMB:C; Negotiate, Dialect = NT LM 0.12, SMB 2.002, SMB 2.???', 'request smb Negotiate Protocol'],
  // RPC
  ['DCERPC', 'Bind: call_id: 2, Fragment: Single, 3 context items: RPC_NETLOGON V1.0 (32bit NDR), RPC_NETLOGON V1.0 (64bit NDR), RPC_NETLOGON V1.0 (6cb71c2c-9812-4540-0300-000000000000)', 'request netlogon #2 Bind'],
  ['DCERPC', 'Bind: call_id: 2, Fragment: Single, 1 context items: EPMv4 V3.0 (32bit NDR)', 'request endpointMapper #2 Bind'],
  ['DCERPC', 'Bind: call_id: 2, Fragment: Single, 1 context items: WKSSVC V1.0 (32bit NDR)', 'request rpc #2 Bind'],
  ['DCERPC', 'Bind_ack: call_id: 2, Fragment: Single, max_xmit: 5840 max_recv: 5840, 3 results: Provider rejection, Acceptance, Negotiate ACK', 'reply rpc #2 Bind'],
  ['DCERPC', 'Bind_ack: call_id: 2, Fragment: Single, max_xmit: 5840 max_recv: 5840, 2 results: Provider rejection, Negotiate ACK', 'reply rpc #2 Bind = "Provider rejection"'],
  ['DCERPC', 'Bind_nak: call_id: 2, Fragment: Single, reason: Authentication type not recognized (8)', 'reply rpc #2 Bind = "Authentication type not recognized (8)"'],
  ['DCERPC', 'Alter_context: call_id: 4, Fragment: Single, 1 context items: DRSUAPI V4.0 (64bit NDR)', 'request drsuapi #4 Alter_context'],
  ['DCERPC', 'AUTH3: call_id: 2, Fragment: Single, NTLMSSP_AUTH, User: alpine\\joiner', 'data rpc #2 (ntlmAuthenticate)'],
  ['DCERPC', 'Fault: call_id: 2, Fragment: Single, Ctx: 0, status: nca_s_fault_access_denied', 'reply rpc #2 = win32 5 ERROR_ACCESS_DENIED'],
  ['DCERPC', 'Fault: call_id: 3, Fragment: Single, Ctx: 1, status: nca_s_fault_of_tomorrow', 'reply rpc #3 = "nca_s_fault_of_tomorrow"'],
  ['DCERPC', 'Fault: call_id: 3, Fragment: Single, Ctx: 1, status: nca_s_fault_unspec', 'reply rpc #3 = rpc 469762066 nca_s_fault_unspec'],
  ['MSRPC', 'MSRPC:c/o Fault:  Call=0x2  Context=0x0  Status=0x5  Cancels=0x0  0x5 Access Denied', 'reply rpc #2 = win32 5 ERROR_ACCESS_DENIED'],
  ['MSRPC', 'MSRPC:c/o Bind:  EPT(EPMP) UUID{E1AF8308-5D1F-11C9-91A4-08002B14A0FA} Call=0x2  Assoc Grp=0x0  Xmit=0x16D0  Recv=0x16D0', 'request endpointMapper #2 Bind'],
  ['EPM', 'Map request, DRSUAPI, 32bit NDR', 'request endpointMapper Map DRSUAPI'],
  ['EPM', 'Map response, DRSUAPI, 32bit NDR, DRSUAPI, 32bit NDR', 'reply endpointMapper Map DRSUAPI'],
  ['DRSUAPI', 'DsCrackNames request', 'request drsuapi DsCrackNames'],
  ['DRSUAPI', 'DsBind response, WERR_ACCESS_DENIED', 'reply drsuapi DsBind = win32 5 ERROR_ACCESS_DENIED'],
  ['RPC_NETLOGON', 'NetrServerReqChallenge request, WKS07', 'request netlogon NetrServerReqChallenge'],
  ['RPC_NETLOGON', 'NetrServerAuthenticate3 response, STATUS_ACCESS_DENIED', 'reply netlogon NetrServerAuthenticate3 = ntstatus 3221225506 STATUS_ACCESS_DENIED'],
  ['NRPC', 'NRPC:NetrServerAuthenticate3 Request, AccountName = WKS07$', 'request netlogon NetrServerAuthenticate3'],
  ['SAMR', 'CreateUser2 response, STATUS_ACCESS_DENIED, Error: STATUS_ACCESS_DENIED', 'reply samr CreateUser2 = ntstatus 3221225506 STATUS_ACCESS_DENIED'],
  ['SAMR', 'CreateUser2 response, NT_STATUS_USER_EXISTS', 'reply samr CreateUser2 = ntstatus 3221225571 STATUS_USER_EXISTS'],
  ['LSARPC', 'lsa_OpenPolicy request', 'request lsarpc lsa_OpenPolicy'],
  ['WKSSVC', 'NetWkstaGetInfo response', 'reply rpc NetWkstaGetInfo'],
  // NetBIOS
  ['NBNS', 'Name query NB ALPINE<1c>', 'request netbios Name query ALPINE<1c>'],
  ['NBNS', 'Name query response NB 192.0.2.1', 'reply netbios Name query'],
  ['NBNS', 'Name query response, Requested name does not exist', 'reply netbios Name query = "Requested name does not exist"'],
  ['NBSS', 'Session request, to DC1<20> from WKS07<00>', 'request smb NetBIOS session'],
  ['NBSS', 'Positive session response', 'reply smb NetBIOS session'],
  ['NBSS', 'Negative session response, Called name not present', 'reply smb NetBIOS session = "Called name not present"'],
  ['NBSS', 'NBSS Continuation Message', 'data -'],
  ['BROWSER', 'Host Announcement WKS07, Workstation, Server', 'data -'],
  // Nothing is known of these.
  ['HTTP', 'GET /certsrv HTTP/1.1', 'data -'],
  ['DNS', 'Unknown operation (11) 0x4654[Malformed Packet]', 'data -'],
  ['KerberosV5', 'KerberosV5:     {TCP:267, IPv4:5}', 'data -'],
];

test('each protocol, in the words of each tool', () => {
  for (const [protocol, info, expected] of rows) assert.equal(said(read(protocol, info)), expected, info);
});

/** A segment in a few words: "49708 → 445 SYN seq 0 len 0". */
function segmentText({ kind, sourcePort, destinationPort, segment }: Message): string {
  if (!segment) return `${kind} ${sourcePort} → ${destinationPort}`;
  const { syn, ack, fin, rst, sequence, acknowledged, length, isRepeat } = segment;
  const flags = [syn && 'SYN', fin && 'FIN', rst && 'RST', ack && 'ACK', isRepeat && 'again'].filter(Boolean);
  return `${kind} ${sourcePort} → ${destinationPort} ${flags.join(' ')} ${sequence}/${acknowledged} ${length}`;
}

// prettier-ignore
const segments: readonly (readonly [protocol: string, info: string, said: string])[] = [
  ['TCP', '49708 → 445 [SYN] Seq=0 Win=65535 Len=0 MSS=1460', 'segment 49708 → 445 SYN 0/undefined 0'],
  ['TCP', '49708 -> 445 [FIN, ACK] Seq=12 Ack=30 Win=65535 Len=0', 'segment 49708 → 445 FIN ACK 12/30 0'],
  ['TCP', 'kerberos > 49744 [SYN, ACK] Seq=0 Ack=1 Win=65535 Len=0', 'segment 88 → 49744 SYN ACK 0/1 0'],
  ['TCP', 'microsoft-ds(445) → 49744 [RST, ACK] Seq=1 Ack=1 Win=0 Len=0', 'segment 445 → 49744 RST ACK 1/1 0'],
  ['TCP', '[TCP Retransmission] 49712 → ldap [SYN] Seq=0 Win=65535 Len=0', 'segment 49712 → 389 SYN again 0/undefined 0'],
  ['TCP', '[TCP Keep-Alive] 49712 → 389 [ACK] Seq=0 Ack=1 Win=65535 Len=1', 'segment 49712 → 389 ACK 0/1 1'],
  ['TCP', '[TCP Dup ACK 5#1] 389 → 49712 [ACK] Seq=1 Ack=1 Win=65535 Len=0', 'segment 389 → 49712 ACK 1/1 0'],
  ['TCP', '389 → 49709 [ACK] Seq=1 Ack=351 Win=2097664 Len=1460 [TCP PDU reassembled in 162]', 'data 389 → 49709 ACK 1/351 1460'],
  ['TCP', '[TCP segment of a reassembled PDU]', 'data undefined → undefined  undefined/undefined undefined'],
  ['KRB5', '[TCP Fast Retransmission] AS-REQ', 'request undefined → undefined again undefined/undefined undefined'],
  ['TCP', 'TCP:Flags=......S., SrcPort=59259, DstPort=Kerberos(88), PayloadLen=0, Seq=1299628969, Ack=0, Win=8192', 'segment 59259 → 88 SYN 1299628969/0 0'],
  ['TCP', 'TCP:[SynReTransmit #177]Flags=CE....S., SrcPort=49300, DstPort=LDAP(389), PayloadLen=0, Seq=3537217409, Ack=0', 'segment 49300 → 389 SYN again 3537217409/0 0'],
  ['TCP', 'TCP:[ReTransmit #1539]Flags=...A...., SrcPort=59259, DstPort=Kerberos(88), PayloadLen=1460, Seq=10 - 1470, Ack=5', 'segment 59259 → 88 ACK again 10/5 1460'],
  ['TCP', 'TCP:[Continuation to #0]Flags=...AP..., SrcPort=59259, DstPort=Kerberos(88), PayloadLen=536, Seq=10 - 546, Ack=5', 'data 59259 → 88 ACK 10/5 536'],
  ['TCP', 'TCP: [Bad CheckSum]Flags=...A..S., SrcPort=Microsoft-DS(445), DstPort=59729, PayloadLen=0, Seq=347025249, Ack=2963325843', 'segment 445 → 59729 SYN ACK 347025249/2963325843 0'],
  // A row that was torn and glued to another one: only what is whole.
  ['TCP', '49735 → 49682 [ACK] Seq=1993 Ack=2113 Win=65280 Len=09735, DstPort=49682, PayloadLen=0, Seq=2988619262, Ack=225725553', 'segment 49735 → 49682 ACK 1993/2113 undefined'],
  ['TCP', '49735 → 49682 [ACK] Seq=19', 'segment 49735 → 49682 ACK 19/undefined undefined'],
  ['TCP', 'Continuation', 'data undefined → undefined'],
  ['TCP', '49708→445 [SYN] Seq=0 Win=8192 Len=0 MSS=1460 WS=256 SACK_PERM=1', 'segment 49708 → 445 SYN 0/undefined 0'],
  ['TCP', 'microsoft-ds->49708 [RST, ACK] Seq=1 Ack=1 Win=0 Len=0', 'segment 445 → 49708 RST ACK 1/1 0'],
  ['UDP', '53141 → 389 Len=120', 'data 53141 → 389'],
  ['UDP', 'UDP:SrcPort = 53141, DstPort = LDAP(389), Length = 120', 'data 53141 → 389'],
];

test('TCP and UDP rows of each tool', () => {
  for (const [protocol, info, expected] of segments) {
    assert.equal(segmentText(read(protocol, info)), expected, info);
  }
});

test('rows of pktmon', () => {
  const pktmon = (info: string) => messageOf(frame('', info, { dialect: 'pktmon' }), none);
  assert.equal(
    segmentText(pktmon('192.0.2.10.65375 > 192.0.2.1.445: Flags [S], seq 1612461100, win 65535, length 0')),
    'segment 65375 → 445 SYN 1612461100/undefined 0',
  );
  assert.equal(
    segmentText(
      pktmon('2001:db8::10.65375 > 2001:db8::1.88: Flags [P.], seq 1:301, ack 7, win 512, length 300'),
    ),
    'segment 65375 → 88 ACK 1/7 300',
  );
  assert.equal(
    segmentText(pktmon('Flags [R.], seq 0, ack 1, win 0, length 0')),
    'segment undefined → undefined RST ACK 0/1 0',
  );
  assert.equal(
    said(pktmon('192.0.2.10.56236 > 192.0.2.1.53: 41239+ SRV? _ldap._tcp.dc._msdcs.alpine.test. (53)')),
    'request dns #0xa117 SRV _ldap._tcp.dc._msdcs.alpine.test',
  );
  assert.equal(
    said(pktmon('192.0.2.1.53 > 192.0.2.10.56236: 41239 NXDomain 0/1/0 (100)')),
    'reply dns #0xa117 = dns 3 NXDOMAIN',
  );
  const found = pktmon('192.0.2.1.53 > 192.0.2.10.56236: 41239* 1/0/1 SRV dc1.alpine.test.:389 0 100 (120)');
  assert.deepEqual(found.answers, [{ type: 'SRV', name: undefined, value: 'dc1.alpine.test', port: 389 }]);
  const ping = pktmon('192.0.2.10.57605 > 192.0.2.1.389: UDP, length 120');
  assert.deepEqual([ping.kind, ping.transport, ping.destinationPort], ['data', 'udp', 389]);
});

test('records of a DNS reply: the name of an address only where it is certain', () => {
  const answers = (info: string) =>
    read('DNS', info).answers.map(({ type, name, value, port }) =>
      `${name} ${type} ${value} ${port ?? ''}`.trim(),
    );
  assert.deepEqual(answers('Standard query response 0x1 A dc1.alpine.test A 192.0.2.1'), [
    'dc1.alpine.test A 192.0.2.1',
  ]);
  assert.deepEqual(
    answers(
      'Standard query response 0x1 SRV _ldap._tcp.alpine.test SRV 0 100 389 dc1.alpine.test A 192.0.2.1',
    ),
    ['_ldap._tcp.alpine.test SRV dc1.alpine.test 389', 'dc1.alpine.test A 192.0.2.1'],
  );
  assert.deepEqual(
    answers(
      'Standard query response 0x1 SRV _ldap._tcp.alpine.test SRV 0 100 389 dc1.alpine.test SRV 0 100 389 dc2.alpine.test A 192.0.2.2',
    ),
    [
      '_ldap._tcp.alpine.test SRV dc1.alpine.test 389',
      '_ldap._tcp.alpine.test SRV dc2.alpine.test 389',
      'undefined A 192.0.2.2',
    ],
  );
});

test('a second code in the text of an LDAP error', () => {
  const code = (info: string) => read('LDAP', info).subcode;
  const bind =
    'bindResponse(9) invalidCredentials (80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 52e, v3839)';
  assert.deepEqual(code(bind), { value: 0x52e, space: 'win32', name: 'ERROR_LOGON_FAILURE' });
  const quota =
    'addResponse(7) unwillingToPerform (0000216D: SvcErr: DSID-031A124C, problem 5003 (WILL_NOT_PERFORM), data 0)';
  assert.deepEqual(code(quota), {
    value: 0x216d,
    space: 'win32',
    name: 'ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED',
  });
  assert.equal(code('bindResponse(9) invalidCredentials'), undefined);
});

test('ports that the endpoint mapper names, and what ICMP could not deliver', () => {
  const map = read(
    'EPM',
    'EPM:Response: ept_map: NDR, DRSR(DRSR) {E3514235-4B06-11D1-AB04-00C04FC2DCD2} v4.0, RPC v5, 192.0.2.1:49155 (0xC003) [49155]',
  );
  assert.deepEqual(map.mapped, [49155]);
  assert.equal(read('ICMP', 'Destination unreachable (Port unreachable)').unreachable, 'Port unreachable');
  assert.equal(read('ICMP', 'Destination unreachable (Port unreachable)').kind, 'unreachable');
  assert.equal(read('ICMP', 'Destination unreachable (Fragmentation needed)').kind, 'data');
  assert.equal(read('ICMP', 'Echo (ping) request  id=0x0001, seq=1/256, ttl=128').kind, 'data');
});

/** A frame of which the trace has the details, with or without a row. */
function withDetails(details: string, protocol = '', info = ''): Message {
  const lines = details.split('\n');
  const text: Lines = { count: lines.length, at: line => lines[line] ?? '' };
  return messageOf(frame(protocol, info, { details: [0, lines.length - 1] }), text);
}

test('details without a row: DNS, SMB, Kerberos, LDAP', () => {
  const dns = withDetails(`User Datagram Protocol, Src Port: 53, Dst Port: 53141
Domain Name System (response)
    Transaction ID: 0xA793
    Flags: 0x8583 Standard query response, No such name
        .... .... .... 0011 = Reply code: No such name (3)
    Queries
        _ldap._tcp.dc._msdcs.alpine.test: type SRV, class IN`);
  assert.equal(said(dns), 'reply dns #0xa793 SRV _ldap._tcp.dc._msdcs.alpine.test = dns 3 NXDOMAIN');
  assert.deepEqual([dns.transport, dns.sourcePort, dns.destinationPort], ['udp', 53, 53141]);

  const smb =
    withDetails(`Transmission Control Protocol, Src Port: 445, Dst Port: 49708, Seq: 598, Ack: 1007, Len: 77
    Flags: 0x018 (PSH, ACK)
NetBIOS Session Service
SMB2 (Server Message Block Protocol version 2)
    SMB2 Header
        NT Status: STATUS_LOGON_FAILURE (0xc000006d)
        Command: Session Setup (1)
        Flags: 0x00000011, Response, Priority
        Message ID: 2
    Session Setup Response (0x01)`);
  assert.equal(said(smb), 'reply smb #2 Session Setup = ntstatus 3221225581 STATUS_LOGON_FAILURE');
  assert.equal(segmentText(smb), 'reply 445 → 49708 ACK 598/1007 77');

  const kerberos = withDetails(`Kerberos
    krb-error
        pvno: 5
        msg-type: krb-error (30)
        error-code: eRR-PREAUTH-REQUIRED (25)`);
  assert.equal(said(kerberos), 'reply kerberos = krb5 25 KDC_ERR_PREAUTH_REQUIRED');
  const ticket = withDetails(`Kerberos
    tgs-req
        msg-type: krb-tgs-req (12)
        padata: 1 item
            ap-req
                sname
                    sname-string: 2 items
                        SNameString: krbtgt
        req-body
            sname
                name-type: kRB5-NT-SRV-INST (2)
                sname-string: 2 items
                    SNameString: cifs
                    SNameString: dc1.alpine.test`);
  assert.equal(said(ticket), 'request kerberos TGS-REQ cifs/dc1.alpine.test');

  const bind = withDetails(`Lightweight Directory Access Protocol
    LDAPMessage bindResponse(9) invalidCredentials (80090308: LdapErr: DSID-0C09044E, …
        messageID: 9
        protocolOp: bindResponse (1)
            bindResponse
                resultCode: invalidCredentials (49)
                errorMessage: 80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 52e, v3839`);
  assert.equal(said(bind), 'reply ldap #9 bind = ldap 49 LDAP_INVALID_CREDENTIALS');
  assert.equal(bind.subcode?.name, 'ERROR_LOGON_FAILURE');
  const sealed = withDetails(`Lightweight Directory Access Protocol
    SASL Buffer Length: 144
    SASL Buffer`);
  assert.equal(said(sealed), 'data - (sealed)');
});

test('details without a row: RPC, ICMP, an LDAP ping', () => {
  const rpc = (type: string, below: string) =>
    withDetails(`Transmission Control Protocol, Src Port: 49671, Dst Port: 49711, Seq: 1, Ack: 1, Len: 60
Distributed Computing Environment / Remote Procedure Call (DCE/RPC) ${type}, Fragment: Single, FragLen: 44, Call: 2, Ctx: 0
${below}`);
  const refused = rpc(
    'Response',
    `Microsoft Network Logon, NetrServerAuthenticate3
    Operation: NetrServerAuthenticate3 (26)
    Return code: STATUS_ACCESS_DENIED (0xc0000022)`,
  );
  assert.equal(
    said(refused),
    'reply netlogon #2 NetrServerAuthenticate3 = ntstatus 3221225506 STATUS_ACCESS_DENIED',
  );
  const fault = rpc('Fault', '    Status: nca_s_fault_access_denied (0x00000005)');
  assert.equal(said(fault), 'reply rpc #2 = win32 5 ERROR_ACCESS_DENIED');
  const bound = rpc('Bind', '    Ctx Item[1]: Context ID:0, DRSUAPI, 32bit NDR');
  assert.equal(said(bound), 'request drsuapi #2 Bind');
  const map = rpc(
    'Response',
    `DCE/RPC Endpoint Mapper, Map
    Operation: Map (3)
    Tower pointer:
        Floor 1 UUID: DRSUAPI
        Floor 4 TCP Port:49671
    Tower pointer:
        Floor 1 UUID: DRSUAPI
        Floor 4 TCP Port:49664
    Return code: 0x00000000`,
  );
  assert.equal(said(map), 'reply endpointMapper #2 Map DRSUAPI');
  assert.deepEqual(map.mapped, [49671, 49664]);

  const icmp = withDetails(
    `Internet Protocol Version 4, Src: 192.0.2.254, Dst: 192.0.2.7
Internet Control Message Protocol
    Type: 3 (Destination unreachable)
    Code: 1 (Host unreachable)
    Internet Protocol Version 4, Src: 192.0.2.7, Dst: 192.0.2.12
    Transmission Control Protocol, Src Port: 37880, Dst Port: 389, Seq: 2475661523`,
    'ICMP',
    'Destination unreachable (Host unreachable)',
  );
  assert.deepEqual(icmp.about, {
    source: '192.0.2.7',
    destination: '192.0.2.12',
    sourcePort: 37880,
    destinationPort: 389,
    transport: 'tcp',
  });
  assert.equal(icmp.sourcePort, undefined);

  const ping = withDetails(`User Datagram Protocol, Src Port: 389, Dst Port: 53143
Connectionless Lightweight Directory Access Protocol
    LDAPMessage searchResEntry(1) "<ROOT>" [1 result]
        messageID: 1
                            Operation code: LOGON_SAM_PAUSE_RESPONSE_EX (24)
    LDAPMessage searchResDone(1) success [1 result]`);
  assert.equal(said(ping), 'reply ldapPing #1 search "<ROOT>" = "LOGON_SAM_PAUSE_RESPONSE_EX"');
});

test('details of Network Monitor', () => {
  const smb = withDetails(`  Frame: Number = 187, Captured Frame Length = 131, MediaType = ETHERNET
+ Ipv4: Src = 192.0.2.1, Dest = 192.0.2.7, Next Protocol = TCP, Packet ID = 1, Total IP Length = 117
- Tcp: Flags=...AP..., SrcPort=Microsoft-DS(445), DstPort=56384, PayloadLen=77, Seq=74752600 - 74752677, Ack=4103153700, Win=255
    SrcPort: Microsoft-DS(445)
+ SMBOverTCP: Length = 73
- SMB2: R  - NT Status: System - Error, Code = (187) STATUS_NOT_SUPPORTED  SESSION SETUP (0x1)
  + SMB2Header:`);
  assert.equal(said(smb), 'reply smb Session Setup = ntstatus 3221225659 STATUS_NOT_SUPPORTED');
  assert.equal(segmentText(smb), 'reply 445 → 56384 ACK 74752600/4103153700 77');
});

test('the row decides, and details tell what it lacks', () => {
  const details = `Transmission Control Protocol, Src Port: 49744, Dst Port: 445, Seq: 378, Ack: 629, Len: 1835
SMB2 (Server Message Block Protocol version 2)
    SMB2 Header
        Command: Session Setup (1)
        Message ID: 3
    Session Setup Request (0x01)
        krb5_tok_id: KRB5_AP_REQ (0x0001)`;
  const both = withDetails(details, 'SMB2', 'Session Setup Request');
  assert.equal(said(both), 'request smb #3 Session Setup (kerberos)');
  assert.equal(both.sourcePort, 49744);
});

test('no text makes it fail, or is read for long', () => {
  const parts = rows.flatMap(([, info]) => info.split(/(?=[ ,:;=])/));
  const protocols = [...new Set([...rows, ...segments].map(([protocol]) => protocol))];
  let seed = 7;
  const next = (count: number) => (seed = (seed * 48271) % 2147483647) % count;
  for (let turn = 0; turn < 4000; turn++) {
    const info = Array.from({ length: next(12) }, () => parts[next(parts.length)]).join('');
    const protocol = protocols[next(protocols.length)]!;
    assert.doesNotThrow(() => read(protocol, info), info);
    assert.doesNotThrow(() => withDetails(info.replace(/, /g, '\n    '), protocol, info), info);
  }
  const began = performance.now();
  for (const part of parts) for (const protocol of protocols) read(protocol, part.repeat(2000));
  assert.ok(performance.now() - began < 20_000);
});
