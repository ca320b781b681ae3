import { spawn } from 'node:child_process';
import { median, medianOfPairs, shown, type Goal } from '../harness';
import { empty, libraryFree, ours, startSession } from '../session';
import { inProcess } from '../worker';

/** Whole processes differ more than what runs in one: these are medians. */
const rounds = { most: 25, seconds: 20 };

/** Milliseconds from spawn to the answer of `initialize`. */
function ready(module: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [module, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const request = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: process.pid, rootUri: null, capabilities: {} },
  });
  child.stdin.write(`Content-Length: ${Buffer.byteLength(request)}\r\n\r\n${request}`);
  return new Promise((resolve, reject) => {
    let answer = '';
    child.stdout.on('data', chunk => {
      answer += chunk;
      if (!answer.includes('"capabilities"')) return;
      resolve(performance.now() - start);
      child.kill();
    });
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`${module} ended (${code}) before it was ready`)));
  });
}

const medians = (samples: Readonly<Record<string, readonly number[]>>): string =>
  Object.entries(samples)
    .map(([name, values]) => `${name} ${shown(median(values), 'ms')}`)
    .join(', ');

export const g10: Goal = {
  id: 'G10',
  title: 'start-up',
  async *measure(bench) {
    await ready(ours); // Warms the file cache.
    const starts = await bench.alternate(
      { ours: () => ready(ours), 'without a library': () => ready(libraryFree) },
      rounds,
    );
    yield {
      name: 'spawn to initialize, to a library-free server',
      value: medianOfPairs(starts.ours, starts['without a library']),
      unit: '×',
      against: medians(starts),
      goal: 1.5,
      noise: 0.07,
    };

    const text = bench.text('log', 1).slice(0, 18_000);
    const first = (module: string) => async () => {
      const start = performance.now();
      const session = await startSession(module);
      await session.open(text);
      const time = performance.now() - start;
      session.end();
      return time;
    };
    const opened = await bench.alternate({ ours: first(ours), EMPTY: first(empty) }, rounds);
    yield {
      name: 'spawn to first diagnostics of 18 KB, to EMPTY',
      value: medianOfPairs(opened.ours, opened.EMPTY),
      unit: '×',
      against: medians(opened),
      goal: 1.08,
      noise: 0.05,
    };

    // Loading the text of the rows is the price of both ways, so it is not counted.
    const tables = await bench.alternate(
      {
        'look-up': async () => (await inProcess('lookUp'))[0]!,
        'JSON.parse': async () => (await inProcess('parse'))[0]!,
      },
      rounds,
    );
    yield {
      name: 'first look-up of codes, to JSON.parse of the rows',
      value: medianOfPairs(tables['look-up'], tables['JSON.parse']),
      unit: '×',
      against: medians(tables),
      goal: 0.5,
      noise: 0,
    };
  },
};
