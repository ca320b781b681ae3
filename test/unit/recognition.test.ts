import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { recognize } from '../../server/src/formats/recognize';

test('our logs are recognised by their first lines, under any name', () => {
  for (const folder of ['samples', 'test/logs']) {
    for (const name of readdirSync(folder).filter(each => each.endsWith('.log'))) {
      assert.equal(recognize(readFileSync(`${folder}/${name}`, 'utf8')), 'netsetup-log', name);
    }
  }
});

test('a netlogon.log is recognised as one', () => {
  const lines = [
    '05/11 07:31:22 [SESSION] [2210] FABRIKAM: NlSessionSetup: Try Session setup',
    '05/11 07:31:22 [CRITICAL] [2210] FABRIKAM: NlSessionSetup: Session setup: cannot I_NetServerAuthenticate 0xc0000022',
    '05/11 07:31:23 [MISC] [2210] DsGetDcName function returns 1355 (client PID=564): Dom:FABRIKAM Acct:(null) Flags: DS',
  ];
  assert.equal(recognize(lines.join('\r\n')), 'netlogon');
});

test('other texts are left alone', () => {
  for (const text of [
    '',
    'Dear all,\n\nthe join of WKS07 failed, NetpDoDomainJoin: status: 0x40 it says.\nWhat now?\n',
    '2026-02-10 09:14:02 INFO server started\n2026-02-10 09:14:03 ERROR 0x80070005\n',
    '[2026-02-10] NetUserAdd failed\nName: x\nDomain: y\nOptions: 0x3\n',
    'key: value\nother: value\n',
    'x'.repeat(100_000),
  ]) {
    assert.equal(recognize(text), undefined, text.slice(0, 60));
  }
});

const shared = '../shared/corpus';
test(
  'real logs and traces',
  { skip: !existsSync(shared) && 'the collection of real logs is not here' },
  () => {
    const kinds = (folder: string) =>
      readdirSync(`${shared}/${folder}`).map(name => [
        name,
        recognize(readFileSync(`${shared}/${folder}/${name}`, 'utf8')),
      ]);
    assert.deepEqual(
      kinds('netsetup').filter(([, kind]) => kind !== 'netsetup-log'),
      [],
    );
    assert.deepEqual(
      [...kinds('trace'), ...kinds('trace-lab')].filter(([, kind]) => kind !== 'network-trace'),
      [['index.json', undefined]],
    );
    assert.deepEqual(
      kinds('netlogon').filter(([, kind]) => kind === 'netsetup-log'),
      [],
    );
  },
);
