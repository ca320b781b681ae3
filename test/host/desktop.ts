import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { fetchStableVersions } from '@vscode/test-electron/out/download';
import { downloadDirToExecutablePath, systemDefaultPlatform } from '@vscode/test-electron/out/util';
import { DOWNLOADS, ROOT } from './install';
import type { SuiteFiles } from './hosted';
import { findProgram } from './programs';
import { readReport, REPORT_VARIABLE, type Outcome } from './report';

/** A desktop VS Code that can be started here. */
export interface Desktop {
  readonly executable: string;
  /** The program that lends VS Code a display, where the machine has none. */
  readonly display?: string | undefined;
}

/** Finds or downloads a desktop VS Code; throws the reason why there is none to be had. */
export async function findDesktop(): Promise<Desktop> {
  const display = findDisplay();
  const chosen = process.env['VSCODE_EXECUTABLE'];
  if (chosen !== undefined) {
    if (!existsSync(chosen)) throw new Error(`VSCODE_EXECUTABLE names ${chosen}, which does not exist.`);
    return { executable: chosen, display };
  }
  const earlier = findEarlierDownload();
  if (earlier !== undefined) return { executable: earlier, display };
  const limit = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('it did not answer within 10 s')), 10_000).unref();
  });
  try {
    await Promise.race([fetchStableVersions(true, 10_000), limit]);
  } catch (error) {
    throw new Error(`The update server of VS Code cannot be reached: ${messageOf(error)}.`);
  }
  return { executable: await downloadAndUnzipVSCode({ cachePath: DOWNLOADS, timeout: 60_000 }), display };
}

/** Runs the suite in a desktop VS Code with an empty profile. */
export async function runSuiteOnDesktop(
  desktop: Desktop,
  { folder, suite, reportFile, timeout }: SuiteFiles,
): Promise<Outcome> {
  const profile = mkdtempSync(path.join(tmpdir(), 'netsetup-desktop-'));
  const vscode = ['--disable-extensions', `--user-data-dir=${profile}`, folder];
  // xvfb-run takes the program to run as its first arguments.
  const launchArgs = desktop.display === undefined ? vscode : ['-a', desktop.executable, ...vscode];
  const tests = runTests({
    vscodeExecutablePath: desktop.display ?? desktop.executable,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: suite,
    extensionTestsEnv: { [REPORT_VARIABLE]: reportFile },
    launchArgs,
  });
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<string>(resolve => {
    timer = setTimeout(() => resolve(`No end after ${timeout / 1000} s.`), timeout);
  });
  const ending = tests.then(
    () => undefined,
    error => `VS Code ended with an error: ${messageOf(error)}.`,
  );
  const trouble = await Promise.race([ending, limit]);
  clearTimeout(timer);
  if (trouble?.startsWith('No end')) await killDesktop(ending);
  const report = readReport(reportFile);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return { trouble, report };
}

/** `runTests` gives no handle on VS Code, but the second of two interrupts makes it kill all of VS Code's processes. */
async function killDesktop(ending: Promise<unknown>): Promise<void> {
  const keepRunning = (): void => undefined;
  process.on('SIGINT', keepRunning);
  process.emit('SIGINT');
  process.emit('SIGINT');
  await Promise.race([ending, new Promise(resolve => setTimeout(resolve, 5000).unref())]);
  process.off('SIGINT', keepRunning);
}

function findDisplay(): string | undefined {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
    return undefined;
  const xvfb = findProgram('xvfb-run');
  if (xvfb === undefined) throw new Error('There is no display, and no xvfb-run to stand in for one.');
  return xvfb;
}

function findEarlierDownload(): string | undefined {
  if (!existsSync(DOWNLOADS)) return undefined;
  return readdirSync(DOWNLOADS)
    .filter(name => name.startsWith(`vscode-${systemDefaultPlatform}-`))
    .filter(name => existsSync(path.join(DOWNLOADS, name, 'is-complete')))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map(name => downloadDirToExecutablePath(path.join(DOWNLOADS, name), systemDefaultPlatform))
    .find(executable => existsSync(executable));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
