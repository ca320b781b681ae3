// What is said of a trace as a whole: the report of the command line, JSON, Markdown, lenses, status.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { analyze } from '../../server/src/analyze';
import { codeLens } from '../../server/src/features/codeLens';
import type { Finding, Log } from '../../server/src/model';
import { clientCommands } from '../../server/src/protocol';
import { jsonReport } from '../../server/src/report/json';
import { reachabilityTable } from '../../server/src/report/reachability';
import { reportOf } from '../../server/src/report/report';
import { textReport } from '../../server/src/report/text';
import { type Service, stepOf, stepTitles } from '../../server/src/tables/steps';
import { dialectTitles } from '../../server/src/traceWords';
import { context, textDocument } from './checks';

/** One client finds a domain controller, and its SMB port stays silent. */
const silentPort = [
  '    1   0.000000    10.20.0.7 → 10.20.0.5    DNS 94 Standard query 0x1f01 SRV _ldap._tcp.dc._msdcs.alpine.test',
  '    2   0.004000    10.20.0.5 → 10.20.0.7    DNS 140 Standard query response 0x1f01 SRV _ldap._tcp.dc._msdcs.alpine.test SRV 0 100 389 dc1.alpine.test',
  '    3   0.005000    10.20.0.7 → 10.20.0.5    CLDAP 138 searchRequest(1) "<ROOT>" baseObject',
  '    4   0.007000    10.20.0.5 → 10.20.0.7    CLDAP 185 searchResEntry(1) "<ROOT>" searchResDone(1) success  [1 result]',
  '    5   0.010000    10.20.0.7 → 10.20.0.5    TCP 74 50001 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
  '    6   1.010000    10.20.0.7 → 10.20.0.5    TCP 74 [TCP Retransmission] 50001 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
  '    7   3.010000    10.20.0.7 → 10.20.0.5    TCP 74 [TCP Retransmission] 50001 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
  '    8   3.020000    10.20.0.7 → 10.20.0.5    DNS 80 Standard query 0x1f02 A dc1.alpine.test',
  '    9   3.021000    10.20.0.5 → 10.20.0.7    DNS 96 Standard query response 0x1f02 A dc1.alpine.test A 10.20.0.5',
];

const finding = (line: number, severity: Finding['severity'], message: string): Finding => ({
  code: 'own-rule',
  severity,
  message,
  line,
  start: 0,
  end: 4,
  repeats: 1,
  related: [],
  help: undefined,
});

/** A trace with findings of the test's own: what the rules see in it is tested elsewhere. */
function read(lines: readonly string[], ...findings: readonly Finding[]): Log {
  return { ...analyze(lines.join('\n'), 'network-trace'), findings };
}

const unanswered = finding(4, 'error', 'Nobody answered at TCP 445 of 10.20.0.5. Three tries, 3 s.');

test('the report says first what the trace came to, then the problem, the steps and the ports', () => {
  const note = finding(2, 'information', 'The domain controller is in another site.');
  assert.equal(
    textReport('smb.txt', read(silentPort, note, unanswered)),
    `smb.txt: 1 problem: TCP 445 of 10.20.0.5 unanswered

   Read         tshark summary: 9 frames, took 3.0 s
   Problem      Nobody answered at TCP 445 of 10.20.0.5. Three tries, 3 s. (line 5)

Steps of 10.20.0.7
   from    step       server         came to       took   in
   +0 ms   DNS        10.20.0.5:53   answered      5 ms   line 1
   +5 ms   LDAP ping  10.20.0.5:389  answered      2 ms   line 3
   +10 ms  SMB        10.20.0.5:445  not answered  3.0 s  line 5

Reachability of 10.20.0.5 (dc1.alpine.test)
   Unanswered   TCP 445 (lines 5–7)
   Answered     UDP 53, 389
   Not tried    TCP 53, 88, 135, 139, 389, 464, 3268, 49152–65535; UDP 88, 137, 138, 464

Also seen
   Note         The domain controller is in another site. (line 3)

What this trace cannot show
   Not in this export: LDAP. It may have been filtered out, have happened before the trace began,
   or never have been tried.
`,
  );
});

test('a trace in which nothing is wrong says so', () => {
  const log = read(silentPort.slice(0, 4));
  assert.match(textReport('good.txt', log), /^good\.txt: no failure visible\n/);
  assert.deepEqual(reportOf(log, undefined).status, {
    text: 'Trace: no failure visible',
    detail: '',
    severity: 'information',
  });
});

