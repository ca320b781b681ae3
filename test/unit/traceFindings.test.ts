// What a network trace shows to have gone wrong, and beside each what looks like it and is harmless.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import type { Finding, Log } from '../../server/src/model';

/** The computers of our traces: client, domain controllers, DNS server of another organisation, router. */
const hosts: Readonly<Record<string, string>> = {
  C: '10.20.1.7',
  D: '10.20.2.10',
  E: '10.20.2.11',
  N: '192.0.2.53',
  R: '10.20.1.1',
  B: '10.20.1.255',
};

/** Rows "seconds source destination protocol info" as tshark prints them, one frame in each line. */
function traceOf(...rows: readonly string[]): Log {
  const lines = rows.map((row, at) => {
    const [time, source, destination, protocol, ...info] = row.split(' ');
    const [from, to] = [source!, destination!].map(each => hosts[each] ?? each);
    return `${String(at + 1).padStart(5)} ${Number(time).toFixed(6)} ${from} → ${to} ${protocol} 90 ${info.join(' ')}`;
  });
  return analyze(lines.join('\n'), 'network-trace');
}

const text = ({ severity, code, line }: Finding): string => `${severity} ${code} ${line + 1}`;

/** The findings as "severity code line", and what each message has to say. */
function check(rows: readonly string[], expected: readonly string[], ...says: readonly RegExp[]): Log {
  const log = traceOf(...rows);
  assert.deepEqual(log.findings.map(text), expected);
  says.forEach((each, at) => assert.match(log.findings[at]!.message, each));
  return log;
}

const syn = (time: number, port: number, from = 50001, to = 'D') =>
  `${time} C ${to} TCP ${from} → ${port} [SYN] Seq=0 Win=64240 Len=0 MSS=1460`;
const again = (time: number, port: number, from = 50001, to = 'D') =>
  `${time} C ${to} TCP [TCP Retransmission] ${from} → ${port} [SYN] Seq=0 Win=64240 Len=0 MSS=1460`;
const open = (time: number, port: number, from = 50001, to = 'D') => [
  syn(time, port, from, to),
  `${time} ${to} C TCP ${port} → ${from} [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460`,
  `${time} C ${to} TCP ${from} → ${port} [ACK] Seq=1 Ack=1 Win=64512 Len=0`,
];
/** What comes at the end, so that nothing before it is cut off by the end of the text. */
const later = (time: number) => [
  `${time} C N DNS Standard query 0x7777 A www.example.org`,
  `${time} N C DNS Standard query response 0x7777 A www.example.org A 192.0.2.80`,
];
const smbByNtlm = (time: number, port = 445, from = 50090) => [
  ...open(time, port, from),
  `${time} C D SMB2 Negotiate Protocol Request`,
  `${time} D C SMB2 Negotiate Protocol Response`,
  `${time} C D SMB2 Session Setup Request, NTLMSSP_NEGOTIATE`,
  `${time} D C SMB2 Session Setup Response, Error: STATUS_MORE_PROCESSING_REQUIRED, NTLMSSP_CHALLENGE`,
  `${time} C D SMB2 Session Setup Request, NTLMSSP_AUTH, User: ALPINE\\joiner`,
  `${time} D C SMB2 Session Setup Response`,
];
const ticket = (time: number) => [
  `${time} C D KRB5 AS-REQ`,
  `${time} D C KRB5 KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED`,
  `${time} C D KRB5 AS-REQ`,
  `${time} D C KRB5 AS-REP`,
];
const located = (time: number) => [
  `${time} C D DNS Standard query 0x1111 SRV _ldap._tcp.dc._msdcs.alpine.test`,
  `${time} D C DNS Standard query response 0x1111 SRV _ldap._tcp.dc._msdcs.alpine.test SRV 0 100 389 dc1.alpine.test A 10.20.2.10`,
];

test('a port that does not answer is told once, with how often it was tried', () => {
  check(
    [
      syn(0, 389),
      again(1, 389),
      again(3, 389),
      again(7.2, 389),
      syn(8, 389, 50002),
      again(9, 389, 50002),
      ...later(20),
    ],
    ['error connection-unanswered 1'],
    /^TCP 389 \(LDAP\) of 10\.20\.2\.10: no answer to 6 SYNs in 9\.0 s, of 2 connections\. Consistent with a firewall .*0x3a.* Check next: Test-NetConnection 10\.20\.2\.10 -Port 389\.$/,
  );
  check([...open(0, 389), ...later(20)], []);
  // A SYN that was repeated and then answered.
  check([syn(0, 389), again(1, 389), ...open(1, 389).slice(1), ...later(20)], []);
});

test('a server that closes the connection in place of a reply is not silent', () => {
  check(
    [
      ...open(0, 445),
      '0 C D SMB2 Negotiate Protocol Request',
      '0 D C TCP 445 → 50001 [ACK] Seq=1 Ack=247 Win=65536 Len=0',
      '0.1 D C TCP 445 → 50001 [FIN, ACK] Seq=1 Ack=247 Win=65536 Len=0',
      '0.1 C D TCP 50001 → 445 [FIN, ACK] Seq=247 Ack=2 Win=64512 Len=0',
      ...later(20),
    ],
    ['error request-unanswered 4'],
    /took the connection, then closed it in place of a reply to SMB Negotiate Protocol/,
  );
});

