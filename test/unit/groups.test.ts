// What the failures of a fleet have in common: logs are made here, so that the pattern is known.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyze } from '../../server/src/analyze';
import { groups } from '../../server/src/report/groups/groups';
import { type Attempt, joinLog } from './fleet';

/** The groups over files, each with the attempts that stand in it. */
function groupsOver(files: readonly (readonly Attempt[])[]): string {
  const counted = groups();
  for (const [at, attempts] of files.entries()) {
    const text = attempts.map(joinLog).join('');
    counted.take(`logs/${at}.log`, analyze(text, 'netsetup-log').operations);
  }
  return counted.text();
}

/** So many files of one attempt each. */
const fleet = (count: number, attempt: (at: number) => Omit<Attempt, 'computer'>): Attempt[][] =>
  Array.from({ length: count }, (_, at) => [{ computer: `WKS${at}`, ...attempt(at) }]);

const cut = 0x40;
const quota = 0x216d;
const denied = 0x5;

const note = `
   In each file a computer counts once, however often it failed. What is common need not be the
   cause.
`;

test('one domain controller among four: who used it, and who did not fail', () => {
  const dcs = ['DC1', 'DC2', 'DC3'];
  const failed = fleet(40, at => ({ dc: `${at < 37 ? 'DC7' : 'DC1'}.fabrikam.test`, connect: cut }));
  const good = fleet(110, at => ({ dc: `${at < 3 ? 'DC7' : dcs[at % 3]}.fabrikam.test` }));
  assert.equal(
    groupsOver([...failed, ...good]),
    `In common: 40 computers failed to join, 110 joined

   40 of 40  failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED
             37 of these used DC7.fabrikam.test; so did 3 of 110 that succeeded
             as in logs/0.log, logs/1.log, logs/2.log …
${note}`,
  );
});

test('two causes side by side are two groups, the larger first', () => {
  const text = groupsOver([
    ...fleet(12, () => ({ account: 'FABRIKAM\\new-tech', create: quota })),
    ...fleet(20, at => ({ dc: 'dc7.fabrikam.test', connect: cut, account: `FABRIKAM\\tech${at % 4}` })),
    ...fleet(60, at => ({ dc: `dc${(at % 4) + 1}.fabrikam.test`, account: `FABRIKAM\\tech${at % 4}` })),
  ]);
  assert.ok(
    text.includes(`
   20 of 32  used dc7.fabrikam.test; so did none of 60 that succeeded
             all 20 failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED
             as in logs/12.log, logs/13.log, logs/14.log …

   12 of 32  used the account FABRIKAM\\new-tech; so did none of 60 that succeeded
             all 12 failed at Create account: 0x216d ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED
             as in logs/0.log, logs/1.log, logs/2.log …
${note}`),
    text,
  );
});

test('what everybody uses explains nothing', () => {
  const codes = [cut, denied, 0x35, 0x6ba, 0x51f, 0x54b, 0x40c, 0x57, 0x6];
  // One domain controller, one account, one build, and each failure of its own.
  assert.equal(
    groupsOver([...fleet(9, at => ({ connect: codes[at]! })), ...fleet(50, () => ({}))]),
    `In common: 9 computers failed to join, 50 joined

   nothing that is clear, among 9 kinds of failure

   In each file a computer counts once, however often it failed.
`,
  );
  const text = groupsOver([...fleet(9, () => ({ connect: cut })), ...fleet(50, () => ({}))]);
  assert.match(text, /9 of 9 +failed at Connect/);
  assert.doesNotMatch(text, / used | ran /);
});

test('a computer that fails in a loop is one computer', () => {
  const loop: Attempt[] = Array.from({ length: 89 }, (_, minute) => ({
    computer: 'KIOSK1',
    dc: 'dc9.fabrikam.test',
    connect: denied,
    minute,
  }));
  const good = fleet(30, at => ({ dc: `dc${at % 3}.fabrikam.test` }));
  assert.equal(groupsOver([loop, ...good]), '');
  const text = groupsOver([
    loop,
    ...fleet(40, at => ({ dc: `dc${at % 3}.fabrikam.test`, create: quota })),
    ...good,
  ]);
  assert.match(text, /^In common: 41 computers failed to join \(129 failures\), 30 joined\n/);
  assert.match(text, /40 of 41 +failed at Create account: 0x216d/);
  assert.doesNotMatch(text, /dc9|ERROR_ACCESS_DENIED/);
});

test('nothing is said of fewer than three computers', () => {
  assert.equal(groupsOver(fleet(2, () => ({ dc: 'dc7.fabrikam.test', connect: cut }))), '');
});

test('without successes, what most failures have is said, and that nothing is there to compare with', () => {
  const failed = fleet(40, at => ({
    dc: `${at < 37 ? 'DC7' : 'DC1'}.fabrikam.test`,
    account: `FABRIKAM\\tech${at % 4}`,
    build: 22600 + (at % 3),
    connect: cut,
  }));
  assert.equal(
    groupsOver(failed),
    `In common: 40 computers failed to join, 0 joined

   40 of 40  failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED
             37 of these used DC7.fabrikam.test
             as in logs/0.log, logs/1.log, logs/2.log …

   In each file a computer counts once, however often it failed. What is common need not be the
   cause. Joins that go well may have the same in common: too few are among these logs.
`,
  );
});

test('without successes a kind of failure is compared with the other failures', () => {
  const text = groupsOver([
    ...fleet(15, () => ({ dc: 'dc7.fabrikam.test', connect: cut })),
    ...fleet(12, at => ({ dc: `dc${at % 3}.fabrikam.test`, create: quota })),
  ]);
  assert.match(
    text,
    /15 of 27 +failed at Connect \(IPC\$\): 0x40 ERROR_NETNAME_DELETED\n +all 15 used dc7\.fabrikam\.test\n/,
  );
  assert.match(text, /12 of 27 +failed at Create account.*\n +as in/);
});

