// The sentences of problems and hovers in a network trace: what happened, with the names of the trace, what it means,
// one check. Samples are our own.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Finding, Log } from '../../server/src/model';
import { hoverIn, traceHoverAt, traceOf } from './checks';

const hosts: Readonly<Record<string, string>> = {
  C: '10.20.1.7',
  D: '10.20.2.10',
  E: '10.20.2.11',
  N: '192.0.2.53',
  R: '10.20.1.1',
};

/** Rows "seconds source destination protocol info" as tshark prints them. */
function rowsOf(rows: readonly string[]): string[] {
  return rows.map((row, at) => {
    const [time, source, destination, protocol, ...info] = row.split(' ');
    const [from, to] = [source!, destination!].map(each => hosts[each] ?? each);
    return `${String(at + 1).padStart(5)} ${Number(time).toFixed(6)} ${from} → ${to} ${protocol} 90 ${info.join(' ')}`;
  });
}

const logOf = (...rows: readonly string[]): Log => traceOf(...rowsOf(rows));

/** The findings as "severity code line", with what the first of them says. */
function told(log: Log): readonly [places: readonly string[], message: string] {
  const place = ({ severity, code, line }: Finding) => `${severity} ${code} ${line + 1}`;
  return [log.findings.map(place), log.findings[0]?.message ?? ''];
}

const ack = (time: number, port: number, from: number) =>
  `${time} D C TCP ${port} → ${from} [ACK] Seq=1 Ack=300 Win=65160 Len=0`;
const syn = (time: number, port: number, from: number, to = 'D') =>
  `${time} C ${to} TCP ${from} → ${port} [SYN] Seq=0 Win=64240 Len=0 MSS=1460`;
const again = (time: number, port: number, from: number, to = 'D') =>
  `${time} C ${to} TCP [TCP Retransmission] ${from} → ${port} [SYN] Seq=0 Win=64240 Len=0 MSS=1460`;
const open = (time: number, port: number, from: number) => [
  syn(time, port, from),
  `${time} D C TCP ${port} → ${from} [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460`,
  `${time} C D TCP ${from} → ${port} [ACK] Seq=1 Ack=1 Win=64512 Len=0`,
];
const rst = (time: number, port: number, from: number) =>
  `${time} D C TCP ${port} → ${from} [RST, ACK] Seq=1 Ack=1 Win=0 Len=0`;
const negotiated = (time: number, from: number) => [
  ...open(time, 445, from),
  `${time} C D SMB2 Negotiate Protocol Request`,
  `${time} D C SMB2 Negotiate Protocol Response`,
];
const located = [
  '0 C D DNS Standard query 0x1111 SRV _ldap._tcp.dc._msdcs.alpine.test',
  '0 D C DNS Standard query response 0x1111 SRV _ldap._tcp.dc._msdcs.alpine.test SRV 0 100 389 dc1.alpine.test A 10.20.2.10',
];
const later = [
  '90 C N DNS Standard query 0x7777 A www.example.org',
  '90 N C DNS Standard query response 0x7777 A www.example.org A 192.0.2.80',
];

test('the SMB session that waited for Kerberos and was cut is told with it', () => {
  const log = logOf(
    ...negotiated(0, 50001),
    syn(1, 88, 50002),
    again(2, 88, 50002),
    rst(5, 445, 50001),
    ...later,
  );
  const [places, message] = told(log);
  assert.deepEqual(places, ['error connection-unanswered 6']);
  assert.match(message, /Meanwhile the server cut the SMB connection, before any logon \(frame 8\)\./);
  assert.match(message, /NetSetup\.log may show 0x40 ERROR_NETNAME_DELETED\./);
  assert.ok(
    log.findings[0]!.related.some(each => each.line === 7 && /cuts the SMB connection/.test(each.message)),
  );
  const column = log.lines.at(7).indexOf('[RST') + 1;
  assert.match(
    hoverIn(log, 7, column) ?? '',
    /The server cuts this SMB connection before a logon was sent\./,
  );
});

