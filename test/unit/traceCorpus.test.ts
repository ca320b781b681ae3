// Real traces, where they are present. What an expert reads from each stands here, reviewed against what the list of
// the collection says that it shows; nothing of them is copied.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';

const folder = '../shared/corpus/trace';
const skip = !existsSync(folder) && 'the collection of real traces is not here';

interface Expected {
  /** In the order of the text. */
  readonly dialects: string;
  /** What is printed twice counts once. */
  readonly frames: number;
  readonly unread: number;
  readonly notRead?: string;
  /** "service outcome code" */
  readonly steps: readonly string[];
  /** "server transport port result", without ports that were not tried. */
  readonly reach: readonly string[];
  /** "severity rule line" */
  readonly findings: readonly string[];
}

/** Per file, by its number. */
// prettier-ignore
const expected: Readonly<Record<string, Expected>> = {
  '01': {
    dialects: 'wiresharkTabs wiresharkDetails', frames: 139, unread: 0,
    steps: ['dns answered', 'ldapPing answered', 'smb answered', 'ntlm answered', 'netlogon answered', 'ldap answered', 'endpointMapper answered', 'drsuapi answered', 'kerberos answered'],
    reach: ['192.168.100.12 udp 53 answered', '192.168.100.12 tcp 88 answered', '192.168.100.10 tcp 135 answered', '192.168.100.10 udp 389 answered', '192.168.100.10 tcp 389 answered', '192.168.100.10 tcp 445 answered', '192.168.100.10 tcp 49671 answered', '192.168.100.10 tcp 49682 answered'],
    findings: ['information dc-unsuitable 27'],
  },
  '02': {
    dialects: 'wiresharkColumns', frames: 139, unread: 0,
    steps: ['dns answered', 'ldapPing answered', 'smb answered', 'ntlm answered', 'netlogon answered', 'ldap answered', 'endpointMapper answered', 'drsuapi answered', 'kerberos answered'],
    reach: ['192.168.100.12 udp 53 answered', '192.168.100.12 tcp 88 answered', '192.168.100.10 tcp 135 answered', '192.168.100.10 udp 389 answered', '192.168.100.10 tcp 389 answered', '192.168.100.10 tcp 445 answered', '192.168.100.10 tcp 49671 answered', '192.168.100.10 tcp 49682 answered'],
    findings: [],
  },
  '04': {
    dialects: 'netmonGrid', frames: 24, unread: 0,
    steps: ['kerberos unanswered'],
    reach: ['DC1.ADATUM.COM tcp 88 openNoReply'],
    findings: ['error segments-lost 16'],
  },
  '05': {
    dialects: 'netmonGrid', frames: 10, unread: 0,
    steps: ['smb failed STATUS_NOT_SUPPORTED'],
    reach: ['192.168.100.10 tcp 445 answered'],
    findings: ['error smb-failed 9'],
  },
  '06': {
    dialects: 'netmonGrid', frames: 3, unread: 0,
    steps: ['ldap unanswered'],
    reach: ['DC tcp 389 unanswered'],
    findings: ['error connection-unanswered 1'],
  },
  '08': {
    dialects: 'netmonGrid', frames: 3, unread: 0,
    steps: ['smb failed ERROR_ACCESS_DENIED'],
    reach: ['ADATUMDC01 tcp 445 answered'],
    findings: ['error rpc-failed 4'],
  },
  '09': {
    dialects: 'wiresharkTabs', frames: 9, unread: 0,
    steps: ['ldap answered'],
    reach: ['192.168.17.144 tcp 389 answered'],
    findings: [],
  },
  '10': {
    dialects: 'wiresharkTabs', frames: 12, unread: 0,
    steps: ['smb answered', 'ntlm answered'],
    reach: ['192.168.1.10 tcp 445 answered'],
    findings: ['information ntlm-used 6'],
  },
  '11': {
    dialects: 'tsharkSummary', frames: 18, unread: 0,
    steps: ['netbios unanswered', 'netbios answered', 'smb partial', 'ntlm unanswered', 'smb partial', 'ntlm answered', 'smb unanswered'],
    reach: ['172.17.79.2 udp 137 unanswered', '172.17.79.1 udp 137 answered', '172.17.79.135 tcp 445 answered', '172.17.79.129 tcp 445 answered', '172.17.79.4 tcp 445 unanswered'],
    findings: ['information request-unanswered 18'],
  },
  '13': {
    dialects: 'tsharkSummary', frames: 8, unread: 0,
    steps: ['kerberos answered'],
    reach: ['172.26.85.193 tcp 88 answered'],
    findings: [],
  },
  '15': {
    dialects: 'netmonGrid', frames: 2, unread: 0,
    steps: ['kerberos failed KRB_AP_ERR_BAD_INTEGRITY'],
    reach: ['10.**.**.15 tcp 88 answered'],
    findings: ['error kerberos-failed 2'],
  },
  '16': {
    dialects: 'wiresharkColumns wiresharkDetails', frames: 1, unread: 0,
    steps: [],
    reach: [],
    findings: [],
  },
  '17': {
    dialects: 'pktmon', frames: 1, unread: 0,
    steps: ['dns unanswered'],
    reach: ['192.168.100.1 udp 53 unanswered'],
    findings: [],
  },
  '18': {
    dialects: 'wiresharkColumns', frames: 12, unread: 0,
    steps: [],
    reach: [],
    findings: [],
  },
  '19': {
    dialects: 'markdownTable', frames: 2, unread: 0,
    steps: ['kerberos failed KDC_ERR_PREAUTH_FAILED'],
    reach: ['RODC tcp 88 answered'],
    findings: ['error kerberos-failed 4'],
  },
  '20': {
    dialects: 'tsharkSummary', frames: 20, unread: 0,
    steps: ['drsuapi answered'],
    reach: ['192.168.122.3 tcp 1024 answered'],
    findings: [],
  },
  '21': {
    dialects: 'wiresharkDetails', frames: 6, unread: 0,
    steps: ['drsuapi answered'],
    reach: ['192.168.122.3 tcp 1024 answered'],
    findings: [],
  },
  '22': {
    dialects: 'tsharkSummary', frames: 20, unread: 0,
    steps: ['drsuapi answered'],
    reach: ['192.168.122.3 tcp 1024 answered'],
    findings: [],
  },
  '23': {
    dialects: 'tsharkTabs', frames: 20, unread: 0,
    steps: ['drsuapi answered'],
    reach: ['192.168.122.3 tcp 1024 answered'],
    findings: [],
  },
  '25': {
    dialects: 'csv', frames: 20, unread: 0,
    steps: ['drsuapi answered'],
    reach: ['192.168.122.3 tcp 1024 answered'],
    findings: [],
  },
  '26': {
    dialects: 'tsharkSummary', frames: 10, unread: 0,
    steps: ['dns failed NXDOMAIN'],
    reach: ['217.13.4.24 udp 53 answered'],
    findings: ['error dns-failed 2'],
  },
  '27': {
    dialects: 'wiresharkDetails', frames: 6, unread: 0,
    steps: ['dns failed NXDOMAIN'],
    reach: ['217.13.4.24 udp 53 answered'],
    findings: ['error dns-failed 76'],
  },
  '28': {
    dialects: 'tsharkSummary wiresharkDetails', frames: 2, unread: 0,
    steps: ['ldapPing answered'],
    reach: ['192.168.122.3 udp 389 answered'],
    findings: [],
  },
  '29': {
    dialects: 'tsharkSummary', frames: 11, unread: 0,
    steps: ['ldapPing answered'],
    reach: ['192.168.122.3 udp 389 answered'],
    findings: [],
  },
  '30': {
    dialects: 'wiresharkDetails', frames: 11, unread: 0,
    steps: ['ldapPing answered'],
    reach: ['192.168.122.3 udp 389 answered'],
    findings: [],
  },
  '31': {
    dialects: 'tsharkSummary', frames: 10, unread: 0,
    steps: ['endpointMapper answered', 'netlogon answered'],
    reach: ['192.168.122.17 tcp 135 answered'],
    findings: [],
  },
  '32': {
    dialects: 'wiresharkDetails', frames: 6, unread: 0,
    steps: ['endpointMapper answered', 'netlogon answered'],
    reach: ['192.168.122.17 tcp 135 answered', '192.168.122.17 tcp 49676 answered'],
    findings: [],
  },
  '33': {
    dialects: 'tsharkSummary', frames: 15, unread: 0,
    steps: ['drsuapi answered', 'ntlm answered'],
    reach: ['192.168.0.100 tcp 49685 answered'],
    findings: ['information ntlm-used 3'],
  },
  '36': {
    dialects: 'tsharkSummary', frames: 15, unread: 0,
    steps: ['kerberos answered', 'smb answered'],
    reach: ['172.16.66.36 tcp 88 answered', '172.16.66.36 tcp 445 answered'],
    findings: [],
  },
  '37': {
    dialects: 'wiresharkDetails', frames: 3, unread: 0,
    steps: ['kerberos partial'],
    reach: ['172.16.66.36 tcp 88 answered'],
    findings: [],
  },
  '39': {
    dialects: 'tsharkSummary', frames: 77, unread: 0,
    steps: ['kerberos answered', 'smb answered', 'ldap answered', 'drsuapi answered'],
    reach: ['172.16.8.8 tcp 88 answered', '172.16.8.8 tcp 389 answered', '172.16.8.8 tcp 445 answered', '172.16.8.8 tcp 49155 answered'],
    findings: [],
  },
  '40': {
    dialects: 'tsharkSummary', frames: 60, unread: 0,
    steps: ['endpointMapper answered', 'netlogon failed STATUS_ACCESS_DENIED'],
    reach: ['192.168.56.102 tcp 135 answered'],
    findings: ['error rpc-failed 10'],
  },
  '42': {
    dialects: 'tsharkSummary', frames: 95, unread: 0,
    steps: ['smb answered', 'ntlm answered', 'smb answered', 'ntlm answered'],
    reach: ['192.168.199.1 tcp 445 answered', '192.168.199.133 tcp 445 answered'],
    // Logons that were refused before another user was let in.
    findings: ['information ntlm-used 18', 'information smb-failed 41', 'information smb-failed 67'],
  },
  '44': {
    dialects: 'tsharkSummary', frames: 20, unread: 0,
    steps: ['ldap answered'],
    reach: ['192.168.10.186 tcp 389 answered'],
    findings: [],
  },
  '45': {
    dialects: 'tsharkSummary', frames: 314, unread: 0,
    steps: ['smb answered', 'kerberos answered', 'lsarpc answered'],
    reach: ['172.16.0.5 tcp 445 answered', '172.16.0.100 tcp 88 answered', '172.16.0.100 tcp 445 answered'],
    findings: [],
  },
  '46': {
    dialects: 'tsharkSummary', frames: 46, unread: 0,
    steps: ['samr answered'],
    reach: [],
    findings: [],
  },
  '47': {
    dialects: 'tsharkSummary', frames: 66, unread: 0,
    steps: ['smb answered', 'ntlm answered'],
    reach: ['172.16.66.36 tcp 445 answered'],
    // What the server asks of its client in return (printing) concerns no join.
    findings: ['information ntlm-used 11'],
  },
  '48': {
    dialects: 'wiresharkDetails', frames: 2, unread: 0,
    steps: ['dns answered'],
    reach: ['172.23.0.22 udp 53 answered'],
    findings: [],
  },
  '49': {
    dialects: '', frames: 0, unread: 153, notRead: 'hex dump (tshark -x)',
    steps: [],
    reach: [],
    findings: ['information trace-not-read 1'],
  },
  '50': {
    dialects: 'tsharkSummary', frames: 2, unread: 0,
    steps: ['kerberos answered'],
    reach: ['144.199.10.233 udp 88 answered'],
    findings: [],
  },
  '52': {
    dialects: '', frames: 0, unread: 192, notRead: 'JSON (tshark -T json)',
    steps: [],
    reach: [],
    findings: ['information trace-not-read 1'],
  },
  '53': {
    dialects: '', frames: 0, unread: 185, notRead: 'PDML (tshark -T pdml)',
    steps: [],
    reach: [],
    findings: ['information trace-not-read 1'],
  },
  '54': {
    dialects: '', frames: 0, unread: 84, notRead: 'PSML (tshark -T psml)',
    steps: [],
    reach: [],
    findings: ['information trace-not-read 1'],
  },
  '55': {
    dialects: '', frames: 0, unread: 2, notRead: 'EK (tshark -T ek)',
    steps: [],
    reach: [],
    findings: ['information trace-not-read 1'],
  },
  '58': {
    dialects: 'pktmon', frames: 1, unread: 0,
    steps: [],
    reach: [],
    findings: [],
  },
  '59': {
    dialects: 'pktmon', frames: 1, unread: 0,
    steps: [],
    reach: [],
    findings: [],
  },
};

test('real traces read as an expert reads them', { skip }, async t => {
  const files = readdirSync(folder).sort();
  assert.deepEqual(
    files.map(name => name.slice(0, 2)),
    Object.keys(expected).sort(),
  );
  for (const name of files) {
    await t.test(name, () => {
      const log = analyze(readFileSync(`${folder}/${name}`, 'utf8'));
      const trace = log.trace!;
      const actual: Expected = {
        dialects: trace.dialects.join(' '),
        frames: trace.frames.filter(each => !each.isPrintedAgain).length,
        unread: trace.unreadLines.length,
        ...(trace.notRead && { notRead: trace.notRead.what }),
        steps: trace.steps.map(({ service, outcome, code }) =>
          [service, outcome, code?.name].filter(Boolean).join(' '),
        ),
        reach: trace.reachability
          .filter(each => each.result !== 'notTried')
          .map(({ server, transport, port, result }) => `${server} ${transport} ${port} ${result}`),
        findings: log.findings.map(({ severity, code, line }) => `${severity} ${code} ${line + 1}`),
      };
      assert.deepEqual(actual, expected[name.slice(0, 2)]);
    });
  }
});
