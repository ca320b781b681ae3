import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Host } from './host';
import { ROOT } from './install';
import type { Check } from './report';
import { openFile } from './workbench';

/** What a screen reader hears at the language status of a log: how bad it is in a word, since the icon says nothing. */
export async function checkSpokenStatus(host: Host, browser: Browser): Promise<Check> {
  const title = 'A screen reader hears at the language status what its icon shows';
  const page = await openFile(host, browser, path.join(ROOT, 'samples/failed-join.log'), {});
  try {
    await page
      .getByLabel('NetSetup Log, error: 1 of 1 operation failed, at Connect (IPC$): 0x40')
      .first()
      .waitFor({ state: 'attached' });
    return { title };
  } catch (error) {
    return { title, error: error instanceof Error ? error.message : String(error) };
  } finally {
    await page.close();
  }
}