test('a trace of one direction does not show that anything stayed unanswered', () => {
  const client = [
    ...open(0, 445),
    '0 C D SMB2 Negotiate Protocol Request',
    '0 C D KRB5 AS-REQ',
    ...open(1, 389, 50002),
  ].filter(each => !each.includes(' D C '));
  check(
    [
      ...client,
      '1 C D LDAP bindRequest(1) "<ROOT>" sasl ',
      '9 C D TCP 50002 → 389 [FIN, ACK] Seq=80 Ack=9 Win=9 Len=0',
    ],
    [],
  );
  // What is sent again had no answer, in whatever direction the trace was made.
  check(
    [...client, syn(2, 135, 50003), again(3, 135, 50003), again(5, 135, 50003)],
    ['error connection-unanswered 7'],
  );
});

test('a port that nothing of a join uses is not worth a word', () => {
  check([...located(0), syn(0.1, 8080), again(1, 8080), again(3, 8080), ...later(20)], []);
});

test('a SYN at the end of the text may have been answered behind it', () => {
  check([...located(0), syn(0.1, 445)], ['information connection-unanswered 3'], /the text ends before/);
});

test('what was done another way is a warning that names the way', () => {
  check(
    [syn(0, 445, 50001), again(0.9, 445), ...smbByNtlm(1, 139, 50003), ...ticket(30)],
    ['warning connection-unanswered 1'],
    /SMB to the same server worked over TCP 139 \(frame \d+, 1\.0 s later\)/,
  );
  // The older port is not needed where the newer one works.
  check(
    [syn(0, 139, 50001), again(1, 139), ...smbByNtlm(0, 445), ...ticket(30)],
    ['information connection-unanswered 1'],
  );
  check(
    [syn(0, 88), again(1, 88), again(3, 88), ...smbByNtlm(63)],
    ['warning connection-unanswered 1'],
    /The client signed in by NTLM instead \(frame 12, 1 min 3 s later\)/,
  );
  check(
    [syn(0, 445), again(1, 445), ...open(5, 445, 50002), ...later(20)],
    ['warning connection-unanswered 1'],
    /A later connection to it was answered \(frame 3, 5\.0 s later\)/,
  );
  check(
    [
      ...open(0, 389),
      '0 C D LDAP searchRequest(1) "<ROOT>" baseObject',
      '0 D C LDAP searchResEntry(1) "<ROOT>"  | searchResDone(1) success  [1 result]',
      syn(1, 3268, 50002),
      again(2, 3268, 50002),
      ...later(20),
    ],
    ['warning connection-unanswered 6'],
    /^TCP 3268 .*LDAP to the same server worked over TCP 389/,
  );
});

test('a port that the endpoint mapper named is told with where it did', () => {
  check(
    [
      ...open(0, 135),
      '0 C D DCERPC Bind: call_id: 2, Fragment: Single, 1 context items: EPMv4 V3.0 (32bit NDR)',
      '0 D C DCERPC Bind_ack: call_id: 2, Fragment: Single, max_xmit: 5840 max_recv: 5840, 1 results: Acceptance',
      '0 C D EPM Map request, DRSUAPI, 32bit NDR',
      '0 D C EPM Map response, DRSUAPI, 32bit NDR, 10.20.2.10:49671',
      syn(1, 49671, 50002),
      again(2, 49671, 50002),
      again(4, 49671, 50002),
      ...later(20),
    ],
    ['error connection-unanswered 8'],
    /^TCP 49671 .*The endpoint mapper had named this port \(frame 7\)\..*49152–65535/,
  );
});

test('a router that says so is told with the port, once', () => {
  check(
    [
      syn(0, 445),
      '0.1 R C ICMP Destination unreachable (Communication administratively filtered)',
      ...later(20),
    ],
    ['error connection-unanswered 1'],
    /10\.20\.1\.1 answered by ICMP: Communication administratively filtered \(frame 2\)/,
  );
  check(
    [
      '0 C E CLDAP searchRequest(5) "<ROOT>" baseObject',
      '3 R C ICMP Destination unreachable (Host unreachable)',
      ...later(20),
    ],
    ['error destination-unreachable 2'],
    /^UDP 389 \(LDAP ping\) of 10\.20\.2\.11: .*Host unreachable/,
  );
  check(
    [
      '0 C E CLDAP searchRequest(5) "<ROOT>" baseObject',
      '0 C D CLDAP searchRequest(6) "<ROOT>" baseObject',
      '0 D C CLDAP searchResEntry(6) "<ROOT>" searchResDone(6) success  [1 result]',
      '3 R C ICMP Destination unreachable (Host unreachable)',
      ...later(20),
    ],
    ['warning destination-unreachable 4'],
    /10\.20\.2\.10 answered the LDAP ping instead/,
  );
  // An ICMP message with nothing that waits for it.
  check([...located(0), '1 R C ICMP Destination unreachable (Host unreachable)', ...later(20)], []);
});

test('only a RST that answers a SYN refuses a port', () => {
  check(
    [
      syn(0, 389),
      '0 D C TCP 389 → 50001 [RST, ACK] Seq=1 Ack=1 Win=0 Len=0',
      syn(1, 389, 50002),
      '1 D C TCP 389 → 50002 [RST, ACK] Seq=1 Ack=1 Win=0 Len=0',
      ...later(20),
    ],
    ['error connection-refused 2'],
    /^TCP 389 \(LDAP\) of 10\.20\.2\.10 answered 2 SYNs with RST\. The address answers/,
  );
  check(
    [
      ...open(0, 389),
      '0 C D LDAP searchRequest(1) "<ROOT>" baseObject',
      '0 D C LDAP searchResEntry(1) "<ROOT>"  | searchResDone(1) success  [1 result]',
      '0 C D TCP 50001 → 389 [FIN, ACK] Seq=80 Ack=90 Win=64512 Len=0',
      '0 D C TCP 389 → 50001 [RST, ACK] Seq=90 Ack=81 Win=0 Len=0',
      ...later(20),
    ],
    [],
  );
  check(
    [
      '0 C D DNS Standard query 0x1111 SRV _ldap._tcp.dc._msdcs.alpine.test',
      '0 D C ICMP Destination unreachable (Port unreachable)',
      '1 C B NBNS Name query NB ALPINE<1c>',
      ...later(20),
    ],
    ['warning connection-refused 2'],
    /^UDP 53 \(DNS\) of 10\.20\.2\.10: nothing listens there \(ICMP, frame 2\)\. The client then tried NetBIOS \(Name query ALPINE<1c>, frame 3\), without an answer\. .*The address answers, not the port/,
  );
});