test('the hover on an RST says what it ends', () => {
  const over = (...rows: readonly string[]) => {
    const log = logOf(...rows, ...later);
    const line = rows.findIndex(each => each.includes('[RST'));
    return hoverIn(log, line, log.lines.at(line).indexOf('[RST') + 1) ?? '';
  };
  assert.match(over(syn(0, 389, 50001), rst(0, 389, 50001)), /Answers the SYN: the port is closed there/);
  assert.match(
    over(
      ...open(0, 389, 50001),
      '0 C D TCP 50001 → 389 [FIN, ACK] Seq=1 Ack=1 Win=9 Len=0',
      rst(1, 389, 50001),
    ),
    /over already \(FIN\)/,
  );
  assert.match(
    over(...negotiated(0, 50001), '1 C D SMB2 Session Setup Request, NTLMSSP_NEGOTIATE', rst(2, 445, 50001)),
    /in place of a reply to SMB Session Setup \(frame 6\)/,
  );
});

test('a rule on the way is told from a host that is not there', () => {
  const stopped = (why: string) =>
    told(logOf(syn(0, 445, 50001), `0.1 R C ICMP Destination unreachable (${why})`, ...later))[1];
  const filtered = stopped('Communication administratively filtered');
  assert.match(filtered, /10\.20\.1\.1 rejects this by rule\./);
  assert.match(filtered, /Check next: the rules of 10\.20\.1\.1 for TCP 445 to 10\.20\.2\.10\.$/);
  assert.doesNotMatch(filtered, /is off|missing route|Test-NetConnection/);
  const away = stopped('Host unreachable');
  assert.match(away, /10\.20\.1\.1 cannot reach it: consistent with a host that is off/);
  assert.match(away, /Check next: whether 10\.20\.2\.10 is up/);
  assert.doesNotMatch(away, /firewall/);
});

test('what to check fits how the port kept silent', () => {
  const silent = told(
    logOf(...open(0, 445, 50001), '0 C D SMB2 Negotiate Protocol Request', ack(0, 445, 50001), ...later),
  )[1];
  assert.match(silent, /whether the service Server \(LanmanServer\) answers on 10\.20\.2\.10 itself/);
  assert.match(silent, /Test-NetConnection proves nothing here/);
  // What a session that only says nothing comes to is not certain.
  assert.doesNotMatch(silent, /0x35|0x43|0x40/);

  const cut = told(
    logOf(
      ...negotiated(0, 50001),
      '1 C D SMB2 Session Setup Request, NTLMSSP_NEGOTIATE',
      rst(2, 445, 50001),
      ...later,
    ),
  )[1];
  assert.match(cut, /answered Negotiate Protocol \(frame 5\), then cut the connection in place of a reply/);
  assert.match(
    cut,
    /NetSetup\.log may show 0x40 ERROR_NETNAME_DELETED\. Check next: a trace on 10\.20\.2\.10/,
  );

  const unanswered = told(logOf(syn(0, 445, 50001), again(1, 445, 50001), ...later))[1];
  assert.match(unanswered, /NetSetup\.log may show 0x35 ERROR_BAD_NETPATH\./);

  const refused = told(logOf(syn(0, 389, 50001), rst(0, 389, 50001), ...later))[1];
  assert.match(refused, /0x3a ERROR_BAD_NET_RESP \(81 LDAP_SERVER_DOWN\)/);
  assert.match(
    refused,
    /whether 10\.20\.2\.10 still is a domain controller \(service NTDS\), else the SRV record/,
  );
  assert.doesNotMatch(refused, /Test-NetConnection/);

  const datagram = told(logOf('0 C D KRB5 AS-REQ', '1 C D KRB5 AS-REQ', ...later))[1];
  assert.match(datagram, /UDP and TCP 88 \(Test-NetConnection tests TCP only\)/);
});

test('a request that stays open says what was answered before it', () => {
  const [, message] = told(
    logOf(
      ...negotiated(0, 50001),
      '1 C D SMB2 Session Setup Request, NTLMSSP_NEGOTIATE',
      '30 C D TCP 50001 → 445 [FIN, ACK] Seq=400 Ack=300 Win=9 Len=0',
      ...later,
    ),
  );
  assert.match(
    message,
    /answered Negotiate Protocol \(frame 5\), then said nothing for 29\.0 s: SMB Session Setup/,
  );
});

