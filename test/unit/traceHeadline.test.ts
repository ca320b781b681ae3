// What a trace came to in one line: whole facts, never the beginning of a sentence.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analyze';
import type { Finding, Log } from '../../server/src/model';
import { headlineOf } from '../../server/src/report/headline';

const headline = (log: Log): string => headlineOf(log, log.trace!);
const trace = (...lines: readonly string[]): Log => analyze(lines.join('\n'), 'network-trace');

const smb = [
  '    1   0.000000    10.20.0.7 → 10.20.0.5    TCP 74 50001 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
  '    2   0.001000    10.20.0.5 → 10.20.0.7    TCP 74 445 → 50001 [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460',
  '    3   0.001100    10.20.0.7 → 10.20.0.5    TCP 66 50001 → 445 [ACK] Seq=1 Ack=1 Win=64256 Len=0',
];

const finding = (code: string, line: number, message: string, related: readonly number[] = []): Finding => ({
  code,
  severity: 'error',
  message,
  line,
  start: 0,
  end: 4,
  repeats: 1,
  related: related.map(each => ({ line: each, start: 0, end: 4, message: 'The same again' })),
  help: undefined,
});

test('DNS that knows no domain controller, or cannot say', () => {
  const asked =
    '    1   0.000000    10.20.0.7 → 10.20.0.5    DNS 94 Standard query 0x1f01 SRV _ldap._tcp.dc._msdcs.harbor.example';
  const answered = (words: string) =>
    `    2   0.004000    10.20.0.5 → 10.20.0.7    DNS 140 Standard query response 0x1f01 ${words} SRV _ldap._tcp.dc._msdcs.harbor.example`;
  assert.equal(
    headline(trace(asked, answered('No such name'))),
    '1 problem: DNS knows no domain controller of harbor.example',
  );
  assert.equal(
    headline(trace(asked, answered('Server failure'))),
    '1 problem: DNS gave no domain controller of harbor.example: SERVFAIL',
  );
});

test('lost segments are named with their port', () => {
  const large =
    '    %   0.1    10.20.0.7 → 10.20.0.5    TCP 1514 50001 → 445 [ACK] Seq=1 Ack=1 Win=64256 Len=1460';
  const log = trace(
    ...smb,
    large.replace('%', '4'),
    '    5   0.200000    10.20.0.7 → 10.20.0.5    SMB2 300 Negotiate Protocol Request',
    '    6   0.210000    10.20.0.7 → 10.20.0.5    TCP 300 50001 → 445 [PSH, ACK] Seq=1461 Ack=1 Win=64256 Len=246',
    '    7   0.300000    10.20.0.5 → 10.20.0.7    TCP 66 [TCP Dup ACK 2#1] 445 → 50001 [ACK] Seq=1 Ack=1 Win=64896 Len=0',
    large.replace('%', '8'),
    large.replace('%', '9'),
  );
  assert.equal(headline(log), '1 problem: TCP 445 of 10.20.0.5: large segments lost');
});

test('what a device on the way said by ICMP stands behind the port', () => {
  const log = trace(
    smb[0]!,
    '    2   0.004000    10.20.0.1 → 10.20.0.7    ICMP 102 Destination unreachable (Communication administratively filtered)',
  );
  assert.equal(
    headline(log),
    '1 problem: TCP 445 of 10.20.0.5: Communication administratively filtered (ICMP)',
  );
});

test('a request without an answer on a connection that had answered is named', () => {
  const log = trace(
    ...smb,
    '    4   0.010000    10.20.0.7 → 10.20.0.5    SMB2 300 Negotiate Protocol Request',
    '    5   0.020000    10.20.0.5 → 10.20.0.7    SMB2 300 Negotiate Protocol Response',
    '    6   0.030000    10.20.0.7 → 10.20.0.5    SMB2 232 Session Setup Request, NTLMSSP_NEGOTIATE',
    '    7   0.040000    10.20.0.5 → 10.20.0.7    TCP 66 445 → 50001 [ACK] Seq=305 Ack=412 Win=64896 Len=0',
    '    8  20.040000    10.20.0.7 → 10.20.0.5    TCP 66 50001 → 445 [FIN, ACK] Seq=412 Ack=305 Win=64256 Len=0',
  );
  assert.equal(headline(log), '1 problem: SMB Session Setup to 10.20.0.5 unanswered');
});

test('of a domain controller that says several things of itself the gravest stands in the headline', () => {
  const ping = trace(
    '    1   0.000000    10.20.0.7 → 10.20.0.5    CLDAP 138 searchRequest(1) "<ROOT>" baseObject',
    '    2   0.002000    10.20.0.5 → 10.20.0.7    CLDAP 185 searchResEntry(1) "<ROOT>" searchResDone(1) success  [1 result]',
  );
  const said = (message: string) =>
    headline({ ...ping, findings: [finding('dc-unsuitable', 1, message)] }).replace('1 problem: ', '');
  assert.equal(
    said('10.20.0.5 is not writable, and does not say that it is a KDC.'),
    '10.20.0.5 is not writable',
  );
  assert.equal(
    said('10.20.0.5 says that its Netlogon service is paused.'),
    'Netlogon of 10.20.0.5 is paused',
  );
});

test('a problem that tells of two ports of a server names both', () => {
  const log = trace(
    smb[0]!,
    smb[0]!.replace('    1 ', '    2 ').replace('50001 → 445', '50002 → 139'),
    smb[0]!.replace('    1   0.0', '    3   2.0').replace('TCP 74 ', 'TCP 74 [TCP Retransmission] '),
  );
  const both = finding('connection-unanswered', 0, 'SMB of 10.20.0.5: no answer.', [1, 2]);
  assert.equal(headline({ ...log, findings: [both] }), '1 problem: TCP 445, 139 of 10.20.0.5 unanswered');
});

test('a sentence that is too long for a headline is not cut: its rule stands for it', () => {
  const log = trace(...smb);
  const long = `${'Something that takes many words to say '.repeat(5)}is so. More.`;
  assert.equal(headline({ ...log, findings: [finding('own-rule', 0, long)] }), '1 problem: own rule');
  const short = finding('own-rule', 0, 'Something is so. More of it.');
  assert.equal(headline({ ...log, findings: [short] }), '1 problem: Something is so');
});
