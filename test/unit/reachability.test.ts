// The table of ports for a network team: what was sent, what came back, when, and what is not known.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analyze';
import { reachabilityTable } from '../../server/src/report/reachability';

function tableOf(lines: readonly string[]): string {
  const log = analyze(lines.join('\n'), 'network-trace');
  return reachabilityTable(log, log.trace!) ?? '';
}

/** The row of a port, without what all rows of a test share. */
function rowOf(lines: readonly string[], port: number | string, transport = 'TCP'): string | undefined {
  const row = tableOf(lines)
    .split('\n')
    .find(each => each.includes(`| ${port} | ${transport} |`));
  return row?.split(' | ').slice(5).join(' | ');
}

/** Rows of a client and a server, by what they say; frames are numbered from 1, a quarter of a second apart. */
function trace(...rows: readonly (readonly ['>' | '<', string])[]): string[] {
  return rows.map(([way, text], at) => {
    const ends = way === '>' ? '10.20.0.7 → 10.20.0.5' : '10.20.0.5 → 10.20.0.7';
    return `    ${at + 1}   ${(at / 4).toFixed(6)}    ${ends}   ${text}`;
  });
}

const syn = (port: number, from = 50001) => `TCP 74 ${from} → ${port} [SYN] Seq=0 Win=64240 Len=0 MSS=1460`;
const again = (port: number, from = 50001) =>
  `TCP 74 [TCP Retransmission] ${from} → ${port} [SYN] Seq=0 Win=64240 Len=0 MSS=1460`;
const taken = (port: number) =>
  [
    ['>', syn(port)],
    ['<', `TCP 74 ${port} → 50001 [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460`],
    ['>', `TCP 66 50001 → ${port} [ACK] Seq=1 Ack=1 Win=64256 Len=0`],
  ] as const;

const located = [
  ['>', 'DNS 94 Standard query 0x1f01 SRV _ldap._tcp.dc._msdcs.alpine.test'],
  [
    '<',
    'DNS 140 Standard query response 0x1f01 SRV _ldap._tcp.dc._msdcs.alpine.test SRV 0 100 389 DC1.alpine.test',
  ],
  ['>', 'DNS 80 Standard query 0x1f02 A dc1.alpine.test'],
  ['<', 'DNS 96 Standard query response 0x1f02 A dc1.alpine.test A 10.20.0.5'],
] as const;

test('a row says what was sent and what came back, the server has its name, what answered only its first frame', () => {
  assert.equal(
    tableOf(trace(...located, ['>', syn(445)], ['>', again(445)], ['>', again(445)])),
    `### Ports as a network trace shows them

This export has no date: times count from its beginning. With date and time of day: \`tshark -t ud -r FILE > trace.txt\` (UTC).

| From | To | Port | Transport | Used for | Result | First seen | Evidence |
|---|---|---|---|---|---|---|---|
| 10.20.0.7 | 10.20.0.5 (dc1.alpine.test) | 445 | TCP | SMB | **Unanswered** | +1.0 s | 3 SYNs in 500 ms, no answer (frames 5–7, from port 50001) |
| 10.20.0.7 | 10.20.0.5 (dc1.alpine.test) | 53 | UDP | DNS | Answered | +0 ms | frame 1 |
| 10.20.0.7 | 10.20.0.5 (dc1.alpine.test) | 53, 88, 135, 139, 389, 464, 3268 | TCP |  | Not tried |  |  |
| 10.20.0.7 | 10.20.0.5 (dc1.alpine.test) | 88, 137, 138, 389, 464 | UDP |  | Not tried |  |  |
| 10.20.0.7 | 10.20.0.5 (dc1.alpine.test) | 49152–65535 | TCP | RPC, dynamic ports | Not tried |  |  |

- **Unanswered:** requests were sent, and nothing came back to where the trace was taken.
- Answered: data came back, or the connection was opened and nothing was asked.
- Not tried: no frame in this trace. It says nothing about the port.
`,
  );
});

