// Lines become frames: every kind of trace text, with what its columns say. Expected values are read from the lines.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { recognize } from '../../server/src/formats/recognize';
import { pathsIn } from '../../server/src/formats/trace/detailsTree';
import type { Frame, Log, Trace } from '../../server/src/model';
import { messageSpan } from '../../server/src/parser/spans';

function logOf(text: string): Log {
  const log = analyze(text, 'network-trace');
  for (const frame of log.records) {
    const { line, end } = messageSpan(frame);
    assert.ok(end <= log.lines.at(line).length, `the message of line ${line} ends inside it`);
  }
  return log;
}

function read(text: string): Trace {
  return logOf(text).trace!;
}

/** "number time source:port > destination:port PROTOCOL message"; `-` for what the trace does not tell. */
function told(frame: Frame): string {
  const end = (name: string, port: number | undefined) =>
    (name || '-') + (port === undefined ? '' : `:${port}`);
  const ends = `${end(frame.source, frame.sourcePort)} > ${end(frame.destination, frame.destinationPort)}`;
  const time =
    frame.time === undefined ? '-' : `${Math.round(frame.time * 1e3) / 1e3}${frame.hasYear ? 'd' : ''}`;
  return `${frame.number ?? '-'} ${time} ${ends} ${frame.protocol} ${frame.message}`;
}

/** Checks that a text is of one dialect, is read wholly, is known as a trace by itself, and holds these frames. */
function check(dialect: string, text: string, ...expected: string[]): void {
  const trace = read(text);
  assert.deepEqual(trace.frames.map(told), expected);
  assert.deepEqual(trace.dialects, [dialect], text);
  assert.deepEqual(trace.unreadLines, [], text);
  assert.equal(recognize(text), 'network-trace', text);
}

const query = 'Standard query 0x1a2b SRV _ldap._tcp.dc._msdcs.alpine.test';
const dns = `10.20.0.7 > 10.20.0.10 DNS ${query}`;

/** 2026-11-20 22:44:39.175 UTC, in milliseconds. */
const moment = 1_795_214_679_175;
const ofDay = 81_879_175;

test('tshark: every form of time', () => {
  for (const [time, expected] of [
    ['0.000000', '0'],
    ['12.345678901', '12345.679'],
    ['-0.500000', '-500'],
    ['3', '3000'],
    ['1795214679.175000000', `${moment}d`],
    ['2026-11-20 22:44:39.175000', `${moment}d`],
    ['2026-11-20 22:44:39.175000Z', `${moment}d`],
    ['2026/324 22:44:39.175000', `${moment}d`],
    ['22:44:39.175000', `${ofDay}`],
  ] as const) {
    check(
      'tsharkSummary',
      `    1 ${time}    10.20.0.7 → 10.20.0.10   DNS 94 ${query}`,
      `1 ${expected} ${dns}`,
    );
  }
});

test('times since the frame before, and a time of day over midnight, count from one beginning', () => {
  const times = (...own: string[]) =>
    read(
      own.map((time, at) => `${at + 1} ${time} 10.20.0.7 → 10.20.0.10 DNS 94 ${query}`).join('\n'),
    ).frames.map(each => Math.round(each.time!));
  assert.deepEqual(
    times('0.000', '0.500', '0.100', '2.000', '0.400', '0.000'),
    [0, 500, 600, 2600, 3000, 3000],
  );
  assert.deepEqual(times('0.000', '0.500', '0.600', '2.600', '3.000'), [0, 500, 600, 2600, 3000]);
  assert.deepEqual(
    times('23:59:58.000', '23:59:59.500', '00:00:01.000'),
    [86_398_000, 86_399_500, 86_401_000],
  );
});

test('tshark: arrows, columns that are left out, names, IPv6 and MAC addresses', () => {
  check('tsharkSummary', `    1   0.000000 10.20.0.7 -> 10.20.0.10 DNS 94 ${query}`, `1 0 ${dns}`);
  check('tsharkSummary', `    1   0.000000 10.20.0.10 ← 10.20.0.7 DNS 94 ${query}`, `1 0 ${dns}`);
  check('tsharkSummary', `    1   0.000000 10.20.0.7 ΓåÆ 10.20.0.10 DNS 94 ${query}`, `1 0 ${dns}`);
  check('tsharkSummary', `    1   0.000000 10.20.0.7 → 10.20.0.10 DNS ${query}`, `1 0 ${dns}`);
  check('tsharkSummary', `10.20.0.7 → 10.20.0.10 DNS 94 ${query}`, `- - ${dns}`);
  check(
    'tsharkSummary',
    '    5   0.002000 10.20.0.7 → 10.20.0.10 TCP 49708 → 445 [SYN] Seq=0 Win=65535 Len=0',
    '5 2 10.20.0.7 > 10.20.0.10 TCP 49708 → 445 [SYN] Seq=0 Win=65535 Len=0',
  );
  check(
    'tsharkSummary',
    '    5   0.002000 10.20.0.7 -> 10.20.0.10 TCP 66 49708 > microsoft-ds [SYN] Seq=0 Len=0',
    '5 2 10.20.0.7 > 10.20.0.10 TCP 49708 > microsoft-ds [SYN] Seq=0 Len=0',
  );
  check(
    'tsharkSummary',
    '   12 1.5 wks07.alpine.test → dc1.alpine.test LDAP 264 bindResponse(3) success \n' +
      '   13 1.6 2001:db8::7 → 2001:db8::10 KRB5 231 AS-REQ\n' +
      '   14 1.7 fe80::1%eth0 → ff02::1:2 DHCPv6 150 Solicit XID: 0x1\n' +
      '   15 1.8 VMware_0c:d5:49 → Broadcast    ARP 42 Who has 10.20.0.10? Tell 10.20.0.7\n' +
      '   16 1.9 00:50:56:0c:d5:49 → ff:ff:ff:ff:ff:ff ARP 42 Who has 10.20.0.11? Tell 10.20.0.7',
    '12 1500 wks07.alpine.test > dc1.alpine.test LDAP bindResponse(3) success',
    '13 1600 2001:db8::7 > 2001:db8::10 KRB5 AS-REQ',
    '14 1700 fe80::1%eth0 > ff02::1:2 DHCPv6 Solicit XID: 0x1',
    '15 1800 VMware_0c:d5:49 > Broadcast ARP Who has 10.20.0.10? Tell 10.20.0.7',
    '16 1900 00:50:56:0c:d5:49 > ff:ff:ff:ff:ff:ff ARP Who has 10.20.0.11? Tell 10.20.0.7',
  );
});

