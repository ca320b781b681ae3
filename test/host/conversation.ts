import type { Browser } from 'playwright-core';
import type { Host } from './host';
import type { Check } from './report';
import { openWebPage, serveExtension } from './web';
import { runCommand } from './workbench';

/**
 * Switches the setting on and looks into the Output view, as whoever reports a fault does. In a web worker: the VS Code
 * from npm has nothing that writes the output of extensions in Node.
 */
export async function checkConversation(host: Host, browser: Browser, folder: string): Promise<Check> {
  const title =
    'netsetup.trace.server alone puts the conversation with the server into the output (web worker)';
  const extension = await serveExtension();
  host.configure({ 'netsetup.trace.server': 'messages' });
  const page = await openWebPage(browser, extension, false);
  try {
    await page.goto(host.url({ folder, file: `${folder}/failed-join.log`, isWeb: true }));
    await page.locator('.codelens-decoration').first().waitFor();
    await runCommand(page, 'Output: Focus on Output View');
    // The command that lists the channels comes late into the palette.
    await page.locator('.panel select').first().selectOption({ label: 'NetSetup Log' });
    const line = page.locator('.panel .view-line', { hasText: /Received.response.'textDocument/ });
    await line.first().waitFor();
    return { title };
  } catch (error) {
    return { title, error: error instanceof Error ? error.message : String(error) };
  } finally {
    host.configure({});
    await page.close();
    extension.close();
  }
}
