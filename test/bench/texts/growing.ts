const stamp = '02/10/2026 09:14:02:123 ';
const begin = `${stamp}NetpDoDomainJoin\n`;
const end = (code: string) => `${stamp}NetpDoDomainJoin: status: ${code}\n`;
const block = (between: string, code: string) =>
  `${stamp}NetpContinueProvisioningPackageInstall:\n${between}${stamp}NetpContinueProvisioningPackageInstall: status: ${code}\n`;
const unable = `${stamp}NetpGetComputerObjectDn: Unable to bind to DS on '\\\\DC1': 0x6ba\n`;
const check = `${stamp}NetpValidateName: checking to see if 'A' is valid as type 3 name\n`;

/** Logs of so many records, about, of shapes that no Windows writes and a hostile file may have. */
export const logShapes: Readonly<Record<string, (records: number) => string>> = {
  'one join of failing lines': n => begin + unable.repeat(n) + end('0x6ba'),
  'a join with steps that failed': n => begin + unable.repeat(n) + end('0x0'),
  'joins that fail': n => (begin + end('0x5')).repeat(n / 2),
  'joins that fail in turn': n => (begin + end('0x5') + begin + end('0x6')).repeat(n / 4),
  'joins without an end': n => begin.repeat(n),
  'name checks that fail': n =>
    (check + `${stamp}NetpCheckDomainNameIsValid [ Exists ] for 'A' returned 0x54b\n`).repeat(n / 2),
  'name checks without an end': n => check.repeat(n),
  'parts that fail': n => begin + block('', '0x5').repeat(n / 2) + end('0x5'),
  'parts behind their join': n => begin + end('0x0') + block('', '0xa99').repeat(n / 2),
  'parts that differ': n =>
    begin +
    Array.from({ length: n / 2 }, (_, index) => block(`  lpDomain: d${index}\n`, '0x5')).join('') +
    end('0x5'),
  'a thread for each line': n =>
    Array.from(
      { length: n },
      (_, index) => `${stamp}[${(index + 256).toString(16)}] NetpDoDomainJoin\n`,
    ).join(''),
  'years that pass': n => '05/01 10:00:00 NetpDoDomainJoin\n01/01 10:00:00 NetpDoDomainJoin\n'.repeat(n / 2),
};

/** A row of a trace, as tshark prints it without options. */
export const row = (number: number, source: string, destination: string, protocol: string, info: string) =>
  `${number} ${(number / 1000).toFixed(6)} ${source} → ${destination} ${protocol} 74 ${info}\n`;
export const client = '10.20.0.7';
export const server = '10.20.0.5';
const rows = (n: number, of: (at: number) => [string, string, string, string]) =>
  Array.from({ length: n }, (_, at) => row(at + 1, ...of(at))).join('');
const syn = (port: number, to = 445) => `${port} → ${to} [SYN] Seq=0 Win=64240 Len=0 MSS=1460`;
const host = (at: number) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
const hex = (at: number) => `0x${(at & 0xffff).toString(16).padStart(4, '0')}`;
const tree = (n: number, blanks: (at: number) => number) =>
  'Frame 1: 94 bytes on wire (752 bits), 94 bytes captured (752 bits)\n' +
  'Internet Protocol Version 4, Src: 10.20.0.7, Dst: 10.20.0.5\n' +
  'User Datagram Protocol, Src Port: 40000, Dst Port: 53\nDomain Name System (query)\n' +
  Array.from(
    { length: n },
    (_, at) => `${' '.repeat(blanks(at))}Flags: 0x8580 Standard query response\n`,
  ).join('');