test('tshark: ports in columns of their own', () => {
  check(
    'tsharkSummary',
    '  760 70.805532684 10.20.0.7 60538 10.20.0.10  445 SMB2 182 Tree Connect Request Tree: \\\\DC1\\SysVol\n' +
      '  761 70.900000000  10.20.0.10 445 10.20.0.7 60538 SMB2 138 Tree Connect Response',
    '760 70805.533 10.20.0.7:60538 > 10.20.0.10:445 SMB2 Tree Connect Request Tree: \\\\DC1\\SysVol',
    '761 70900 10.20.0.10:445 > 10.20.0.7:60538 SMB2 Tree Connect Response',
  );
  check(
    'tsharkSummary',
    '    1 0.0 10.20.0.7 → 10.20.0.10 60538 88 KRB5 231 AS-REQ\n' +
      '    2 0.1 10.20.0.10 kerberos 10.20.0.7 60538 KRB5 290 AS-REP',
    '1 0 10.20.0.7:60538 > 10.20.0.10:88 KRB5 AS-REQ',
    '2 100 10.20.0.10:88 > 10.20.0.7:60538 KRB5 AS-REP',
  );
});

test('tshark -T tabs', () => {
  check(
    'tsharkTabs',
    `    1\t0.000000000\t   10.20.0.7\t→\t10.20.0.10  \tDNS\t94\t${query}\n` +
      '    2\t2026-11-20 22:44:39.175\t10.20.0.10\t→\t10.20.0.7\tTCP\t66\t445 → 49708 [SYN, ACK] Seq=0 Ack=1',
    `1 0 ${dns}`,
    `2 ${moment}d 10.20.0.10 > 10.20.0.7 TCP 445 → 49708 [SYN, ACK] Seq=0 Ack=1`,
  );
});

test('Wireshark: rows copied with tabs, with and without header, number, time and length', () => {
  check(
    'wiresharkTabs',
    `Source\t\tDestination\tProtocol\t\tInfo\n10.20.0.7\t10.20.0.10\tDNS\t\t${query}`,
    `- - ${dns}`,
  );
  check('wiresharkTabs', `10.20.0.7\t10.20.0.10\tDNS\t${query}`, `- - ${dns}`);
  check(
    'wiresharkTabs',
    `\t279\t11.413385\t10.20.0.7\t10.20.0.10\tDNS\t94\t${query}\t`,
    `279 11413.385 ${dns}`,
  );
  check(
    'wiresharkTabs',
    `15\t2026-11-20 22:44:39.175000\t10.20.0.7\t10.20.0.10\tDNS\t94\t${query}`,
    `15 ${moment}d ${dns}`,
  );
  check(
    'wiresharkTabs',
    'No.\tTime\tSource\tSrc Port\tDestination\tDest Port\tProtocol\tLength\tInfo\n' +
      '7\t0.5\twks07\t49708\tdc1\t389\tLDAP\t404\tsearchRequest(1) "<ROOT>" baseObject ',
    '7 500 wks07:49708 > dc1:389 LDAP searchRequest(1) "<ROOT>" baseObject',
  );
  check(
    'wiresharkTabs',
    'No.\tTime\tSource\tDestination\tProtocol\tLength\tStream\tInfo\n' +
      '7\t0.5\twks07\tdc1\tLDAP\t404\t3\tbindRequest(3) "<ROOT>" sasl \n' +
      '8\t0.6\twks07\tdc1\tCLDAP\t137\t\tsearchRequest(1) "<ROOT>" baseObject',
    '7 500 wks07 > dc1 LDAP bindRequest(3) "<ROOT>" sasl',
    '8 600 wks07 > dc1 CLDAP searchRequest(1) "<ROOT>" baseObject',
  );
  check(
    'wiresharkTabs',
    'No.\tTime\tProtocol\tSource\tDestination\tInfo\n7\t0.5\tLDAP\twks07\tdc1\tbindResponse(3) success',
    '7 500 wks07 > dc1 LDAP bindResponse(3) success',
  );
  check(
    'wiresharkTabs',
    `Nr.\tZeit\tQuelle\tZiel\tProtokoll\tLänge\tInfo\n1\t0,250\t10.20.0.7\t10.20.0.10\tDNS\t94\t${query}`,
    `1 250 ${dns}`,
  );
});

