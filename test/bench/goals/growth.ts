import { analyze } from '../../../server/src/analyze';
import type { LanguageId } from '../../../server/src/model';
import { jsonReport } from '../../../server/src/report/json';
import { textReport } from '../../../server/src/report/text';
import { shown, type Figure } from '../harness';
import { client, logShapes, row, server, traceShapes } from '../texts/growing';

/** Everything that is asked of a text: roles and tokens of all its lines, and both reports. */
function millisecondsFor(text: string, languageId: LanguageId): number {
  const start = performance.now();
  const log = analyze(text, languageId);
  for (const record of log.records) log.roleOf(record);
  for (let line = 0; line < log.lines.count; line++) log.tokens(line);
  textReport('a.log', log);
  JSON.stringify(jsonReport([{ path: 'a.log', log }]));
  if (log.sections.length === 0) throw new Error('nothing was read');
  log.blocks;
  return performance.now() - start;
}

/** Something to read behind each shape. */
const ends = { 'netsetup-log': '', 'network-trace': row(1, client, server, 'KRB5', 'AS-REQ') };

/**
 * How the time to judge a text grows with it, for shapes that a hostile file may have: the worst of all. Four times
 * the text may cost about four times; what is worse than linear costs sixteen.
 */
export function* worstGrowth(isShort: boolean): Generator<Figure> {
  const small = isShort ? 40 : 5000;
  for (const [kind, shapes, languageId] of [
    ['logs', logShapes, 'netsetup-log'],
    ['traces', traceShapes, 'network-trace'],
  ] as const) {
    let worst = { ratio: 0, against: '' };
    for (const [name, make] of Object.entries(shapes)) {
      // The best of three: what else the machine does only adds.
      const best = (records: number) =>
        Math.min(
          ...Array.from({ length: isShort ? 1 : 3 }, () =>
            millisecondsFor(make(records) + ends[languageId], languageId),
          ),
        );
      const [once, fourTimes] = [best(small), best(4 * small)];
      const ratio = fourTimes / once;
      if (ratio <= worst.ratio) continue;
      worst = { ratio, against: `${name}: ${shown(once, 'ms')}, ${shown(fourTimes, 'ms')}` };
    }
    yield {
      name: `four times the ${kind}, worst of ${Object.keys(shapes).length} shapes`,
      value: worst.ratio,
      unit: '×',
      against: worst.against,
      // A ratio of 4 is linear; caches that no longer fit, and a busy machine, add to it.
      goal: 8,
      noise: 0,
    };
  }
}
