// What is printed where: colours, characters that a terminal would obey, a full disk, a reader that has seen enough.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outputs } from '../../server/src/outputs';

const main = 'server/dist/cliMain.js';
const formats = Object.keys(outputs);

function run(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) {
  const { FORCE_COLOR: _, NO_COLOR: __, ...own } = process.env;
  return spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8', env: { ...own, ...env } });
}

test('colours need nothing of Node that its first supported version has not', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-'));
  try {
    // Node 20.12 has no arrays of styles, and no other option.
    const older = path.join(folder, 'older.cjs');
    writeFileSync(older, "delete require('node:util').styleText;");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', older, main, 'check', 'samples/failed-join.log'],
      { encoding: 'utf8', env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '1' } },
    );
    assert.equal(stderr, '');
    assert.equal(status, 1);
    assert.match(stdout, /\x1b\[1;31mfailed\x1b\[0m/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what a terminal would obey in a log is shown as a sign, in colour and without', () => {
  const log = readFileSync('samples/failed-join.log', 'utf8')
    .replaceAll('WKS07', 'WKS\x1b[8m07')
    .replaceAll('returned 64', 'returned 64 \x1b[31mred\x1b[0m\x9b8m\x07');
  for (const [args, env] of [
    [[], {}],
    [['--no-color'], {}],
    [[], { FORCE_COLOR: '1' }],
    [['--quiet'], { FORCE_COLOR: '1' }],
  ] as const) {
    const { stdout } = run(['check', '-', ...args], log, env);
    assert.ok(stdout.includes('operation failed'), stdout);
    const own = /\x1b\[(?:0|1|32|1;31|1;35)m/g;
    assert.doesNotMatch(stdout.replace(own, ''), /[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
    if (args.length === 0)
      assert.ok(stdout.includes('returned 64 \uFFFD[31mred\uFFFD[0m\uFFFD8m\uFFFD'), stdout);
  }
  // Other programs get what stands there.
  assert.match(run(['check', '-', '--format', 'ndjson'], log).stdout, /WKS\\u001b\[8m07/);
});

test('a name is cleaned too where it is said', () => {
  const { stderr } = run(['check', 'gone\x1b8\nnetsetup-log: all is well.log']);
  assert.equal(stderr, 'netsetup-log: gone\uFFFD8\uFFFDnetsetup-log: all is well.log: no such file\n');
});

test(
  'a full disk is said as what it is, exit code 2',
  { skip: !existsSync('/dev/full') && 'no /dev/full' },
  () => {
    const full = openSync('/dev/full', 'w');
    for (const args of [
      ...formats.map(each => ['check', '--format', each, 'samples/failed-join.log']),
      ['--help'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      assert.equal(status, 2, args.join(' '));
      assert.equal(stderr, 'netsetup-log: cannot write: no space left\n');
    }
    const { status } = spawnSync(process.execPath, [main, 'check', 'gone.log'], {
      stdio: ['ignore', 'ignore', full],
    });
    assert.equal(status, 2);
  },
);

test('a reader that has seen enough is no failure, and hides none', async () => {
  const codeOf = (file: string, format: string) =>
    new Promise(resolve => {
      const child = spawn(process.execPath, [main, 'check', '--format', format, file], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      // Before anything is printed.
      child.stdout.destroy();
      child.on('exit', resolve);
    });
  for (const format of formats) {
    assert.equal(await codeOf('samples/failed-join.log', format), 1, format);
    assert.equal(await codeOf('samples/good-join.log', format), 0, format);
  }
});

test('a format in capital letters, and what asks for help or the version elsewhere', () => {
  assert.equal(
    JSON.parse(run(['check', '--format', 'SARIF', 'samples/good-join.log']).stdout).version,
    '2.1.0',
  );
  const version = run(['--version']).stdout;
  for (const word of ['-v', '-V', 'version']) assert.equal(run([word]).stdout, version, word);
  const help = (...args: readonly string[]) => {
    const { status, stdout } = run(args);
    assert.equal(status, 0, args.join(' '));
    return stdout;
  };
  for (const word of ['/?', '-?', 'help']) assert.equal(help(word), help('--help'));
  for (const command of ['check', 'decode']) {
    const whole = help(command, '--help');
    for (const word of ['/?', '-?']) assert.equal(help(command, word), whole);
    assert.equal(help('help', command), whole);
  }
  // Behind a command and behind "--" it is a name.
  assert.match(run(['check', 'help']).stderr, /^netsetup-log: help: no such file/);
  assert.match(run(['check', '--', '-?']).stderr, /^netsetup-log: -\?: no/);
});