test('a SYN that is refused', () => {
  const rst = (port: number, to = 50001) => `TCP 60 ${port} → ${to} [RST, ACK] Seq=1 Ack=1 Win=0 Len=0`;
  assert.equal(
    rowOf(trace(['>', syn(389)], ['<', rst(389)]), 389),
    '**Refused** | +0 ms | SYN → RST (frames 1, 2, from port 50001) |',
  );
  assert.equal(
    rowOf(trace(['>', syn(389)], ['<', rst(389)], ['>', syn(389, 50002)], ['<', rst(389, 50002)]), 389),
    '**Refused** | +0 ms | 2 SYNs in 500 ms → RST (frames 1–4, from ports 50001, 50002) |',
  );
});

test('of several connections the best one decides, and each kind is told', () => {
  const lines = trace(
    ['>', syn(389)],
    ['<', 'TCP 60 389 → 50001 [RST, ACK] Seq=1 Ack=1 Win=0 Len=0'],
    ['>', syn(389, 50002)],
    ['>', again(389, 50002)],
    ['>', again(389, 50002)],
  );
  assert.equal(
    rowOf(lines, 389),
    '**Refused** | +0 ms | SYN → RST (frames 1, 2, from port 50001); 3 SYNs in 500 ms, no answer (frames 3–5, from port 50002) |',
  );
});

test('what ICMP says decides whether it is a rule, a route or a service', () => {
  const stopped = (why: string, from: string) => [
    ...trace(['>', syn(445)]),
    `    2   0.004000    ${from} → 10.20.0.7    ICMP 102 Destination unreachable (${why})`,
  ];
  assert.equal(
    rowOf(stopped('Communication administratively filtered', '10.20.0.1'), 445),
    '**Filtered** | +0 ms | SYN → ICMP "Communication administratively filtered" from 10.20.0.1 (frames 1, 2, from port 50001) |',
  );
  assert.equal(
    rowOf(stopped('Host unreachable', '10.20.0.1'), 445),
    '**Unreachable** | +0 ms | SYN → ICMP "Host unreachable" from 10.20.0.1 (frames 1, 2, from port 50001) |',
  );
  assert.match(tableOf(stopped('Host unreachable', '10.20.0.1')), /\n- \*\*Unreachable:\*\* .*no port rule/);
  assert.match(rowOf(stopped('Port unreachable', '10.20.0.5'), 445)!, /^\*\*Refused\*\* /);
});

test('a connection that is taken and then silent', () => {
  const silent = trace(
    ...taken(445),
    ['>', 'SMB2 300 Negotiate Protocol Request'],
    ['<', 'TCP 66 445 → 50001 [ACK] Seq=1 Ack=235 Win=64896 Len=0'],
  );
  const end =
    '    6  20.750000    10.20.0.7 → 10.20.0.5    TCP 66 50001 → 445 [FIN, ACK] Seq=235 Ack=1 Win=64256 Len=0';
  assert.equal(
    rowOf([...silent, end], 445),
    '**Open, no reply** | +0 ms | connection taken, request at frame 4, then silence for 20.0 s (to frame 6, from port 50001) |',
  );
});

test('a connection that is cut in place of a reply', () => {
  const lines = trace(
    ...taken(445),
    ['>', 'SMB2 300 Negotiate Protocol Request'],
    ['<', 'TCP 60 445 → 50001 [RST, ACK] Seq=1 Ack=235 Win=0 Len=0'],
  );
  assert.equal(
    rowOf(lines, 445),
    '**Open, then cut** | +0 ms | connection taken, request at frame 4, then cut off (to frame 5, from port 50001) |',
  );
});

test('large segments that are lost are called a packet size and no port rule', () => {
  const large = (text = '') => `TCP 1514 ${text}50001 → 88 [ACK] Seq=1 Ack=1 Win=64256 Len=1460`;
  const lines = trace(
    ...taken(88),
    ['>', large()],
    ['>', 'KRB5 300 TGS-REQ'],
    ['>', 'TCP 300 50001 → 88 [PSH, ACK] Seq=1461 Ack=1 Win=64256 Len=246'],
    ['<', 'TCP 66 [TCP Dup ACK 2#1] 88 → 50001 [ACK] Seq=1 Ack=1 Win=64896 Len=0'],
    ['>', large('[TCP Retransmission] ')],
    ['>', large('[TCP Retransmission] ')],
  );
  assert.equal(
    rowOf(lines, 88),
    '**Large segments lost** | +750 ms | large segments from 10.20.0.7 lost, smaller ones arrive (frame 4, from port 50001) |',
  );
  assert.match(tableOf(lines), /- \*\*Large segments lost:\*\* .*\(MTU\).* not with a port rule/);
});

