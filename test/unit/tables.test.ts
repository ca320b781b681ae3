import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { adviceFor, advice } from '../../server/src/tables/advice';
import { flags } from '../../server/src/tables/table';
import { ldapResult, ntstatus, status, win32 } from '../../server/src/tables/status';

test('names of status codes', () => {
  assert.equal(win32.describe(0x534)?.name, 'ERROR_NONE_MAPPED');
  assert.equal(win32.describe(0xa99)?.name, 'NERR_JoinPerformedMustRestart');
  assert.equal(win32.describe(0xaac)?.name, 'NERR_AccountReuseBlockedByPolicy');
  assert.equal(win32.describe(0x2746)?.name, 'WSAECONNRESET');
  assert.equal(win32.describe(0xfff1), undefined);
  assert.equal(ntstatus.describe(0xc0000022)?.name, 'STATUS_ACCESS_DENIED');
  assert.equal(ldapResult.describe(0x35)?.name, 'LDAP_UNWILLING_TO_PERFORM');
});

test('a code carries another where its facility says so, and only there', () => {
  assert.equal(status.describe(0x80070005)?.name, 'ERROR_ACCESS_DENIED');
  assert.equal(status.describe(0xc0070005)?.name, 'ERROR_ACCESS_DENIED');
  assert.equal(status.describe(0x80090308), undefined);
  assert.equal(status.describe(0xc002001c)?.name, 'RPC_NT_CALL_FAILED_DNE');
  assert.equal(ldapResult.describe(8240)?.name, 'ERROR_DS_NO_SUCH_OBJECT');
});

test('every bit of a flag field is shown, named or not', () => {
  const table = flags('test', [[0x1, 'ONE', 'one']], { mask: 0x2, consequence: 'Two is missing.' });
  assert.deepEqual(
    table.describe(0x80000001)?.bits?.map(bit => bit.name),
    ['ONE', undefined],
  );
  assert.equal(table.describe(0x1)?.notSet?.consequence, 'Two is missing.');
  assert.equal(table.describe(0x2)?.notSet, undefined);
  assert.equal(table.describe(2 ** 32), undefined);
});

test('npm run tables writes what is there', () => {
  const files = ['win32', 'ntstatus'].map(name => `server/src/tables/generated/${name}.ts`);
  const before = files.map(file => readFileSync(file, 'utf8'));
  execFileSync(process.execPath, ['server/generate/tables.mjs']);
  assert.deepEqual(
    files.map(file => readFileSync(file, 'utf8')),
    before,
  );
});

test(
  'names agree with the reference list',
  { skip: !existsSync('../shared/knowledge/code-names.json') && 'the list is not here' },
  () => {
    const names = JSON.parse(readFileSync('../shared/knowledge/code-names.json', 'utf8'));
    const wrong: string[] = [];
    for (const [table, ...spaces] of [
      [win32, 'win32', 'nerr'],
      [ntstatus, 'ntstatus'],
      [ldapResult, 'ldap'],
    ] as const) {
      for (const code of Object.keys(Object.assign({}, ...spaces.map(space => names[space])))) {
        const name = table.describe(Number(code))?.name;
        const known = spaces.map(space => names[space][code]).filter(Boolean);
        if (name !== undefined && !known.includes(name))
          wrong.push(`${code} ${name}, not ${known.join(' or ')}`);
      }
    }
    assert.deepEqual(wrong, []);
  },
);

test('advice is for codes that exist, and a row for a phase counts only there', () => {
  for (const { code } of advice) assert.ok(win32.describe(code), `0x${code.toString(16)}`);
  assert.match(adviceFor(0x5, 'renameAccount', undefined)?.consistentWith ?? '', /SAM/);
  assert.match(adviceFor(0x5, 'connect', undefined)?.happened ?? '', /IPC\$/);
  assert.equal(adviceFor(0x40, 'bind', undefined), undefined);
  assert.match(adviceFor(0x534, 'findAccount', 0x25)?.consistentWith ?? '', /without NETSETUP_ACCT_CREATE/);
  assert.match(adviceFor(0x534, 'findAccount', 0x27)?.consistentWith ?? '', /another domain controller/);
});