test('columns aligned with blanks', () => {
  check(
    'wiresharkColumns',
    `Source          Destination     Protocol  Info\n10.20.0.7       10.20.0.10      DNS       ${query}`,
    `- - ${dns}`,
  );
  check('wiresharkColumns', `10.20.0.7       10.20.0.10      DNS       ${query}`, `- - ${dns}`);
  check(
    'wiresharkColumns',
    'Source    Destination   Protocol  Info\nWKS07     DC1           TCP       49708 → 445 [SYN] Seq=0 Len=0',
    '- - WKS07 > DC1 TCP 49708 → 445 [SYN] Seq=0 Len=0',
  );
});

test('Wireshark: packets exported as plain text, with the header before each and the tree below', () => {
  const trace = read(`No.     Time           Source                Destination           Protocol Length Info
      1 0.000000       10.20.0.7             10.20.0.10            DNS      94     ${query}

Frame 1: 94 bytes on wire (752 bits), 94 bytes captured (752 bits)
Ethernet II, Src: VMware_0c:d5:49 (00:50:56:0c:d5:49), Dst: VMware_23:45:59 (00:50:56:23:45:59)
Internet Protocol Version 4, Src: 10.20.0.7, Dst: 10.20.0.10
User Datagram Protocol, Src Port: 51000, Dst Port: 53
Domain Name System (query)

No.     Time           Source                Destination           Protocol Length Info
      2 0.000500       2001:db8:1111:2222:3333:4444:5555:10 2001:db8::7 TCP      66     445 → 49708 [RST]

Frame 2: 66 bytes on wire (528 bits), 66 bytes captured (528 bits)
Internet Protocol Version 6, Src: 2001:db8:1111:2222:3333:4444:5555:10, Dst: 2001:db8::7
Transmission Control Protocol, Src Port: 445, Dst Port: 49708, Seq: 1, Len: 0
`);
  assert.deepEqual(trace.frames.map(told), [
    `1 0 10.20.0.7:51000 > 10.20.0.10:53 DNS ${query}`,
    '2 0.5 2001:db8:1111:2222:3333:4444:5555:10:445 > 2001:db8::7:49708 TCP 445 → 49708 [RST]',
  ]);
  assert.deepEqual(
    trace.frames.map(({ line, endLine, details }) => [line, endLine, details]),
    [
      [1, 7, [3, 7]],
      [10, 14, [12, 14]],
    ],
  );
  assert.deepEqual(trace.dialects, ['wiresharkColumns', 'wiresharkDetails']);
});

test('CSV: the columns are those that the header names', () => {
  check(
    'csv',
    'frame.number,frame.time_relative,ip.src,ip.dst,_ws.col.Protocol,_ws.col.Info\n' +
      `"1","0.000000000","10.20.0.7","10.20.0.10","DNS","${query}"\n` +
      '"2","0.500000000","10.20.0.7","10.20.0.10","CLDAP","searchRequest(1) "<ROOT>" baseObject "\n' +
      '"3","0.600000000","10.20.0.1,10.20.0.7","10.20.0.7,10.20.0.10","ICMP","Destination unreachable (Port unreachable)"',
    `1 0 ${dns}`,
    '2 500 10.20.0.7 > 10.20.0.10 CLDAP searchRequest(1) "<ROOT>" baseObject',
    '3 600 10.20.0.1 > 10.20.0.7 ICMP Destination unreachable (Port unreachable)',
  );
  check(
    'csv',
    '"No.","Time","Source","Destination","Protocol","Length","Info"\n' +
      '"8","22.798878","10.20.0.7","10.20.0.10","LDAP","404","searchRequest(1) ""<ROOT>"" baseObject "',
    '8 22798.878 10.20.0.7 > 10.20.0.10 LDAP searchRequest(1) "<ROOT>" baseObject',
  );
  check(
    'csv',
    'ip.dst;tcp.dstport;ip.src;tcp.srcport;_ws.col.Info;_ws.col.Protocol;frame.number;frame.time_epoch\n' +
      '10.20.0.10;445;10.20.0.7;49708;Session Setup Request, NTLMSSP_AUTH;SMB2;9;1795214679.175',
    `9 ${moment}d 10.20.0.7:49708 > 10.20.0.10:445 SMB2 Session Setup Request, NTLMSSP_AUTH`,
  );
  check(
    'csv',
    'frame.number\tframe.time\tip.src\tip.dst\tipv6.src\tipv6.dst\t_ws.col.Protocol\t_ws.col.Info\n' +
      '1\tNov 20, 2026 22:44:39.175000000 UTC\t\t\t2001:db8::7\t2001:db8::10\tKRB5\tAS-REQ',
    `1 ${moment}d 2001:db8::7 > 2001:db8::10 KRB5 AS-REQ`,
  );
  check('csv', `1,0.25,10.20.0.7,10.20.0.10,DNS,94,"${query}"`, `1 250 ${dns}`);
});

