// What the failures of a fleet have in common: logs are made here, so that the pattern is known.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyze } from '../../server/src/analyze';
import type { Operation } from '../../server/src/model';
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

let made = 0;

/** So many computers with a file of one attempt each. */
const fleet = (count: number, attempt: (at: number) => Omit<Attempt, 'computer'>): Attempt[][] =>
  Array.from({ length: count }, (_, at) => [{ computer: `WKS${made++}`, ...attempt(at) }]);

const cut = 0x40;
const quota = 0x216d;
const denied = 0x5;

const note = `
   A computer counts once, however often it failed. What is common need not be the cause.
`;

test('one domain controller among four: who used it, and who did not fail', () => {
  const dcs = ['DC1', 'DC2', 'DC3'];
  const failed = fleet(40, at => ({ dc: `${at < 37 ? 'DC7' : 'DC1'}.fabrikam.test`, connect: cut }));
  const good = fleet(110, at => ({ dc: `${at < 3 ? 'DC7' : dcs[at % 3]}.fabrikam.test` }));
  const text = groupsOver([...failed, ...good]);
  assert.equal(
    text,
    `In common: 40 computers failed to join, 110 joined

   40 of 40  failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED
             37 of these used DC7.fabrikam.test; so did 3 of 110 that succeeded
             as in logs/0.log, logs/1.log, logs/2.log …
${note}`,
  );
  // The page shows the same.
  const shown = text.replace(/logs\/(\d)\.log/g, (_, at) => `logs\\WKS00${+at + 1}\\NetSetup.LOG`);
  assert.ok(readFileSync('docs/fleet.md', 'utf8').includes(`\`\`\`\n${shown}\`\`\`\n`), shown);
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

   A computer counts once, however often it failed.
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
  assert.match(text, /^In common: 41 computers failed to join, 30 joined\n/);
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

   A computer counts once, however often it failed. What is common need not be the cause. Joins
   that go well may have the same in common: too few are among these logs.
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
  // The smallest group that is told, and not all of it used the same.
  const small = groupsOver([
    ...fleet(10, at => ({ dc: `dc${at < 8 ? 7 : 1}.fabrikam.test`, connect: cut })),
    ...fleet(90, at => ({ dc: `dc${at % 3}.fabrikam.test`, create: quota })),
  ]);
  assert.match(small, /10 of 100 +failed at Connect.*\n +8 of these used dc7\.fabrikam\.test\n/);
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

/** Of shares in a text, "12 of 6" is more than all. */
function assertShares(text: string): void {
  for (const [share, some, all] of text.matchAll(/(\d+) of (?:these )?(\d+)/g)) {
    assert.ok(Number(some) <= Number(all), `${share} in ${text}`);
  }
}

test('a computer that calls one host by both its names used one host', () => {
  const text = groupsOver([
    ...fleet(12, () => ({ dc: 'DC7', domain: 'FABRIKAM', connect: cut })).map(([short]) => [
      short!,
      { ...short!, dc: 'dc7.fabrikam.test', minute: 9 },
    ]),
    ...fleet(30, at => ({ dc: `dc${at % 3}.fabrikam.test` })),
  ]);
  assertShares(text);
  assert.match(
    text,
    /12 of 12 +used dc7\.fabrikam\.test; so did none of 30 that succeeded\n +all 12 failed at/,
  );
});

test('a short name that may be that of two hosts is neither of them', () => {
  const dcs = ['dc7.fabrikam.test', 'dc7.contoso.test', 'DC7'];
  const text = groupsOver([
    ...fleet(18, at => ({ dc: dcs[at % 3]!, domain: 'FABRIKAM', connect: cut })),
    ...fleet(60, () => ({ dc: 'dc1.fabrikam.test' })),
  ]);
  assertShares(text);
  for (const dc of dcs) assert.match(text, new RegExp(`6 of 18 +used ${dc};`), text);
});

test('copies of a log, and an older log of the same computer, are one computer', () => {
  const weekly = (computer: string, domain: string): Attempt[] =>
    [0, 9].map(minute => ({ computer, domain, dc: 'dc7.fabrikam.test', connect: cut, minute }));
  const copies = (own: readonly Attempt[]) =>
    Array.from({ length: 6 }, (_, at) => own.slice(0, 1 + (at % 2)));
  assert.equal(groupsOver(copies(weekly('WKS07', 'fabrikam.test'))), '');
  const all = ['WKS07', 'wks07', 'WKS08', 'WKS09'].flatMap((name, at) =>
    copies(weekly(name, at === 1 ? 'FABRIKAM' : 'fabrikam.test')),
  );
  const text = groupsOver([
    ...all,
    [{ computer: 'WKS08', domain: 'fabrikam.test', dc: 'dc7.fabrikam.test' }],
  ]);
  assert.match(text, /^In common: 3 computers failed to join, 1 joined, 1 of them did both\n/);
  assert.match(text, / as in logs\/0\.log, logs\/12\.log, logs\/18\.log\n/);
  // WKS07 of another domain is another computer.
  const other = groupsOver([...all, weekly('WKS07', 'contoso.test')]);
  assert.match(other, /^In common: 4 computers failed to join, 0 joined\n/);
});

/** A log whose lines name no computer. */
const nameless = (attempt: Omit<Attempt, 'computer'>): string =>
  joinLog({ computer: 'WKS07', ...attempt }).replace(/^.*(?:WKS07|HostName).*\r\n/gm, '');

test('of logs that name no computer each is one', () => {
  const counted = groups();
  for (let at = 0; at < 4; at++) {
    const { operations } = analyze(nameless({ connect: cut }), 'netsetup-log');
    assert.equal(operations[0]!.facts.computer, undefined);
    counted.take(`logs/${at}.log`, operations);
  }
  assert.match(counted.text(), /^In common: 4 computers failed to join, 0 joined\n/);
});

test('where some name no domain controller, both shares are of those that do', () => {
  const none = { dc: '' };
  const text = groupsOver([
    ...fleet(6, () => ({ dc: 'dc7.fabrikam.test', connect: cut })),
    ...fleet(2, () => ({ dc: 'dc1.fabrikam.test', create: denied })),
    ...fleet(12, () => ({ ...none, create: quota })),
    ...fleet(20, at => ({ dc: `dc${at % 3}.fabrikam.test` })),
    ...fleet(90, () => none),
  ]);
  assertShares(text);
  const used = 'used dc7.fabrikam.test (of 8 that name a domain controller)';
  assert.ok(text.includes(`   6 of 20  ${used}; so did none of 20 that succeeded and name one\n`), text);
  assert.match(text, /^ +all 6 failed at Connect/m);
  // All failures name one here, and only some joins.
  const some = groupsOver([
    ...fleet(6, () => ({ dc: 'dc7.fabrikam.test', connect: cut })),
    ...fleet(20, at => ({ dc: `dc${at % 3}.fabrikam.test` })),
    ...fleet(90, () => none),
  ]);
  assert.match(
    some,
    /6 of 6 +used dc7\.fabrikam\.test; so did none of 20 that succeeded and name a domain controller\n/,
  );
});

test('many OUs and accounts do not take long, of many computers or of a few', () => {
  const [operation] = analyze(joinLog({ computer: 'WKS07', connect: cut }), 'netsetup-log').operations;
  const [other] = analyze(joinLog({ computer: 'WKS07', create: quota }), 'netsetup-log').operations;
  const failing = (failed: Operation, computer: string, at: number): Operation => {
    const own = { computer, ou: `OU=Site${at},DC=fabrikam,DC=test`, account: `FABRIKAM\\tech${at}` };
    return Object.create(failed, { facts: { value: { ...failed.facts, ...own } } });
  };
  /** How long something takes, in milliseconds. */
  const timed = (work: () => void) => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  const many = groups();
  const taking = timed(() => {
    for (let at = 0; at < 5000; at++) many.take(`logs/${at}.log`, [failing(operation!, `WKS${at}`, at)]);
  });
  const telling = timed(() =>
    assert.match(many.text(), /^In common: 5000 computers failed to join, 0 joined\n/),
  );
  // Each of three computers tries them all.
  const few = groups();
  for (const computer of ['WKS1', 'WKS2', 'WKS3']) {
    const all = Array.from({ length: 8000 }, (_, at) => failing(operation!, computer, at));
    few.take(`logs/${computer}.log`, all);
    few.take(`logs/other-${computer}.log`, [failing(other!, `O${computer}`, 0)]);
  }
  const tellingFew = timed(() =>
    assert.match(few.text(), /^In common: 6 computers failed to join, 0 joined\n/),
  );
  assert.ok(telling < 20 * taking, `${telling} ms, and ${taking} ms to take the files`);
  assert.ok(tellingFew < 20 * taking, `${tellingFew} ms, and ${taking} ms to take other files`);
});

/** Numbers below a bound, the same in every run. */
function random(seed: number): (bound: number) => number {
  let state = seed;
  return bound => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * bound);
  };
}