test('ports that are one problem are told as one', () => {
  const [smb, message] = told(
    logOf(syn(0, 445, 50001), syn(0, 139, 50002), again(1, 445, 50001), again(1, 139, 50002), ...later),
  );
  assert.deepEqual(smb, ['error connection-unanswered 1']);
  assert.match(message, /^TCP 445 and 139 \(SMB\) of 10\.20\.2\.10: no answer to 4 SYNs in 1\.0 s\./);
  const [refused, both] = told(
    logOf(syn(0, 445, 50001), rst(0, 445, 50001), syn(1, 139, 50002), rst(1, 139, 50002), ...later),
  );
  assert.deepEqual(refused, ['error connection-refused 2']);
  assert.match(both, /^TCP 445 and 139 \(SMB\) of 10\.20\.2\.10 answered 2 SYNs with RST\./);
  const [kerberos, tickets] = told(
    logOf('0 C D KRB5 AS-REQ', '1 C D KRB5 AS-REQ', syn(2, 88, 50003), again(3, 88, 50003), ...later),
  );
  assert.deepEqual(kerberos, ['error request-unanswered 1']);
  assert.match(
    tickets,
    /^UDP and TCP 88 \(Kerberos\) of 10\.20\.2\.10: no reply to 2 requests in 1\.0 s by UDP \(AS-REQ, frame 1\), no answer to 2 SYNs in 1\.0 s by TCP\./,
  );
});

test('the refusal of an unsigned DNS update is a normal step where a signed one follows', () => {
  const updates = (signed: string) =>
    logOf(
      ...located,
      '1 C D DNS Dynamic update 0x0a01 SOA alpine.test CNAME ANY A 10.20.1.7',
      '1 D C DNS Dynamic update response 0x0a01 Refused SOA alpine.test CNAME ANY A 10.20.1.7',
      '2 C D DNS Standard query 0x0a02 TKEY 1234-ms-7.1 TKEY',
      '2 D C DNS Standard query response 0x0a02 TKEY 1234-ms-7.1 TKEY TSIG',
      '3 C D DNS Dynamic update 0x0a03 SOA alpine.test CNAME ANY A 10.20.1.7 TSIG',
      `3 D C DNS Dynamic update response 0x0a03 ${signed}SOA alpine.test CNAME ANY A 10.20.1.7 TSIG`,
      ...later,
    );
  const log = updates('Server failure ');
  const [places, message] = told(log);
  assert.deepEqual(places, ['warning dns-update-failed 8']);
  assert.match(message, /DNS update alpine\.test with SERVFAIL \(2\)\..*belongs to another account/);
  assert.match(message, /refuses the unsigned update before it \(frame 4\) is a normal step/);
  assert.equal(log.roleOf(log.records[3]!)?.kind, 'harmless');
  assert.deepEqual(told(updates(''))[0], []);
});

test('the account that was refused is named', () => {
  const bind = (user: string) =>
    told(
      logOf(
        ...open(0, 389, 50001),
        '0 C D LDAP bindRequest(1) "<ROOT>" , NTLMSSP_NEGOTIATE',
        '0 D C LDAP bindResponse(1) saslBindInProgress , NTLMSSP_CHALLENGE',
        `0 C D LDAP bindRequest(2) "<ROOT>" , NTLMSSP_AUTH, User: ${user}sasl `,
        '0 D C LDAP bindResponse(2) invalidCredentials (80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data 533, v4563)',
      ),
    )[1];
  assert.match(bind('alpine\\joiner'), /refused the logon of alpine\\joiner \(LDAP bind NTLM, frame 6\)/);
  assert.match(bind('alpine\\joiner'), /Check next: alpine\\joiner in Active Directory/);
  const netmon = traceOf(
    '10.20.1.7\t10.20.2.10\tKerberosV5\tKerberosV5:AS Request Cname: joiner Realm: ALPINE Sname: krbtgt/ALPINE {UDP:3, IPv4:2}',
    '10.20.2.10\t10.20.1.7\tKerberosV5\tKerberosV5:KRB_ERROR  - KDC_ERR_CLIENT_REVOKED (18) {UDP:3, IPv4:2}',
  );
  assert.match(told(netmon)[1], /Kerberos AS-REQ for joiner@ALPINE with KDC_ERR_CLIENT_REVOKED \(18\)/);
});

