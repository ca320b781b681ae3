// What docs/command-line.md shows is what the command line does.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outputs } from '../../server/src/outputs';
import { spaceTitles } from '../../server/src/tables/table';

const docs = readFileSync('docs/command-line.md', 'utf8');
const main = path.resolve('server/dist/cliMain.js');
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

/** The code blocks of a language in a page. */
function blocks(language: string, page = docs): string[] {
  const found = [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)];
  return found.filter(match => match[1] === language).map(match => match[2]!);
}

const noShell = process.platform === 'win32' && 'the examples are for a POSIX shell';

test('the examples of the page and of the README print what they show', { skip: noShell }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-'));
  try {
    const program = path.join(folder, 'netsetup-log');
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`, { mode: 0o755 });
    const examples = [docs, readFileSync('README.md', 'utf8')].flatMap(page => blocks('console', page));
    assert.ok(examples.length > 4);
    for (const block of examples) {
      const commands = [...block.matchAll(/^\$ (.*)$/gm)].map(match => match[1]!);
      // Each command is shown in front of what it prints, errors among the rest.
      const script = commands.map(each => `printf '$ %s\\n' '${each}' >&3; ${each}`).join('\n');
      const { stdout, stderr } = spawnSync('sh', ['-c', `exec 3>&1 2>&1\n${withStatusKept(script)}`], {
        encoding: 'utf8',
        env: { ...process.env, PATH: `${folder}${path.delimiter}${process.env['PATH']}` },
      });
      assert.equal(stderr, '');
      assert.equal(stdout, block);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** `echo $?` asks for the command before it, not for what shows it. */
function withStatusKept(script: string): string {
  return script.replaceAll(/^(printf .* >&3; )echo \$\?$/gm, 'code=$?; $1echo $code');
}

test('every option, format and space that the page names exists, and it names them all', () => {
  const known = [run('--help'), run('check', '--help'), run('decode', '--help')].flatMap(
    ({ stdout }) => stdout.match(/--[a-z-]+/g) ?? [],
  );
  const ofOthers = ['--global', '--yes'];
  const named = [...docs.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(match => match[0]);
  assert.deepEqual(
    named.filter(name => !known.includes(name) && !ofOthers.includes(name)),
    [],
  );
  for (const name of ['--format', '--last', '--quiet', '--no-color', '--help', '--version', '--in']) {
    assert.ok(named.includes(name) && known.includes(name), name);
  }
  for (const name of [...Object.keys(outputs), ...Object.keys(spaceTitles)]) {
    assert.ok(docs.includes(`\`${name}\``), name);
  }
});

test('the scripts for Windows read keys that the JSON has', () => {
  const report = JSON.parse(run('check', '--format', 'json', 'samples/failed-join.log').stdout);
  const [file] = report.files;
  const join = file.operations.findLast((each: { kind: string }) => each.kind === 'join');
  const roots: Readonly<Record<string, unknown>> = { report, file, join, finding: file.findings[0], _: join };
  const script = blocks('powershell').join('\n');
  const paths = [...script.matchAll(/\$(report|file|join|finding|_)((?:\.\w+|\[0\])+)/g)];
  assert.ok(paths.length > 12, `${paths.length}`);
  for (const [text, root, keys] of paths) {
    let value = roots[root!];
    for (const key of keys!.match(/\w+/g)!) {
      assert.ok(typeof value === 'object' && value !== null && key in value, `${text}: ${key}`);
      value = (value as Readonly<Record<string, unknown>>)[key];
    }
  }
  assert.equal(join.verdict, 'failed');
  const { enum: verdicts } = JSON.parse(readFileSync('server/src/schema/report.schema.json', 'utf8'))
    .definitions.operation.properties.verdict;
  for (const name of verdicts) assert.ok(docs.includes(`\`${name}\``), name);
});
