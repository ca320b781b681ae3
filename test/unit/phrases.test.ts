import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyze } from '../../server/src/analyze';
import { labels } from '../../server/src/formats/netsetup/labels';
import { chunksOf, linesIn } from '../../server/src/parser/lines';
import { runs } from './runs';

const stamp = '03/06/2025 11:28:14:530 ';

/** Lines with numbers behind every label, of which any may be changed. */
const line = fc
  .tuple(
    fc.constantFrom(...labels.flatMap(label => label.samples)),
    fc.constantFrom('0', '5', '0x0', '0x5', '0x00000', '0xc0000022', '(0x5)', 'ERROR_ACCESS_DENIED', ' '),
  )
  .map(([sample, number]) => sample.replace(/0x[0-9a-f]+|\d+/i, number));

test('every record with a code that is not zero is found among those that may have a role', () => {
  fc.assert(
    fc.property(line, text => {
      const log = analyze(stamp + text, 'netsetup-log');
      const has = log.records.filter(record => log.codesOf(record).some(code => code.value !== 0));
      assert.deepEqual(
        log.coded().map(record => record.line),
        has.map(record => record.line),
      );
    }),
    runs(2000, 50_000),
  );
});

test('the records of a range of lines are those that begin in it', () => {
  const failed = 'NetpDoDomainJoin: status: 0x5\n';
  const text = `${stamp}${failed}`.repeat(9);
  // Chunks of a few lines each: a range may begin and end in any.
  const log = analyze(linesIn(chunksOf(text, 100)), 'netsetup-log');
  for (let first = 0; first < 9; first++) {
    for (let last = first; last < 9; last++) {
      const lines = log.coded(first, last).map(record => record.line);
      assert.deepEqual(
        lines,
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
      );
    }
  }
});