test('commands have the domain that the trace asked for', () => {
  const paused = (...rows: readonly string[]) =>
    told(
      logOf(
        ...rows,
        '9 C D CLDAP searchRequest(5) "<ROOT>" baseObject',
        '12 C D CLDAP searchRequest(5) "<ROOT>" baseObject',
        ...later,
      ),
    )[1];
  assert.match(paused(...located), /nltest \/dsgetdc:alpine\.test \/force/);
  assert.match(paused(), /nltest \/dsgetdc:<domain> \/force/);
});

test('an account that exists and may not be opened is one problem', () => {
  const [places, message] = told(
    logOf(
      '0 C D SAMR CreateUser2 request, wks07$',
      '0 D C SAMR CreateUser2 response, STATUS_USER_EXISTS, Error: STATUS_USER_EXISTS',
      '0 C D SAMR LookupNames request',
      '0 D C SAMR LookupNames response',
      '0 C D SAMR OpenUser request',
      '0 D C SAMR OpenUser response, STATUS_ACCESS_DENIED, Error: STATUS_ACCESS_DENIED',
    ),
  );
  assert.deepEqual(places, ['error rpc-failed 6']);
  assert.match(message, /SAMR OpenUser with STATUS_ACCESS_DENIED/);
  assert.match(
    message,
    /The account wks07\$ exists \(frame 2\) and may not be opened: consistent with account re-use that is blocked \(0xaac NERR_/,
  );
});

test('many refused secure channels in a moment are no join', () => {
  const attempts = Array.from({ length: 6 }, (_, at) => [
    `0.00${at} C D RPC_NETLOGON NetrServerAuthenticate2 request`,
    `0.00${at} D C RPC_NETLOGON NetrServerAuthenticate2 response, STATUS_ACCESS_DENIED`,
  ]).flat();
  const [places, message] = told(logOf(...attempts));
  assert.deepEqual(places, ['error rpc-failed 2']);
  assert.match(
    message,
    /6 times in 5 ms\. That is no join: consistent with a scan for the Netlogon flaw CVE-2020-1472\. Tell who looks after security\./,
  );
  assert.match(told(logOf(...attempts.slice(0, 2)))[1], /The secure channel was refused/);
});

test('a session that the server forgot has something to check', () => {
  const [, message] = told(
    logOf(
      ...negotiated(0, 50001),
      '1 C D SMB2 Session Setup Request, NTLMSSP_NEGOTIATE',
      '1 D C SMB2 Session Setup Response, Error: STATUS_USER_SESSION_DELETED',
    ),
  );
  assert.match(
    message,
    /does not know this session any more.*Check next: the System event log of 10\.20\.2\.10/,
  );
});

/** The answer to an LDAP ping with its details, and what follows it. */
const answered = (opcode: string, flags: string, ...rows: readonly string[]): Log =>
  traceOf(
    ...rowsOf([
      '0 C D CLDAP searchRequest(5) "<ROOT>" baseObject',
      '0 D C CLDAP searchResEntry(5) "<ROOT>" searchResDone(5) success  [1 result]',
      ...rows,
    ]),
    '',
    'Frame 2: 185 bytes on wire (1480 bits), 185 bytes captured (1480 bits)',
    'Internet Protocol Version 4, Src: 10.20.2.10, Dst: 10.20.1.7',
    'User Datagram Protocol, Src Port: 389, Dst Port: 40000',
    'Connectionless Lightweight Directory Access Protocol',
    '    LDAPMessage searchResEntry(5) "<ROOT>" [1 result]',
    '        PartialAttributeList item Netlogon',
    `            Operation code: ${opcode}`,
    `            Flags: ${flags}, Writable DC`,
  );

test('what a domain controller does not announce is told in short', () => {
  const normal = 'LOGON_SAM_LOGON_RESPONSE_EX (23)';
  const tickets = ['1 C E KRB5 AS-REQ', '1 E C KRB5 AS-REP'];
  const [lacks, about] = told(answered(normal, '0x0001f35d', ...tickets));
  assert.equal(lacks.length, 1);
  assert.match(about, /does not say that it is a KDC or that it is in the site of the client/);
  assert.match(about, /Harmless where tickets come from elsewhere, as here from 10\.20\.2\.11\./);
  assert.equal(about.match(/Check next/g)?.length, 1);
  // Beside what keeps a join from it, the rest is left out.
  const [, readOnly] = told(answered(normal, '0x0001f25d', ...located));
  assert.match(
    readOnly,
    /10\.20\.2\.10 is not writable \(LDAP ping, .*nltest \/dsgetdc:alpine\.test \/writable/,
  );
  assert.doesNotMatch(readOnly, /KDC|site/);
  const [paused, used] = told(
    answered('LOGON_SAM_PAUSE_RESPONSE_EX (24)', '0x0001f3fd', ...negotiated(1, 50001)),
  );
  assert.match(paused[0]!, /^warning dc-unsuitable/);
  assert.match(used, /The client used it all the same \(frame 6\)\./);
  assert.doesNotMatch(used, /passes it over/);
});

test('messages stay short', () => {
  const logs = [
    logOf('0 C D KRB5 AS-REQ', '1 C D KRB5 AS-REQ', syn(2, 88, 50003), again(3, 88, 50003), ...later),
    logOf(syn(0, 389, 50001), rst(0, 389, 50001), ...later),
    logOf(...open(0, 445, 50001), '0 C D SMB2 Negotiate Protocol Request', ack(0, 445, 50001), ...later),
  ];
  for (const { findings } of logs) {
    for (const { message } of findings) assert.ok(message.length <= 440, `${message.length}: ${message}`);
  }
});

test('a hover tells nothing twice', () => {
  const refused = traceHoverAt(
    ...rowsOf([
      '0 C D SMB2 Session Setup Request, NTLMSSP_AUTH, User: ALPINE\\joiner',
      '0 D C SMB2 Session Setup Response, Error: STATUS_LOGON█_FAILURE',
    ]),
  );
  assert.equal(refused?.match(/The logon was refused/g)?.length, 1);
  const unknown = traceHoverAt(
    ...rowsOf([
      '0 C N DNS Standard query 0x0001 SRV _ldap._tcp.dc._msdcs.alpine.test',
      '0 N C DNS Standard query response 0x0001 No such█ name SRV _ldap._tcp.dc._msdcs.alpine.test',
    ]),
  );
  assert.equal(unknown?.match(/misspelt name/g)?.length, 1);
});

test('hovers give numbers and names as they are printed', () => {
  const details = (...lines: readonly string[]) => [
    'Frame 8: 185 bytes on wire (1480 bits), 185 bytes captured (1480 bits)',
    'Internet Protocol Version 4, Src: 10.20.2.10, Dst: 10.20.1.7',
    'User Datagram Protocol, Src Port: 389, Dst Port: 53143',
    'Connectionless Lightweight Directory Access Protocol',
    '    LDAPMessage searchResEntry(1) "<ROOT>" [1 result]',
    '        PartialAttributeList item Netlogon',
    ...lines.map(line => `            ${line}`),
  ];
  assert.match(
    traceHoverAt(...details('Operation code: LOGON_SAM_LOGON_RESPONSE_EX (2█3)')) ?? '',
    /^\*\*`23` · LOGON_SAM_LOGON_RESPONSE_EX\*\* · LDAP ping operation code/,
  );
  assert.match(traceHoverAt(...details('Flags: 0x0001█f15c, WDC: Domain')) ?? '', /^\*\*`0x0001f15c`\*\*/);
  // Words of a flag name no protocol.
  const bit =
    '..0. .... .... .... .... .... .... .... = D█NS: Server name is not in DNS format (Windows 2008)';
  assert.doesNotMatch(traceHoverAt(...details('Flags: 0x0001f15c, WDC: Domain', `    ${bit}`)) ?? '', /53/);
  const fault = 'Fault: call_id: 2, Fragment: Single, Ctx: 1, status: nca_s_fault_access█_denied';
  assert.match(
    traceHoverAt(...rowsOf([`0 D C DCERPC ${fault}`])) ?? '',
    /ERROR_ACCESS_DENIED · nca_s_fault_access_denied/,
  );
});