/** The same for network traces, of so many rows or lines of details, about. */
export const traceShapes: Readonly<Record<string, (rows: number) => string>> = {
  'one SYN again and again': n => rows(n, () => [client, server, 'TCP', syn(40000)]),
  'a SYN of each port': n => rows(n, at => [client, server, 'TCP', syn(at & 0xffff)]),
  'a SYN of each host': n => rows(n, at => [host(at), server, 'TCP', syn(40000)]),
  'a SYN to each host': n => rows(n, at => [client, host(at), 'TCP', syn(40000)]),
  'a SYN to each port': n => rows(n, at => [client, server, 'TCP', syn(40000, at & 0xffff)]),
  'DNS requests without replies': n =>
    rows(n, at => [client, server, 'DNS', `Standard query ${hex(at)} SRV _ldap._tcp.d${at}.alpine.test`]),
  'DNS requests to each host': n =>
    rows(n, at => [client, host(at), 'DNS', `Standard query ${hex(at)} A d${at}.alpine.test`]),
  'DNS replies without requests': n =>
    rows(n, at => [server, client, 'DNS', `Standard query response ${hex(at)} No such name A d.alpine.test`]),
  'ICMP alone': n => rows(n, () => [server, client, 'ICMP', 'Destination unreachable (Port unreachable)']),
  'ICMP for each request': n =>
    rows(n, at =>
      at % 2
        ? [server, client, 'ICMP', 'Destination unreachable (Port unreachable)']
        : [client, server, 'DNS', `Standard query ${hex(at)} A d${at}.alpine.test`],
    ),
  'ICMP behind one request': n =>
    rows(n, at =>
      at > 0
        ? [server, client, 'ICMP', 'Destination unreachable (Host unreachable)']
        : [client, server, 'DNS', 'Standard query 0x0001 A dc1.alpine.test'],
    ),
  'ports that are mapped and opened': n =>
    rows(n, at => {
      const port = 1024 + ((at >> 2) % 60000);
      switch (at & 3) {
        case 0:
          return [client, server, 'EPM', 'Map request, DRSUAPI, 32bit NDR'];
        case 1:
          return [server, client, 'EPM', 'Map response, DRSUAPI, 32bit NDR'];
        case 2:
          return [client, server, 'TCP', syn(40000, port)];
        default:
          return [server, client, 'TCP', `${port} → 40000 [SYN, ACK] Seq=0 Ack=1 Len=0`];
      }
    }),
  'NTLM again and again': n =>
    rows(n, at =>
      at % 2
        ? [client, server, 'SMB2', 'Session Setup Request, NTLMSSP_NEGOTIATE']
        : [
            client,
            server,
            'DCERPC',
            `AUTH3: call_id: ${at}, Fragment: Single, NTLMSSP_AUTH, User: ALPINE\\a`,
          ],
    ),
  'open requests on one connection': n =>
    rows(n, at => [client, server, 'LDAP', `searchRequest(${at}) "DC=alpine,DC=test" wholeSubtree`]),
  'requests that fail and are asked again': n =>
    rows(n, at =>
      at % 2
        ? [server, client, 'KRB5', 'KRB Error: KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN']
        : [client, server, 'KRB5', 'TGS-REQ'],
    ),
  'SMB on a new connection each': n =>
    rows(n, at =>
      at % 2
        ? [client, server, 'SMB2', 'Negotiate Protocol Request']
        : [client, server, 'TCP', syn((at >> 1) & 0xffff)],
    ),
  'RPC of unknown ports': n =>
    rows(n, at =>
      at % 2
        ? [client, server, 'DRSUAPI', 'DsBind request']
        : [
            client,
            server,
            'TCP',
            `${40000 + (at % 20000)} → ${1024 + (at % 60000)} [SYN, ACK] Seq=0 Ack=1 Len=0`,
          ],
    ),
  'large segments again and again': n =>
    rows(n, at => [
      client,
      server,
      'TCP',
      `[TCP Retransmission] 40000 → 445 [ACK] Seq=${(at % 1000) * 2000 + 1} Ack=1 Win=512 Len=1460`,
    ]),
  'gaps in what arrives': n =>
    rows(n, at => [client, server, 'TCP', `40000 → 445 [ACK] Seq=${at * 4000 + 1} Ack=1 Win=512 Len=1460`]),
  'rows that repeat their numbers': n =>
    Array.from({ length: n }, () => row(1, client, server, 'DNS', 'Standard query 0x1 A a.alpine.test')).join(
      '',
    ),
  'one long line': n => row(1, client, server, 'DNS', `Standard query 0x0001 A ${'a.'.repeat(40 * n)}`),
  'one long line of blanks': n => row(1, client, server, 'DNS', ' '.repeat(80 * n) + 'x'),
  'one long line of tabs': n => '\t1\t'.repeat(20 * n) + row(1, client, server, 'DNS', 'x'),
  'details in one level': n => tree(n, () => 4),
  'details side by side': n => tree(n, at => 4 + 4 * (at % 8)),
  'details that go deeper': n => tree(n, at => 4 + 2 * (at % 400)),
  'details without a row': n =>
    (
      'Internet Protocol Version 4, Src: 10.20.0.7, Dst: 10.20.0.5\n' +
      'Domain Name System (query)\n    Transaction ID: 0x0001\n\n'
    ).repeat(n / 4),
  'rows and prose in turn': n =>
    Array.from({ length: n / 2 }, (_, at) => row(at, client, server, 'KRB5', 'AS-REQ') + 'and then\n\n').join(
      '',
    ),
};