test('packets of one side, without the beginning of their connection', () => {
  const lines = trace(
    ['>', 'KRB5 300 TGS-REQ'],
    ['>', 'TCP 300 50001 → 445 [PSH, ACK] Seq=1 Ack=1 Win=64256 Len=246'],
    ['>', 'TCP 300 [TCP Retransmission] 50001 → 445 [PSH, ACK] Seq=1 Ack=1 Win=64256 Len=246'],
  );
  assert.equal(
    rowOf(lines, 445),
    '**Unanswered** | +250 ms | 2 packets in 250 ms, no answer (frames 2, 3, from port 50001) |',
  );
});

test('datagrams without an answer are requests', () => {
  const ping = 'CLDAP 138 searchRequest(1) "<ROOT>" baseObject';
  assert.equal(
    rowOf(trace(['>', ping], ['>', ping], ['>', ping], ['>', syn(445)], ['>', again(445)]), 389, 'UDP'),
    '**Unanswered** | +0 ms | 3 requests in 500 ms, no answer (frames 1–3) |',
  );
});

test('a trace that ends behind a SYN tells nothing of the port', () => {
  assert.equal(
    rowOf(trace(...located, ['>', syn(389)]), 389),
    'Unclear | +1.0 s | 1 SYN, and the trace ends (frame 5, from port 50001) |',
  );
});

test('the clock of the table: a date and whether its zone is known', () => {
  const at = (time: string) =>
    trace(['>', syn(445)], ['>', again(445)]).map(row => row.replace(/0\.\d{6}/, time));
  const clock = (lines: readonly string[]) => tableOf(lines).split('\n')[2];
  assert.equal(
    clock(at('2026-02-10 09:14:02.345201')),
    'Date: 2026-02-10; times as exported; the export does not state a zone.',
  );
  assert.equal(clock(at('1770714842.345201')), 'Date: 2026-02-10; times are UTC.');
  assert.equal(clock(at('2026-02-10T09:14:02.345201Z')), 'Date: 2026-02-10; times are UTC.');
  assert.match(rowOf(at('2026-02-10 09:14:02.345201'), 445)!, /\| 09:14:02\.345 \|/);
  const untimed = [
    'Source\tDestination\tProtocol\tInfo',
    `10.20.0.7\t10.20.0.5\tTCP\t50001 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460`,
  ];
  assert.match(clock(untimed)!, /^This export has no times\. With date and time of day: `tshark -t ud /);
});

test('addresses of all hosts of a network are no servers', () => {
  const query = 'NBNS 92 Name query NB ALPINE<1c>';
  const lines = ['10.20.0.255', '224.0.0.252', 'ff02::1:3'].map(
    (to, at) => `    ${at + 1}   0.${at}00000    10.20.0.7 → ${to}   ${query}`,
  );
  assert.equal(tableOf(lines), '');
  // An address that ends so may be a host where it answers, or is asked for something else.
  const host = trace(['>', syn(445)], ['>', again(445)]).map(row =>
    row.replaceAll('10.20.0.5', '10.20.1.255'),
  );
  assert.match(tableOf(host), /\| 10\.20\.1\.255 \| 445 \|/);
});

test('a dynamic port that was asked is named, and the range is not called untried', () => {
  const lines = trace(
    ...taken(135),
    ['>', 'EPM 250 Map request, DRSUAPI, 32bit NDR'],
    ['<', 'EPM 250 Map response, DRSUAPI, 32bit NDR'],
    ['>', syn(49671, 50002)],
    ['>', again(49671, 50002)],
  );
  assert.match(rowOf(lines, 49671)!, /^\*\*Unanswered\*\* /);
  assert.doesNotMatch(tableOf(lines), /49152/);
  // A DNS server alone is no domain controller.
  assert.doesNotMatch(tableOf(trace(...located.slice(2))), /49152/);
});
