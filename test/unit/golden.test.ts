// Whole logs: what the command line, the outline and the Problems view say of each, as a snapshot beside it.
// `npm run snapshots` rewrites them; the change is read like code.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../server/src/analyze';
import { textReport } from '../../server/src/report/text';
import { findingsOf, outlineOf } from './checks';

const logs = [
  ...readdirSync('test/logs').map(name => `test/logs/${name}`),
  ...readdirSync('samples').map(name => `samples/${name}`),
].filter(file => file.endsWith('.log'));

test('every log has a snapshot of its colours: the grammar test would write a missing one and pass', () => {
  const names = readdirSync('test/logs').filter(name => name.endsWith('.log'));
  assert.deepEqual(
    names.filter(name => !existsSync(`test/logs/${name}.snap`)),
    [],
  );
});

for (const file of logs) {
  test(`${file} says what it said`, () => {
    const text = readFileSync(file, 'utf8');
    const log = analyze(text);
    const parts = [textReport(path.basename(file), log), outlineOf(log), findingsOf(log) || 'no problems'];
    const actual = `${parts.map(part => part.trimEnd()).join('\n\n=====\n\n')}\n`;
    const snapshot = `test/logs/${path.basename(file, '.log')}.golden.txt`;
    if (process.argv.includes('--update-snapshots')) writeFileSync(snapshot, actual);
    assert.ok(existsSync(snapshot), `${snapshot} is missing: run "npm run snapshots" and read it`);
    assert.equal(actual, readFileSync(snapshot, 'utf8'));
  });
}
