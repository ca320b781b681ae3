// Whole logs and traces: what the command line, the outline and the Problems view say of each, of a trace its table
// of ports too, as a snapshot beside it. `npm run snapshots` rewrites them; the change is read like code.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../server/src/analyze';
import { reachabilityTable } from '../../server/src/report/reachability';
import { textReport } from '../../server/src/report/text';
import { findingsOf, outlineOf } from './checks';

const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter(name => /\.(?:log|txt|csv)$/.test(name) && !name.endsWith('.golden.txt'))
    .map(name => `${folder}/${name}`);

const isUpdate = process.argv.includes('--update-snapshots');

test('every log and trace has a snapshot of its colours: the grammar test would write a missing one and pass', () => {
  const files = ['test/logs', 'test/traces'].flatMap(filesIn);
  assert.deepEqual(
    files.filter(file => !isUpdate && !existsSync(`${file}.snap`)),
    [],
  );
});

for (const file of ['test/logs', 'test/traces', 'samples'].flatMap(filesIn)) {
  test(`${file} says what it said`, () => {
    const log = analyze(readFileSync(file, 'utf8'));
    const ports = log.trace && reachabilityTable(log, log.trace);
    const name = path.basename(file);
    const parts = [
      textReport(name, log),
      outlineOf(log),
      findingsOf(log) || 'no problems',
      ...(ports === undefined ? [] : [ports]),
    ];
    const actual = `${parts.map(part => part.trimEnd()).join('\n\n=====\n\n')}\n`;
    const snapshot = `test/${log.trace ? 'traces' : 'logs'}/${name.replace(/\.(?:log|txt)$/, '')}.golden.txt`;
    if (isUpdate) writeFileSync(snapshot, actual);
    assert.ok(existsSync(snapshot), `${snapshot} is missing: run "npm run snapshots" and read it`);
    assert.equal(actual, readFileSync(snapshot, 'utf8'));
  });
}