test('Network Monitor: whatever columns were chosen', () => {
  const syn = 'TCP:Flags=......S., SrcPort=49708, DstPort=Microsoft-DS(445), PayloadLen=0, Seq=1';
  check(
    'netmonGrid',
    `1534 WKS07  DC1.alpine.test  TCP   ${syn}`,
    `1534 - WKS07 > DC1.alpine.test TCP ${syn}`,
  );
  check(
    'netmonGrid',
    `10.20.0.7\t10.20.0.10\tTCP\t${syn}\t{TCP:5, IPv4:4}`,
    `- - 10.20.0.7 > 10.20.0.10 TCP ${syn}\t{TCP:5, IPv4:4}`,
  );
  check(
    'netmonGrid',
    `Frame Number  Time Date Local Adjusted  Time Offset  Process Name  Source  Destination  Protocol Name  Description\n` +
      `84  10:44:39 PM 11/20/2026  12.3456789  lsass.exe  10.20.0.7  10.20.0.10  TCP  ${syn}`,
    `84 ${moment - 175}d 10.20.0.7 > 10.20.0.10 TCP ${syn}`,
  );
  check(
    'netmonGrid',
    `15188 hh:mm:ss hh:mm:ss yyyy/mm/dd 71.6538995  (4) DC1   10.20.0.7 MSRPC MSRPC:c/o Fault:  Call=0x2  Status=0x5\n...`,
    '15188 71653.9 DC1 > 10.20.0.7 MSRPC MSRPC:c/o Fault:  Call=0x2  Status=0x5',
  );
  check(
    'netmonGrid',
    '4:15:06 AM 11/20/2026    0.5359109   10.**.**.31 10.**.**.15   KerberosV5   KerberosV5:TGS Request Realm: ALPINE.TEST',
    `- ${moment - 175 - 66_573_000}d 10.**.**.31 > 10.**.**.15 KerberosV5 KerberosV5:TGS Request Realm: ALPINE.TEST`,
  );
});

test('Network Monitor: a tree belongs to its row', () => {
  const text = `84 0.5 WKS07 DC1 SMB2 SMB2:C   SESSION SETUP (0x1)
  Frame: Number = 84, Captured Frame Length = 262, MediaType = ETHERNET
+ Ethernet: Etype = Internet IP (IPv4),DestinationAddress:[00-15-5D-00-00-01],SourceAddress:[00-15-5D-00-00-02]
+ Ipv4: Src = 10.20.0.7, Dest = 10.20.0.10, Next Protocol = TCP, Packet ID = 1, Total IP Length = 248
+ Tcp: Flags=...AP..., SrcPort=49708, DstPort=Microsoft-DS(445), PayloadLen=208, Seq=1 - 209, Ack=1
+ SMBOverTCP: Length = 204
- SMB2: C   SESSION SETUP (0x1)
  + SMB2Header: C SESSION SETUP (0x1),TID=0x0000
  - CSessionSetup:
     StructureSize: 25 (0x19)
   + Capabilities: 0x1
     PreviousSessionId: 0 (0x0)
`;
  const log = logOf(text);
  const [frame] = log.trace!.frames;
  assert.deepEqual(log.trace!.frames.map(told), [
    '84 500 WKS07:49708 > DC1:445 SMB2 SMB2:C   SESSION SETUP (0x1)',
  ]);
  assert.deepEqual(frame!.details, [1, 11]);
  const path = 'SMB2: C   SESSION SETUP (0x1)\nCSessionSetup:';
  assert.deepEqual(
    [3, 7, 9, 10, 11].map(line => pathsIn(frame!, log.lines)(line)),
    ['', 'SMB2: C   SESSION SETUP (0x1)', path, path, path],
  );
  const alone = read(text.slice(text.indexOf('\n') + 1));
  assert.deepEqual(alone.frames.map(told), [
    '84 - 10.20.0.7:49708 > 10.20.0.10:445 SMB2 SMB2: C   SESSION SETUP (0x1)',
  ]);
  assert.deepEqual(alone.dialects, ['netmonDetails']);
});

test('rows in a Markdown table', () => {
  check(
    'markdownTable',
    '        |Source|Destination|Protocol|Description|\n        |---|---|---|---|\n' +
      '        |WKS07|DC1|KerberosV5|AS Request Cname: joiner Realm: ALPINE Sname: krbtgt/alpine {TCP:375, IPv4:7}|',
    '- - WKS07 > DC1 KerberosV5 AS Request Cname: joiner Realm: ALPINE Sname: krbtgt/alpine {TCP:375, IPv4:7}',
  );
  check(
    'markdownTable',
    '| No. | Time | Source | Destination | Protocol | Length | Info |\n| --: | --- | --- | --- | --- | --- | --- |\n' +
      '| 9 | 0.25 | 10.20.0.7 | 10.20.0.10 | LDAP | 404 | searchResEntry(1) "<ROOT>"  | searchResDone(1) |',
    '9 250 10.20.0.7 > 10.20.0.10 LDAP searchResEntry(1) "<ROOT>"  | searchResDone(1)',
  );
});

