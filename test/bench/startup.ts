// npm run bench: how long the server takes from its start to the answer of `initialize`, against a server
// without any library in the same run. Whole processes, in turn; the ratio is what counts.
import { spawn } from 'node:child_process';

/** Ready within this many times the reference. */
const goal = 1.6;
/** What two runs on a busy machine may differ by. */
const noise = 0.1;
const rounds = Number(process.argv[2] ?? 25);

const servers = {
  server: 'server/dist/nodeMain.js',
  reference: 'test/dist/bench/libraryFree.js',
};

/** Milliseconds from spawn to the answer of `initialize`. */
function ready(module: string): Promise<number> {
  const start = process.hrtime.bigint();
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
      resolve(Number(process.hrtime.bigint() - start) / 1e6);
      child.kill();
    });
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`${module} ended (${code}) before it was ready`)));
  });
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

async function main(): Promise<void> {
  const times = { server: [] as number[], reference: [] as number[] };
  // The first round warms the file cache and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const name of ['server', 'reference'] as const) {
      const time = await ready(servers[name]);
      if (round > 0) times[name].push(time);
    }
  }
  const ratio = median(times.server.map((time, round) => time / times.reference[round]!));
  console.log(`server ready      ${median(times.server).toFixed(1)} ms (median of ${rounds})`);
  console.log(`without a library ${median(times.reference).toFixed(1)} ms`);
  console.log(`ratio             ${ratio.toFixed(2)} (median of pairs; goal ${goal}, noise ${noise})`);
  if (ratio > goal + noise) {
    console.error('The goal is missed.');
    process.exitCode = 1;
  }
}

void main();
