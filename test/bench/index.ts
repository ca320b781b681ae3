// npm run bench [-- G1 G5] [-- --markdown] [-- --short]: measures the goals of speed, size and memory. Each goal runs
// in a process of its own, so that none is warmed up or burdened by those before it.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { goals } from './goals';
import { benchIn, type Figure, type Goal, type Unmeasured } from './harness';
import { judge, line, markdownHead, markdownRow } from './report';
import { unreached } from './unreached';

/** What the process of a goal tells of itself. */
type Told = { readonly figure: Figure | Unmeasured } | { readonly thrown: string };

const args = process.argv.slice(2);
const isShort = args.includes('--short');
const isMarkdown = args.includes('--markdown');

async function measureOne(goal: Goal, folder: string): Promise<void> {
  // A figure that is not finite would not survive JSON, so the message is sent as it is.
  const tell = (told: Told) => new Promise(resolve => process.send!(told, undefined, undefined, resolve));
  try {
    for await (const figure of goal.measure(benchIn(folder, isShort))) await tell({ figure });
  } catch (error) {
    await tell({ thrown: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  process.disconnect();
}

/** Runs a goal in a process of its own and prints its figures as they come; gives how many of them failed. */
function run(goal: Goal, folder: string): Promise<number> {
  const started = Date.now();
  const child = fork(__filename, [...args.filter(each => each.startsWith('--')), '--one', goal.id, folder], {
    execArgv: ['--enable-source-maps', '--expose-gc', '--max-old-space-size=8192'],
    serialization: 'advanced',
  });
  if (!isMarkdown) console.log(`${goal.id}  ${goal.title}`);
  let [failed, count] = [0, 0];
  const names = new Set<string>();
  const fail = (why: string) => {
    failed++;
    console.log(isMarkdown ? `| ${goal.id} | ${why} | | | failed | |` : `${goal.id}  ${why}`);
  };
  child.on('message', (told: Told) => {
    if ('thrown' in told) return fail(`threw: ${told.thrown}`);
    const { figure } = told;
    count++;
    names.add(`${goal.id} ${figure.name}`);
    const judged = judge(goal.id, figure, isShort);
    if (judged.isFailure) failed++;
    console.log((isMarkdown ? markdownRow : line)(goal.id, figure, judged));
  });
  return new Promise(resolve =>
    child.on('exit', (code, signal) => {
      if (code !== 0) fail(`ended with ${signal ?? code}`);
      else if (count === 0) fail('gave no figure');
      for (const name of Object.keys(unreached)) {
        if (name.startsWith(`${goal.id} `) && !names.has(name))
          fail(`"${name}" is held in the list and was not measured`);
      }
      if (!isMarkdown) console.log(`    ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
      resolve(failed);
    }),
  );
}

async function main(): Promise<void> {
  const at = args.indexOf('--one');
  if (at >= 0)
    return measureOne(
      goals.find(each => each.id === args[at + 1])!,
      args[at + 2]!,
    );
  const wanted = args.filter(each => !each.startsWith('--')).map(each => each.toUpperCase());
  const unknown = wanted.filter(id => !goals.some(goal => goal.id === id));
  if (unknown.length > 0) throw new Error(`there is no goal ${unknown.join(', ')}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  if (isMarkdown) console.log(markdownHead);
  let failed = 0;
  let passed = 0;
  for (const goal of goals) {
    if (wanted.length > 0 && !wanted.includes(goal.id)) continue;
    const failures = await run(goal, folder);
    if (failures === 0) passed++;
    failed += failures;
  }
  // The line that is counted with the tests.
  if (isShort) console.log(`bench: ${passed} passed, ${failed} failed`);
  if (failed > 0) {
    console.error(failed === 1 ? 'One figure failed.' : `${failed} figures failed.`);
    process.exitCode = 1;
  }
}

void main();
