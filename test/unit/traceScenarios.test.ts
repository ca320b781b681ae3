// Joins of Samba and adcli with one thing wrong in each: what becomes of their steps, which ports are not reached, and
// what is told where. All that is not named went well; what is not told is not worth a word.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analyze';
import * as join from './captures';
import { Capture, hosts, type Host } from './captures';

interface Expected {
  /** "service outcome" of the steps that are not `answered`. */
  readonly steps?: readonly string[];
  /** "host transport port result" of the ports that are not `answered`. */
  readonly ports?: readonly string[];
  /** "severity code: what stands in the row", errors and warnings; information where it is named. */
  readonly told?: readonly string[];
}

const locator = 'SRV _ldap._tcp.dc._msdcs.ALPINE.TEST';
const dc1 = 'SRV 0 100 389 dc1.alpine.test SOA dc1.alpine.test';

/** The client asks for the domain by NetBIOS, which nobody answers. */
function netbios(c: Capture): Capture {
  return c
    .row('C', 'B', 'NBNS', 'Name query NB ALPINE<1c>')
    .row('C', 'B', 'NBNS', 'Name query NB ALPINE<1c>', 1);
}

/** To the second search for a KDC; what is to follow is the bind. */
function toBind(c: Capture): join.Connection {
  join.locate(c);
  const smb = join.lsarpc(join.smbSession(c.open('D', 445)));
  join.findKdc(c);
  return smb;
}

/** adcli up to its tickets. */
function adcliToTickets(c: Capture): join.Connection {
  join.adcliLocate(c);
  return join.adcliRoot(c);
}

function signIn(c: Capture, result: string): Capture {
  join.locate(c);
  join
    .negotiate(c.open('D', 445))
    .asks('SMB2', 'Session Setup Request, NTLMSSP_NEGOTIATE')
    .says('SMB2', 'Session Setup Response, Error: STATUS_MORE_PROCESSING_REQUIRED, NTLMSSP_CHALLENGE')
    .asks('SMB2', 'Session Setup Request, NTLMSSP_AUTH, User: ALPINE.TEST\\joiner')
    .says('SMB2', `Session Setup Response${result && `, Error: ${result}`}`)
    .close();
  return c;
}

const made = (make: (c: Capture) => unknown) => () => {
  const c = new Capture();
  make(c);
  return c;
};