test('a step without an answer of which no rule tells is named, and a trace without steps is no good one', () => {
  const cut = read(silentPort.slice(0, 5));
  assert.match(textReport('cut.txt', cut), /^cut\.txt: nothing decisive: SMB not answered\n/);
  const { text, detail, severity } = reportOf(cut, undefined).status;
  assert.deepEqual([text, detail, severity], ['Trace: nothing decisive', 'SMB not answered', 'information']);
  const arp = ['    1   0.000000 10.20.0.7 → 10.20.0.5    ARP 42 Who has 10.20.0.5? Tell 10.20.0.7'];
  assert.match(textReport('arp.txt', read(arp)), /^arp\.txt: no step of a join can be told\n/);
});

test('errors stand before warnings, and more than two are counted', () => {
  const findings = ['One thing. More of it.', 'Another thing.', 'A third thing.'].map((message, index) =>
    finding(index, index === 0 ? 'warning' : 'error', message),
  );
  const log = read(silentPort, ...findings);
  assert.match(
    textReport('a.txt', log),
    /^a\.txt: 2 problems, 1 warning: Another thing; A third thing; 1 more\n/,
  );
  assert.deepEqual(reportOf(log, undefined).failures, [
    { line: 0, character: 0 },
    { line: 1, character: 0 },
    { line: 2, character: 0 },
  ]);
  assert.equal(reportOf(log, undefined).status.severity, 'error');
  assert.equal(reportOf(read(silentPort, findings[0]!), undefined).status.severity, 'warning');
});

test('a failure with a code is told by its name', () => {
  const lines = [
    ...silentPort.slice(0, 4),
    '    5   0.010000    10.20.0.7 → 10.20.0.5    SMB2 310 Session Setup Request, NTLMSSP_AUTH, User: ALPINE\\jdoe',
    '    6   0.012000    10.20.0.5 → 10.20.0.7    SMB2 130 Session Setup Response, Error: STATUS_LOGON_FAILURE',
  ];
  const text = textReport('a.txt', read(lines, finding(5, 'error', 'The password is wrong.')));
  assert.match(text, /^a\.txt: 1 problem: SMB failed with STATUS_LOGON_FAILURE\n/);
  assert.match(text, / SMB +10\.20\.0\.5:445 +failed with STATUS_LOGON_FAILURE +2 ms +line 5\n/);
});

test('a service that takes the connection and says nothing is open without a reply', () => {
  const lines = [
    '    1   0.000000    10.20.0.7 → 10.20.0.5    TCP 74 50001 → 445 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
    '    2   0.001000    10.20.0.5 → 10.20.0.7    TCP 74 445 → 50001 [SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460',
    '    3   0.001100    10.20.0.7 → 10.20.0.5    TCP 66 50001 → 445 [ACK] Seq=1 Ack=1 Win=64256 Len=0',
    '    4   0.001200    10.20.0.7 → 10.20.0.5    SMB2 300 Negotiate Protocol Request',
    '    5   0.002000    10.20.0.5 → 10.20.0.7    TCP 66 445 → 50001 [ACK] Seq=1 Ack=235 Win=64896 Len=0',
    '    6  20.002000    10.20.0.7 → 10.20.0.5    TCP 66 50001 → 445 [FIN, ACK] Seq=235 Ack=1 Win=64256 Len=0',
  ];
  const text = textReport('a.txt', read(lines, finding(3, 'error', 'It said nothing for 20 s.')));
  assert.match(text, /^a\.txt: 1 problem: TCP 445 of 10\.20\.0\.5 open, no reply\n/);
  assert.match(text, /\n {3}No reply {5}TCP 445, though open \(lines 1, 4, 6\)\n/);
});

test('what could not be read is counted, and a trace without times has no columns for them', () => {
  const lines = [
    'Source\tDestination\tProtocol\tInfo',
    '10.20.0.7\t10.20.0.5\tDNS\tStandard query 0x1f01 A dc1.alpine.test',
    '10.20.0.5\t10.20.0.7',
    '10.20.0.5\t10.20.0.7\tDNS\tStandard query response 0x1f01 A dc1.alpine.test A 10.20.0.5',
  ];
  const text = textReport('a.txt', read(lines));
  assert.match(text, /Read +Wireshark packet list \(tabs\): 2 frames\n/);
  assert.match(text, /\n {3}step +server +came to +in\n {3}DNS +10\.20\.0\.5:53 +answered +line 2\n/);
  assert.match(text, /\n1 line could not be read \(3\)\.\n$/);
});

