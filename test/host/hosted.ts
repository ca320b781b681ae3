import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Host } from './host';
import { ROOT } from './install';
import { readReport, type Outcome, type Report } from './report';

// What every run prints: optional native modules that are not compiled, and how the workbench connects.
const NOISE =
  /bindings file|watchdog|Ignoring fetching|connection token|a socket|grace.time|Service Worker|\[A[a-z]+[A-Z]/;
const SERVER_ENDED = 'The VS Code server ended.';

/** Runs the suite beside the server, in the way `@vscode/test-electron` runs it on a desktop. */
export async function runSuiteInHost(
  host: Host,
  browser: Browser,
  { folder, suite, reportFile, timeout }: SuiteFiles,
): Promise<Outcome> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  return runSuiteInPage(host, page, {
    address: host.url({ folder, tests: suite }),
    report: () => readReport(reportFile),
    timeout,
  });
}

/** A suite as a file that VS Code runs, and the folder that it opens meanwhile. */
export interface SuiteFiles {
  readonly folder: string;
  readonly suite: string;
  /** Where the suite leaves its report. */
  readonly reportFile: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/** A workbench that runs a suite when it is opened. */
export interface SuitePage {
  readonly address: string;
  /** What the suite has said so far. */
  report(): Report | undefined;
  /** Milliseconds. */
  readonly timeout: number;
}

export const VIEWPORT = { width: 1280, height: 900 };

/** Opens a page at the address, and waits until the suite that it runs ends. */
export async function runSuiteInPage(host: Host, page: Page, suite: SuitePage): Promise<Outcome> {
  const log: string[] = [];
  const ending = new Promise<string | undefined>(resolve => {
    const timer = setTimeout(() => resolve(`No end after ${suite.timeout / 1000} s.`), suite.timeout);
    timer.unref();
    page.on('crash', () => resolve('The page crashed.'));
    void host.ended.then(() => resolve(SERVER_ENDED));
    // The workbench calls these two functions where it runs a suite; they exist only if the page has them.
    const exposed = [
      page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
        const message = args.join(' ');
        if (!NOISE.test(message)) log.push(message);
      }),
      page.exposeFunction('codeAutomationExit', (code: number) => {
        resolve(code === 0 ? undefined : `run() failed (${code}).`);
      }),
    ];
    Promise.all(exposed)
      .then(() => page.goto(suite.address))
      .catch(error => resolve(`The workbench did not load: ${error}`));
  });
  const trouble = await ending;
  const report = suite.report();
  if (trouble !== undefined && !(report?.finished && report.failures > 0)) {
    // Where a person would look first: the picture of what VS Code showed when it went wrong, and its log.
    await page
      .screenshot({ path: path.join(ROOT, 'test/e2e/failure.png'), timeout: 5000 })
      .catch(() => undefined);
    for (const message of log.slice(-20)) console.log(message.split('\n').slice(0, 8).join('\n'));
    if (trouble === SERVER_ENDED) console.log(host.log().slice(-3000));
  }
  await Promise.race([page.close(), host.ended]).catch(() => undefined);
  return { trouble, report };
}
