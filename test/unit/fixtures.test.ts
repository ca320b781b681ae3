// What an expert reads from each of our own logs, written by hand from the log, not from what the program says.
// Made up in part, as no public log shows them: offline provisioning, an unjoin, a local name that was not set, a
// failure in the part of a join that is printed late, and the line that names the domain joined already.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { textReport } from '../../server/src/report/text';

/** Every 25 lines from line 33 on, one attempt like the one before. */
const attempts = Array.from({ length: 12 }, (_, index) => 33 + 25 * index);

interface Expected {
  /** Each operation but valid name checks as "kind outcome code phase line-of-cause". */
  readonly operations: readonly string[];
  /** As "severity code line", with "×n" where the same happened n times in a row. */
  readonly findings: readonly string[];
  /** What the report has to tell besides, and what would be wrong in it. Its lines are joined by blanks. */
  readonly tells?: readonly RegExp[];
  readonly tellsNot?: readonly RegExp[];
}

const expected: Readonly<Record<string, Expected>> = {
  // The password was reset after the old flow found the account: that is what failed, the rollback came of it.
  'account-exists-password-refused': {
    operations: ['join failed 0x5 createAccount 29'],
    findings: ['error join-failed 29'],
    // The account exists: whether one may be created does not matter.
    tells: [/reset its password|Reset password/],
    tellsNot: [/may not create computer objects/],
  },
  'already-joined': {
    operations: ['join failed 0xa83 machineCheck 10'],
    findings: ['error join-failed 10'],
    tells: [/ALPINE/],
  },
  // Two attempts with no line of dashes between them, in the year 1748: TCP 389 not answered, then no DC at all.
  'clock-not-set-no-separator': {
    operations: ['join failed 0x3a bind 42', 'join failed 0x54b dcLocator 69'],
    findings: ['error join-failed 42', 'error join-failed 69'],
  },
  'cloned-machine-same-sid': {
    operations: ['join failed 0x21c4 domainInfo 48'],
    findings: ['error join-failed 48'],
  },
  // The name of the DC has no A record (0x251d): 0xa8b follows from it.
  'condensed-no-a-record': {
    operations: ['join failed 0xa8b dcLocator 5'],
    findings: ['error join-failed 5'],
  },
  'cut-at-wrong-password': {
    operations: ['join failed 0x52e connect 30'],
    findings: ['error join-failed 30'],
  },
  'cut-while-running': { operations: ['join incomplete'], findings: [] },
  // Nothing after the join says that the SPNs were written: what prevented it is the LDAP way that failed.
  'downlevel-retry-no-spn-step': {
    operations: ['join succeededWithDamage 0x6ba findAccount 48'],
    findings: ['warning join-damaged 48'],
    tells: [/setspn -L VA-CAD7/],
    tellsNot: [/the failed join, with its code/],
  },
  // The rename found another domain controller and wrote them.
  'downlevel-retry-spn-written': {
    operations: ['join succeeded', 'rename succeeded'],
    findings: ['information step-failed 42'],
    // What matters after a downlevel retry: were the SPNs written later?
    tells: [/SPN/],
  },
  // Twice the same refusal: it took the older way in the join, and it stands in the rename.
  'duplicate-spn': {
    operations: ['join succeededWithDamage 0x21c7 renameSpn 102', 'rename failed 0x57 renameSpn 102'],
    findings: ['warning join-damaged 102'],
  },
  // The final code is that of the second way; that the first failed with 0x6ba after 21 s is told with it.
  'firewall-then-downlevel-refused': {
    operations: ['join failed 0x5 createAccount 59'],
    findings: ['error join-failed 59'],
    tells: [/over LDAP had failed with 0x6ba/, /21\.0 s passed/],
    tellsNot: [/an existing account of BENCH-21/],
  },
  // The part that was printed late tells what was refused; the join has ended before it.
  'machine-secret-refused-late-block': {
    operations: ['join failed 0x5 - 73'],
    findings: ['error join-failed 73'],
    // The secret is stored on this computer; no other one can refuse it.
    tellsNot: [/does not say by which computer/],
  },
  'name-in-use': {
    operations: ['nameCheck failed 0x34 nameCheck 3', 'workgroup failed 0x34 nameCheck 10'],
    findings: ['error name-check-failed 3', 'error join-failed 10'],
    // The name in use is that of the workgroup.
    tellsNot: [/nbtstat -a FAIR-PC/],
  },
  'netbios-name-not-found': {
    operations: ['nameCheck failed 0x54b nameCheck 8', 'join failed 0x54b nameCheck 30'],
    findings: ['error name-check-failed 8', 'error join-failed 30'],
  },
  'new-name-no-right-in-ou': {
    operations: ['join superseded 0x534 findAccount 64', 'join failed 0x5 createAccount 147'],
    findings: ['error join-failed 147'],
    // The log shows that there is no account of this name.
    tellsNot: [/an existing account of LODGE-14/],
  },
  'offline-provisioning': { operations: ['provision succeeded', 'provision succeeded'], findings: [] },
  'offline-provisioning-account-exists': {
    operations: ['provision failed 0x8b0 findAccount 21'],
    findings: ['error provisioning-failed 21'],
    // No organizational unit was given; djoin without /reuse was.
    tells: [/re-?use/i],
    tellsNot: [/without an organizational unit/],
  },
  // "is not an OU" has no code, and is the line that says it all.
  'ou-does-not-exist': {
    operations: ['join failed 0x2 findAccount 54'],
    findings: ['error join-failed 54'],
    tells: [/OU=Labtops,OU=Clients,DC=trey,DC=research,DC=test/],
  },
  // Renamed; account renamed, but its SPNs refused; name taken; everything done but the local name.
  'rename-four-times': {
    operations: [
      'rename succeeded',
      'rename failed 0x5 renameSpn 48',
      'rename failed 0x8b0 renameAccount 61',
      'rename failed - finish 87',
    ],
    findings: ['error rename-failed 48', 'error rename-failed 61', 'error rename-failed 87'],
    // The account had its new name when its SPNs were refused.
    tellsNot: [/setspn -L GAL-2/],
  },
  'reuse-denied-downlevel-too': {
    operations: ['join failed 0xaac reuseCheck 25'],
    findings: ['error join-failed 25'],
  },
  // 0xc0000022 and 0x5 are one refusal; that the rollback failed too is no cause.
  'rollback-could-not-undo': {
    operations: ['join failed 0x5 localApply 25'],
    findings: ['error join-failed 25'],
    // The join created the account itself: NetUserAdd did not fail.
    tells: [/0x6ba/],
    tellsNot: [/which existed before this join/],
  },
  'unattended-loop-wrong-password': {
    operations: ['workgroup succeeded', ...attempts.map(line => `join failed 0x52e connect ${line}`)],
    findings: ['error join-failed 33 ×12'],
    tells: [/the same failure 12 times/],
  },
  'unjoin-then-workgroup': { operations: ['unjoin succeeded', 'workgroup succeeded'], findings: [] },
  'unsecured-join-no-session': {
    operations: ['join failed 0x5 connect 15'],
    findings: ['error join-failed 15'],
    // Option 0x40 and no account: nobody logged on.
    tells: [/unsecure|without an account|anonymous|no account/i],
  },
  'win2000-lsa-policy-refused': {
    operations: ['join failed 0x5 domainInfo 22'],
    findings: ['error join-failed 22'],
    // The line names CHATEAU1, and what was asked of it.
    tellsNot: [/does not say by which computer/],
  },
  'windows7-spn-bind-harmless': { operations: ['join succeeded'], findings: ['information step-failed 72'] },
  'xp-spn-step-rolled-back': {
    operations: ['join failed 0x6d9 renameSpn 30'],
    findings: ['error join-failed 30'],
    // A log of seconds tells nothing of milliseconds.
    tells: [/rollback disabled the account SHELF-PC3\$, which existed before/],
    tellsNot: [/same millisecond/],
  },
};

