// npm run screenshots: pictures of the packaged extension in a clean VS Code, and its icon. Those of the documentation
// go to images/, the others to .vscode-test/screenshots/, to be looked at after a change. With `-- TEXT` those alone
// that have the text in their name.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { startHost } from './host';
import { ROOT } from './install';
import { takePicture, type Picture } from './workbench';

const toLookAt = path.join(ROOT, '.vscode-test/screenshots');
const images = path.join(ROOT, 'images');
const failed = path.join(ROOT, 'samples/failed-join.log');
const good = path.join(ROOT, 'samples/good-join.log');
const failedTrace = path.join(ROOT, 'samples/failed-join-trace.txt');
const goodTrace = path.join(ROOT, 'samples/good-join-trace.txt');
const size = { width: 1400, height: 820 };
const settings = { 'editor.minimap.enabled': false };

/** Below its line a hover leaves to be seen what led there, the lens among it. */
const hoverBelow = { 'editor.hover.above': false };

/** A page loads these pictures, so each is to stay below 200 KB. */
const forDocumentation: readonly Picture[] = [
  {
    file: failed,
    theme: 'Default Dark Modern',
    out: 'failed-join.png',
    hover: { line: 41, text: '64', higher: 196 },
    line: 46,
    outline: 'open',
    sideBar: 440,
    size: { width: 1400, height: 860 },
    settings: hoverBelow,
  },
  {
    file: failed,
    theme: 'Default Light Modern',
    out: 'problem.png',
    line: 12,
    sideBar: false,
    problems: true,
    size: { width: 1080, height: 560 },
  },
  {
    file: good,
    theme: 'Default Dark Modern',
    out: 'harmless.png',
    hover: { line: 68, text: '0x534' },
    sideBar: false,
    size: { width: 980, height: 480 },
  },
  {
    file: failedTrace,
    theme: 'Default Dark Modern',
    out: 'trace.png',
    hover: { line: 36, text: '88', higher: 98 },
    line: 41,
    outline: 'collapsed',
    sideBar: 430,
    size: { width: 1400, height: 760 },
    settings: hoverBelow,
  },
];

/** Of these windows nothing is to be seen that the extension does not fill. */
const bare = {
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
};

const everyTheme: readonly Picture[] = [
  'Default Dark Modern',
  'Default Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
].flatMap(theme => [
  { file: good, theme, out: `${theme} code.png`, hover: { line: 68, text: '0x534' }, outline: 'open' },
  { file: good, theme, out: `${theme} flags.png`, hover: { line: 33, text: '0x25' } },
  { file: failed, theme, out: `${theme} lenses.png` },
  { file: failedTrace, theme, out: `${theme} trace.png`, line: 36, outline: 'open' },
  { file: goodTrace, theme, out: `${theme} trace flags.png`, hover: { line: 26, text: '0x0003f1fd' } },
  { file: goodTrace, theme, out: `${theme} trace steps.png`, line: 95, outline: 'open' },
  { file: failed, theme, out: `${theme} walkthrough.png`, walkthrough: 'Read a domain join log' },
]);

const sets = [
  { pictures: forDocumentation, folder: images, settings: { ...settings, ...bare } },
  { pictures: everyTheme, folder: toLookAt, settings },
];

async function main(vsix: string, named = ''): Promise<void> {
  mkdirSync(toLookAt, { recursive: true });
  const browser = await launchChromium();
  const host = await startHost({ vsix });
  try {
    await drawIcon(browser);
    for (const { pictures, folder, settings } of sets) {
      for (const picture of pictures.filter(({ out }) => out.includes(named))) {
        const out = path.join(folder, picture.out);
        await takePicture(host, browser, {
          size,
          ...picture,
          settings: { ...settings, ...picture.settings },
          out,
        });
        console.log(path.relative(ROOT, out));
      }
    }
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** The icon of the package, which a marketplace wants as PNG, from its drawing; and how it looks when it is small. */
async function drawIcon(browser: Browser): Promise<void> {
  const drawing = readFileSync(path.join(images, 'icon.svg'), 'utf8');
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: path.join(images, 'icon.png'), omitBackground: true });
  const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
  const row = [16, 32, 64, 128].map(width => `<img src="${source}" width="${width}">`).join(' ');
  await page.setContent(
    `<p style="background: #ffffff; margin: 0">${row}</p><p style="background: #1f1f1f; margin: 0">${row}</p>`,
  );
  await page.screenshot({ path: path.join(toLookAt, 'icon.png'), fullPage: true });
  await page.close();
}

main(process.argv[2]!, process.argv[3]).then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