test('a workgroup, which setup joins first, and a rename are no join that went well', () => {
  const workgroup = (computer: string) =>
    [
      '-----------------------------------------------------------------',
      'NetpDoDomainJoin',
      'NetpMachineValidToJoin: status: 0x0',
      'NetpJoinWorkgroup: joining computer ' + `'${computer}' to workgroup 'WORKGROUP'`,
      'NetpJoinWorkgroup: status:  0x0',
      'NetpDoDomainJoin: status: 0x0',
    ]
      .map(line => `02/10/2026 08:00:00:000 ${line}\r\n`)
      .join('');
  const counted = groups();
  for (const [at, [attempt]] of fleet(20, () => ({ dc: 'DC7.fabrikam.test', connect: cut })).entries()) {
    const text = workgroup('WIN-0A1B2C3D4E5') + joinLog(attempt!);
    const { operations } = analyze(text, 'netsetup-log');
    assert.deepEqual(
      operations.map(({ kind, verdict }) => [kind, verdict.outcome]),
      [
        ['workgroup', 'succeeded'],
        ['join', 'failed'],
      ],
    );
    counted.take(`logs/${at}.log`, operations);
  }
  assert.match(counted.text(), /^In common: 20 computers failed to join, 0 joined\n/);
  assert.match(counted.text(), /all 20 used DC7\.fabrikam\.test\n/);
});

test('computers that failed and then joined are told as such, and groups that do not fit are counted', () => {
  const codes = [cut, denied, 0x35, 0x6ba, 0x51f, 0x54b, 0x57, 0x6];
  const text = groupsOver(
    Array.from({ length: 32 }, (_, at) => [
      { computer: `WKS${at}`, connect: codes[at % 8]! },
      ...(at < 10 ? [{ computer: `WKS${at}`, minute: 9 }] : []),
    ]),
  );
  assert.match(text, /^In common: 32 computers failed to join, 10 joined, 10 of them did both\n/);
  assert.equal(text.match(/ 4 of 32 /g)?.length, 5);
  assert.match(text, /\n   3 smaller groups are not shown\n/);
});

test('two things that tell only together are told together', () => {
  const ou = (at: number) => `OU=Site${at},DC=fabrikam,DC=test`;
  // Each build joins into each OU; only one build fails in one OU.
  const good = Array.from({ length: 96 }, (_, at) => ({ ou: ou(at % 4), build: 22600 + (at % 3) })).filter(
    each => each.ou !== ou(1) || each.build !== 22601,
  );
  const text = groupsOver([
    ...fleet(8, at => ({ ou: ou(1), build: 22601, connect: [cut, denied, 0x35, 0x6ba][at % 4]! })),
    ...fleet(24, at => ({ ou: ou(at % 4), build: 22600 + (at % 3), create: 0x2000 + at })),
    ...good.map((each, at) => [{ computer: `OK${at}`, ...each }]),
  ]);
  assert.match(
    text,
    /10 of 32 +asked for OU=Site1,DC=fabrikam,DC=test and ran Windows build 22601; so did none of 88/,
  );
});

test('a host is the same by its short and its full name, in capitals or not', () => {
  const names = ['DC7', 'dc7.fabrikam.test', 'DC7.FABRIKAM.TEST', 'dc7'];
  const text = groupsOver([
    ...fleet(12, at => ({ dc: names[at % 4]!, domain: at % 2 ? 'fabrikam.test' : 'FABRIKAM', connect: cut })),
    ...fleet(30, at => ({ dc: `dc${at % 3}.fabrikam.test` })),
  ]);
  assert.match(text, /12 of 12 .*(?:\n +all 12)? used dc7\.fabrikam\.test; so did none of 30/i);
});

test('hosts of one short name in two domains are two', () => {
  const text = groupsOver([
    ...fleet(12, at => ({
      dc: at % 2 ? 'dc7.contoso.test' : 'dc7.fabrikam.test',
      domain: at % 2 ? 'contoso.test' : 'fabrikam.test',
      connect: cut,
    })),
    ...fleet(30, at => ({ dc: `dc${at % 3}.fabrikam.test` })),
  ]);
  assert.match(text, /6 of 12 +used dc7\.fabrikam\.test;/);
  assert.match(text, /6 of 12 +used dc7\.contoso\.test;/);
});

test('on the command line they stand behind the last of several files, where something is common', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-'));
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['server/dist/cliMain.js', 'check', ...args], { encoding: 'utf8' }).stdout;
  try {
    const all = [
      ...fleet(6, () => ({ dc: 'dc7.fabrikam.test', connect: cut })),
      ...fleet(12, at => ({ dc: `dc${at % 3}.fabrikam.test` })),
    ].map(attempts => attempts.map(joinLog).join(''));
    for (const [at, text] of all.entries()) writeFileSync(path.join(folder, `${at}-netsetup.log`), text);
    const text = run(folder);
    const groupsText = text.slice(text.indexOf('\nIn common: '));
    assert.match(groupsText, /^\nIn common: 6 computers failed to join, 12 joined\n/);
    assert.match(groupsText, /used dc7\.fabrikam\.test; so did none of 12 that succeeded\n/);
    assert.ok(groupsText.includes(`as in ${path.join(folder, '0-netsetup.log')}, `));
    assert.doesNotMatch(run('--quiet', folder), /In common/);
    const merged = path.join(folder, 'merged.log');
    writeFileSync(merged, all.join(''));
    assert.doesNotMatch(run(merged), /In common/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