const pktmonHeader = (
  seconds: string,
  labels = 'PktGroupId 281474976710665, PktNumber 9, Appearance 1, Direction Rx , Type Ethernet ',
) => `[00]49DC.4A38::2026-11-20 22:44:${seconds} [Microsoft-Windows-PktMon] ${labels}`;
const macs = '\t00-00-5E-00-53-01 > 00-00-5E-00-53-02, ethertype IPv4 (0x0800), length 66: ';

test('pktmon: the packet, in any language, once for all components', () => {
  const syn = 'Flags [S], seq 1612461100, win 65535, options [mss 1460], length 0';
  check(
    'pktmon',
    `${pktmonHeader('39.175000000')}\n${macs}10.20.0.7.49708 > 10.20.0.10.445: ${syn}`,
    `9 ${moment}d 10.20.0.7:49708 > 10.20.0.10:445 TCP ${syn}`,
  );
  // Each packet is the first one of its group.
  check(
    'pktmon',
    `MSNT_SystemTrace Header\nEventsLost: 0\n${pktmonHeader('39.1750000', 'PktGroupId 42351，PktNumber 1，出现 8，方向 Tx ，类型 以太网 ')}\n` +
      `${macs}10.20.0.7.57605 > 10.20.0.10.389: UDP, length 55`,
    `- ${moment}d 10.20.0.7:57605 > 10.20.0.10:389 UDP UDP, length 55`,
  );
  check(
    'pktmon',
    `22:44:39.175000000 Drop: PktGroupId 9, PktNumber 3\n` +
      `${macs}(tos 0x0, ttl 64, id 18227, offset 0, flags [DF], proto UDP (17), length 75)\n` +
      '\t    2001:db8::7.56236 > 2001:db8::10.53: 41239+ SRV? _ldap._tcp.alpine.test. (47)',
    `- ${ofDay} 2001:db8::7:56236 > 2001:db8::10:53 DNS 41239+ SRV? _ldap._tcp.alpine.test. (47)`,
  );
  const again = read(
    ['39.175000000', '39.175400000', '40.175000000']
      .map(time => `${pktmonHeader(time)}\n${macs}10.20.0.7.49708 > 10.20.0.10.445: ${syn}`)
      .join('\n'),
  );
  assert.deepEqual(
    again.frames.map(frame => frame.isPrintedAgain),
    [false, true, false],
  );
});

const details = `Frame 5: 66 bytes on wire (528 bits), 66 bytes captured (528 bits) on interface eth0, id 0
    Arrival Time: Nov 20, 2026 22:44:39.175000000 UTC
    Epoch Time: 1795214679.175000000 seconds
    Frame Number: 5
Ethernet II, Src: VMware_0c:d5:49 (00:50:56:0c:d5:49), Dst: VMware_23:45:59 (00:50:56:23:45:59)
Internet Protocol Version 4, Src: 10.20.0.10, Dst: 10.20.0.7
    0100 .... = Version: 4
User Datagram Protocol, Src Port: 53, Dst Port: 51000
Domain Name System (response)
    Transaction ID: 0x1a2b
    Flags: 0x8580 Standard query response, No error
        1... .... .... .... = Response: Message is a response
     […]Additional records: cut
        dc1.alpine.test: type A, class IN, addr 10.20.0.10
`;

test('tshark -V: the columns come from the tree', () => {
  check(
    'wiresharkDetails',
    details,
    `5 ${moment}d 10.20.0.10:53 > 10.20.0.7:51000 DNS Domain Name System (response)`,
  );
  const old = `Frame 7 (241 bytes on wire, 241 bytes captured)
Internet Protocol, Src: 10.20.0.10 (10.20.0.10), Dst: 10.20.0.7 (10.20.0.7)
Transmission Control Protocol, Src Port: kerberos (88), Dst Port: 49710 (49710), Seq: 1, Ack: 1, Len: 20
Kerberos KRB-ERROR
    Pvno: 5`;
  check('wiresharkDetails', old, '7 - 10.20.0.10:88 > 10.20.0.7:49710 KRB5 Kerberos KRB-ERROR');
});

test('the protocol of a frame without a row is the innermost that counts', () => {
  for (const [line, protocol] of [
    ['Domain Name System (query)', 'DNS'],
    ['Connectionless Lightweight Directory Access Protocol', 'CLDAP'],
    ['Lightweight Directory Access Protocol', 'LDAP'],
    ['Kerberos', 'KRB5'],
    ['SMB2 (Server Message Block Protocol version 2)', 'SMB2'],
    ['SMB (Server Message Block Protocol)', 'SMB'],
    ['Distributed Computing Environment / Remote Procedure Call (DCE/RPC) Bind, Fragment: Single', 'DCERPC'],
    ['DCE/RPC Endpoint Mapper, Map', 'EPM'],
    ['DRSUAPI, DsCrackNames', 'DRSUAPI'],
    ['Microsoft Network Logon, NetrServerReqChallenge', 'RPC_NETLOGON'],
    ['Local Security Authority, lsa_OpenPolicy2', 'LSARPC'],
    ['SAMR (pidl), Connect5', 'SAMR'],
    ['NetBIOS Name Service', 'NBNS'],
    ['Internet Control Message Protocol', 'ICMP'],
    ['Data (20 bytes)', 'UDP'],
  ]) {
    const text = details.replace('Domain Name System (response)', line!);
    assert.equal(read(text).frames[0]!.protocol, protocol, line);
  }
});

