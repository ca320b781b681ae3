import { appendFileSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Host } from './host';
import { ROOT } from './install';
import type { Check } from './report';
import { openFile } from './workbench';

/** What the language status or the status bar says, by how many megabytes a log has. No extension can read either. */
const said: readonly (readonly [megabytes: number, text: string])[] = [
  [21, 'VS Code does not colour over 20 MB'],
  [51, 'NetSetup Log: over 50 MB'],
];

/** Opens large logs: VS Code's status says what it does not do for them, and offers what can be done. */
export async function checkLargeFileStatus(host: Host, browser: Browser): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [megabytes, text] of said) {
    const title = `A log of ${megabytes} MB is said to be large, and what can be done is offered`;
    const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-large-'));
    const file = path.join(folder, 'NetSetup.log');
    copyFileSync(path.join(ROOT, 'samples/failed-join.log'), file);
    const line = `02/10/2026 09:14:02:123 NetpGetLsaPrimaryDomain: ${'x'.repeat(400)}\r\n`;
    const million = line.repeat(Math.ceil(1_050_000 / line.length));
    for (let written = 0; written < megabytes; written++) appendFileSync(file, million);
    // Else VS Code asks before it opens a large file of another computer.
    const settings = { 'workbench.editorLargeFileConfirmation': 1024 };
    let page: Page | undefined;
    try {
      page = await openFile(host, browser, file, settings);
      const status = page.locator(
        '.statusbar-item[aria-label*="Language Status"], .statusbar-item#status\\.languageStatus',
      );
      // Above 50 MB there is no language status.
      if (megabytes <= 50) await status.first().click();
      for (const each of [text, 'Analyse File…', 'Open Last Operation Only']) {
        await page.getByText(each).first().waitFor();
      }
      checks.push({ title });
    } catch (error) {
      checks.push({ title, error: error instanceof Error ? error.message : String(error) });
    } finally {
      await page?.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return checks;
}
