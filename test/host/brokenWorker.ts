import type { Browser } from 'playwright-core';
import type { Host } from './host';
import type { Check } from './report';
import { openWebPage, serveExtension } from './web';

/** Opens a log where the server cannot be loaded: it is said, and nobody waits for explanations that never come. */
export async function checkBrokenWorker(host: Host, browser: Browser, folder: string): Promise<Check> {
  const title = 'A language server that cannot be loaded is said not to run (web worker)';
  const extension = await serveExtension('/server/dist/serverMain.js');
  const page = await openWebPage(browser, extension, false);
  try {
    const file = `${folder}/failed-join.log`;
    await page.goto(host.url({ folder, file, isWeb: true }));
    await page.getByText('The web worker of NetSetup Log failed').first().waitFor();
    return { title };
  } catch (error) {
    return { title, error: error instanceof Error ? error.message : String(error) };
  } finally {
    await page.close();
    extension.close();
  }
}
