// What names on the command line stand for: files, folders and patterns; and what is printed of many files.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const main = path.resolve('server/dist/cliMain.js');
const [good, failed, trace] = ['good-join.log', 'failed-join.log', 'failed-join-trace.txt'].map(name =>
  path.resolve('samples', name),
) as [string, string, string];

/** Runs in a folder; colours only where a test asks for them. */
function check(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { FORCE_COLOR: _, ...own } = process.env;
  return spawnSync(process.execPath, [main, 'check', ...args], {
    cwd,
    encoding: 'utf8',
    input: readFileSync(failed),
    env: { ...own, ...env },
  });
}

/** The files that were told of, in order, with "/" between folders. */
function told(stdout: string): string[] {
  return [...stdout.matchAll(/^(\S.*\.\w+|standard input): /gm)].map(match =>
    match[1]!.replaceAll('\\', '/'),
  );
}

/** Runs with a folder of copies: each path with what it is a copy of. */
function withCopies(copies: Readonly<Record<string, string>>, run: (folder: string) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-'));
  try {
    for (const [name, from] of Object.entries(copies)) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      copyFileSync(from, path.join(folder, name));
    }
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const notes = path.resolve('LICENSE');
const collected = {
  'logs/PC10/NetSetup.LOG': failed,
  'logs/PC2/NetSetup.LOG': good,
  'logs/PC2/NetSetup.old': good,
  'logs/PC2/tshark': trace,
  'logs/PC2/setup.log': notes,
  'logs/PC2/program.exe': failed,
  'logs/notes.txt': notes,
};

test('a folder: every log and trace below it in natural order, others passed over and counted', () => {
  withCopies(collected, folder => {
    symlinkSync(path.join(folder, 'logs'), path.join(folder, 'logs', 'circle'), 'junction');
    const { status, stdout, stderr } = check(folder, ['logs', '--quiet']);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^logs.PC2.tshark: 1 problem.*\nlogs.PC10.NetSetup\.LOG: 1 of 1 operation failed; the last join failed at Connect .*\n$/,
    );
    assert.equal(stderr, '');
    const whole = check(folder, ['logs']);
    assert.deepEqual(told(whole.stdout), [
      'logs/PC2/NetSetup.LOG',
      'logs/PC2/NetSetup.old',
      'logs/PC10/NetSetup.LOG',
    ]);
    assert.match(whole.stdout, /^logs.PC2.tshark: 1 problem/m);
    assert.equal(whole.stderr, 'netsetup-log: logs: 3 other files were passed over\n');
    assert.equal(check(folder, [path.join('logs', 'PC2')]).status, 1);
  });
});

test('a pattern is expanded where no file has that very name, in capital and small letters', () => {
  withCopies(
    { ...collected, 'odd/[a]*.log': good, 'odd/a.log': failed, 'odd/NetSetup (2).LOG': good },
    folder => {
      const files = (...patterns: readonly string[]) => told(check(folder, patterns).stdout);
      assert.deepEqual(files('logs/**/netsetup.log'), ['logs/PC2/NetSetup.LOG', 'logs/PC10/NetSetup.LOG']);
      assert.deepEqual(files('logs/PC?/*.{LOG,old}'), ['logs/PC2/NetSetup.LOG', 'logs/PC2/NetSetup.old']);
      assert.deepEqual(files('./logs/PC[1-9]0/*'), ['logs/PC10/NetSetup.LOG']);
      assert.deepEqual(files(path.join(folder, 'logs', 'PC10', '*')), [
        path.join(folder, 'logs', 'PC10', 'NetSetup.LOG').replaceAll('\\', '/'),
      ]);
      // A folder is looked through by usual names; a pattern says which ones are meant.
      assert.deepEqual(files('logs/PC2/*.exe'), ['logs/PC2/program.exe']);
      assert.deepEqual(files('odd/NetSetup (*).log'), ['odd/NetSetup (2).LOG']);
      if (path.sep === '/') assert.deepEqual(files('odd/[a]*.log'), ['odd/[a]*.log']);
      const { stderr } = check(folder, ['logs/PC2/*.log']);
      assert.equal(stderr, 'netsetup-log: logs/PC2/*.log: 1 other file was passed over\n');
    },
  );
});

test('where a folder or a pattern has nothing to read, exit code 2: nothing was checked', () => {
  withCopies({ 'a/notes.txt': notes, 'a/b.exe': notes }, folder => {
    mkdirSync(path.join(folder, 'empty'));
    for (const [name, why] of [
      ['a', 'no NetSetup.log and no network trace; 2 other files were passed over'],
      ['a/*.TXT', 'no NetSetup.log and no network trace; 1 other file was passed over'],
      ['empty', 'no file found'],
      ['*.log', 'no file found'],
      ['NetSetup.LOG', 'no such file'],
    ] as const) {
      const { status, stdout, stderr } = check(folder, [name]);
      assert.equal(status, 2, name);
      assert.equal(stderr, `netsetup-log: ${name}: ${why}\n`);
      assert.equal(stdout, '');
    }
    // What was found elsewhere is told still.
    const { status, stdout } = check(folder, ['a', failed]);
    assert.equal(status, 2);
    assert.match(stdout, /1 of 1 operation failed/);
  });
});

