import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { launchChromium } from './chromium';
import { checkColours } from './colours';
import { findDesktop, runSuiteOnDesktop, type Desktop } from './desktop';
import { startHost } from './host';
import { checkLargeFileStatus } from './largeFile';
import { checkNetlogonStatus } from './netlogon';
import { hostRunsHere, ROOT } from './install';
import { judge, REPORT_VARIABLE, type Check } from './report';
import { runSuiteInHost } from './hosted';
import { checkSpokenStatus } from './spokenStatus';

const SUITE = path.join(ROOT, 'test/dist/e2e/index.js');
const TIMEOUT = Number(process.env['NETSETUP_E2E_TIMEOUT_MS'] ?? 180_000);

interface Run {
  readonly checks: readonly Check[];
  /** Which VS Code it was. */
  readonly where: string;
}

/** Runs the suite in a desktop VS Code where one can be had, else in one from npm, and gives the exit code. */
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
  const { checks, where } = await (desktop === undefined ? runHosted() : runDesktop(desktop));
  for (const { title, error } of checks) {
    console.log(`${error === undefined ? '✔' : '✖'} ${title}`);
    if (error !== undefined) console.log(stripVTControlCharacters(error).replace(/^/gm, '    '));
  }
  const failed = checks.filter(check => check.error !== undefined).length;
  console.log(where);
  console.log(`e2e: ${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runDesktop(desktop: Desktop): Promise<Run> {
  const outcome = await runSuiteOnDesktop(desktop, SUITE, newReportFile(), TIMEOUT);
  const version = outcome.report?.vscode ?? desktop.executable;
  return {
    checks: judge(outcome),
    where: `VS Code ${version}, desktop. Colours and the language status are not read here (desktop).`,
  };
}

async function runHosted(): Promise<Run> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const reportFile = newReportFile();
  const browser = await launchChromium();
  const host = await startHost({ env: { [REPORT_VARIABLE]: reportFile } });
  try {
    const outcome = await runSuiteInHost(host, browser, SUITE, reportFile, TIMEOUT);
    // Under the name that Windows gives it: VS Code asks for semantic colours when a document opens, and in a theme
    // without them it does not ask again when the language is switched.
    const named = path.join(path.dirname(reportFile), 'NetSetup.LOG');
    copyFileSync(path.join(ROOT, 'samples/failed-join.log'), named);
    const colours = await checkColours(host, browser, named);
    const spoken = await checkSpokenStatus(host, browser);
    const netlogon = await checkNetlogonStatus(host, browser);
    const large = await checkLargeFileStatus(host, browser);
    const version = outcome.report?.vscode ?? '(version unknown)';
    const where = `VS Code ${version}, hosted from npm, in Chromium ${browser.version()}`;
    return { checks: [...judge(outcome), ...colours, spoken, netlogon, ...large], where };
  } finally {
    await Promise.race([browser.close(), new Promise(resolve => setTimeout(resolve, 5000).unref())]);
    await host.stop();
  }
}

function newReportFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-e2e-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'report.json');
}

main(process.argv.includes('--desktop')).then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? stripVTControlCharacters(error.message) : error);
    console.log('e2e: 0 passed, 1 failed');
    process.exit(1);
  },
);
