// What has to be measured in a process of its own: node test/dist/bench/worker.js TASK FILE prints the figures of a
// task as JSON.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { analyzeFully, lineCountOfDocument } from './goals/whole';
import { ntstatus, win32 } from '../../server/src/tables/status';
import { readText } from './texts/files';

const now = (): number => Number(process.hrtime.bigint()) / 1e6;
const timed = (run: () => unknown): number[] => {
  const start = now();
  run();
  return [now() - start];
};

/** Memory in use after a collection, in bytes. */
function memory(): number {
  for (let times = 0; times < 3; times++) globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const tasks = {
  /** Milliseconds of the first analysis. */
  firstAnalysis(file: string) {
    const text = readText(file);
    return timed(() => analyzeFully(text));
  },

  /** Milliseconds of the first line index of a TextDocument. */
  firstDocument(file: string) {
    const text = readText(file);
    return timed(() => lineCountOfDocument(text));
  },

  /** Bytes that a Log keeps besides its text, and the length of the text. */
  kept(file: string) {
    // A short log first: tables and code that are loaded once are not kept for the text.
    analyzeFully(readText('samples/failed-join.log'));
    const text = readText(file);
    const before = memory();
    const log = analyzeFully(text);
    const after = memory();
    if (log.lines.count === 0) throw new Error('the log is still in use here');
    return [after - before, text.length];
  },

  /** Milliseconds of the first look-up in each of the two large tables, near their ends. */
  lookUp() {
    let found: unknown[] = [];
    const time = timed(() => (found = [win32.describe(0x3df6), ntstatus.describe(0xc0ec0007)]));
    if (found.includes(undefined)) throw new Error('there is no such code');
    return time;
  },

  /** Milliseconds of JSON.parse of the rows of these two tables. */
  async parse() {
    const tables = [
      (await import('../../server/src/tables/generated/win32')).default,
      (await import('../../server/src/tables/generated/ntstatus')).default,
    ];
    const texts = tables.map(table => {
      const rows = table
        .map(([, part]) => part().trim())
        .join('\n')
        .split('\n')
        .map(row => row.split('\t'));
      return JSON.stringify(Object.fromEntries(rows.map(([value, ...meaning]) => [value, meaning])));
    });
    let parsed: object[] = [];
    const time = timed(() => (parsed = texts.map(text => JSON.parse(text))));
    if (!parsed.every(rows => Object.keys(rows).length > 2000)) throw new Error('rows are missing');
    return time;
  },
};

/** The figures of a task, done in a fresh process. */
export async function inProcess(task: keyof typeof tasks, file = ''): Promise<number[]> {
  const own = path.join(__dirname, 'worker.js');
  const args = ['--expose-gc', '--max-old-space-size=8192', own, task, file];
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
}

async function main(): Promise<void> {
  const [task, file = ''] = process.argv.slice(2);
  console.log(JSON.stringify(await tasks[task as keyof typeof tasks](file)));
}

if (path.basename(process.argv[1] ?? '') === 'worker.js') void main();
