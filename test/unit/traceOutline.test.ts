// What the outline and the folds of a network trace show: steps with their results, exchanges, frames, details.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analyze';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import type { DocumentSymbol } from 'vscode-languageserver';
import type { Log, Section } from '../../server/src/model';
import { context, textDocument } from './checks';

const trace = (...lines: readonly string[]): Log => analyze(lines.join('\n'), 'network-trace');

/** The outline down to so many levels, as indented lines "name · detail". */
function outline(log: Log, levels: number): string[] {
  const lines: string[] = [];
  const add = (sections: readonly Section[], depth: number) => {
    for (const { name, detail, children } of sections) {
      lines.push(`${'  '.repeat(depth)}${[name, detail].filter(Boolean).join(' · ')}`);
      if (depth + 1 < levels) add(children, depth + 1);
    }
  };
  add(log.sections, 0);
  return lines;
}

/** One-based first and last lines of what folds. */
function folds(log: Log): string[] {
  const ranges = foldingRanges.handle(log, { textDocument }, context) ?? [];
  return ranges.map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`);
}

const join = [
  '    1 0.000000    10.20.0.7 → 10.20.0.5    DNS 94 Standard query 0x1a01 SRV _ldap._tcp.dc._msdcs.alpine.test',
  '    2 0.002000    10.20.0.5 → 10.20.0.7    DNS 185 Standard query response 0x1a01 SRV _ldap._tcp.dc._msdcs.alpine.test SRV 0 100 389 dc1.alpine.test',
  '    3 0.003000    10.20.0.7 → 10.20.0.5    CLDAP 138 searchRequest(7) "<ROOT>" baseObject ',
  '    4 0.004500    10.20.0.5 → 10.20.0.7    CLDAP 185 searchResEntry(7) "<ROOT>" searchResDone(7) success  [1 result]',
  '    5 0.005000    10.20.0.7 → 10.20.0.5    DNS 77 Standard query 0x1a02 A dc1.alpine.test',
  '    6 0.006000    10.20.0.5 → 10.20.0.7    DNS 140 Standard query response 0x1a02 A dc1.alpine.test A 10.20.0.5',
  '    7 0.010000    10.20.0.7 → 10.20.0.5    TCP 74 50100 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
  '    8 0.010100    10.20.0.5 → 10.20.0.7    TCP 74 445 → 50100 [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460',
  '    9 0.010200    10.20.0.7 → 10.20.0.5    TCP 66 50100 → 445 [ACK] Seq=1 Ack=1 Win=64512 Len=0',
  '   10 0.011000    10.20.0.7 → 10.20.0.5    SMB2 232 Session Setup Request, NTLMSSP_NEGOTIATE',
  '   11 0.015000    10.20.0.5 → 10.20.0.7    SMB2 359 Session Setup Response, Error: STATUS_MORE_PROCESSING_REQUIRED, NTLMSSP_CHALLENGE',
  '   12 0.016000    10.20.0.7 → 10.20.0.5    SMB2 660 Session Setup Request, NTLMSSP_AUTH, User: ALPINE\\ann',
  '   13 0.029000    10.20.0.5 → 10.20.0.7    SMB2 143 Session Setup Response, Error: STATUS_LOGON_FAILURE',
];

test('steps come in their order, with what came of them and how long it took; then exchanges and frames', () => {
  assert.deepEqual(outline(trace(...join), 3), [
    'DNS · 10.20.0.5:53 · answered · 3 ms',
    '  SRV _ldap._tcp.dc._msdcs.alpine.test · dc1.alpine.test',
    '    frame 1 · Standard query 0x1a01 SRV _ldap._tcp.dc._msdcs.alpine.test',
    '    frame 2 · Standard query response 0x1a01 SRV _ldap._tcp.dc._msdcs.alpine.test SRV 0 100 389 dc1.alpine.test',
    '  A dc1.alpine.test · 10.20.0.5',
    '    frame 5 · Standard query 0x1a02 A dc1.alpine.test',
    '    frame 6 · Standard query response 0x1a02 A dc1.alpine.test A 10.20.0.5',
    'LDAP ping · 10.20.0.5:389 · answered · 2 ms',
    '  search "<ROOT>" · answered',
    '    frame 3 · searchRequest(7) "<ROOT>" baseObject',
    '    frame 4 · searchResEntry(7) "<ROOT>" searchResDone(7) success  [1 result]',
    'SMB · 10.20.0.5:445 · failed with STATUS_LOGON_FAILURE · 17 ms',
    '  Session Setup (NTLM) · STATUS_MORE_PROCESSING_REQUIRED (normal)',
    '    frame 10 · Session Setup Request, NTLMSSP_NEGOTIATE',
    '    frame 11 · Session Setup Response, Error: STATUS_MORE_PROCESSING_REQUIRED, NTLMSSP_CHALLENGE',
    '  Session Setup (NTLM) · failed with STATUS_LOGON_FAILURE',
    '    frame 12 · Session Setup Request, NTLMSSP_AUTH, User: ALPINE\\ann',
    '    frame 13 · Session Setup Response, Error: STATUS_LOGON_FAILURE',
    'NTLM · 10.20.0.5:445 · failed with STATUS_LOGON_FAILURE · 17 ms',
    '  Session Setup · STATUS_MORE_PROCESSING_REQUIRED (normal)',
    '    frame 10 · Session Setup Request, NTLMSSP_NEGOTIATE',
    '    frame 11 · Session Setup Response, Error: STATUS_MORE_PROCESSING_REQUIRED, NTLMSSP_CHALLENGE',
    '  Session Setup · failed with STATUS_LOGON_FAILURE',
    '    frame 12 · Session Setup Request, NTLMSSP_AUTH, User: ALPINE\\ann',
    '    frame 13 · Session Setup Response, Error: STATUS_LOGON_FAILURE',
  ]);
});

test('connections that came to nothing stand for themselves, and tries are counted', () => {
  const log = trace(
    '1 0.000 10.20.0.7 → 10.20.0.5 TCP 74 50101 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
    '2 1.000 10.20.0.7 → 10.20.0.5 TCP 74 [TCP Retransmission] 50101 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
    '3 3.000 10.20.0.7 → 10.20.0.5 TCP 74 [TCP Retransmission] 50101 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
    '4 9.000 10.20.0.7 → 10.20.0.5 TCP 74 50102 → 389 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
    '5 9.002 10.20.0.5 → 10.20.0.7 TCP 54 389 → 50102 [RST, ACK] Seq=1 Ack=1 Win=0 Len=0',
    '6 9.100 10.20.0.7 → 10.20.0.9 HTTP 200 GET / HTTP/1.1',
    '7 9.200 10.20.0.1 → 10.20.0.7 ARP 60 Who has 10.20.0.7? Tell 10.20.0.1',
    '8 9.300 10.20.0.7 → 10.20.0.9 HTTP 200 GET /a HTTP/1.1',
  );
  assert.deepEqual(outline(log, 2), [
    'SMB · 10.20.0.5:445 · not answered · 3 tries in 3.0 s',
    '  TCP 445 · 3 SYNs, no answer',
    'LDAP · 10.20.0.5:389 · refused · 2 ms',
    '  TCP 389 · 1 SYN, refused by RST',
    'Other traffic · 3 frames: HTTP 2, ARP 1',
  ]);
});

test('what went wrong is in the name, which is all that a screen reader hears of a row', () => {
  const { sections } = trace(...join);
  const smb = sections.find(({ name }) => name.startsWith('SMB'))!;
  assert.equal(smb.name, 'SMB · 10.20.0.5:445 · failed with STATUS_LOGON_FAILURE');
  assert.deepEqual(
    smb.children.map(({ name }) => name),
    ['Session Setup (NTLM)', 'Session Setup (NTLM) · failed with STATUS_LOGON_FAILURE'],
  );
});

test('a step with several servers says so, and each exchange which one; what was overcome says that too', () => {
  const log = trace(
    '1 0.000 10.20.0.7 → 10.20.0.6 CLDAP 138 searchRequest(1) "<ROOT>" baseObject ',
    '2 4.000 10.20.0.7 → 10.20.0.6 CLDAP 138 searchRequest(1) "<ROOT>" baseObject ',
    '3 8.000 10.20.0.7 → 10.20.0.5 CLDAP 138 searchRequest(2) "<ROOT>" baseObject ',
    '4 8.001 10.20.0.5 → 10.20.0.7 CLDAP 185 searchResEntry(2) "<ROOT>" searchResDone(2) success  [1 result]',
  );
  assert.deepEqual(outline(log, 2), [
    'LDAP ping · 2 servers · partly answered · 4.0 s',
    '  search "<ROOT>" · not answered, answered later · 10.20.0.6',
    '  search "<ROOT>" · answered · 10.20.0.5',
  ]);
});

test('what the outline says around a row is right, or nothing is said', () => {
  const log = trace(...join);
  const symbols = documentSymbols.handle(log, { textDocument }, context) as DocumentSymbol[];
  // As an editor looks for it: the first symbol that holds the line, then among its children.
  const around = (list: readonly DocumentSymbol[], line: number): string[] => {
    const found = list.find(({ range }) => range.start.line <= line && line <= range.end.line);
    return found ? [found.name, ...around(found.children ?? [], line)] : [];
  };
  assert.deepEqual(around(symbols, 1), [
    'DNS · 10.20.0.5:53',
    'SRV _ldap._tcp.dc._msdcs.alpine.test',
    'frame 2',
  ]);
  assert.deepEqual(around(symbols, 3), ['LDAP ping · 10.20.0.5:389', 'search "<ROOT>"', 'frame 4']);
  // DNS again, behind the LDAP ping: it is not claimed by what stands around it.
  assert.deepEqual(around(symbols, 5), []);
  const failed = 'failed with STATUS_LOGON_FAILURE';
  const smb = `SMB · 10.20.0.5:445 · ${failed}`;
  assert.deepEqual(around(symbols, 8), [smb]);
  assert.deepEqual(around(symbols, 12), [smb, `Session Setup (NTLM) · ${failed}`, 'frame 13']);
});

const details = [
  /* 1 */ 'Frame 1: 77 bytes on wire (616 bits), 77 bytes captured (616 bits)',
  /* 2 */ '    Frame Number: 1',
  /* 3 */ 'Internet Protocol Version 4, Src: 10.20.0.7, Dst: 10.20.0.5',
  /* 4 */ 'User Datagram Protocol, Src Port: 40001, Dst Port: 53',
  /* 5 */ 'Domain Name System (query)',
  /* 6 */ '    Transaction ID: 0x1a01',
  /* 7 */ '    Queries',
  /* 8 */ '        dc1.alpine.test: type A, class IN',
  /* 9 */ '            Name: dc1.alpine.test',
  /* 10 */ '',
  /* 11 */ 'Frame 2: 93 bytes on wire (744 bits), 93 bytes captured (744 bits)',
  /* 12 */ 'Internet Protocol Version 4, Src: 10.20.0.5, Dst: 10.20.0.7',
  /* 13 */ 'User Datagram Protocol, Src Port: 53, Dst Port: 40001',
  /* 14 */ 'Domain Name System (response)',
  /* 15 */ '    Transaction ID: 0x1a01',
];

test('details are a tree, in the outline and in folds', () => {
  const log = trace(...details);
  const tree = outline(log, 7).filter(line => line.startsWith('      '));
  assert.deepEqual(tree.slice(0, 9), [
    '      Frame 1: 77 bytes on wire (616 bits), 77 bytes captured (616 bits)',
    '        Frame Number: 1',
    '      Internet Protocol Version 4, Src: 10.20.0.7, Dst: 10.20.0.5',
    '      User Datagram Protocol, Src Port: 40001, Dst Port: 53',
    '      Domain Name System (query)',
    '        Transaction ID: 0x1a01',
    '        Queries',
    '          dc1.alpine.test: type A, class IN',
    '            Name: dc1.alpine.test',
  ]);
  assert.deepEqual(folds(log), ['1-9', '5-9', '7-9', '8-9', '11-15', '14-15']);
});

test('details of Network Monitor are a tree by their signs', () => {
  const log = trace(
    /* 1 */ '  Frame: Number = 84, Captured Frame Length = 101, MediaType = ETHERNET',
    /* 2 */ '+ Ethernet: Etype = Internet IP (IPv4)',
    /* 3 */ '- Ipv4: Src = 10.20.0.7, Dest = 10.20.0.5, Next Protocol = UDP, Packet ID = 1, Total IP Length = 63',
    /* 4 */ '  + Versions: IPv4, Internet Protocol; Header Length = 20',
    /* 5 */ '    SourceAddress: 10.20.0.7',
    /* 6 */ '- Udp: SrcPort = 40001, DstPort = DNS(53), Length = 43',
    /* 7 */ '    SrcPort: 40001',
    /* 8 */ '- Dns: QueryId = 0x1A01, QUERY (Standard query), Query  for dc1.alpine.test of type Host Addr on class Internet',
    /* 9 */ '    QueryIdentifier: 6657 (0x1A01)',
    /* 10 */ '  - Flags:  Query, Opcode - QUERY (Standard query), Rcode - Success',
    /* 11 */ '     QR:                (0...............) Query',
  );
  assert.deepEqual(folds(log), ['1-11', '3-5', '6-7', '8-11', '10-11']);
});

test('details that are printed again stand beside the frame that they repeat', () => {
  const log = trace(
    'Source\t\tDestination\tProtocol\tInfo',
    '10.20.0.7\t10.20.0.5\tDNS\t\tStandard query 0x1a01 A dc1.alpine.test',
    '10.20.0.5\t10.20.0.7\tDNS\t\tStandard query response 0x1a01 A dc1.alpine.test A 10.20.0.5',
    '10.20.0.7\t10.20.0.5\tDNS\t\tStandard query 0x1a02 AAAA dc1.alpine.test',
    '10.20.0.5\t10.20.0.7\tDNS\t\tStandard query response 0x1a02 AAAA dc1.alpine.test',
    '',
    'Internet Protocol Version 4, Src: 10.20.0.5, Dst: 10.20.0.7',
    'User Datagram Protocol, Src Port: 53, Dst Port: 40001',
    'Domain Name System (response)',
    '    Transaction ID: 0x1a01',
  );
  assert.deepEqual(outline(log, 4), [
    'DNS · 10.20.0.5:53 · answered',
    '  A dc1.alpine.test · 10.20.0.5',
    '    line 2 · Standard query 0x1a01 A dc1.alpine.test',
    '    line 3 · Standard query response 0x1a01 A dc1.alpine.test A 10.20.0.5',
    '    details · Domain Name System (response)',
    '      Internet Protocol Version 4, Src: 10.20.0.5, Dst: 10.20.0.7',
    '      User Datagram Protocol, Src Port: 53, Dst Port: 40001',
    '      Domain Name System (response)',
    '  AAAA dc1.alpine.test · answered',
    '    line 4 · Standard query 0x1a02 AAAA dc1.alpine.test',
    '    line 5 · Standard query response 0x1a02 AAAA dc1.alpine.test',
  ]);
});

test('rows of one step that follow each other fold', () => {
  // DNS and the LDAP ping have two rows each; NTLM is part of SMB.
  assert.deepEqual(folds(trace(...join)), ['7-13']);
});

test('an outline stays readable: long lists end with how many are left out, and what failed stays', () => {
  const rows: string[] = [];
  for (let at = 0; at < 12_000; at++) {
    const id = `0x${at.toString(16).padStart(4, '0')}`;
    const time = (at / 100).toFixed(3);
    rows.push(`${2 * at + 1} ${time} 10.20.0.7 → 10.20.0.5 DNS 80 Standard query ${id} A w${at}.alpine.test`);
    const answer = at === 11_000 ? 'Server failure A' : 'A';
    const value = at === 11_000 ? '' : ' A 10.20.0.9';
    rows.push(
      `${2 * at + 2} ${time} 10.20.0.5 → 10.20.0.7 DNS 96 Standard query response ${id} ${answer} w${at}.alpine.test${value}`,
    );
  }
  const [step, ...others] = trace(...rows).sections;
  assert.equal(others.length, 0);
  assert.equal(step!.children.length, 4001);
  assert.equal(step!.children.at(-1)!.name, '… 8,000 more exchanges');
  assert.ok(step!.children.some(each => /^A w11000\.alpine\.test · failed/.test(each.name)));
  assert.ok(step!.children.every(each => each.children.length <= 2));
});
