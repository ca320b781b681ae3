import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Host, Settings } from './host';

/** What a picture shows. */
export interface Picture {
  readonly file: string;
  /** A theme's id, as in the setting `workbench.colorTheme`. */
  readonly theme: string;
  /** Where the PNG is written. */
  readonly out: string;
  /** A text in a line (counted from 1) that the mouse rests on until its hover is shown; how much higher it is made. */
  readonly hover?: { readonly line: number; readonly text: string; readonly higher?: number };
  /** The line in the middle of the editor. */
  readonly line?: number;
  /** Whether the outline is open in the side bar, whole or with its first level alone. */
  readonly outline?: 'open' | 'collapsed';
  /** How wide the side bar is made, in pixels; false where it is to be closed. */
  readonly sideBar?: number | false;
  /** Whether the list of problems is open below the text. */
  readonly problems?: boolean;
  /** The title of a walkthrough that is shown in place of the text. */
  readonly walkthrough?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly settings?: Settings;
}

/** Opens a file in a new workbench with the given settings, and waits until its text is drawn. */
export async function openFile(
  host: Host,
  browser: Browser,
  file: string,
  settings: Settings,
  size = { width: 1600, height: 900 },
): Promise<Page> {
  host.configure(settings);
  const page = await browser.newPage({ viewport: size });
  await page.goto(host.url({ folder: path.dirname(file), file }));
  await page.locator('.monaco-editor .view-line').first().waitFor();
  return page;
}

/** Takes a picture of an opened file as a person sees it. */
export async function takePicture(host: Host, browser: Browser, picture: Picture): Promise<void> {
  const settings = { 'workbench.colorTheme': picture.theme, ...picture.settings };
  const page = await openFile(host, browser, picture.file, settings, picture.size);
  try {
    // The language server has answered when there is a lens; it moves the lines, so nothing is aimed at before.
    await page.locator('.codelens-decoration').first().waitFor();
    if (typeof picture.sideBar === 'number') await widenSideBar(page, picture.sideBar);
    if (picture.outline) await openOutline(page, picture.outline);
    if (picture.sideBar === false) await runCommand(page, 'View: Close Primary Side Bar');
    if (picture.problems) await openProblems(page);
    const line = picture.line ?? picture.hover?.line;
    if (line !== undefined) await goToLine(page, line);
    if (picture.hover !== undefined) await showHover(page, picture.hover.line, picture.hover.text);
    if (picture.hover?.higher !== undefined) await enlargeHover(page, picture.hover.higher);
    if (picture.walkthrough !== undefined) await openWalkthrough(page, picture.walkthrough);
  } finally {
    // Also when something did not come about: the picture then shows why.
    const png = await page.screenshot({ animations: 'disabled' });
    // With 256 colours a window with text looks the same, in a third of the bytes.
    await sharp(png).png({ palette: true, dither: 0, effort: 10 }).toFile(picture.out);
    await page.close();
  }
}

/** The edge of the side bar is pulled as a hand does it: no setting says how wide it is. */
async function widenSideBar(page: Page, width: number): Promise<void> {
  const { x, y, ...bar } = (await page.locator('.part.sidebar').boundingBox())!;
  await page.mouse.move(x + bar.width, y + bar.height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width, y + bar.height / 2, { steps: 4 });
  await page.mouse.up();
}

/** A hover is 250 pixels high at most until its lower edge is pulled. */
async function enlargeHover(page: Page, by: number): Promise<void> {
  const { x, y, width, height } = (await page.locator('.monaco-resizable-hover').boundingBox())!;
  const [middle, edge] = [x + width / 2, y + height - 1];
  await page.mouse.move(middle, edge);
  await page.mouse.down();
  await page.mouse.move(middle, edge + by, { steps: 4 });
  await page.mouse.up();
  // Away from the edge, which is coloured under the mouse, and not out of the hover, which would close.
  await page.mouse.move(middle, edge, { steps: 4 });
}

async function openOutline(page: Page, how: 'open' | 'collapsed'): Promise<void> {
  await page.locator('.pane-header[aria-label^="Outline"]').click();
  // The outline gets the height that the list of files gives up.
  await page.locator('.pane-header[aria-label^="Explorer Section"]').click();
  const first = page.locator('.outline-pane .monaco-list-row').first();
  await first.waitFor();
  if (how === 'open') return;
  await first.click();
  await page.keyboard.press('Control+ArrowLeft');
  await page.locator('.outline-pane .monaco-list-row[aria-expanded="true"]').waitFor({ state: 'detached' });
}

/** Runs a command as the command palette names it. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

async function openProblems(page: Page): Promise<void> {
  await runCommand(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
}

async function openWalkthrough(page: Page, title: string): Promise<void> {
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  // The page beside the steps is drawn in a frame in a frame.
  await page.frameLocator('iframe.webview').frameLocator('iframe').locator('h2').first().waitFor();
}

/** Puts the cursor at the begin of a line (counted from 1). */
export async function goToLine(page: Page, line: number): Promise<void> {
  // One line: all of them together are larger than the window, which would be scrolled to show them.
  await page
    .locator('.monaco-editor .view-line')
    .first()
    .click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').first().fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function showHover(page: Page, line: number, text: string): Promise<void> {
  const number = page.locator('.monaco-editor .line-numbers').getByText(String(line), { exact: true });
  const height = (await number.boundingBox())?.y;
  // The lines carry no numbers and are in no order, so a line is the one that is as high as its number.
  for (const drawn of await page.locator('.monaco-editor .view-line').all()) {
    if ((await drawn.boundingBox())?.y !== height) continue;
    const spot = await middleOf(drawn, text);
    await page.mouse.move(spot.x, spot.y + 3);
    // A second movement, as a hand makes it: the first one alone does not start a hover.
    await page.mouse.move(spot.x, spot.y, { steps: 4 });
    return page.locator('.monaco-hover:visible .hover-contents').first().waitFor();
  }
  throw new Error(`Line ${line} is not in view.`);
}

/** Where the middle of a text is drawn in a line, which may be cut into spans of any length. */
function middleOf(line: Locator, text: string): Promise<{ x: number; y: number }> {
  return line.evaluate((line, text) => {
    const document = line.ownerDocument;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, 4); // 4: text nodes only
    const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) throw new Error(`The line does not hold "${text}".`);
    let toSkip = start + Math.floor(text.length / 2);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (toSkip < node.data.length) {
        range.setStart(node, toSkip);
        range.setEnd(node, toSkip + 1);
        break;
      }
      toSkip -= node.data.length;
    }
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, text);
}
