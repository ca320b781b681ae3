import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Host } from './host';
import type { Check } from './report';
import { openFile } from './workbench';

const netlogon = [
  '05/11 07:31:22 [SESSION] [2210] FABRIKAM: NlSessionSetup: Try Session setup',
  '05/11 07:31:22 [CRITICAL] [2210] FABRIKAM: NlSessionSetup: Session setup: cannot I_NetServerAuthenticate 0xc0000022',
];

/** Opens a netlogon.log: the language status says that it is recognised and not read. No extension can read that item. */
export async function checkNetlogonStatus(host: Host, browser: Browser): Promise<Check> {
  const title = 'A netlogon.log is recognised and said not to be read yet';
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-netlogon-'));
  const file = path.join(folder, 'netlogon.log');
  writeFileSync(file, netlogon.join('\r\n'));
  const page = await openFile(host, browser, file, {});
  try {
    const status = page.locator(
      '.statusbar-item[aria-label*="Language Status"], .statusbar-item#status\\.languageStatus',
    );
    await status.first().click();
    await page.getByText('NetSetup Log does not read netlogon.log yet').first().waitFor();
    return { title };
  } catch (error) {
    return { title, error: error instanceof Error ? error.message : String(error) };
  } finally {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
