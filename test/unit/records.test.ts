import { test } from 'node:test';
import assert from 'node:assert/strict';
import { netsetup } from './checks';

/** Each record as "line-endLine time|- thread|- function|- message {key=value …}". */
function records(...lines: readonly string[]): string[] {
  return netsetup(...lines).records.map(record => {
    const time = record.time === undefined ? '-' : new Date(record.time).toISOString().slice(0, -1);
    const parameters = record.parameters.map(({ key, value }) => `${key}=${value}`).join('; ');
    const message = record.isSeparator ? '(separator)' : record.message;
    return `${record.line}-${record.endLine} ${time} ${record.thread ?? '-'} ${message}${parameters && ` {${parameters}}`}`;
  });
}

test('every kind of time stamp', () => {
  assert.deepEqual(
    records(
      '02/10/2026 09:14:02:311 NetpDoDomainJoin: status: 0x0',
      '02/29 08:41:07 NetpDoDomainJoin: status: 0x0',
      '11/02 08:41:07 NetpDoDomainJoin: status: 0x0',
      '04/15/1748 13:12:46:983 NetpDoDomainJoin: status: 0x0',
      '07/21/2025 06:15:59:771  NetpDoDomainJoin: status: 0x0',
      '08/19/2016 14:20:05:110 [000009c4] NetpDoDomainJoin: status: 0x0',
      'NetpDoDomainJoin: status: 0x0',
      '   NetpDoDomainJoin: status: 0x0',
      'mm/dd hh:mm:ss NetpDoDomainJoin: status: 0x0',
      'mm/dd/yyyy HH:MM:SS:DDD NetpDoDomainJoin: status: 0x0',
      'MM/DD/YYYY HH:mm:ss:SSS NetpDoDomainJoin: status: 0x0',
      '<date> <time> NetpDoDomainJoin: status: 0x0',
      '*\\<DateTime>* **NetpDoDomainJoin: status: 0x0**  ',
      '> 06/14/2011 17:05:44:102 NetpDoDomainJoin: status: 0x0  ',
      '    NetpDoDomainJoin: status: 0x0<br />',
      '    02/10/2026 09:14:02:311 NetpDoDomainJoin: status: 0x0',
      '> > 02/10/2026 09:14:02:311 NetpDoDomainJoin: status: 0x0',
      '25/02/2026 09:14:02:311 NetpDoDomainJoin: status: 0x0',
    ),
    [
      '0-0 2026-02-10T09:14:02.311 -',
      '1-1 2000-02-29T08:41:07.000 -',
      '2-2 2000-11-02T08:41:07.000 -',
      '3-3 1748-04-15T13:12:46.983 -',
      '4-4 2025-07-21T06:15:59.771 -',
      '5-5 2016-08-19T14:20:05.110 000009c4',
      '6-6 - -',
      '7-7 - -',
      '8-8 - -',
      '9-9 - -',
      '10-10 - -',
      '11-11 - -',
      '12-12 - -',
      '13-13 2011-06-14T17:05:44.102 -',
      '14-14 - -',
      '15-15 2026-02-10T09:14:02.311 -',
      '16-16 2026-02-10T09:14:02.311 -',
      '17-17 - -',
    ].map(start => `${start} NetpDoDomainJoin: status: 0x0`),
  );
});

test('continuation lines, however they are indented, belong to the record above', () => {
  assert.deepEqual(
    records(
      '02/10/2026 09:14:02:311 NetpJoinDomain',
      '02/10/2026 09:14:02:311   HostName: WKS07',
      '02/10/2026 09:14:02:311 \tDomain: fabrikam.test',
      '02/10/2026 09:14:02:311      SetHostName:\tTRUE',
      '02/10/2026 09:14:02:311 MachineAccountOU: (NULL)',
      '02/10/2026 09:14:02:311    DomainDnsPolicy:',
      '02/10/2026 09:14:02:311     DnsHostName  =  WKS07.fabrikam.test',
      '02/10/2026 09:14:02:311     SamAccountName  =  WKS07$',
      '02/10/2026 09:14:02:311     ServicePrincipalName  =  HOST/WKS07  RestrictedKrbHost/WKS07',
      '02/10/2026 09:14:02:312 NetpLdapGetLsaPrimaryDomain: reading domain data',
    ),
    [
      '0-8 2026-02-10T09:14:02.311 - NetpJoinDomain {HostName=WKS07; Domain=fabrikam.test; SetHostName=TRUE; ' +
        'MachineAccountOU=(NULL); DomainDnsPolicy=; DnsHostName=WKS07.fabrikam.test; SamAccountName=WKS07$; ' +
        'ServicePrincipalName=HOST/WKS07  RestrictedKrbHost/WKS07}',
      '9-9 2026-02-10T09:14:02.312 - NetpLdapGetLsaPrimaryDomain: reading domain data',
    ],
  );
});

test('separators, notes, blank and torn lines', () => {
  assert.deepEqual(
    records(
      '02/10/2026 09:14:02:311 -----------------------------------------------------------------',
      '',
      '// a note',
      '> 06/14/2011 17:05:44:102  ',
      '>',
      'ivileges: Setting backup/restore privileges.',
      '02/10/2026 09:14:01:000 NetpSetPrivileges: status: 0x0.',
    ),
    [
      '0-0 2026-02-10T09:14:02.311 - (separator)',
      '3-3 2011-06-14T17:05:44.102 - (separator)',
      '5-5 - - ivileges: Setting backup/restore privileges.',
      '6-6 2026-02-10T09:14:01.000 - NetpSetPrivileges: status: 0x0.',
    ],
  );
  assert.deepEqual(netsetup('// one', 'NetpDoDomainJoin', '// two').notes, [0, 2]);
});

test('lines end with CRLF, LF or CR, as in LSP', () => {
  const log = netsetup('\uFEFFNetpDoDomainJoin\r\nNetpJoinDomain\rNetpDoDomainJoin: status: 0x0\r\r\nlast');
  assert.deepEqual(
    Array.from({ length: log.lines.count }, (_, line) => log.lines.at(line)),
    ['\uFEFFNetpDoDomainJoin', 'NetpJoinDomain', 'NetpDoDomainJoin: status: 0x0', '', 'last'],
  );
  assert.equal(log.records[0]?.message, 'NetpDoDomainJoin');
});

test('a log without years counts on over New Year', () => {
  const [first, second] = netsetup(
    '12/31 23:59:59 NetpDoDomainJoin',
    '01/01 00:00:03 NetpDoDomainJoin: status: 0x0',
  ).records;
  assert.equal(second!.time! - first!.time!, 4000);
});

test('a whole log that is indented is read', () => {
  const log = netsetup(
    '    02/10/2026 09:14:02:311 NetpJoinDomain',
    '    02/10/2026 09:14:02:311   Domain: fabrikam.test',
  );
  assert.equal(log.records.length, 1);
  assert.equal(log.records[0]?.parameters[0]?.value, 'fabrikam.test');
});