test('tshark -P -V: a row directly above the frame of its number is that frame', () => {
  const row = '    5 1.250000000   10.20.0.10 → 10.20.0.7    DNS 66 Standard query response 0x1a2b';
  const trace = read(
    `${row}\n${details}\n${row.replace('5 ', '6 ')}\n${details.replaceAll('Frame 5:', 'Frame 6:')}`,
  );
  assert.deepEqual(trace.frames.map(told), [
    '5 1250 10.20.0.10:53 > 10.20.0.7:51000 DNS Standard query response 0x1a2b',
    '6 1250 10.20.0.10:53 > 10.20.0.7:51000 DNS Standard query response 0x1a2b',
  ]);
  assert.deepEqual(trace.frames[1]!.details, [17, 30]);
  assert.equal(recognize(`${row}\n${details}`), 'network-trace');
});

test('frames that were printed as rows before are printed again', () => {
  const rows = `    4   0.000000 10.20.0.7 → 10.20.0.10 DNS 94 Standard query 0x1a2b
    5   0.001000 10.20.0.10 → 10.20.0.7 DNS 66 Standard query response 0x1a2b
    6   0.002000 10.20.0.7 → 10.20.0.10 DNS 94 Standard query 0x1a2c
`;
  const again = (text: string) => read(text).frames.map(each => each.isPrintedAgain);
  assert.deepEqual(again(rows + details), [false, false, false, true]);
  assert.deepEqual(again(`${rows}\n\n${rows}`), [false, false, false, true, true, true]);
  // The same number in another capture.
  assert.deepEqual(again(rows + rows.replaceAll('0x1a2', '0x77')), Array(6).fill(false));
  assert.deepEqual(again(rows + details.replace('Src: 10.20.0.10', 'Src: 10.20.0.11')), Array(4).fill(false));
});

const loose = details.slice(details.indexOf('Internet Protocol'));

test('a tree without its first line belongs to the row above it, if that says the same', () => {
  const row = (id: string, from = '10.20.0.10', to = '10.20.0.7') =>
    `${from}\t${to}\tDNS\tStandard query response ${id}\n`;
  const above = read(`${row('0x1a2b')}\n${loose}`);
  assert.deepEqual(above.frames.map(told), [
    '- - 10.20.0.10:53 > 10.20.0.7:51000 DNS Standard query response 0x1a2b',
  ]);
  assert.deepEqual(above.frames[0]!.details, [2, 10]);
  // Of the row before: read for hovers, and not counted.
  const farther = read(`${row('0x1a2b')}${row('0x9999')}\n${loose}\n${row('0x7777')}`);
  assert.deepEqual(
    farther.frames.map(({ line, endLine, isPrintedAgain }) => [line, endLine, isPrintedAgain]),
    [
      [0, 0, false],
      [1, 1, false],
      [3, 11, true],
      [13, 13, false],
    ],
  );
  // No row is of it: a frame of its own.
  const alone = read(`${row('0x1a2b', '10.20.0.99')}\n${loose}`);
  assert.deepEqual(
    alone.frames.map(each => each.isPrintedAgain),
    [false, false],
  );
  assert.equal(alone.frames[1]!.message, 'Domain Name System (response)');
});

test('each line of details knows what encloses it', () => {
  const log = logOf(details);
  const [frame] = log.trace!.frames;
  const dnsLine = 'Domain Name System (response)';
  const expected = new Map([
    [0, ''],
    [1, 'Frame 5: 66 bytes on wire (528 bits), 66 bytes captured (528 bits) on interface eth0, id 0'],
    [5, ''],
    [8, ''],
    [10, dnsLine],
    [11, `${dnsLine}\nFlags: 0x8580 Standard query response, No error`],
    // One blank further in than its neighbours, because Wireshark has cut it.
    [12, dnsLine],
    [13, `${dnsLine}\n[…]Additional records: cut`],
  ]);
  const pathOf = pathsIn(frame!, log.lines);
  for (const [line, path] of expected) {
    assert.equal(pathOf(line), path, `line ${line}`);
  }
});

test('indented, quoted and fenced rows with prose between them', () => {
  const trace = read(`# The trace
The client asks the DNS server 10.20.0.10 for a domain controller:

> \`\`\`output
> 10.20.0.7 → 10.20.0.10 DNS 94 ${query}
> \`\`\`

        11   0.5 10.20.0.7 → 10.20.0.10 TCP 66 49708 → 389 [SYN] Seq=0 Len=0
        ...
    Running as user "root" and group "root". This could be dangerous.
\`\`\`
10.20.0.10  10.20.0.7  KRB5  KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED
\`\`\`
`);
  assert.deepEqual(trace.frames.map(told), [
    `- - ${dns}`,
    '11 500 10.20.0.7 > 10.20.0.10 TCP 49708 → 389 [SYN] Seq=0 Len=0',
    '- - 10.20.0.10 > 10.20.0.7 KRB5 KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED',
  ]);
  assert.deepEqual(trace.unreadLines, []);
  assert.equal(trace.frames[0]!.start, `> 10.20.0.7 → 10.20.0.10 DNS 94 `.length);
});

