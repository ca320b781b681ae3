import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

function run(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['server/dist/cliMain.js', ...args], { input, encoding: 'utf8' });
}

test('exit code 0 where nothing failed, 1 where something did', () => {
  const good = run(['check', 'samples/good-join.log']);
  assert.equal(good.status, 0, good.stderr);
  assert.match(good.stdout, /Join WKS07 → fabrikam\.test +superseded by the next pass/);
  assert.match(good.stdout, /Join WKS07 → fabrikam\.test +succeeded, restart needed/);
  assert.match(good.stdout, /Rename WKS07 \(DNS name only\) +succeeded/);
  const failed = run(['check', 'samples/failed-join.log']);
  assert.equal(failed.status, 1);
  assert.match(failed.stdout, /at Connect \(IPC\$\): 0x40 ERROR_NETNAME_DELETED, line 41/);
});

test('standard input', () => {
  const { status, stdout } = run(['check', '-'], readFileSync('samples/failed-join.log', 'utf8'));
  assert.equal(status, 1);
  assert.match(stdout, /^standard input: 1 of 1 operation failed/);
});

test('a file that cannot be read: one clear line, exit code 2, and the other files are still read', () => {
  const { status, stdout, stderr } = run(['check', 'no-such.log', 'samples/failed-join.log', '.']);
  assert.equal(status, 2);
  assert.equal(stderr, 'netsetup-log: no-such.log: no such file\nnetsetup-log: .: is a folder, not a file\n');
  assert.match(stdout, /failed-join\.log: 1 of 1 operation failed/);
});

test('wrong usage: how to use it, exit code 2', () => {
  for (const args of [[], ['check'], ['chekc', 'x.log'], ['check', '--frobnicate', 'x.log']]) {
    const { status, stderr, stdout } = run(args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /usage: netsetup-log check FILE…/);
    assert.equal(stdout, '');
  }
  assert.equal(run(['--help']).status, 0);
});

test('empty and binary files, other logs, and UTF-16 copies', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-'));
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  try {
    for (const odd of [
      file('empty.log', ''),
      file(
        'binary.log',
        Uint8Array.from({ length: 999 }, (_, i) => i * 7),
      ),
    ]) {
      const { status, stdout, stderr } = run(['check', odd]);
      assert.equal(status, 0);
      assert.match(stdout, /not a NetSetup\.log/);
      assert.equal(stderr, '');
    }
    const copy = Buffer.from(`\uFEFF${readFileSync('samples/failed-join.log', 'utf8')}`, 'utf16le');
    assert.equal(run(['check', file('copy.log', copy)]).status, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