test('a request without a reply on an open connection says how long nothing came', () => {
  check(
    [
      ...open(0, 445),
      '0 C D SMB2 Negotiate Protocol Request',
      '0 D C TCP 445 → 50001 [ACK] Seq=1 Ack=247 Win=65536 Len=0',
      '20 C D TCP 50001 → 445 [FIN, ACK] Seq=247 Ack=1 Win=64512 Len=0',
    ],
    ['error request-unanswered 4'],
    /took the connection and acknowledged the request, then said nothing for 20\.0 s: SMB Negotiate Protocol \(frame 4\)/,
  );
  // The end of the text, and what may wait for ever.
  check(
    [...located(0), ...open(1, 445), '1 C D SMB2 Negotiate Protocol Request'],
    ['information request-unanswered 6'],
  );
  check(
    [
      ...smbByNtlm(0),
      '0 C D SMB2 Notify Request',
      '0 D C TCP 445 → 50090 [ACK] Seq=9 Ack=9 Win=65536 Len=0',
      ...ticket(0),
      ...later(60),
    ],
    [],
  );
});

test('datagrams without a reply are told once for each port', () => {
  const asked = ['0 C D KRB5 AS-REQ', '1 C D KRB5 AS-REQ', '5 C D KRB5 AS-REQ'];
  check(
    [...asked, ...later(30)],
    ['error request-unanswered 1'],
    /^UDP 88 \(Kerberos\) of 10\.20\.2\.10: no reply to 3 requests in 5\.0 s/,
  );
  check([...asked, ...smbByNtlm(30)], ['warning request-unanswered 1'], /signed in by NTLM instead/);
  check(['0 C D KRB5 AS-REQ', '1 C D KRB5 AS-REQ', '1 D C KRB5 AS-REP', ...later(30)], []);
  // A name that no join asks for.
  check(['0 C N DNS Standard query 0x2222 A printer.example.org', ...later(30)], []);
});

test('DNS that does not know the domain is told with the server that was asked', () => {
  const nothing = (id: string, name: string) => [
    `0 C N DNS Standard query ${id} SRV ${name}`,
    `0 N C DNS Standard query response ${id} No such name SRV ${name} SOA ns.example.net`,
  ];
  check(
    [
      ...nothing('0x0001', '_ldap._tcp.Default-First-Site-Name._sites.dc._msdcs.alpine.test'),
      ...nothing('0x0002', '_ldap._tcp.dc._msdcs.alpine.test'),
      '1 C B NBNS Name query NB ALPINE<1c>',
    ],
    ['error dns-failed 2'],
    /^DNS server 192\.0\.2\.53 gave no domain controller of alpine\.test: NXDOMAIN \(3\), 2 queries\. .*tried NetBIOS \(Name query ALPINE<1c>, frame 5\), without an answer\..*nslookup -type=SRV _ldap\._tcp\.dc\._msdcs\.alpine\.test <DNS server of the domain>/,
  );
  // A site without its own domain controllers, a name that other Kerberos servers have, a name with a suffix behind it.
  check(
    [
      ...nothing('0x0001', '_ldap._tcp.Branch._sites.dc._msdcs.alpine.test'),
      ...nothing('0x0002', '_kerberos-master._tcp.alpine.test'),
      ...nothing('0x0003', '_ldap._tcp.dc._msdcs.alpine.test.corp.example'),
      ...located(0),
      '0 C D DNS Standard query 0x0004 A wks07.alpine.test',
      '0 D C DNS Standard query response 0x0004 No such name A wks07.alpine.test SOA dc1.alpine.test',
    ],
    [],
  );
  check(
    [
      '0 C N DNS Standard query 0x0001 SRV _ldap._tcp.dc._msdcs.alpine.test',
      '0 N C DNS Standard query response 0x0001 Server failure SRV _ldap._tcp.dc._msdcs.alpine.test',
    ],
    ['error dns-failed 2'],
    /SERVFAIL \(2\).*forwarder or delegation/,
  );
});

test('a domain controller without an address is told', () => {
  check(
    [
      '0 C N DNS Standard query 0x0001 SRV _ldap._tcp.dc._msdcs.alpine.test',
      '0 N C DNS Standard query response 0x0001 SRV _ldap._tcp.dc._msdcs.alpine.test SRV 0 100 389 dc7.alpine.test',
      '0 C N DNS Standard query 0x0002 A dc7.alpine.test',
      '0 N C DNS Standard query response 0x0002 No such name A dc7.alpine.test',
    ],
    ['error dns-failed 4'],
    /DNS named this domain controller and has no address for it/,
  );
});

test('a refused DNS update is a warning, and not where a later one succeeded', () => {
  const update = (id: string, result: string) => [
    `1 C D DNS Dynamic update ${id} SOA alpine.test CNAME A`,
    `1 D C DNS Dynamic update response ${id} ${result}SOA alpine.test CNAME A`,
  ];
  check(
    [...located(0), ...update('0x0a01', 'Refused '), ...update('0x0a02', 'Refused '), ...later(9)],
    ['warning dns-update-failed 4'],
    /The join itself is not affected\.$/,
  );
  check([...located(0), ...update('0x0a01', 'Refused '), ...update('0x0a02', ''), ...later(9)], []);
});