test('merged rows are read as far as their columns go, torn ones are counted', () => {
  const trace =
    read(`10.20.0.7\t10.20.0.10\tTCP\t49735 → 49682 [ACK] Seq=1993 Win=65280 Len=09735, DstPort=49682, PayloadLen=0
    7   0.5 10.20.0.7 → 10.20
20.0.10 → 10.20.0.7 TCP 66 445 → 49708 [SYN, ACK] Seq=0 Ack=1 Len=0
    9   0.7 10.20.0.7 → 10.20.0.10 TCP`);
  assert.deepEqual(trace.frames.map(told), [
    '- - 10.20.0.7 > 10.20.0.10 TCP 49735 → 49682 [ACK] Seq=1993 Win=65280 Len=09735, DstPort=49682, PayloadLen=0',
    '9 700 10.20.0.7 > 10.20.0.10 TCP ',
  ]);
  assert.deepEqual(trace.unreadLines, [1, 2]);
});

test('rows that a machine read from a screenshot', () => {
  check(
    'wiresharkColumns',
    'No. Protocol Info . new NL Sort\n298 SMB2 Negotiate Protocol Request au Name\n304 KRBS KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED >',
    '298 - - > - SMB2 Negotiate Protocol Request au Name',
    '304 - - > - KRB5 KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED >',
  );
});

test('bytes below rows or details are no loss', () => {
  const bytes = '0000  52 54 00 bc e0 3d 52 54 00 79 b1 46 08 00 45 00   RT...=RT.y.F..E.\n';
  const trace = read(
    `    4   0.0 10.20.0.7 → 10.20.0.10 DNS 94 ${query}\n\n${bytes}${bytes}\n${details}\nFrame (66 bytes):\n${bytes}`,
  );
  assert.deepEqual(
    trace.frames.map(each => [each.line, each.endLine]),
    [
      [0, 0],
      [5, 18],
    ],
  );
  assert.deepEqual(trace.unreadLines, []);
  assert.equal(trace.notRead, undefined);
});

test('an export that is not read is told by its name', () => {
  for (const [text, what] of [
    [
      '[\n  {\n    "_index": "packets-2026-11-20",\n    "_source": {\n      "layers": {\n',
      'JSON (tshark -T json)',
    ],
    [
      '<?xml version="1.0"?>\n<?xml-stylesheet type="text/xsl" href="pdml2html.xsl"?>\n<!-- x -->\n<pdml version="0">',
      'PDML (tshark -T pdml)',
    ],
    ['<?xml version="1.0"?>\n<psml version="0">', 'PSML (tshark -T psml)'],
    ['{"index":{"_index":"packets-2026-11-20"}}\n{"timestamp":"1","layers":{}}', 'EK (tshark -T ek)'],
    [
      '\nFrame (352 bytes):\n0000  52 54 00 bc e0 3d 52 54 00 79 b1 46 08 00 45 00   RT',
      'hex dump (tshark -x)',
    ],
  ] as const) {
    const trace = read(text);
    assert.deepEqual(trace.notRead, { line: text.startsWith('\n') ? 1 : 0, what });
    assert.deepEqual(trace.frames, []);
    assert.equal(trace.unreadLines.length, text.split('\n').filter(Boolean).length);
    assert.equal(recognize(text), 'network-trace', what);
  }
});

test('what only looks like a trace is none', () => {
  for (const text of [
    '10.20.0.7 - - [20/Nov/2026:22:44:39 +0000] "GET /tcp HTTP/1.1" 200 1200 "-" "DNS check"\n'.repeat(4),
    'date,region,product,units\n2026-11-20,EMEA,TCP wrapper,4\n2026-11-21,APAC,DNS box,7\n',
    'a1b2c3d (HEAD -> main) Fix the DNS test\nb2c3d4e Merge LDAP -> SMB2 work\n',
    '| Server | Port | Protocol |\n|---|---|---|\n| dc1 | 389 | LDAP |\n| dc1 | 88 | KRB5 |\n',
    '[\n  { "name": "x", "layers": 3 },\n  { "name": "y" }\n]\n',
    '#Fields: date time action protocol src-ip dst-ip src-port dst-port size\n' +
      '2026-11-20 22:44:39 DROP TCP 10.20.0.7 10.20.0.10 49708 445 52 S 1 0 8192 - - - SEND\n'.repeat(3),
    'Active Connections\n\n  Proto  Local Address          Foreign Address        State\n' +
      '  TCP    10.20.0.7:49708        10.20.0.10:445         ESTABLISHED\n'.repeat(3),
    '22:44:39.175000 IP 10.20.0.7.49708 > 10.20.0.10.445: Flags [S], seq 1, win 8192, length 0\n'.repeat(3),
    'dc1: 10.20.0.10\nwks07: 10.20.0.7\nTCP 445 must be open between them.\n',
    'ports:\n- TCP: 445\n- UDP: 389\n',
    '0000  52 65 70 6f 72 74\nThe register at 0000 holds the report.\n'.replace('  52 65', ' report'),
    'The first packet is a DNS query.\n\n10.20.0.7  10.20.0.10  DNS  Standard query\n\n' +
      'The answer names two servers.\nThe client then pings them over LDAP.\nThen it connects to port 445.\n',
    'Source        Destination    Protocol  Port\n10.20.0.7     10.20.0.10     TCP       445\n' +
      '10.20.0.7     10.20.0.10     UDP       389\n',
    'Kerberos    Authentication    TCP    88\nLDAP    Directory    TCP    389\nDNS    Names    UDP    53\n',
    '1\t10.20.0.7\t10.20.0.10\tTCP\t445\tallow\n2\t10.20.0.7\t10.20.0.10\tUDP\t389\tallow\n',
    '2026-11-20 22:44:39 10.20.0.7 10.20.0.10 TCP allow 445\n2026-11-20 22:44:40 10.20.0.7 10.20.0.10 UDP deny 53\n',
    'step 1 -> step 2\nA → B\nDNS → LDAP → SMB2 → TCP\n',
  ]) {
    assert.equal(recognize(text), undefined, text.slice(0, 80));
  }
});