/** In how many of two hundred fleets, in which nothing has to do with failing, something is said to. */
function claims(
  attempts: (below: (bound: number) => number) => readonly Omit<Attempt, 'computer'>[],
): number {
  const runs = 200;
  const below = random(7);
  const read = new Map<string, ReturnType<typeof analyze>['operations']>();
  let claimed = 0;
  for (let run = 0; run < runs; run++) {
    const counted = groups();
    for (const [at, attempt] of attempts(below).entries()) {
      const key = JSON.stringify(attempt);
      const operations = read.get(key) ?? analyze(nameless(attempt), 'netsetup-log').operations;
      read.set(key, operations);
      counted.take(`logs/${at}.log`, operations);
    }
    if (/ used | asked for | ran Windows /.test(counted.text())) claimed++;
  }
  return claimed / runs;
}

/** What may be used, by chance alone. */
const used = (below: (bound: number) => number) => ({
  dc: `dc${below(3)}.fabrikam.test`,
  account: `FABRIKAM\\tech${below(3)}`,
  ou: `OU=Site${below(3)},DC=fabrikam,DC=test`,
  build: 22600 + below(3),
});

test('of what is random hardly anything is said, with successes and without', () => {
  const compared = claims(below =>
    Array.from({ length: 90 }, (_, at) => ({ ...used(below), ...(at < 30 && { connect: cut }) })),
  );
  assert.ok(compared <= 0.05, `${compared} of the fleets`);
  const codes = [cut, denied, 0x35, 0x6ba];
  const failures = claims(below =>
    Array.from({ length: 40 }, () => ({
      ...used(below),
      dc: `dc${+(below(20) > 2)}`,
      connect: codes[below(4)]!,
    })),
  );
  assert.ok(failures <= 0.05, `${failures} of the fleets without successes`);
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
