// The package on npm: what it has in it, and that it runs where nothing else is installed.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { timeout } from './runs';

/** Runs a program that npm put somewhere: on Windows it is a script, which only a shell starts. */
function run(program: string, args: readonly string[], cwd = '.') {
  const isWindows = process.platform === 'win32';
  const quoted = (text: string) => (isWindows ? `"${text}"` : text);
  const { status, stdout, stderr } = spawnSync(quoted(program), args.map(quoted), {
    cwd,
    encoding: 'utf8',
    shell: isWindows,
  });
  assert.notEqual(status, null, `${program} was not started`);
  return { status, stdout, stderr };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
};

test('npm can publish it, and it needs no other package', () => {
  assert.equal(manifest['private'], undefined);
  assert.equal(manifest['dependencies'], undefined);
  // vsce takes no list of npm beside its own.
  assert.equal(manifest['files'], undefined);
  assert.match(manifest.scripts['prepack']!, /npm run build/);
});

test('packed, installed elsewhere without a network, and run', { timeout }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-'));
  try {
    // What was built is packed: the tests run on it.
    const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
    assert.equal(packed.status, 0, packed.stderr);
    const [{ filename, size, files }] = JSON.parse(packed.stdout) as [
      { filename: string; size: number; files: { path: string }[] },
    ];
    const names = files.map(file => file.path);
    const own =
      /^(?:(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.md)|docs\/[\w-]+\.md|server\/dist\/(?:cli|server)Main\.js|server\/src\/schema\/[\w.]+\.json)$/;
    assert.deepEqual(
      names.filter(name => !own.test(name)),
      [],
    );
    for (const name of ['LICENSE', 'THIRD-PARTY-NOTICES.md', ...Object.values(manifest.bin)]) {
      assert.ok(names.includes(name), name);
    }
    assert.ok(size < 1024 * 1024, `${size} bytes`);

    const elsewhere = path.join(folder, 'elsewhere');
    const install = ['install', '--offline', '--no-audit', '--no-fund', '--prefix', elsewhere];
    const installed = run('npm', [...install, path.join(folder, filename)], folder);
    assert.equal(installed.status, 0, installed.stderr);
    const program = path.join(elsewhere, 'node_modules', '.bin', 'netsetup-log');
    assert.equal(run(program, ['--version'], folder).stdout, `${manifest.version}\n`);
    const log = path.join(folder, 'NetSetup.LOG');
    writeFileSync(log, readFileSync('samples/failed-join.log'));
    const { status, stdout } = run(program, ['check', '--quiet', path.join(folder, '*.log')], folder);
    assert.equal(status, 1);
    assert.ok(stdout.startsWith(`${log}: 1 of 1 operation failed; the last join failed at `), stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
