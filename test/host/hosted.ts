import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Host } from './host';
import { ROOT } from './install';
import { readReport, type Outcome } from './report';

// What every run prints: optional native modules that are not compiled, and how the workbench connects.
const NOISE =
  /bindings file|watchdog|Ignoring fetching|connection token|a socket|grace.time|Service Worker|\[A[a-z]+[A-Z]/;
const SERVER_ENDED = 'The VS Code server ended.';

/** Runs the suite in a workbench of the host, in the way `@vscode/test-electron` runs it on a desktop. */
export async function runSuiteInHost(
  host: Host,
  browser: Browser,
  suite: string,
  reportFile: string,
  timeout: number,
): Promise<Outcome> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const log: string[] = [];
  const ending = new Promise<string | undefined>(resolve => {
    const timer = setTimeout(() => resolve(`No end after ${timeout / 1000} s.`), timeout);
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
      .then(() => page.goto(host.url({ folder: path.join(ROOT, 'samples'), tests: suite })))
      .catch(error => resolve(`The workbench did not load: ${error}`));
  });
  const trouble = await ending;
  const report = readReport(reportFile);
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