const scenarios: readonly (readonly [name: string, make: () => Capture, expected: Expected])[] = [
  ['a join that goes well', () => join.netAdsJoin(), {}],
  ['a join by adcli that goes well', () => join.adcliJoin(), {}],
  ['names by DRSUAPI behind the join', () => join.crackNames(join.netAdsJoin()), {}],

  // DNS
  [
    'a DNS server that has the name and no such record',
    made(c => netbios(c.dns(locator, 'SOA ns.alpine.test', { to: 'N' }))),
    {
      steps: ['dns failed', 'netbios unanswered'],
      ports: ['B udp 137 unanswered'],
      told: [`error dns-failed: response 0x1357 ${locator}`],
    },
  ],
  [
    'the same where the answer holds nothing at all',
    made(c => netbios(c.dns(locator, '', { to: 'N' }))),
    {
      steps: ['dns failed', 'netbios unanswered'],
      ports: ['B udp 137 unanswered'],
      told: [`error dns-failed: response 0x1357 ${locator}`],
    },
  ],
  [
    'a row whose records were cut off: the client goes on with them',
    made(c => join.netAdsJoin(c.dns(locator, ''))),
    {},
  ],
  [
    'a domain controller without any address',
    made(c => {
      c.dns(locator, dc1, { to: 'N' }).dns('A dc1.alpine.test', 'SOA ns.alpine.test', { to: 'N' });
      netbios(c.dns('AAAA dc1.alpine.test', 'SOA ns.alpine.test', { to: 'N' }));
    }),
    {
      steps: ['dns partial', 'netbios unanswered'],
      ports: ['B udp 137 unanswered'],
      told: ['error dns-failed: response 0x16ae A dc1.alpine.test'],
    },
  ],
  [
    'a domain controller with an IPv6 address only',
    made(c => {
      c.dns(locator, dc1, { to: 'N' }).dns('A dc1.alpine.test', 'SOA ns.alpine.test', { to: 'N' });
      c.dns('AAAA dc1.alpine.test', 'AAAA 2001:db8:2::10', { to: 'N' });
    }),
    {},
  ],
  [
    'a first DNS server that is silent, and a second one that answers',
    made(c => {
      c.dns(locator, false, { to: 'O' }).wait(5);
      join.locate(c, { dns: 'N' });
      join.rest(c);
    }),
    {
      steps: ['dns partial'],
      ports: ['O udp 53 unanswered'],
      told: [`warning request-unanswered: query 0x1357 ${locator}`],
    },
  ],
  [
    'a DNS query that was lost and sent again',
    made(c => {
      c.dns(locator, false, { id: '0x7777' }).wait(5);
      join.netAdsJoin(c.dns(locator, dc1, { id: '0x7777' }));
    }),
    {},
  ],

  // LDAP ping
  [
    'a second domain controller that is silent, in a join of a second',
    made(c => {
      c.dns(locator, 'SRV 0 100 389 dc2.alpine.test SRV 0 100 389 dc1.alpine.test');
      c.dns('A dc2.alpine.test', `A ${hosts.E}`).ping('E', false).dns('A dc1.alpine.test', `A ${hosts.D}`);
      c.ping('D', true, 'C', 0.4);
      const smb = join.lsarpc(join.smbSession(c.open('D', 445)));
      join.rest(c);
      smb.close();
    }),
    {
      steps: ['ldapPing partial'],
      ports: ['E udp 389 unanswered'],
      told: ['warning request-unanswered: → 10.20.2.11   CLDAP'],
    },
  ],
  [
    'an LDAP ping that stays without an answer where LDAP works',
    made(c => join.adcliJoin(c.ping('D', false).wait(2))),
    {
      steps: ['ldapPing unanswered'],
      ports: ['D udp 389 unanswered'],
      told: ['warning request-unanswered: searchRequest(4951)'],
    },
  ],

  ['a ping that was lost before others', made(c => join.netAdsJoin(c.ping('D', false).wait(2))), {}],

  // Kerberos
  [
    'tickets only over TCP',
    made(c => {
      const smb = toBind(c);
      const ldap = join.bindStart(c);
      c.row('C', 'D', 'KRB5', 'AS-REQ').wait(1);
      c.open('D', 88)
        .asks('KRB5', 'AS-REQ')
        .ack('server')
        .says('KRB5', 'KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED')
        .close();
      c.row('C', 'D', 'KRB5', 'AS-REQ').wait(1);
      join.sealed(ldapAfterTickets(c, ldap)).close();
      smb.close();
    }),
    { ports: ['D udp 88 unanswered'], told: ['warning request-unanswered: AS-REQ'] },
  ],
  [
    'tickets too long for UDP, and TCP 88 shut',
    made(c => {
      const ldap = adcliToTickets(c);
      join.askTicket(c);
      c.connection('D', 88).dead();
      ldap.asks('LDAP', 'unbindRequest(2) ', 7).close();
    }),
    {
      steps: ['kerberos unanswered'],
      ports: ['D tcp 88 unanswered'],
      told: ['error connection-unanswered: → 88 [SYN]'],
    },
  ],
  [
    'a ticket that fits into a datagram although TCP 88 is shut',
    made(c => {
      const ldap = adcliToTickets(c);
      c.row('C', 'D', 'KRB5', 'AS-REQ').row('D', 'C', 'KRB5', 'AS-REP');
      c.connection('D', 88).dead();
      ldap.asks('LDAP', 'unbindRequest(2) ', 7).close();
    }),
    {
      steps: ['kerberos partial'],
      ports: ['D tcp 88 unanswered'],
      told: ['error connection-unanswered: → 88 [SYN]'],
    },
  ],

  // Large packets that are lost
  [
    'a bind whose first piece does not arrive',
    made(c => {
      const ldap = join.bindStart(c);
      join.tickets(c);
      ldap.segment('client', 'ACK', { length: 1448 }).asks('LDAP', 'bindRequest(4) "<ROOT>" sasl ', 177);
      ldap.segment('server', 'ACK', { remark: 'Dup ACK 9#1', missing: 1625 });
      for (const after of [0.2, 0.4, 0.8, 1.6, 3.2]) {
        ldap.segment('client', 'ACK', { length: 1448, back: 1625, remark: 'Retransmission', after });
      }
      ldap.segment('client', 'FIN, ACK', { after: 8 });
    }),
    { steps: ['ldap partial'], told: ['error segments-lost: → 389 [ACK]'] },
  ],
  [
    'a ticket whose first piece does not arrive',
    made(c => {
      const ldap = adcliToTickets(c);
      join.askTicket(c);
      const kdc = c.open('D', 88).asks('KRB5', 'AS-REQ', 265).ack('server');
      kdc.segment('server', 'PSH, ACK', {
        length: 161,
        remark: 'Previous segment not captured',
        back: -1448,
      });
      kdc.segment('client', 'ACK', { remark: 'Dup ACK 9#1', missing: 1609 });
      kdc.segment('client', 'FIN, ACK', { missing: 1609, after: 10 });
      ldap.asks('LDAP', 'unbindRequest(2) ', 7).close();
    }),
    {
      steps: ['kerberos unanswered'],
      ports: ['D tcp 88 openNoReply'],
      told: ['error segments-lost: 88 →'],
    },
  ],

  // Passwords
  [
    'TCP 464 and then UDP 464 silent',
    made(c => {
      const ldap = adcliToTickets(c);
      join.tickets(c);
      const shut = c.connection('D', 464).syn();
      c.row('C', 'D', 'KPASSWD', 'Request', 1);
      shut.again(0.1, 1, 1);
      c.row('C', 'D', 'KPASSWD', 'Request', 1);
      c.wait(10);
      ldap.asks('LDAP', 'unbindRequest(3) ', 7).close();
    }),
    {
      steps: ['kpasswd unanswered'],
      ports: ['D tcp 464 unanswered', 'D udp 464 unanswered'],
      told: ['error connection-unanswered: → 464 [SYN]', 'error request-unanswered: Request'],
    },
  ],

  // Accounts
  [
    'an account that is there already, and is opened',
    made(c => {
      join.locate(c);
      const smb = join.lsarpc(join.smbSession(c.open('D', 445)));
      join.pipe(smb, 'samr', 9, 'SAMR V1.0 (32bit NDR)');
      join.call(smb, 'SAMR', 'CreateUser2', ', STATUS_USER_EXISTS, Error: STATUS_USER_EXISTS');
      join.call(smb, 'SAMR', 'OpenUser');
      join.call(smb, 'SAMR', 'SetUserInfo2').close();
    }),
    {},
  ],
  ...['STATUS_LOGON_FAILURE', 'STATUS_ACCOUNT_DISABLED', 'STATUS_INVALID_LOGON_HOURS'].map(
    status =>
      [
        `a sign-in by NTLM: ${status}`,
        made(c => signIn(c, status)),
        { steps: ['ntlm failed', 'smb failed'], told: [`error smb-failed: ${status}`] },
      ] as const,
  ),
];

