import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Browser } from 'playwright-core';
import { checkBrokenWorker } from './brokenWorker';
import { launchChromium } from './chromium';
import { checkColours } from './colours';
import { checkConversation } from './conversation';
import { checkDecodeAtCursor } from './decodeAtCursor';
import { findDesktop, runSuiteOnDesktop, type Desktop } from './desktop';
import { startHost, type Host } from './host';
import { checkLargeFileStatus } from './largeFile';
import { checkNetlogonStatus } from './netlogon';
import { hostRunsHere, ROOT } from './install';
import { judge, REPORT_VARIABLE, type Check, type Outcome } from './report';
import { runSuiteInHost } from './hosted';
import { checkSpokenStatus } from './spokenStatus';
import { runSuiteInWorker } from './web';

const SUITE = path.join(ROOT, 'test/dist/e2e/index.js');
const TIMEOUT = Number(process.env['NETSETUP_E2E_TIMEOUT_MS'] ?? 180_000);

/** What one host came to. */
interface Run {
  readonly checks: readonly Check[];
  /** Which VS Code it was. */
  readonly where: string;
  /** What cannot be tested there, each with its reason. */
  readonly left: readonly string[];
}

/**
 * Runs the suite in a desktop VS Code where one can be had, else in one from npm, and there in a web worker too. Gives
 * the exit code.
 */
async function main(desktopOnly: boolean): Promise<number> {
  let desktop: Desktop | undefined;
  try {
    desktop = await findDesktop();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (desktopOnly || !hostRunsHere()) {
      console.error(
        `No desktop VS Code: ${reason}\nName an installed one in the environment variable VSCODE_EXECUTABLE.`,
      );
      return 1;
    }
    console.log(`No desktop VS Code, so the tests run in VS Code from npm. ${reason}`);
  }
  const runs: Run[] = [];
  if (desktop) runs.push(await runDesktop(desktop));
  if (!desktopOnly && hostRunsHere()) runs.push(...(await runHosted(!desktop)));
  else
    console.log(
      'The suite of the web extension did not run, nor what is read of pages (colours, status): VS Code from npm, which has both, was not started.',
    );
  for (const { checks, where, left } of runs) {
    for (const { title, error } of checks) {
      console.log(`${error === undefined ? '✔' : '✖'} ${title}`);
      if (error !== undefined) console.log(stripVTControlCharacters(error).replace(/^/gm, '    '));
    }
    for (const each of left) console.log(`– not tested here: ${each}`);
    console.log(`${where}: ${counted(checks)}\n`);
  }
  const all = runs.flatMap(({ checks }) => checks);
  console.log(`e2e: ${counted(all)}`);
  return all.every(({ error }) => error === undefined) ? 0 : 1;
}

function counted(checks: readonly Check[]): string {
  const failed = checks.filter(({ error }) => error !== undefined).length;
  return `${checks.length - failed} passed, ${failed} failed`;
}

async function runDesktop(desktop: Desktop): Promise<Run> {
  const run = { folder: newWorkspace(), suite: SUITE, reportFile: newReportFile(), timeout: TIMEOUT };
  const outcome = await runSuiteOnDesktop(desktop, run);
  return {
    checks: judge(outcome),
    where: `VS Code ${outcome.report?.vscode ?? desktop.executable}, desktop`,
    left: outcome.report?.left ?? [],
  };
}

/**
 * What runs in VS Code from npm: the suite in a web worker, and what only a page shows.
 *
 * @param isAlone also the suite beside the server, which no desktop has run
 */
async function runHosted(isAlone: boolean): Promise<Run[]> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const reportFile = newReportFile();
  const browser = await launchChromium();
  const host = await startHost({ env: { [REPORT_VARIABLE]: reportFile } });
  const inChromium = `in Chromium ${browser.version()}`;
  const suiteRun = (outcome: Outcome, place: string): Run => ({
    checks: judge(outcome),
    where: `VS Code ${outcome.report?.vscode ?? '(version unknown)'}, hosted from npm, ${place}, ${inChromium}`,
    left: outcome.report?.left ?? [],
  });
  const runs: Run[] = [];
  try {
    if (isAlone) {
      const run = { folder: newWorkspace(), suite: SUITE, reportFile, timeout: TIMEOUT };
      runs.push(suiteRun(await runSuiteInHost(host, browser, run), 'extension host in Node'));
    }
    const folder = newWorkspace();
    runs.push(
      suiteRun(
        await runSuiteInWorker(host, browser, { folder, timeout: TIMEOUT }),
        'extension host in a web worker',
      ),
    );
    runs.push({ checks: await pageChecks(host, browser, folder), where: `Pages ${inChromium}`, left: [] });
    return runs;
  } finally {
    await Promise.race([browser.close(), new Promise(resolve => setTimeout(resolve, 5000).unref())]);
    await host.stop();
  }
}

/** What no extension can read of VS Code: colours, status, output, and what is said where the server is missing. */
async function pageChecks(host: Host, browser: Browser, folder: string): Promise<Check[]> {
  // Under the name that Windows gives it: VS Code asks for semantic colours when a document opens, and in a theme
  // without them it does not ask again when the language is switched.
  const named = path.join(newFolder('netsetup-named-'), 'NetSetup.LOG');
  copyFileSync(path.join(ROOT, 'samples/failed-join.log'), named);
  const looks: readonly (() => Promise<Check | readonly Check[]>)[] = [
    () => checkColours(host, browser, named),
    () => checkSpokenStatus(host, browser),
    () => checkDecodeAtCursor(host, browser),
    () => checkNetlogonStatus(host, browser),
    () => checkLargeFileStatus(host, browser),
    () => checkConversation(host, browser, folder),
    () => checkBrokenWorker(host, browser, folder),
  ];
  const checks: Check[] = [];
  for (const look of looks) {
    try {
      checks.push(...[await look()].flat());
    } catch (error) {
      // A page that does not even open takes no other result along.
      checks.push({ title: String(look), error: error instanceof Error ? error.message : String(error) });
    }
  }
  return checks;
}

/** A copy of the samples, in which tests may write; it is gone with this process. */
function newWorkspace(): string {
  const folder = newFolder('netsetup-workspace-');
  cpSync(path.join(ROOT, 'samples'), folder, { recursive: true });
  return folder;
}

function newReportFile(): string {
  return path.join(newFolder('netsetup-e2e-'), 'report.json');
}

function newFolder(prefix: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

main(process.argv.includes('--desktop')).then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? stripVTControlCharacters(error.message) : error);
    console.log('e2e: 0 passed, 1 failed');
    process.exit(1);
  },
);