test('Kerberos errors that stay are told with what they mean', () => {
  const refused = (error: string) => [...ticket(0).slice(0, 3), `0 D C KRB5 KRB Error: ${error}`];
  check(
    refused('KRB5KDC_ERR_PREAUTH_FAILED'),
    ['error kerberos-failed 4'],
    /KDC_ERR_PREAUTH_FAILED \(24\)\. The user name is known, and the password did not fit: consistent with/,
  );
  check(
    refused('KRB5KRB_AP_ERR_SKEW'),
    ['error kerberos-failed 4'],
    /KRB_AP_ERR_SKEW \(37\)\. The clocks .*w32tm \/stripchart \/computer:10\.20\.2\.10/,
  );
  check(
    refused('KRB5KDC_ERR_CLIENT_REVOKED'),
    ['error kerberos-failed 4'],
    /disabled, locked out or expired/,
  );
  check(refused('KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN'), ['error kerberos-failed 4'], /misspelt user name/);
  check(refused('KRB5KDC_ERR_ETYPE_NOSUPP'), ['error kerberos-failed 4'], /no encryption type in common/);
  // Steps on the way.
  check(ticket(0), []);
  check([...refused('KRB5KDC_ERR_PREAUTH_FAILED'), ...ticket(1)], []);
  check(['0 C D KRB5 AS-REQ', '0 D C KRB5 KRB Error: KRB5KRB_ERR_RESPONSE_TOO_BIG', ...ticket(1)], []);
});

