// node test/dist/bench/tables.js: what the first look-up of a code costs, against JSON.parse of the same rows. Each
// figure is from a process of its own, in turn; the ratio is what counts. Loading the text of the rows is the price
// of both ways, so it is measured for itself.
import { execFileSync } from 'node:child_process';

/** The first look-up costs at most this part of JSON.parse. */
const goal = 0.5;
const rounds = 25;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Milliseconds to load the tables, and of the first look-up in each of the two large ones, near their ends. */
async function lookUp(): Promise<number[]> {
  const start = now();
  const { ntstatus, win32 } = await import('../../server/src/tables/status');
  const loaded = now();
  const found = [win32.describe(0x3df6), ntstatus.describe(0xc0ec0007)];
  const end = now();
  if (found.includes(undefined)) throw new Error('there is no such code');
  return [loaded - start, end - loaded];
}

/** Milliseconds of JSON.parse of the rows of these two tables. */
async function parse(): Promise<number[]> {
  const texts = [
    (await import('../../server/src/tables/generated/win32')).default,
    (await import('../../server/src/tables/generated/ntstatus')).default,
  ].map(table => {
    const rows = table
      .map(([, part]) => part().trim())
      .join('\n')
      .split('\n')
      .map(row => row.split('\t'));
    return JSON.stringify(Object.fromEntries(rows.map(([value, ...meaning]) => [value, meaning])));
  });
  const start = now();
  const parsed = texts.map(text => JSON.parse(text));
  const end = now();
  if (!parsed.every(rows => Object.keys(rows).length > 2000)) throw new Error('rows are missing');
  return [end - start];
}

async function main(): Promise<void> {
  const asked = process.argv[2];
  if (asked) return console.log(JSON.stringify(await (asked === 'parse' ? parse() : lookUp())));
  const run = (name: string): number[] =>
    JSON.parse(execFileSync(process.execPath, [__filename, name], { encoding: 'utf8' }));
  const times: { load: number; first: number; parse: number }[] = [];
  // The first round warms the file cache and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const [load = 0, first = 0] = run('lookUp');
    const [parse = 0] = run('parse');
    if (round > 0) times.push({ load, first, parse });
  }
  const ratio = median(times.map(({ first, parse }) => first / parse));
  console.log(`loading       ${median(times.map(each => each.load)).toFixed(2)} ms (median of ${rounds})`);
  console.log(`first look-up ${median(times.map(each => each.first)).toFixed(2)} ms`);
  console.log(`JSON.parse    ${median(times.map(each => each.parse)).toFixed(2)} ms`);
  console.log(`ratio         ${ratio.toFixed(2)} (look-up to JSON.parse, median of pairs; goal ${goal})`);
  if (ratio > goal) {
    console.error('The goal is missed.');
    process.exitCode = 1;
  }
}

void main();
