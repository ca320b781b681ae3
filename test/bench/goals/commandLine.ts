import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { leastOf, ratioOfMinima, shown, type Goal } from '../harness';
import { peakMemoryOf } from '../session';

const cli = (file: string): string[] => [process.execPath, 'server/dist/cliMain.js', 'check', file];
const lnav = (file: string): string[] => ['lnav', '-n', '-q', '-c', ';SELECT count(*) FROM all_logs', file];
/** Twelve patterns with the places of what they find: codes that are no success, and lines that begin, end or name. */
const ripgrep = (file: string): string[] => [
  'rg',
  '--no-config',
  '--line-number',
  '--column',
  '--byte-offset',
  ...patterns.flatMap(pattern => ['-e', pattern]),
  file,
];
const patterns = [
  '0x[1-9a-fA-F][0-9a-fA-F]*',
  'returned:? [1-9][0-9]*',
  'NetpDoDomainJoin$',
  'NetpDoDomainJoin: status: 0x[0-9a-f]+',
  "NetpValidateName: checking to see if '[^']*'",
  'NetpUnJoinDomain',
  'NetpChangeMachineName',
  'NetpProvContinueProvisioningPackageInstall',
  'NetUseAdd',
  "found DC '[^']+'",
  String.raw`(lp)?Account: \S+`,
  '-{20,}',
];

const isInstalled = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(path.delimiter).some(folder => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Runs a program to its end; `watch` is called while it runs. Codes 0 and 1 both mean that it has read its file. */
function run([program, ...args]: readonly string[], watch?: (pid: number) => void): Promise<number> {
  const start = performance.now();
  const child = spawn(program!, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', chunk => (errors += chunk));
  const timer = watch && setInterval(() => watch(child.pid!), 2);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearInterval(timer);
      if (code === 0 || code === 1) resolve(performance.now() - start);
      else reject(new Error(`${program} ended with ${signal ?? code}: ${errors.slice(-500)}`));
    });
  });
}

/** The most memory that a program has, in MB: read again and again while it runs, since its end takes it along. */
async function memoryOf(program: readonly string[]): Promise<number> {
  let peak = NaN;
  await run(program, pid => (peak = peakMemoryOf(pid) ?? peak));
  return peak;
}

export const g9: Goal = {
  id: 'G9',
  title: 'command line on a log of 200 MB, whole process',
  async *measure(bench) {
    const [small, large] = [bench.file('log', 50), bench.file('log', 200)];
    const own = cli(large);
    const peers = [
      { name: 'lnav', args: lnav(large), goal: 0.25 },
      { name: 'rg', args: ripgrep(large), goal: 0.8 },
    ] as const;
    const there = peers.filter(({ name }) => isInstalled(name));
    const samples = await bench.alternate(
      Object.fromEntries([
        ['ours', () => run(own)],
        ...there.map(({ name, args }) => [name, () => run(args)] as const),
      ]) as Record<string, () => Promise<number>>,
      { most: 8, seconds: 20 },
    );
    for (const { name, goal } of peers) {
      const title = `time to ${name === 'rg' ? 'ripgrep' : name}`;
      if (!samples[name]) yield { name: title, why: `${name} is not installed` };
      else {
        const value = ratioOfMinima(samples['ours']!, samples[name]);
        yield { name: title, value, unit: '×', against: leastOf(samples), goal, noise: 0.1 };
      }
    }

    const [at50, at200] = [await memoryOf(cli(small)), await memoryOf(own)];
    const isSaid = process.platform === 'linux';
    const unknown = 'this system does not say what memory a process had (/proc/PID/status)';
    const compare = (name: string, other: number, title: string, goal: number) => ({
      name,
      value: at200 / other,
      unit: '×',
      against: `${title} ${shown(other, 'MB')}, ours ${shown(at200, 'MB')}`,
      goal,
      noise: 0.1,
    });
    if (!isSaid) yield { name: 'peak memory to lnav', why: unknown };
    else if (!isInstalled('lnav')) yield { name: 'peak memory to lnav', why: 'lnav is not installed' };
    else yield compare('peak memory to lnav', await memoryOf(lnav(large)), 'lnav', 0.5);
    if (!isSaid) yield { name: 'peak memory at 200 MB to 50 MB', why: unknown };
    else yield compare('peak memory at 200 MB to 50 MB', at50, 'at 50 MB', 1);
  },
};