test('an export that is not read is called by its name', () => {
  const log = read(['[', '  {', '    "_source": {', '      "layers": {', '        "frame": {}']);
  assert.equal(textReport('a.json', log), 'a.json: not read: JSON (tshark -T json)\n');
  const report = reportOf(log, undefined);
  assert.equal(report.status.text, 'Trace: not read: JSON (tshark -T json)');
  assert.equal(report.reachability, null);
  assert.deepEqual(lensesOf(log), []);
});

const schema = JSON.parse(readFileSync('server/src/schema/report.schema.json', 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

/** The report of one trace, as another program reads it. */
function json(log: Log) {
  const value = JSON.parse(JSON.stringify(jsonReport([{ path: 'a.txt', log }])));
  const fits: boolean = validate(value);
  assert.ok(fits, JSON.stringify(validate.errors));
  return value.files[0];
}

test('JSON: the frames, the steps with lines, times and outcome, the ports with their lines', () => {
  const { steps, reachability, findings, ...file } = json(read(silentPort, unanswered));
  assert.deepEqual(file, {
    path: 'a.txt',
    language: 'network-trace',
    dialects: ['tsharkSummary'],
    frames: 9,
    unreadLines: 0,
    limits: file.limits,
    operations: [],
  });
  const [dns, , smb] = steps;
  assert.deepEqual(dns.lines, [1, 9]);
  assert.deepEqual(smb, {
    id: 'smb',
    title: 'SMB',
    client: '10.20.0.7',
    server: '10.20.0.5',
    port: 445,
    lines: [5, 7],
    start: 0.01,
    end: 3.01,
    outcome: 'unanswered',
    code: null,
  });
  const of = (port: number, transport: string) =>
    reachability.find(
      (each: { port: number; transport: string }) => each.port === port && each.transport === transport,
    );
  const server = '10.20.0.5';
  assert.deepEqual(of(445, 'tcp'), {
    server,
    port: 445,
    transport: 'tcp',
    result: 'unanswered',
    lines: [5, 7],
  });
  assert.deepEqual(of(88, 'tcp'), { server, port: 88, transport: 'tcp', result: 'notTried', lines: [] });
  assert.equal(findings[0].line, 5);
});

test('JSON: times are dates where the trace has them, and null where it has none', () => {
  const dated = silentPort
    .slice(0, 2)
    .map(line => line.replace(/^( +\d+) +0\.00([0-9])000/, '$1 2026-02-10 09:14:02.00$2000'));
  assert.deepEqual(
    json(read(dated)).steps.map(({ start, end }: { start: string; end: string }) => [start, end]),
    [['2026-02-10T09:14:02.000', '2026-02-10T09:14:02.004']],
  );
  const untimed = [
    'Source\tDestination\tProtocol\tInfo',
    '10.20.0.7\t10.20.0.5\tDNS\tStandard query 0x1 A a.b',
  ];
  assert.equal(json(read(untimed)).steps[0].start, null);
});

test('JSON: the report of a trace fits the schema, cut anywhere', () => {
  const text = silentPort.join('\n');
  for (let end = 0; end < text.length; end += 7) json(analyze(text.slice(0, end), 'network-trace'));
  json(analyze('    1 99999999999999999.5 a → b DNS 94 Standard query 0x1f01 A a.b', 'network-trace'));
});

test('the schema knows every kind of export and every step', () => {
  const { traceFile, step } = schema.definitions;
  assert.deepEqual(traceFile.properties.dialects.items.enum, Object.keys(dialectTitles));
  const ids = Object.keys(stepTitles).map(each => (each === 'ntlm' ? each : stepOf(each as Service)));
  assert.deepEqual(step.properties.id.enum, [...new Set(ids)]);
});

test('a name of a trace stays text in the table and in the summary', () => {
  const odd = silentPort.map(line => line.replaceAll('10.20.0.5', '<dc>[1](x)*y*'));
  const log = read(odd, finding(4, 'error', 'Nobody answered.'));
  const escaped = String.raw`\<dc\>\[1\](x)\*y\*`;
  assert.ok(reachabilityTable(log, log.trace!)!.includes(`| 10.20.0.7 | ${escaped} | 445 |`));
  assert.ok(reportOf(log, undefined).asked!.summary.includes(`| SMB | ${escaped}:445 |`));
});

test('the summary is that of the whole trace, whatever line is asked about', () => {
  const log = read(silentPort, unanswered);
  const { asked, reachability, operations } = reportOf(log, 0);
  const summary = asked!.summary;
  assert.match(
    summary,
    /^### Network trace: 1 problem: TCP 445 of 10\.20\.0\.5 unanswered\n\n- Read: 9 frames, took 3\.0 s \(tshark summary\)\n\n\*\*Problem:\*\* Nobody answered at TCP 445/,
  );
  assert.ok(summary.includes(`Line 5:\n\n\`\`\`text\n${silentPort[4]!.trim()}\n\`\`\`\n`));
  assert.ok(summary.includes('\n| +10 ms | SMB | 10.20.0.5:445 | **Not answered** | 3.0 s | 5 |\n'));
  assert.ok(summary.includes(reachability!.split('\n').slice(2).join('\n').trim()));
  assert.equal(reportOf(log, 7).asked!.summary, summary);
  assert.deepEqual(asked!.cause, { line: 4, character: 0 });
  assert.deepEqual(operations, []);
});

/** Lenses as "line title", one-based, those of one line together. */
function lensesOf(log: Log): string[] {
  const commands = new Set<string>(Object.values(clientCommands));
  const byLine = new Map<number, string[]>();
  for (const { range, command } of codeLens.handle(log, { textDocument }, { ...context, commands }) ?? []) {
    const { line } = range.start;
    byLine.set(line, [...(byLine.get(line) ?? []), command!.title]);
  }
  return Array.from(byLine, ([line, titles]) => `${line + 1} ${titles.join(' | ')}`);
}

test('above a trace stand its servers, above a step that did not go well what it came to', () => {
  assert.deepEqual(lensesOf(read(silentPort)), [
    '1 10.20.0.5: TCP 445 unanswered · answered: UDP 53, 389 | Copy reachability | Copy summary',
    '5 SMB not answered',
  ]);
  assert.deepEqual(lensesOf(read(silentPort.slice(0, 4))), [
    '1 10.20.0.5: answered: UDP 53, 389 | Copy reachability | Copy summary',
  ]);
});

test('a port of both transports is named once in a lens, and a broadcast address has none', () => {
  const lines = [
    '    1   0.000000    10.20.0.7 → 10.20.0.255  NBNS 92 Name query NB ALPINE<1c>',
    '    2   0.010000    10.20.0.7 → 10.20.0.5    KRB5 250 AS-REQ',
    '    3   1.010000    10.20.0.7 → 10.20.0.5    TCP 74 50001 → 88 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
    '    4   2.010000    10.20.0.7 → 10.20.0.5    TCP 74 [TCP Retransmission] 50001 → 88 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
    '    5   3.010000    10.20.0.7 → 10.20.0.5    KRB5 250 AS-REQ',
  ];
  const log = read(lines);
  assert.equal(
    lensesOf(log)[0],
    '1 10.20.0.5: TCP+UDP 88 unanswered | Copy reachability | Copy summary | NetBIOS not answered',
  );
  assert.doesNotMatch(textReport('a.txt', log), /Reachability of 10\.20\.0\.255/);
  // Other programs get all that is known.
  assert.ok(json(log).reachability.some(({ server }: { server: string }) => server === '10.20.0.255'));
});

test('of many servers those with a port that did not answer have a lens', () => {
  const answered = [1, 2, 3, 4].flatMap(host =>
    silentPort.slice(0, 2).map(line => line.replaceAll('10.20.0.5', `10.20.1.${host}`)),
  );
  const [first] = lensesOf(read([...answered, ...silentPort]));
  assert.equal(
    first,
    '1 10.20.0.5: TCP 445 unanswered · answered: UDP 53, 389 | 10.20.1.1: answered: UDP 53 | 10.20.1.2: answered: UDP 53 | 2 more servers | Copy reachability | Copy summary',
  );
});

test('on the command line a trace is read like a log', () => {
  const input = silentPort.join('\n');
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['server/dist/cliMain.js', 'check', ...args, '-'], {
      input,
      encoding: 'utf8',
    });
  assert.match(run().stdout, /^standard input: .*\n\n {3}Read +tshark summary: 9 frames/);
  const file = JSON.parse(run('--format', 'json').stdout).files[0];
  assert.equal(file.language, 'network-trace');
  assert.equal(file.frames, 9);
});
