import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Host } from './host';
import { ROOT } from './install';
import type { Check } from './report';
import { goToLine, openFile, runCommand } from './workbench';

/** Decodes at a date of a log: nothing says that its number is a code, so the command asks, and begins with it. */
export async function checkDecodeAtCursor(host: Host, browser: Browser): Promise<Check> {
  const title = 'Decode Status Code asks where no label claims the number at the cursor';
  const page = await openFile(host, browser, path.join(ROOT, 'samples/failed-join.log'), {});
  try {
    await page.locator('.codelens-decoration').first().waitFor();
    await goToLine(page, 13);
    await runCommand(page, 'NetSetup: Decode Status Code…');
    const widget = page.locator('.quick-input-widget');
    await widget.getByText('0x534, 1332, c0000022, STATUS_LOGON_FAILURE').first().waitFor();
    const value = await widget.locator('input').first().inputValue();
    return value === '02' ? { title } : { title, error: `The input box begins with "${value}".` };
  } catch (error) {
    return { title, error: error instanceof Error ? error.message : String(error) };
  } finally {
    await page.close();
  }
}