function ldapAfterTickets(c: Capture, ldap: join.Connection): join.Connection {
  join.ticketByTcp(c);
  return ldap;
}

const nameOf = new Map(Object.entries(hosts).map(([name, address]) => [address as string, name as Host]));

test('join: without times, what is asked again was waited for', () => {
  const c = new Capture()
    .dns(locator, dc1, { to: 'N' })
    .dns('A dc1.alpine.test', `A ${hosts.D}`, { to: 'N' });
  const text = c.ping('D', false).ping('D', false).text();
  const bare = text.replace(/^ *\d+ [\d.]+ +/gm, '');
  assert.deepEqual(
    analyze(bare).findings.map(({ severity, code, line }) => `${severity} ${code} ${line + 1}`),
    ['error request-unanswered 5'],
  );
  // With times, two pings at once are two pings.
  assert.deepEqual(
    analyze(text).findings.map(({ severity, code }) => `${severity} ${code}`),
    ['information request-unanswered'],
  );
});

for (const [name, make, { steps = [], ports = [], told = [] }] of scenarios) {
  test(`join: ${name}`, () => {
    const text = make().text();
    const { trace, findings, lines } = analyze(text);
    assert.ok(trace);
    assert.deepEqual(
      trace.steps
        .flatMap(({ service, outcome }) => (outcome === 'answered' ? [] : `${service} ${outcome}`))
        .sort(),
      [...steps].sort(),
    );
    assert.deepEqual(
      trace.reachability
        .flatMap(({ server, transport, port, result }) =>
          result === 'answered' || result === 'notTried'
            ? []
            : `${nameOf.get(server)} ${transport} ${port} ${result}`,
        )
        .sort(),
      [...ports].sort(),
    );
    const grave = findings.filter(each => each.severity === 'error' || each.severity === 'warning');
    assert.deepEqual(
      grave.map(({ severity, code }) => `${severity} ${code}`).sort(),
      told.map(each => each.split(':', 1)[0]!).sort(),
    );
    for (const each of told) {
      const [what, row] = [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 2)];
      const own = grave.filter(({ severity, code }) => `${severity} ${code}` === what);
      assert.ok(
        own.some(({ line }) => lines.at(line).includes(row)),
        `${row}: ${own.map(({ line }) => lines.at(line)).join('\n')}`,
      );
    }
  });
}