for (const [name, { operations, findings, tells = [], tellsNot = [] }] of Object.entries(expected)) {
  test(`${name}.log is judged as an expert reads it`, () => {
    const log = analyze(readFileSync(`test/logs/${name}.log`, 'utf8'));
    const judged = log.operations
      .filter(
        ({ kind, verdict, partOf }) => !partOf && !(kind === 'nameCheck' && verdict.outcome === 'succeeded'),
      )
      .map(({ kind, verdict: { outcome, code, failure, phase, cause } }) => {
        // The final code of a success with damage is zero.
        const told = outcome === 'succeededWithDamage' ? failure : code;
        const where = cause
          ? [told ? `0x${told.value.toString(16)}` : '-', phase ?? '-', cause.line + 1]
          : [];
        return [kind, outcome, ...where].join(' ');
      });
    const found = log.findings.map(({ severity, code, line, repeats }) =>
      [severity, code, line + 1, ...(repeats > 1 ? [`×${repeats}`] : [])].join(' '),
    );
    assert.deepEqual({ operations: judged, findings: found }, { operations, findings });
    const report = textReport('NetSetup.log', log).replace(/\s+/g, ' ');
    for (const pattern of tells) assert.match(report, pattern);
    for (const pattern of tellsNot) assert.doesNotMatch(report, pattern);
  });
}

test('a name check on another thread is an operation of its own, and no part of the join', () => {
  const log = analyze(readFileSync('test/logs/firewall-then-downlevel-refused.log', 'utf8'));
  assert.deepEqual(log.operations.map(({ kind, verdict }) => `${kind} ${verdict.outcome}`).sort(), [
    'join failed',
    'nameCheck succeeded',
  ]);
});
