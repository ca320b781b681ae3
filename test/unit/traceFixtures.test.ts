// What an expert reads from each of our own traces, written by hand from the trace, not from what the program says.
// One file for each kind of trace text, one for each finding. They are made up, with the numbers of one capture.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { recognize } from '../../server/src/formats/recognize';
import type { Log } from '../../server/src/model';
import { rules } from '../../server/src/rules';
import { hoverIn } from './checks';

interface Expected {
  readonly dialects: readonly string[];
  /** Those that are counted: a frame that is printed again is not. */
  readonly frames: number;
  /** How many lines could not be read; none where it is not given. */
  readonly unread?: number;
  /** "service outcome code". */
  readonly steps: readonly string[];
  /** "server port/transport result", but what was not tried. In any order. */
  readonly reach: readonly string[];
  /** "severity code line". */
  readonly findings?: readonly string[];
  /** What their messages, one to a line, have to tell, and what would be wrong in them. */
  readonly tells?: readonly RegExp[];
  readonly tellsNot?: readonly RegExp[];
  /** The text around the cursor █, and what the hover says. */
  readonly hovers?: readonly (readonly [at: string, says: RegExp])[];
}

const expected: Readonly<Record<string, Expected>> = {
  // A domain controller is found, Kerberos gives a ticket for it, SMB takes the ticket.
  'tshark-summary.txt': {
    dialects: ['tsharkSummary'],
    frames: 50,
    steps: ['dns answered', 'ldapPing answered', 'smb answered', 'kerberos answered'],
    reach: [
      '10.20.1.10 53/udp answered',
      '10.20.1.10 88/tcp answered',
      '10.20.1.10 389/udp answered',
      '10.20.1.10 445/tcp answered',
    ],
    hovers: [
      ['SRV _ldap._tcp.dc._ms█dcs', /domain controllers of the domain/],
      ['KRB5KDC_ERR_PREAUTH_REQ█UIRED', /25 · KDC_ERR_PREAUTH_REQUIRED[^]*normal step/i],
      ['49708 → 4█45 [SYN]', /Port 445\. SMB/],
    ],
  },
  // IPv6: an LDAP session by Kerberos, encrypted. The RST follows the FIN.
  'tshark-summary-absolute.txt': {
    dialects: ['tsharkSummary'],
    frames: 24,
    steps: ['dns answered', 'ldapPing answered', 'ldap answered'],
    reach: [
      '2001:db8:20:1::10 53/udp answered',
      '2001:db8:20:1::10 389/udp answered',
      '2001:db8:20:1::10 389/tcp answered',
    ],
    hovers: [['_ldap._tcp.Bern._sites.dc._ms█dcs', /site `Bern`/]],
  },
  // The endpoint mapper names TCP 49671, where DRSUAPI answers.
  'tshark-tabs.txt': {
    dialects: ['tsharkTabs'],
    frames: 26,
    steps: ['endpointMapper answered', 'drsuapi answered'],
    reach: ['10.20.1.10 135/tcp answered', '10.20.1.10 49671/tcp answered'],
    hovers: [['results: Provider rej█ection', /Normal where another/]],
  },
  // Rows without numbers and times, under three headers. SMB by NTLM; no Kerberos is shown.
  'wireshark-tabs.txt': {
    dialects: ['wiresharkTabs'],
    frames: 23,
    steps: ['dns answered', 'ldapPing answered', 'smb answered', 'ntlm answered'],
    reach: ['10.20.1.10 53/udp answered', '10.20.1.11 389/udp answered', '10.20.1.11 445/tcp answered'],
    findings: ['information ntlm-used 22'],
    tells: [/no Kerberos/],
    hovers: [['STATUS_MORE_PROCESSING█_REQUIRED', /normal step/i]],
  },
  // Kerberos goes no further than the first question, LDAP is signed in to by NTLM.
  'wireshark-columns.txt': {
    dialects: ['wiresharkColumns'],
    frames: 21,
    steps: ['kerberos answered', 'ldap answered', 'ntlm answered'],
    reach: ['10.20.1.11 88/tcp answered', '10.20.1.11 389/tcp answered'],
    hovers: [['bindResponse(14) saslBind█InProgress', /LDAP_SASL_BIND_IN_PROGRESS[^]*normal step/i]],
  },
  // The endpoint mapper names TCP 49668 in its details, and nobody answers there.
  'wireshark-print.txt': {
    dialects: ['wiresharkColumns', 'wiresharkDetails'],
    frames: 19,
    steps: ['dns answered', 'ldapPing answered', 'endpointMapper answered', 'drsuapi unanswered'],
    reach: [
      '10.20.1.10 53/udp answered',
      '10.20.1.10 389/udp answered',
      '10.20.1.10 135/tcp answered',
      '10.20.1.10 49668/tcp unanswered',
    ],
    findings: ['error connection-unanswered 244'],
    tells: [/TCP 49668/, /10\.20\.1\.10/],
    hovers: [
      ['Flags: 0x█8580 Standard', /DNS flags/],
      ['Flags: 0x000█1f1fd', /DS_WRITABLE_FLAG/],
      ['(NtVer=0x2000█0016)', /NETLOGON_NT_VERSION_5EX/],
      ['Floor 4 TCP Port:49█668', /49668/],
    ],
  },
  // Six frames of a longer capture: the request for pre-authentication is a step.
  'wireshark-details.txt': {
    dialects: ['wiresharkDetails'],
    frames: 6,
    steps: ['dns answered', 'kerberos answered', 'netlogon answered'],
    reach: ['10.20.1.10 53/udp answered', '10.20.1.10 88/tcp answered', '10.20.1.10 49671/tcp answered'],
    hovers: [
      ['kdc-options: 4081█0010', /renewable-ok/],
      ['ENCTYPE: eTYPE-AES256-CTS-HMAC-SHA1-96 (1█8)', /aes256-cts-hmac-sha1-96/],
      ['error-code: eRR-PREAUTH-REQUIRED (2█5)', /KDC_ERR_PREAUTH_REQUIRED/],
      ['Negotiation options: 0x612█fffff', /NETLOGON_NEG_SUPPORTS_AES/],
      ['Return code: STATUS_SUCCESS (0x0000█0000)', /STATUS_SUCCESS/],
    ],
  },
  // The account of the computer exists already, and is taken over.
  'fields.csv': {
    dialects: ['csv'],
    frames: 50,
    steps: ['smb answered', 'kerberos answered', 'samr answered'],
    reach: ['10.20.1.10 88/tcp answered', '10.20.1.10 445/tcp answered'],
    hovers: [['Error: STATUS_USER_EX█ISTS', /0xc0000063/]],
  },
  // A reply too big for UDP is asked for again by TCP.
  'wireshark.csv': {
    dialects: ['csv'],
    frames: 28,
    steps: ['dns answered', 'kerberos answered'],
    reach: ['192.0.2.10 53/udp answered', '192.0.2.10 88/udp answered', '192.0.2.10 88/tcp answered'],
    hovers: [['KRB5KRB_ERR_RESPONSE█_TOO_BIG', /KRB_ERR_RESPONSE_TOO_BIG/]],
  },
  // Article 0x32: the server takes no NTLM.
  'netmon-grid.txt': {
    dialects: ['netmonGrid'],
    frames: 12,
    steps: ['dns answered', 'smb failed STATUS_NOT_SUPPORTED'],
    reach: ['10.20.1.10 53/udp answered', '10.20.1.10 445/tcp answered'],
    findings: ['error smb-failed 12'],
    tells: [/STATUS_NOT_SUPPORTED \(0xc00000bb\)/, /denies NTLM/],
    hovers: [
      ['Code = (1█87)', /0xc00000bb/],
      ['DstPort=Microsoft-█DS(445)', /Port 445/],
    ],
  },
  'netmon-details.txt': {
    dialects: ['netmonGrid', 'netmonDetails'],
    frames: 6,
    steps: ['ldapPing answered', 'smb answered'],
    reach: ['10.20.1.10 389/udp answered', '10.20.1.10 445/tcp answered'],
    hovers: [
      ['- Flags: 0x0000█F1FD', /DS_KDC_FLAG/],
      ['(NtVer=0x2000█0016)', /NETLOGON_NT_VERSION_5EX/],
      ['Status: 0xC000█0016', /STATUS_MORE_PROCESSING_REQUIRED/],
    ],
  },
  // A wrong password: the first error is a step, the second is not.
  'netmon-markdown.txt': {
    dialects: ['markdownTable'],
    frames: 14,
    steps: ['kerberos failed KDC_ERR_PREAUTH_FAILED'],
    reach: ['DC1 88/tcp answered'],
    findings: ['error kerberos-failed 14'],
    tells: [/password did not fit/],
    hovers: [['KDC_ERR_PREAUTH_FAILED (2█4)', /KDC_ERR_PREAUTH_FAILED/]],
  },
  // Each packet on three components: eleven of them. The RST follows the FIN.
  'pktmon.txt': {
    dialects: ['pktmon'],
    frames: 11,
    steps: ['dns answered', 'ldapPing answered', 'smb answered'],
    reach: ['10.20.1.10 53/udp answered', '10.20.1.10 389/udp answered', '10.20.1.10 445/tcp answered'],
  },
  // Korean labels, two components. The SYN to LDAP stays alone.
  'pktmon-localized.txt': {
    dialects: ['pktmon'],
    frames: 7,
    steps: ['dns answered', 'ldap unanswered'],
    reach: ['192.0.2.10 53/udp answered', '192.0.2.10 389/tcp unanswered'],
    findings: ['error connection-unanswered 10'],
    tells: [/TCP 389 \(LDAP\) of 192\.0\.2\.10/],
  },
  // An article: its prose is no loss, the merged row is read as far as it goes. The seven rows at the end have no
  // numbers, so that they count as rows, but they are no retransmission. The ACK of the merged row tells that the
  // port behind the endpoint mapper answered.
  'mixed-with-prose.txt': {
    dialects: ['wiresharkTabs', 'netmonGrid'],
    frames: 37,
    steps: [
      'dns answered',
      'ldapPing answered',
      'smb answered',
      'ntlm answered',
      'endpointMapper answered',
      'drsuapi answered',
    ],
    reach: [
      '10.20.1.10 53/udp answered',
      '10.20.1.10 389/udp answered',
      '10.20.1.10 445/tcp answered',
      '10.20.1.10 135/tcp answered',
      '10.20.1.10 49671/tcp answered',
    ],
    findings: ['information ntlm-used 29'],
  },
  // Another site, and no KDC bit.
  'ldap-ping-flags.txt': {
    dialects: ['wiresharkTabs', 'wiresharkDetails'],
    frames: 4,
    steps: ['dns answered', 'ldapPing answered'],
    reach: ['10.20.8.5 53/udp answered', '10.20.8.6 389/udp answered'],
    findings: ['information dc-unsuitable 5'],
    tells: [/KDC/, /in the site of the client/],
  },
  'connection-unanswered.txt': {
    dialects: ['tsharkSummary'],
    frames: 17,
    steps: ['dns answered', 'ldapPing answered', 'ldap unanswered'],
    reach: ['10.20.1.10 53/udp answered', '10.20.1.10 389/udp answered', '10.20.1.10 389/tcp unanswered'],
    findings: ['error connection-unanswered 7'],
    tells: [/TCP 389 \(LDAP\) of 10\.20\.1\.10/, /5 SYNs in 15\.1 s/],
  },
  // The server is there, and its SMB service is not: neither port.
  'connection-refused.txt': {
    dialects: ['tsharkSummary'],
    frames: 18,
    steps: ['dns answered', 'ldapPing answered', 'smb reset'],
    reach: [
      '192.0.2.10 53/udp answered',
      '192.0.2.10 389/udp answered',
      '192.0.2.10 445/tcp reset',
      '192.0.2.10 139/tcp reset',
    ],
    // SMB asks at both ports: that neither is open is one problem.
    findings: ['error connection-refused 8'],
    tells: [/TCP 445 and 139 \(SMB\) of 192\.0\.2\.10 answered 6 SYNs with RST/],
  },
  // The request is confirmed, then 20 seconds of silence, then the client gives up.
  'request-unanswered.txt': {
    dialects: ['tsharkSummary'],
    frames: 15,
    steps: ['dns answered', 'ldapPing answered', 'smb unanswered'],
    reach: ['10.20.1.10 53/udp answered', '10.20.1.10 389/udp answered', '10.20.1.10 445/tcp openNoReply'],
    findings: ['error request-unanswered 10'],
    tells: [/said nothing for 20\.\d s/],
  },
  // The DNS server of a provider, which knows nothing of the domain; then a broadcast, which nobody answers.
  'dns-failed.txt': {
    dialects: ['tsharkSummary'],
    frames: 10,
    steps: ['dns failed NXDOMAIN', 'netbios unanswered'],
    reach: ['192.0.2.53 53/udp answered', '10.20.4.255 137/udp unanswered'],
    findings: ['error dns-failed 2'],
    tells: [/192\.0\.2\.53/, /ALPINE<1c>/],
  },
  // Refused unsigned and signed. That the computer has no record yet is no fault.
  'dns-update-failed.txt': {
    dialects: ['tsharkSummary'],
    frames: 20,
    steps: ['dns answered', 'dnsUpdate failed REFUSED', 'ldapPing answered'],
    reach: ['10.20.1.10 53/udp answered', '10.20.1.10 53/tcp answered', '10.20.1.10 389/udp answered'],
    // The refusal of the unsigned update before it is a normal step.
    findings: ['warning dns-update-failed 16'],
    tells: [/join itself is not affected/, /unsigned update before it \(frame 4\) is a normal step/],
  },
  'kerberos-failed.txt': {
    dialects: ['tsharkSummary'],
    frames: 33,
    steps: ['dns answered', 'ldapPing answered', 'smb answered', 'kerberos failed KRB_AP_ERR_SKEW'],
    reach: [
      '10.20.1.10 53/udp answered',
      '10.20.1.10 88/tcp answered',
      '10.20.1.10 389/udp answered',
      '10.20.1.10 445/tcp answered',
    ],
    findings: ['error kerberos-failed 26'],
    tells: [/clocks/, /w32tm \/stripchart \/computer:10\.20\.1\.10/],
  },
  // The password did not fit: that NTLM was used is not what matters.
  'ldap-failed.txt': {
    dialects: ['tsharkSummary'],
    frames: 16,
    steps: [
      'ldapPing answered',
      'ldap failed LDAP_INVALID_CREDENTIALS',
      'ntlm failed LDAP_INVALID_CREDENTIALS',
    ],
    reach: ['10.20.1.10 389/udp answered', '10.20.1.10 389/tcp answered'],
    findings: ['error ldap-failed 13'],
    tells: [/ERROR_LOGON_FAILURE \(0x52e\)/],
  },
  'rpc-failed.txt': {
    dialects: ['tsharkSummary'],
    frames: 42,
    steps: ['smb answered', 'kerberos answered', 'samr partial STATUS_ACCESS_DENIED'],
    reach: ['10.20.1.10 88/tcp answered', '10.20.1.10 445/tcp answered'],
    findings: ['error rpc-failed 38'],
    tells: [/CreateUser2/, /may not create computer accounts/],
  },
  // The first half of a ticket request is 1460 bytes, and no ACK comes for it; the short rest arrives (SLE, SRE).
  // Of several connections to a port the best one counts: the first question was answered.
  'segments-lost.txt': {
    dialects: ['tsharkSummary'],
    frames: 20,
    steps: ['kerberos unanswered'],
    reach: ['10.20.1.10 88/tcp answered'],
    findings: ['error segments-lost 12'],
    tells: [/MTU black hole/, /ping -f -l 1472 10\.20\.1\.10/],
  },
  // A firewall on the way says that it does not let anything through to the other network.
  'destination-unreachable.txt': {
    dialects: ['tsharkSummary'],
    frames: 14,
    steps: ['dns answered', 'ldapPing unanswered', 'smb unanswered'],
    reach: ['192.0.2.10 53/udp answered', '10.20.9.10 389/udp unanswered', '10.20.9.10 445/tcp unanswered'],
    findings: ['error destination-unreachable 4', 'error connection-unanswered 9'],
    tells: [/192\.0\.2\.1 /, /administratively filtered/],
  },
  // A misspelt user name: Kerberos does not know it, and NTLM does not either.
  'smb-failed.txt': {
    dialects: ['tsharkSummary'],
    frames: 22,
    steps: [
      'smb failed STATUS_LOGON_FAILURE',
      'kerberos failed KDC_ERR_C_PRINCIPAL_UNKNOWN',
      'ntlm failed STATUS_LOGON_FAILURE',
      'dns answered',
    ],
    reach: ['10.20.1.10 445/tcp answered', '10.20.1.10 88/tcp answered', '10.20.1.10 53/udp answered'],
    findings: ['error kerberos-failed 12', 'error smb-failed 19'],
    tells: [/misspelt user name/, /STATUS_LOGON_FAILURE \(0xc000006d\)/],
    tellsNot: [/signed in by NTLM instead/],
  },
  // It answers, and says that it is not to be used.
  'dc-unsuitable.txt': {
    dialects: ['tsharkSummary', 'wiresharkDetails'],
    frames: 6,
    steps: ['dns answered', 'ldapPing answered'],
    reach: ['10.20.1.10 53/udp answered', '10.20.1.10 389/udp answered'],
    findings: ['error dc-unsuitable 8'],
    tells: [/Netlogon service is paused/],
    hovers: [['LOGON_SAM_PAUSE_RESPONSE_EX (2█4)', /Netlogon service is paused/]],
  },
  'trace-not-read-json.txt': {
    dialects: [],
    frames: 0,
    unread: 36,
    steps: [],
    reach: [],
    findings: ['information trace-not-read 1'],
    tells: [/JSON/],
  },
  'trace-not-read-hex.txt': {
    dialects: [],
    frames: 0,
    unread: 6,
    steps: [],
    reach: [],
    findings: ['information trace-not-read 1'],
    tells: [/hex dump/],
  },
};

