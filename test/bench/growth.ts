// node test/dist/bench/growth.js: how the time to judge a text grows with it, for shapes that no Windows writes and a
// hostile file may have. Four times the text may cost about four times; what is worse than linear costs sixteen.
import { analyze } from '../../server/src/analyze';
import { jsonReport } from '../../server/src/report/json';
import { textReport } from '../../server/src/report/text';

/** A ratio of 4 is linear; caches that no longer fit, and a busy machine, add to it. */
const goal = 8;
const small = 5000;

const stamp = '02/10/2026 09:14:02:123 ';
const begin = `${stamp}NetpDoDomainJoin\n`;
const end = (code: string) => `${stamp}NetpDoDomainJoin: status: ${code}\n`;
const block = (between: string, code: string) =>
  `${stamp}NetpContinueProvisioningPackageInstall:\n${between}${stamp}NetpContinueProvisioningPackageInstall: status: ${code}\n`;
const unable = `${stamp}NetpGetComputerObjectDn: Unable to bind to DS on '\\\\DC1': 0x6ba\n`;
const check = `${stamp}NetpValidateName: checking to see if 'A' is valid as type 3 name\n`;

/** Texts of so many records, about. */
const shapes: Readonly<Record<string, (records: number) => string>> = {
  'one join of failing lines': n => begin + unable.repeat(n) + end('0x6ba'),
  'a join with steps that failed': n => begin + unable.repeat(n) + end('0x0'),
  'joins that fail': n => (begin + end('0x5')).repeat(n / 2),
  'joins that fail in turn': n => (begin + end('0x5') + begin + end('0x6')).repeat(n / 4),
  'joins without an end': n => begin.repeat(n),
  'name checks that fail': n =>
    (check + `${stamp}NetpCheckDomainNameIsValid [ Exists ] for 'A' returned 0x54b\n`).repeat(n / 2),
  'name checks without an end': n => check.repeat(n),
  'parts that fail': n => begin + block('', '0x5').repeat(n / 2) + end('0x5'),
  'parts behind their join': n => begin + end('0x0') + block('', '0xa99').repeat(n / 2),
  'parts that differ': n =>
    begin +
    Array.from({ length: n / 2 }, (_, index) => block(`  lpDomain: d${index}\n`, '0x5')).join('') +
    end('0x5'),
  'a thread for each line': n =>
    Array.from(
      { length: n },
      (_, index) => `${stamp}[${(index + 256).toString(16)}] NetpDoDomainJoin\n`,
    ).join(''),
  'years that pass': n => '05/01 10:00:00 NetpDoDomainJoin\n01/01 10:00:00 NetpDoDomainJoin\n'.repeat(n / 2),
};

function millisecondsFor(text: string): number {
  const start = performance.now();
  const log = analyze(text, 'netsetup-log');
  for (const record of log.records) log.roleOf(record);
  textReport('a.log', log);
  JSON.stringify(jsonReport([{ path: 'a.log', log }]));
  if (log.sections.length === 0) throw new Error('nothing was read');
  return performance.now() - start;
}

for (const [name, make] of Object.entries(shapes)) {
  // The best of three: what else the machine does only adds.
  const best = (records: number) => Math.min(...[1, 2, 3].map(() => millisecondsFor(make(records))));
  const [once, fourTimes] = [best(small), best(4 * small)];
  const ratio = fourTimes / once;
  console.log(
    `${name.padEnd(30)} ${once.toFixed(0)} ms, ${fourTimes.toFixed(0)} ms for four times as many: ${ratio.toFixed(1)}`,
  );
  if (ratio > goal) {
    console.error(`The goal of ${goal} is missed.`);
    process.exitCode = 1;
  }
}