test('a Kerberos error that the client got round is for information', () => {
  const skew = [...ticket(0).slice(0, 3), '0 D C KRB5 KRB Error: KRB5KRB_AP_ERR_SKEW'];
  check([...skew, ...ticket(1)], ['information kerberos-failed 4'], /It was answered later \(frame \d/);
  check(
    [
      ...ticket(0),
      '1 C D KRB5 TGS-REQ',
      '1 D C KRB5 KRB Error: KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN',
      ...smbByNtlm(2),
    ],
    ['information kerberos-failed 6'],
    /signed in by NTLM instead .*Restrict NTLM/,
  );
});

test('NTLM without Kerberos is for information, once', () => {
  check(
    [...smbByNtlm(0), ...smbByNtlm(5, 445, 50091)],
    ['information ntlm-used 8'],
    /this text shows no Kerberos\..*LMCompatibilityLevel.*user@domain/,
  );
  check([...ticket(0), ...smbByNtlm(1)], []);
});

test('a refused SMB session is told with the policy or account behind it', () => {
  const refused = (error: string) => [
    ...smbByNtlm(0).slice(0, -1),
    `0 D C SMB2 Session Setup Response, Error: ${error}`,
  ];
  check(
    refused('STATUS_LOGON_FAILURE'),
    ['error smb-failed 9'],
    /^10\.20\.2\.10 refused the logon of ALPINE\\joiner \(SMB Session Setup, frame 8\) with STATUS_LOGON_FAILURE \(0xc000006d\)\./,
  );
  check(refused('STATUS_ACCOUNT_LOCKED_OUT'), ['error smb-failed 9'], /is locked/);
  check(
    refused('STATUS_LOGON_TYPE_NOT_GRANTED'),
    ['error smb-failed 9'],
    /Access this computer from the network/,
  );
  const restricted = [
    ...smbByNtlm(0).slice(0, 6),
    '0 D C SMB2 Session Setup Response, Error: STATUS_NOT_SUPPORTED',
  ];
  const log = check(restricted, ['error smb-failed 7'], /policy of the server that denies NTLM.*0x32/);
  assert.match(log.findings[0]!.help ?? '', /status-code-0x32-cannot-join-domain$/);
  // Refused, then accepted: worth a word, as it may be another user; and a file that is not there.
  check(
    [...refused('STATUS_LOGON_FAILURE'), ...smbByNtlm(1, 445, 50091), ...ticket(2)],
    ['information smb-failed 9'],
    /refused the logon of .* with STATUS_LOGON_FAILURE .* later/,
  );
  check(
    [
      ...smbByNtlm(0),
      '0 C D SMB2 Create Request File: desktop.ini',
      '0 D C SMB2 Create Response, Error: STATUS_OBJECT_NAME_NOT_FOUND',
      ...ticket(1),
    ],
    [],
  );
});

test('what a server asks of the computer that asked it is no part of a join', () => {
  check(
    [
      ...smbByNtlm(0),
      ...ticket(0),
      '1 D C TCP 50500 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
      '2 D C TCP [TCP Retransmission] 50500 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
      '4 D C TCP [TCP Retransmission] 50500 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
      ...later(30),
    ],
    [],
  );
});

test('a refused bind is told by the number behind data', () => {
  const bind = [...open(0, 389), '0 C D LDAP bindRequest(1) "<ROOT>" simple'];
  const denied =
    '0 D C LDAP bindResponse(1) invalidCredentials (80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data 775, v4563)';
  check(
    [...bind, denied],
    ['error ldap-failed 5'],
    /LDAP_INVALID_CREDENTIALS \(49\), ERROR_ACCOUNT_LOCKED_OUT \(0x775\)\. Too many wrong passwords/,
  );
  check(
    [
      ...bind,
      '0 D C LDAP bindResponse(1) strongAuthRequired (00002028: LdapErr: DSID-0C090259, comment: The server requires binds to turn on integrity checking, data 0, v4563)',
    ],
    ['error ldap-failed 5'],
    /LDAP_STRONG_AUTH_REQUIRED \(8\).*LDAP server signing requirements/,
  );
  check(
    [
      ...bind,
      '0 D C LDAP bindResponse(1) saslBindInProgress ',
      '0 C D LDAP bindRequest(2) "<ROOT>" sasl ',
      '0 D C LDAP bindResponse(2) success ',
    ],
    [],
  );
  // An object that is not there yet.
  check(
    [
      ...bind,
      '0 D C LDAP bindResponse(1) success ',
      '0 C D LDAP searchRequest(2) "CN=WKS07,CN=Computers,DC=alpine,DC=test" baseObject',
      '0 D C LDAP searchResDone(2) noSuchObject (0000208D: NameErr: DSID-03100245, problem 2001 (NO_OBJECT), data 0) [0 results]',
    ],
    [],
  );
});

test('calls that were refused are told by what was called', () => {
  const pipe = [
    ...ticket(0),
    ...smbByNtlm(0),
    '0 C D SMB2 Create Request File: samr',
    '0 D C SMB2 Create Response File: samr',
  ];
  const create = [
    '0 C D DCERPC Bind: call_id: 5, Fragment: Single, 1 context items: SAMR V1.0 (32bit NDR)',
    '0 D C DCERPC Bind_ack: call_id: 5, Fragment: Single, max_xmit: 4280 max_recv: 4280, 1 results: Acceptance',
    '0 C D SAMR CreateUser2 request, wks07$',
  ];
  check(
    [
      ...pipe,
      ...create,
      '0 D C SAMR CreateUser2 response, STATUS_ACCESS_DENIED, Error: STATUS_ACCESS_DENIED',
    ],
    ['error rpc-failed 19'],
    /SAMR CreateUser2 of wks07\$ with STATUS_ACCESS_DENIED .*may not create computer accounts/,
  );
  check(
    [
      ...pipe,
      ...create,
      '0 D C SAMR CreateUser2 response, STATUS_USER_EXISTS, Error: STATUS_USER_EXISTS',
      '0 C D SAMR OpenUser request',
      '0 D C SAMR OpenUser response',
    ],
    [],
  );
  check(
    [
      ...open(0, 49668),
      '0 C D DCERPC Bind: call_id: 2, Fragment: Single, 1 context items: DRSUAPI V4.0 (32bit NDR)',
      '0 D C DCERPC Bind_ack: call_id: 2, Fragment: Single, max_xmit: 5840 max_recv: 5840, 1 results: Provider rejection',
    ],
    ['error rpc-failed 5'],
    /DRSUAPI Bind with Provider rejection/,
  );
  check(
    [
      ...open(0, 49668),
      '0 C D DCERPC Bind: call_id: 2, Fragment: Single, 2 context items: DRSUAPI V4.0 (32bit NDR), DRSUAPI V4.0 (64bit NDR)',
      '0 D C DCERPC Bind_ack: call_id: 2, Fragment: Single, max_xmit: 5840 max_recv: 5840, 2 results: Provider rejection, Acceptance',
    ],
    [],
  );
});

test('large segments that do not arrive while small ones do are an MTU black hole', () => {
  const asked = [
    ...open(0, 389),
    '0 C D TCP 50001 → 389 [PSH, ACK] Seq=1 Ack=1 Win=64512 Len=80',
    '0 D C TCP 389 → 50001 [ACK] Seq=1 Ack=81 Win=65160 Len=0',
  ];
  const large = (time: number, mark: string) =>
    `${time} C D TCP ${mark}50001 → 389 [ACK] Seq=81 Ack=1 Win=64512 Len=1460`;
  check(
    [
      ...asked,
      large(0.1, ''),
      '0.1 C D LDAP bindRequest(2) "<ROOT>" sasl ',
      large(0.4, '[TCP Retransmission] '),
      large(1, '[TCP Retransmission] '),
      large(3, '[TCP Retransmission] '),
      ...later(30),
    ],
    ['error segments-lost 6'],
    /MTU black hole.*ping -f -l 1472 10\.20\.2\.10/,
  );
  check(
    [
      ...asked,
      large(0.1, ''),
      '0.1 C D LDAP bindRequest(2) "<ROOT>" sasl ',
      large(0.4, '[TCP Retransmission] '),
      '0.5 D C TCP 389 → 50001 [ACK] Seq=1 Ack=1541 Win=65160 Len=0',
      '0.5 D C LDAP bindResponse(2) success ',
      ...later(30),
    ],
    [],
  );
});

test('a large segment that was answered is not lost, although the row of the reply prints no ACK', () => {
  const piece = (time: number, sequence: number, length: number, mark = '') =>
    `${time} C D TCP ${mark}50001 → 445 [ACK] Seq=${sequence} Ack=600 Win=8192 Len=${length}`;
  const answered = [
    '1.1 C D SMB2 Session Setup Request',
    '1.2 D C SMB2 Session Setup Response',
    ...later(30),
  ];
  // Rows of SMB stand between, whose bytes are not counted.
  check([...open(1, 445), piece(1.1, 2500, 1460), piece(1.1, 3960, 700), ...answered], []);
  check(
    [
      ...open(1, 445),
      piece(1.1, 1, 1460),
      piece(1.1, 1, 1460, '[TCP Retransmission] '),
      piece(1.1, 1461, 200),
      ...answered,
    ],
    [],
  );
});

test('a refused sign-in is not made good by one without an account', () => {
  const setup = (time: number, user: string, result: string) => [
    `${time} C D SMB2 Session Setup Request, NTLMSSP_NEGOTIATE`,
    `${time} D C SMB2 Session Setup Response, Error: STATUS_MORE_PROCESSING_REQUIRED, NTLMSSP_CHALLENGE`,
    `${time} C D SMB2 Session Setup Request, NTLMSSP_AUTH, User: ${user}`,
    `${time} D C SMB2 Session Setup Response${result}`,
  ];
  const refused = [...open(1, 445), ...setup(1, 'ALPINE\\joiner', ', Error: STATUS_LOGON_FAILURE')];
  check(
    [...refused, ...open(2, 445, 50002), ...setup(2, '\\', ''), ...later(9)],
    ['error smb-failed 7', 'information ntlm-used 13'],
    /STATUS_LOGON_FAILURE/,
  );
  check(
    [...refused, ...open(2, 445, 50002), ...setup(2, 'ALPINE\\joiner', ''), ...later(9)],
    ['information smb-failed 7', 'information ntlm-used 13'],
  );
  const bound = [
    ...open(1, 389),
    '1 C D LDAP bindRequest(1) "<ROOT>" sasl ',
    '1 D C LDAP bindResponse(1) invalidCredentials (80090308: LdapErr: DSID-0C090400, comment: AcceptSecurityContext error, data 52e, v4563)',
  ];
  check(
    [
      ...bound,
      '2 C D LDAP bindRequest(2) "<ROOT>" simple ',
      '2 D C LDAP bindResponse(2) success ',
      ...later(9),
    ],
    ['error ldap-failed 5'],
  );
});

test('a ticket for one service does not take the place of one for another, nor of a password', () => {
  const ticket = (time: number, from: number, name: string, reply: string) => [
    ...open(time, 88, from),
    `${time} C D KRB5 TGS-REQ ${name}`,
    `${time} D C KRB5 ${reply}`,
  ];
  const unknown = ticket(1, 50001, 'cifs/dc1.alpine.test', 'KRB Error: KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN');
  const granted = (name: string) => ticket(2, 50002, name, 'TGS-REP');
  check(
    [...unknown, ...granted('ldap/dc1.alpine.test'), ...later(9)],
    ['error kerberos-failed 5'],
    /cifs\/dc1\.alpine\.test/,
  );
  check([...unknown, ...granted('cifs/dc1.alpine.test'), ...later(9)], []);
  check(
    [
      ...open(1, 88),
      '1 C D KRB5 AS-REQ',
      '1 D C KRB5 KRB Error: KRB5KDC_ERR_PREAUTH_FAILED',
      ...granted('cifs/dc1.alpine.test'),
      ...later(9),
    ],
    ['error kerberos-failed 5'],
  );
});

test('a share that no join opens may be refused; a call through a pipe may not', () => {
  const shared = (name: string) => [
    ...open(1, 445),
    '1 C D SMB2 Session Setup Request',
    '1 D C SMB2 Session Setup Response',
    `1 C D SMB2 Tree Connect Request Tree: \\\\dc1.alpine.test\\${name}`,
  ];
  const refused = '1 D C SMB2 Tree Connect Response, Error: STATUS_BAD_NETWORK_NAME';
  check([...shared('home'), refused, ...later(9)], []);
  check([...shared('IPC$'), refused, ...later(9)], ['error smb-failed 7']);
  check(
    [
      ...shared('IPC$'),
      '1 D C SMB2 Tree Connect Response',
      '1 C D SMB2 Ioctl Request FSCTL_PIPE_TRANSCEIVE',
      '1 D C SMB2 Ioctl Response, Error: STATUS_PIPE_DISCONNECTED',
      ...later(9),
    ],
    ['error smb-failed 9'],
  );
});

test('a server that says by ICMP that nothing listens speaks of itself', () => {
  check(
    [
      '1 C D CLDAP searchRequest(1) "<ROOT>" baseObject ',
      '1.1 C E CLDAP searchRequest(2) "<ROOT>" baseObject ',
      '1.2 D C ICMP Destination unreachable (Port unreachable)',
      '1.3 E C CLDAP searchResEntry(2) "<ROOT>" searchResDone(2) success  [1 result]',
      ...later(9),
    ],
    ['warning connection-refused 3'],
    /^UDP 389 \(LDAP ping\) of 10\.20\.2\.10: nothing listens there/,
  );
});

test('a datagram that ICMP sent back and the server answered later is not worth a word', () => {
  check(
    [
      '1 C D CLDAP searchRequest(1) "<ROOT>" baseObject ',
      '1.1 R C ICMP Destination unreachable (Host unreachable)',
      '2 C D CLDAP searchRequest(1) "<ROOT>" baseObject ',
      '2.1 D C CLDAP searchResEntry(1) "<ROOT>" searchResDone(1) success  [1 result]',
      ...later(9),
    ],
    [],
  );
});

test('a port of another program is none that RPC was given', () => {
  const mapped = [
    ...open(1, 135),
    '1 C D EPM Map request, DRSUAPI, 32bit NDR',
    '1 D C EPM Map response, DRSUAPI, 32bit NDR',
  ];
  const tried = (port: number) => [syn(2, port, 50002), again(3, port, 50002), again(5, port, 50002)];
  check([...mapped, ...tried(5985), ...later(30)], []);
  check([...mapped, ...tried(49712), ...later(30)], ['error connection-unanswered 6']);
});

test('LDAP over TLS that is refused is not missed where LDAP works', () => {
  check(
    [
      ...open(1, 389),
      '1 C D LDAP searchRequest(1) "<ROOT>" baseObject ',
      '1 D C LDAP searchResEntry(1) "<ROOT>" searchResDone(1) success  [1 result]',
      syn(2, 636, 50002),
      '2 D C TCP 636 → 50002 [RST, ACK] Seq=1 Ack=1 Win=0 Len=0',
      ...later(9),
    ],
    ['warning connection-refused 7'],
    /LDAP to the same server worked over TCP 389/,
  );
});

test('datagrams that nothing came back to are no step that was answered', () => {
  const log = traceOf('1 C D UDP 50000 → 389 Len=180', '3 C D UDP 50000 → 389 Len=180', ...later(30));
  assert.deepEqual(
    log.trace!.steps.map(({ id, outcome }) => `${id} ${outcome}`),
    ['ldapPing unanswered', 'dns answered'],
  );
});

test('an account that a search does not find is an answer, and no failure of LDAP', () => {
  const log = check(
    [
      ...open(1, 389),
      '1 C D LDAP bindRequest(1) "<ROOT>" sasl ',
      '1 D C LDAP bindResponse(1) success ',
      '1 C D LDAP searchRequest(2) "CN=WKS07,CN=Computers,DC=alpine,DC=test" baseObject ',
      '1 D C LDAP searchResDone(2) noSuchObject (0000208D: NameErr: DSID-031001A8, problem 2001 (NO_OBJECT), data 0)',
      ...later(9),
    ],
    [],
  );
  assert.equal(log.trace!.steps[0]!.outcome, 'answered');
  assert.equal(log.roleOf(log.records[6]!)?.kind, 'harmless');
});

test('a DNS update in rows without ports does not show that TCP 53 is open', () => {
  const log = traceOf(
    '1 C N DNS Dynamic update 0x0011 SOA alpine.test',
    '1 N C DNS Dynamic update response 0x0011 SOA alpine.test',
  );
  assert.deepEqual(
    log.trace!.reachability.map(({ port, transport }) => `${transport} ${port}`),
    ['udp 53'],
  );
});

test('a connection of which only a call through it is shown is a step of the call alone', () => {
  const { trace } = analyze(
    '1 0.1 10.20.1.7 60538 10.20.2.10 445 SAMR 182 CreateUser2 request\n' +
      '2 0.2 10.20.2.10 445 10.20.1.7 60538 SAMR 138 CreateUser2 response',
    'network-trace',
  );
  assert.deepEqual(
    trace!.steps.map(({ id, outcome }) => `${id} ${outcome}`),
    ['samr answered'],
  );
});

test('a question to DNS whose answer this text leaves out is no failure', () => {
  // The connection delivers in order: what was asked before the last answer was answered too.
  check(
    [
      ...open(1, 53, 50001, 'N'),
      '1 C N DNS Standard query 0x1111 SRV _ldap._tcp.dc._msdcs.alpine.test',
      ...later(3),
    ],
    [],
  );
});

/** The answer to an LDAP ping with its details, as Wireshark prints them. */
function pingAnswer(opcode: string, flags: string): Log {
  return analyze(
    [
      '    1 0.000000 10.20.1.7 → 10.20.2.10 CLDAP 138 searchRequest(5) "<ROOT>" baseObject ',
      '    2 0.001000 10.20.2.10 → 10.20.1.7 CLDAP 185 searchResEntry(5) "<ROOT>" searchResDone(5) success  [1 result]',
      '',
      'Frame 2: 185 bytes on wire (1480 bits), 185 bytes captured (1480 bits)',
      'Internet Protocol Version 4, Src: 10.20.2.10, Dst: 10.20.1.7',
      'User Datagram Protocol, Src Port: 389, Dst Port: 40000',
      'Connectionless Lightweight Directory Access Protocol',
      '    LDAPMessage searchResEntry(5) "<ROOT>" [1 result]',
      '        protocolOp: searchResEntry (4)',
      '            searchResEntry',
      '                attributes: 1 item',
      '                    PartialAttributeList item Netlogon',
      '                        type: Netlogon',
      '                        vals: 1 item',
      `                            Operation code: ${opcode}`,
      `                            Flags: ${flags}, Writable DC`,
    ].join('\n'),
    'network-trace',
  );
}

test('a domain controller that says that it is not usable is told', () => {
  const normal = pingAnswer('LOGON_SAM_LOGON_RESPONSE_EX (23)', '0x0001f3fd');
  assert.deepEqual(normal.findings.map(text), []);
  // Opcode 25: it does not have the account, as a new computer has none.
  assert.deepEqual(pingAnswer('LOGON_SAM_USER_UNKNOWN_EX (25)', '0x0001f3fd').findings.map(text), []);
  const paused = pingAnswer('LOGON_SAM_PAUSE_RESPONSE_EX (24)', '0x0001f3fd').findings;
  assert.deepEqual(
    paused.map(each => `${each.severity} ${each.code}`),
    ['error dc-unsuitable'],
  );
  assert.match(paused[0]!.message, /Netlogon service is paused/);
  const readOnly = pingAnswer('LOGON_SAM_LOGON_RESPONSE_EX (23)', '0x0001f2fd').findings;
  assert.deepEqual(
    readOnly.map(each => `${each.severity} ${each.code}`),
    ['warning dc-unsuitable'],
  );
  const far = pingAnswer('LOGON_SAM_LOGON_RESPONSE_EX (23)', '0x0001f37d').findings;
  assert.deepEqual(
    far.map(each => `${each.severity} ${each.code}`),
    ['information dc-unsuitable'],
  );
});

test('an export that is not read says how to export instead', () => {
  const log = analyze(
    [
      '[',
      '  {',
      '    "_index": "packets-2024-05-01",',
      '    "_source": {',
      '      "layers": {',
      '        "frame": {',
      '          "frame.number": "1"',
    ].join('\n'),
    'network-trace',
  );
  assert.deepEqual(
    log.findings.map(each => `${each.severity} ${each.code}`),
    ['information trace-not-read'],
  );
  assert.match(log.findings[0]!.message, /tshark -r trace\.pcapng/);
});

test('IPv6 addresses are told as they are printed', () => {
  check(
    [
      '0 2001:db8::7 2001:db8::10 TCP 50001 → 445 [SYN] Seq=0 Win=64800 Len=0 MSS=1440',
      '1 2001:db8::7 2001:db8::10 TCP [TCP Retransmission] 50001 → 445 [SYN] Seq=0 Win=64800 Len=0 MSS=1440',
      '3 2001:db8::7 2001:db8::10 TCP [TCP Retransmission] 50001 → 445 [SYN] Seq=0 Win=64800 Len=0 MSS=1440',
    ],
    ['error connection-unanswered 1'],
    /^TCP 445 \(SMB\) of 2001:db8::10: .*Test-NetConnection 2001:db8::10 -Port 445/,
  );
});

test('the hover on a failing reply says what the problem says', () => {
  const log = traceOf(...ticket(0).slice(0, 3), '0 D C KRB5 KRB Error: KRB5KDC_ERR_PREAUTH_FAILED');
  const role = log.roleOf(log.records[3]!);
  assert.equal(role?.kind, 'failure');
  assert.match(role?.kind === 'failure' ? role.because : '', /password did not fit.*Check next/);
});

const corpus = '../shared/corpus/trace';
const skip = !existsSync(corpus) && 'the collection of real traces is not here';

/** Per file, by its number: the findings but those for information. Files that are not named have none. */
const expected: Readonly<Record<string, readonly string[]>> = {
  '04': ['error segments-lost'],
  '05': ['error smb-failed'],
  '06': ['error connection-unanswered'],
  '08': ['error rpc-failed'],
  '15': ['error kerberos-failed'],
  '19': ['error kerberos-failed'],
  '26': ['error dns-failed'],
  '27': ['error dns-failed'],
  '40': ['error rpc-failed'],
};

test('real traces show what their stories say, and no more', { skip }, () => {
  const seen: Record<string, readonly string[]> = {};
  for (const name of readdirSync(corpus)) {
    const { findings } = analyze(readFileSync(`${corpus}/${name}`, 'utf8'));
    const told = findings.filter(each => each.severity !== 'information');
    if (told.length > 0) seen[name.slice(0, 2)] = told.map(({ severity, code }) => `${severity} ${code}`);
  }
  assert.deepEqual(seen, expected);
});

/** Rows of tshark as a mail program breaks them. */
function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap(line => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [line])
    .join('\n');
}

