import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { startHost } from './host';
import { hostRunsHere, ROOT } from './install';
import { findProgram } from './programs';

/** Prints the report of a log, then opens the log in a VS Code that has the extension. Gives the exit code. */
async function main(argument: string | undefined): Promise<number> {
  const file = argument === undefined ? path.join(ROOT, 'samples/failed-join.log') : path.resolve(argument);
  const problem = whyUnreadable(file);
  if (problem !== undefined) {
    console.error(`netsetup-log: ${file} cannot be read: ${problem}`);
    return 2;
  }
  const report = spawnSync(process.execPath, [path.join(ROOT, 'server/dist/cliMain.js'), 'check', file], {
    stdio: 'inherit',
  });
  // 1 says that the log tells of a failure, which is what this extension is for.
  if (report.status !== 0 && report.status !== 1) return report.status ?? 1;
  console.log();

  const code = findProgram(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (code !== undefined) return openOnDesktop(code, file);
  if (hostRunsHere()) return openHosted(file);
  console.error(
    'VS Code is not installed, or its command `code` is not on the PATH. Install VS Code from ' +
      'https://code.visualstudio.com; on macOS run "Shell Command: Install \'code\' command in PATH" in it.',
  );
  return 1;
}

function openOnDesktop(code: string, file: string): number {
  console.log(`Opening ${file} in VS Code (${code}) with the extension in development.`);
  const args = [`--extensionDevelopmentPath=${ROOT}`, '--new-window', file];
  // Windows starts a .cmd file through its shell only, which needs quotes around what may hold blanks.
  const windows = process.platform === 'win32';
  const quote = (text: string): string => (windows ? `"${text}"` : text);
  const opened = spawnSync(quote(code), args.map(quote), { stdio: 'inherit', shell: windows });
  return opened.status ?? 1;
}

async function openHosted(file: string): Promise<number> {
  console.log('There is no `code` on the PATH: opening the log in VS Code from npm, in the browser.');
  const host = await startHost();
  const interrupted = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const url = host.url({ folder: path.dirname(file), file });
  console.log(`\n  ${url}\n\nThe address is for you alone: it gives access to this account. Ctrl+C ends it.`);
  const opener = findProgram('xdg-open');
  if (opener !== undefined && (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])) {
    spawn(opener, [url], { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
  }
  const ended = await Promise.race([interrupted.then(() => 0), host.ended.then(() => 1)]);
  if (ended === 1) console.error(`VS Code ended.\n${host.log().slice(-2000)}`);
  await host.stop();
  return ended;
}

function whyUnreadable(file: string): string | undefined {
  try {
    accessSync(file, constants.R_OK);
    return statSync(file).isFile() ? undefined : 'it is not a file';
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT' ? 'there is no such file' : (code ?? String(error));
  }
}

main(process.argv[2]).then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