test('any text is read in time that grows with its length', () => {
  const row = '1 0 10.20.0.7 → 10.20.0.10 TCP 66 1 → 2 [SYN]';
  for (const text of [
    ...['a ', '→ ', '1.', '::', '"', '",', '| ', '\t', 'a\t', '> ', '[', '00 '].map(each =>
      each.repeat(500_000),
    ),
    `${row}\n`.repeat(50_000),
    `Frame 1: 84 bytes on wire\n${'    Flags: 0x00\n'.repeat(200_000)}`,
    `Frame 1: 84 bytes on wire\n${Array.from({ length: 1000 }, (_, at) => `${' '.repeat(4 * at)}L`).join('\n')}`,
    `+ Tcp: ${'Flags= '.repeat(100_000)}`,
  ]) {
    const begin = performance.now();
    read(text).frames;
    assert.ok(performance.now() - begin < 5_000, text.slice(0, 30));
  }
});

const lab = '../shared/corpus/trace-lab';
const corpus = '../shared/corpus/trace';
const skip = !existsSync(lab) && 'the collection of real traces is not here';

/** Per file, by its number: its frames, counted with grep by what its rows or frames begin with. */
const counted: Readonly<Record<string, number>> = {
  '01': 139, // lines that begin with two addresses
  '02': 139, // the same
  '04': 24, // lines that begin with a number of four digits
  '05': 10, // lines
  '06': 3, // lines
  '08': 3, // lines that begin with a number of five digits
  '09': 9, // lines that begin with a number and a tab
  '10': 12, // lines that begin with a tab
  '11': 18, // lines with a time of nine decimals
  '13': 8, // lines with " -> "
  '15': 2, // lines
  '16': 1, // lines that begin with "Frame "
  '17': 1, // lines with "ethertype"
  '18': 12, // lines that begin with a number of three digits
  '19': 2, // rows of the table
  '20': 20, // from here on: lines with an arrow behind a number and an address, unless said
  '21': 6, // lines that begin with "Frame " and a number
  '22': 20,
  '23': 20,
  '25': 20, // lines that begin with a quote
  '26': 10,
  '27': 6, // "Frame "
  '28': 2, // rows; both are printed again as details
  '29': 11,
  '30': 11, // "Frame "
  '31': 10,
  '32': 6, // "Frame "
  '33': 15,
  '36': 15,
  '37': 3, // "Frame "
  '39': 77,
  '40': 60,
  '42': 95,
  '44': 20,
  '45': 314,
  '46': 46,
  '47': 66,
  '48': 2, // "Frame "
  '49': 0, // bytes
  '50': 2,
  '52': 0, // JSON
  '53': 0, // PDML
  '54': 0, // PSML
  '55': 0, // EK
  '58': 1, // lines with "ethertype"
  '59': 1, // the same
};

test('real traces: frames as grep counts them, and no line lost', { skip }, () => {
  for (const name of readdirSync(corpus)) {
    const text = readFileSync(`${corpus}/${name}`, 'utf8');
    const { frames, unreadLines, notRead } = read(text);
    assert.equal(frames.filter(each => !each.isPrintedAgain).length, counted[name.slice(0, 2)], name);
    if (!notRead) assert.deepEqual(unreadLines, [], name);
    assert.equal(recognize(text), 'network-trace', name);
  }
});

test('real traces: frames as their index counts them', { skip }, () => {
  const { files } = JSON.parse(readFileSync(`${lab}/index.json`, 'utf8')) as {
    files: { file: string; frames: number }[];
  };
  const told = files.map(({ file }) => {
    const { frames, unreadLines } = read(readFileSync(`${lab}/${file}`, 'utf8'));
    return [file, frames.filter(each => !each.isPrintedAgain).length, unreadLines.length];
  });
  assert.deepEqual(
    told,
    files.map(({ file, frames }) => [file, frames, 0]),
  );
});
