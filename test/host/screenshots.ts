// npm run screenshots: pictures of the packaged extension in a clean VS Code. Those of the documentation go to
// images/, the others to .vscode-test/screenshots/, to be looked at after a change.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from './chromium';
import { startHost } from './host';
import { ROOT } from './install';
import { takePicture, type Picture } from './workbench';

const toLookAt = path.join(ROOT, '.vscode-test/screenshots');
const failed = path.join(ROOT, 'samples/failed-join.log');
const good = path.join(ROOT, 'samples/good-join.log');
const failedTrace = path.join(ROOT, 'samples/failed-join-trace.txt');
const goodTrace = path.join(ROOT, 'samples/good-join-trace.txt');
const size = { width: 1400, height: 820 };
const settings = { 'editor.minimap.enabled': false };

const pictures: readonly Picture[] = [
  {
    file: failed,
    theme: 'Default Dark Modern',
    out: path.join(ROOT, 'images/failed-join.png'),
    hover: { line: 41, text: '64' },
    outline: true,
  },
  ...[
    'Default Dark Modern',
    'Default Light Modern',
    'Default High Contrast',
    'Default High Contrast Light',
  ].flatMap(theme => [
    { file: good, theme, out: `${theme} code.png`, hover: { line: 68, text: '0x534' }, outline: true },
    { file: good, theme, out: `${theme} flags.png`, hover: { line: 33, text: '0x25' } },
    { file: failed, theme, out: `${theme} lenses.png` },
    { file: failedTrace, theme, out: `${theme} trace.png`, line: 36, outline: true },
    { file: goodTrace, theme, out: `${theme} trace flags.png`, hover: { line: 26, text: '0x0003f1fd' } },
    { file: goodTrace, theme, out: `${theme} trace steps.png`, line: 95, outline: true },
  ]),
];

async function main(vsix: string): Promise<void> {
  mkdirSync(toLookAt, { recursive: true });
  mkdirSync(path.join(ROOT, 'images'), { recursive: true });
  const browser = await launchChromium();
  const host = await startHost({ vsix });
  try {
    for (const picture of pictures) {
      const out = path.resolve(toLookAt, picture.out);
      await takePicture(host, browser, { size, settings, ...picture, out });
      console.log(path.relative(ROOT, out));
    }
  } finally {
    await browser.close();
    await host.stop();
  }
}

main(process.argv[2]!).then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