const files = readdirSync('test/traces').filter(name => /\.(?:txt|csv)$/.test(name) && !/golden/.test(name));

test('every trace of ours is judged below', () => {
  assert.deepEqual(files, Object.keys(expected).sort());
});

test('every rule that reads traces has a trace of ours', () => {
  const names = new Set(Object.values(expected).flatMap(({ findings }) => findings ?? []));
  const told = new Set([...names].map(each => each.split(' ')[1]));
  const ofLogs = new Set(['step-failed']);
  const missing = rules.map(({ code }) => code).filter(code => !told.has(code) && !ofLogs.has(code));
  assert.deepEqual(
    missing.filter(code => !/^(?:join|rename|unjoin|name-check|provisioning)-/.test(code)),
    [],
  );
});

for (const [name, wanted] of Object.entries(expected)) {
  test(`${name} is read as an expert reads it`, () => {
    const text = readFileSync(`test/traces/${name}`, 'utf8');
    const log = analyze(text);
    const { dialects, frames, unreadLines, steps, reachability } = log.trace!;
    const judged = {
      dialects,
      frames: frames.filter(each => !each.isPrintedAgain).length,
      unread: unreadLines.length,
      steps: steps.map(({ service, outcome, code }) =>
        [service, outcome, code && outcome !== 'answered' ? code.name : []].flat().join(' '),
      ),
      reach: reachability
        .filter(({ result }) => result !== 'notTried')
        .map(({ server, port, transport, result }) => `${server} ${port}/${transport} ${result}`)
        .sort(),
      findings: log.findings.map(({ severity, code, line }) => `${severity} ${code} ${line + 1}`),
    };
    const { tells, tellsNot, hovers, ...rest } = wanted;
    assert.deepEqual(judged, { unread: 0, findings: [], ...rest, reach: [...wanted.reach].sort() });
    assert.equal(recognize(text), 'network-trace');
    const told = log.findings.map(({ message }) => message).join('\n');
    for (const pattern of tells ?? []) assert.match(told, pattern);
    for (const pattern of tellsNot ?? []) assert.doesNotMatch(told, pattern);
    for (const [at, says] of hovers ?? []) assert.match(hoverOver(log, at), says, at);
  });
}

/** The hover at the cursor █ in a piece of a line, where that piece first stands; '' if there is none. */
function hoverOver(log: Log, at: string): string {
  const piece = at.replace('█', '');
  for (let line = 0; line < log.lines.count; line++) {
    const start = log.lines.at(line).indexOf(piece);
    if (start >= 0) return hoverIn(log, line, start + at.indexOf('█')) ?? '';
  }
  assert.fail(`no line holds ${piece}`);
}
