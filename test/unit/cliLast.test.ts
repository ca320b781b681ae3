// What decides: a log grows for years, and with --last its last join decides; and what --quiet says of it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { outputs } from '../../server/src/outputs';

const formats = Object.keys(outputs);

function check(input: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, ['server/dist/cliMain.js', 'check', '-', ...args], {
    input,
    encoding: 'utf8',
  });
}

const [good, failed] = ['good-join', 'failed-join'].map(name =>
  readFileSync(`samples/${name}.log`, 'utf8').replace(/\r?\n?$/, '\n'),
) as [string, string];

const stamp = '02/12/2026 10:00:00:000';

/** A join that the log leaves before its end. */
const unfinished = [
  `${stamp} -----------------------------------------------------------------`,
  `${stamp} NetpDoDomainJoin`,
  `${stamp} NetpMachineValidToJoin: 'WKS07'`,
  `${stamp} NetpJoinDomain`,
  `${stamp} \tDomain: fabrikam.test`,
  '',
].join('\n');

/** A rename that fails, behind whatever was before. */
const renameRefused = readFileSync('test/logs/rename-refused.log', 'utf8');
const nameCheck = readFileSync('test/logs/name-in-use.log', 'utf8').replace(/^.*NetpDoDomainJoin[^]*/m, '');

test('with --last the last join decides in every format, without it every failure counts', () => {
  for (const [name, text, all, last] of [
    ['failed, then joined', failed + good, 1, 0],
    ['joined, then failed', good + failed, 1, 1],
    ['joined, then not finished', good + unfinished, 0, 1],
    ['not finished', unfinished, 0, 1],
    ['joined, then a rename failed', good + renameRefused, 1, 0],
    ['no join: a rename', renameRefused, 1, 1],
    ['no join: a name check', nameCheck, 1, 1],
    ['nothing', `${stamp} NetpGetLsaPrimaryDomain: status: 0x0\n`, 0, 0],
    ['a trace', readFileSync('samples/failed-join-trace.txt', 'utf8'), 1, 1],
  ] as const) {
    for (const format of formats) {
      if (name === 'a trace' && format === 'ndjson') continue;
      const codes = [[], ['--last']].map(args => check(text, '--format', format, ...args).status);
      assert.deepEqual(codes, [all, last], `${name}, ${format}`);
    }
  }
});

test('the report is the same with --last', () => {
  const text = failed + good;
  assert.equal(check(text, '--last').stdout, check(text).stdout);
});

test('--quiet says what failed last, also where it is all that there was', () => {
  const line = (text: string, ...args: readonly string[]) => check(text, '--quiet', ...args).stdout;
  assert.equal(
    line(failed),
    'standard input: 1 of 1 operation failed; the last join failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED\n',
  );
  assert.match(line(failed + good), /: 1 of \d operations failed; the last join succeeded\n$/);
  assert.equal(line(failed + good, '--last'), '');
  assert.match(line(good + failed, '--last'), /; the last join failed at Connect \(IPC\$\): 0x40 /);
  // What failed is no join.
  assert.match(line(good + renameRefused), / failed; Rename \S+ → \S+: failed at .*0x\w+ \w+\n$/);
  assert.match(
    line(nameCheck),
    /^standard input: 1 of 1 operation failed; Name check \S+ \(computer\): failed/,
  );
  // A join that is not finished is no error, unless it decides.
  assert.equal(line(good + unfinished), '');
  const { stdout: help } = spawnSync(process.execPath, ['server/dist/cliMain.js', 'check', '--help'], {
    encoding: 'utf8',
  });
  assert.match(help, /^ {2}0 {2}no error was found [^]*also where a join is not\s+finished in the log$/m);
  assert.equal(line(unfinished, '--last'), 'standard input: no result: 1 not finished in this log\n');
  assert.match(
    line(failed + unfinished, '--last'),
    /: 1 of 2 operations failed; the last join is not finished in this log\n$/,
  );
  // In the full report the next lines say it.
  assert.match(check(failed).stdout, /^standard input: 1 of 1 operation failed\n/);
});

test('over several files one line says how many have an error; over one, or quiet, none does', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['server/dist/cliMain.js', 'check', ...args], { encoding: 'utf8' }).stdout;
  assert.match(
    run('samples/good-join.log', 'samples/failed-join.log'),
    /\n\n2 logs: 1 with an error, 1 without\n$/,
  );
  assert.match(
    run('samples', 'LICENSE', 'gone.log'),
    /\n\n2 logs and 2 traces: 2 with an error, 2 without; 2 files were not read\n$/,
  );
  assert.match(
    run('samples/good-join.log', 'LICENSE'),
    /\n1 log: 0 with an error, 1 without; 1 file was not read\n$/,
  );
  assert.doesNotMatch(run('samples/good-join.log'), /without/);
  assert.doesNotMatch(run('--quiet', 'samples', 'LICENSE'), /without/);
  // In front of what the failures have in common.
  assert.match(run('test/logs'), /\n\d+ logs: \d+ with an error, \d+ without\n\nIn common: /);
});