const goodTrace = readFileSync('samples/good-join-trace.txt', 'utf8');

test('of a trace with one direction only, nothing is said to be unanswered', () => {
  const rows = goodTrace.split('\n').filter(line => /^ *\d+ \S+ \S+ +10\.20\.5\.31 /.test(line));
  const { trace, findings } = analyze(rows.join('\n'), 'network-trace');
  assert.ok(trace!.isOneSided);
  assert.deepEqual(
    findings.filter(each => each.severity === 'error' || each.severity === 'warning'),
    [],
  );
  assert.deepEqual(
    trace!.reachability.filter(({ result }) => result === 'unanswered' || result === 'openNoReply'),
    [],
  );
  assert.match(trace!.limits.join(' '), /one direction only/);
});

test('rows that a mail program has broken accuse nobody', () => {
  const { trace, findings } = analyze(wrapped(goodTrace, 92), 'network-trace');
  assert.deepEqual(
    findings.filter(each => each.severity === 'error' || each.severity === 'warning'),
    [],
  );
  assert.deepEqual([...new Set(trace!.steps.map(each => each.client))], ['10.20.5.31']);
  assert.match(trace!.limits.join(' '), /broken across lines/);
});

test('a file server that is off, and what a server asks of its client, are no matter of a join', () => {
  const other = [
    '  900 9.000000000    10.20.5.31 → 10.20.9.9    TCP 66 50100 → 445 [SYN] Seq=0 Win=64240 Len=0',
    '  901 10.000000000   10.20.5.31 → 10.20.9.9    TCP 66 [TCP Retransmission] 50100 → 445 [SYN] Seq=0 Win=64240 Len=0',
    '  902 10.500000000   10.20.1.10 → 10.20.5.31   TCP 66 50200 → 445 [SYN] Seq=0 Win=64240 Len=0',
    '  903 11.500000000   10.20.1.10 → 10.20.5.31   TCP 66 [TCP Retransmission] 50200 → 445 [SYN] Seq=0 Win=64240 Len=0',
  ];
  const log = analyze([goodTrace.trimEnd(), ...other].join('\n'), 'network-trace');
  assert.deepEqual(
    log.findings.filter(each => each.severity === 'error' || each.severity === 'warning'),
    [],
  );
  // The file server is named as it is; the client is no server of its own join.
  const results = log.trace!.reachability.filter(({ result }) => result === 'unanswered');
  assert.deepEqual(
    results.map(({ server, port }) => `${server} ${port}`),
    ['10.20.9.9 445'],
  );
});

test('where several clients ask, a problem says whose it is', () => {
  const other = [syn(20, 445, 50777), again(21, 445, 50777), again(23, 445, 50777)];
  const alone = traceOf(...other);
  assert.doesNotMatch(alone.findings[0]!.message, /The client is/);
  const both = traceOf(
    '1 10.20.1.8 D CLDAP searchRequest(1) "<ROOT>" baseObject',
    '1 D 10.20.1.8 CLDAP searchResEntry(1) "<ROOT>" searchResDone(1) success  [1 result]',
    ...other,
  );
  assert.match(both.findings[0]!.message, /no answer to 3 SYNs.* The client is 10\.20\.1\.7\.$/);
});