test('what is named and cannot be read by its kind: exit code 2, and why', () => {
  withCopies({ 'NetSetup.log': notes, 'notes.txt': notes }, folder => {
    writeFileSync(path.join(folder, 'trace.json'), '[\n  {\n    "_source": {\n      "layers": {\n');
    writeFileSync(
      path.join(folder, 'service.log'),
      '02/10/2026 09:14:02:321 NetpGetLsaPrimaryDomain: status: 0x0',
    );
    for (const [name, why] of [
      ['NetSetup.log', /^netsetup-log: NetSetup\.log: neither a NetSetup\.log nor a network trace/],
      ['trace.json', /^netsetup-log: trace\.json: not read: JSON \(tshark -T json\); export it as text/],
    ] as const) {
      const { status, stderr } = check(folder, [name]);
      assert.equal(status, 2, name);
      assert.match(stderr, why);
    }
    const json = check(folder, ['--format', 'json', 'notes.txt']);
    assert.equal(json.status, 2);
    assert.match(json.stderr, /^netsetup-log: notes\.txt: neither/);
    const { files, notRead } = JSON.parse(json.stdout);
    assert.deepEqual(files, []);
    assert.equal(`netsetup-log: ${notRead[0].path}: ${notRead[0].why}\n`, json.stderr);
    // A log in which nothing was joined.
    assert.equal(check(folder, ['service.log']).status, 0);
  });
});

test('a file that is named twice is told once', () => {
  withCopies(collected, folder => {
    const args = ['logs/PC10', 'logs/PC10/NetSetup.LOG', './logs/../logs/PC10/*', '-', '-'];
    const { status, stdout, stderr } = check(folder, args);
    assert.equal(status, 1);
    assert.deepEqual(told(stdout), ['logs/PC10/NetSetup.LOG', 'standard input']);
    assert.equal(stderr, '');
  });
});

test('names that begin with a dash', () => {
  withCopies({ '-f.log': good, '--quiet': good }, folder => {
    assert.equal(check(folder, ['-f.log']).status, 2);
    const { status, stdout } = check(folder, ['--', '-f.log', '--quiet']);
    assert.equal(status, 0);
    assert.match(stdout, /^-f\.log: no failure\n[^]*^--quiet: no failure\n/m);
  });
});

test('--quiet: one line for each file with an error; a document is printed all the same', () => {
  const { status, stdout } = check('.', ['-q', good, failed, trace]);
  assert.equal(status, 1);
  assert.equal(
    stdout,
    `${failed}: 1 of 1 operation failed; the last join failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED\n${trace}: 1 problem: TCP 88 of 10.20.1.10 unanswered\n`,
  );
  assert.deepEqual(check('.', ['--quiet', good]).stdout, '');
  const json = ['--format=json', good];
  assert.equal(check('.', [...json, '--quiet']).stdout, check('.', json).stdout);
});

test('colours only where they can be shown or are asked for; without them the text is the same', () => {
  const escapes = /\x1b\[[\d;]+m/g;
  const plain = check('.', [failed, good, trace]).stdout;
  assert.doesNotMatch(plain, escapes);
  const coloured = check('.', [failed, good, trace], { FORCE_COLOR: '1' }).stdout;
  assert.match(coloured, /\x1b\[1;31mfailed\x1b\[0m/);
  assert.match(coloured, /\x1b\[32msucceeded, restart needed\x1b\[0m/);
  assert.match(coloured, /\x1b\[1;31mnot answered\x1b\[0m/);
  assert.equal(coloured.replace(escapes, ''), plain);
  const none = [
    check('.', [failed, '--no-color'], { FORCE_COLOR: '1' }),
    check('.', [failed], { FORCE_COLOR: '0' }),
    check('.', [failed], { FORCE_COLOR: '' }),
    check('.', [failed], { FORCE_COLOR: '1', NO_COLOR: '1' }),
  ];
  for (const { stdout, stderr } of none) {
    assert.doesNotMatch(stdout, escapes);
    assert.equal(stderr, '');
  }
});

test('many files are read in the memory of one', () => {
  withCopies({}, folder => {
    const first = path.join(folder, '0.log');
    const note = `02/10/2026 09:12:30:000 NetpGetLsaPrimaryDomain: ${'x'.repeat(900)}\r\n`;
    writeFileSync(first, note.repeat(1000) + readFileSync(failed, 'latin1'));
    for (let more = 1; more < 40; more++) linkSync(first, path.join(folder, `${more}.log`));
    for (const format of ['text', 'json']) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--max-old-space-size=32', main, 'check', '--format', format, folder],
        { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 },
      );
      assert.equal(status, 1, stderr.slice(-500));
      assert.ok(stdout.includes('39.log'));
    }
  });
});
