// node test/dist/bench/tables.js: what the first look-up of a code costs, against JSON.parse of the same rows. Each
// figure is from a process of its own, in turn; the ratio is what counts. The look-up loads and evaluates the tables
// within the time, the other side has its text in memory already.
import { execFileSync } from 'node:child_process';

/** The first look-up costs at most this part of JSON.parse. */
const goal = 0.5;
const rounds = 25;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const since = (start: bigint): number => Number(process.hrtime.bigint() - start) / 1e6;

const measures = {
  /** Milliseconds of the first look-up of a code in each of the two large tables: one that both have to search long. */
  async lookUp(): Promise<number> {
    const start = process.hrtime.bigint();
    const { ntstatus, win32 } = await import('../../server/src/tables/status');
    if (!win32.describe(0x3ab2) || !ntstatus.describe(0xc05d0002)) throw new Error('there is no such code');
    return since(start);
  },
  /** Milliseconds of JSON.parse of the rows of the two tables. */
  async parse(): Promise<number> {
    const texts = [
      (await import('../../server/src/tables/generated/win32')).default,
      (await import('../../server/src/tables/generated/ntstatus')).default,
    ].map(rows =>
      JSON.stringify(
        Object.fromEntries(
          rows
            .trim()
            .split('\n')
            .map(row => [row.split('\t')[0], row.split('\t').slice(1)]),
        ),
      ),
    );
    const start = process.hrtime.bigint();
    const parsed = texts.map(text => JSON.parse(text));
    const time = since(start);
    if (parsed.length !== 2) throw new Error('nothing was parsed');
    return time;
  },
};

async function main(): Promise<void> {
  const [, , asked] = process.argv;
  if (asked === 'lookUp' || asked === 'parse') return console.log(await measures[asked]());
  const run = (name: keyof typeof measures) =>
    Number(execFileSync(process.execPath, [__filename, name], { encoding: 'utf8' }));
  const times = { lookUp: [] as number[], parse: [] as number[] };
  // The first round warms the file cache and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const name of ['lookUp', 'parse'] as const) {
      const time = run(name);
      if (round > 0) times[name].push(time);
    }
  }
  const ratio = median(times.lookUp.map((time, round) => time / times.parse[round]!));
  console.log(`first look-up ${median(times.lookUp).toFixed(2)} ms (median of ${rounds})`);
  console.log(`JSON.parse    ${median(times.parse).toFixed(2)} ms`);
  console.log(`ratio         ${ratio.toFixed(2)} (median of pairs; goal ${goal})`);
}

void main();
