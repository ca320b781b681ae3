import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { installOnce, npmInstall } from './install';
import { findProgram, runProgram } from './programs';

const CHROMIUM = '@sparticuz/chromium@153.0.0';
const FONTS = 'dejavu-fonts-ttf@2.37.3';

// The workbench asks several hosts on the internet for things. It gets nothing but an immediate "no such host",
// so that no test depends on a network and none waits for one.
const LOCAL_ONLY = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--no-proxy-server',
];

/** Starts a headless Chromium that reaches this machine only: an installed one, else one from npm. */
export async function launchChromium(): Promise<Browser> {
  const chosen = process.env['CHROMIUM_EXECUTABLE'];
  if (chosen !== undefined) return launch(chosen);
  const failures: string[] = [];
  for (const find of [findInstalled, installFromNpm, installFromDebian]) {
    try {
      const found = await find();
      if (found !== undefined) return await launch(found.executable, found.env);
    } catch (error) {
      failures.push(String(error instanceof Error ? error.message : error));
    }
  }
  throw new Error(
    `No Chromium could be started. Install Chromium or Google Chrome, or name one in the environment variable ` +
      `CHROMIUM_EXECUTABLE.\n${failures.join('\n')}`,
  );
}

interface Found {
  readonly executable: string;
  readonly env?: Record<string, string>;
}

function launch(executablePath: string, env: Record<string, string> = {}): Promise<Browser> {
  const args = ['--disable-dev-shm-usage', '--disable-gpu', ...LOCAL_ONLY];
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}

function findInstalled(): Promise<Found | undefined> {
  const executable = findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  return Promise.resolve(executable === undefined ? undefined : { executable });
}

/** A Chromium that brings the libraries that it needs along: nothing is installed on the machine, nobody need be root. */
async function installFromNpm(): Promise<Found> {
  const folder = await installOnce('chromium', `${CHROMIUM} ${FONTS}`, 'Chromium from npm', async folder => {
    await npmInstall(folder, CHROMIUM, FONTS);
    const packed = path.join(folder, 'node_modules/@sparticuz/chromium/bin');
    const executable = createWriteStream(path.join(folder, 'chromium'), { mode: 0o755 });
    await pipeline(createReadStream(path.join(packed, 'chromium.br')), createBrotliDecompress(), executable);
    await unpack(path.join(packed, 'al2023.tar.br'), folder);
  });
  // Written at every start because it holds an absolute path, and the project's folder may have been moved.
  const fontConfig = path.join(folder, 'fonts.conf');
  writeFileSync(
    fontConfig,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'node_modules/dejavu-fonts-ttf/ttf')}</dir>
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  const libraries = [path.join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    executable: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontConfig },
  };
}

/** The last resort, where the machine is ours to change: root on Debian, as in many containers. */
async function installFromDebian(): Promise<Found | undefined> {
  const aptGet = findProgram('apt-get');
  if (aptGet === undefined || process.getuid?.() !== 0) return undefined;
  console.log('Installing Debian’s package chromium ...');
  await runProgram(aptGet, ['update']);
  await runProgram(aptGet, ['install', '--yes', '--no-install-recommends', 'chromium']);
  return existsSync('/usr/bin/chromium') ? { executable: '/usr/bin/chromium' } : undefined;
}

async function unpack(archive: string, folder: string): Promise<void> {
  const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    tar.once('error', reject);
    tar.once('close', resolve);
  });
  const [, code] = await Promise.all([
    pipeline(createReadStream(archive), createBrotliDecompress(), tar.stdin),
    ended,
  ]);
  if (code !== 0) throw new Error(`tar could not unpack ${archive} (${code})`);
}
