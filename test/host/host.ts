import { randomBytes } from 'node:crypto';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installHost, ROOT } from './install';

/** A running VS Code server that has the extension of this project. */
export interface Host {
  /** The address of a workbench. Whoever knows it may do everything that the user of this machine may. */
  url(view: View): string;
  /** Replaces the settings of the workbenches that are opened from now on. */
  configure(settings: Settings): void;
  /** What the server has printed. */
  log(): string;
  /** Resolves when the server ends, by itself or because it was stopped. */
  readonly ended: Promise<void>;
  /** Ends the server with all that it started, and removes its data. */
  stop(): Promise<void>;
}

/** What a workbench shows: a folder, a file in it, or a test suite that it runs there. */
export interface View {
  readonly folder: string;
  readonly file?: string;
  readonly tests?: string;
  /** The page brings the extension along, and its tests: the server is not to run them too. */
  readonly isWeb?: boolean;
}

export type Settings = Readonly<Record<string, unknown>>;

/** A first look without welcome pages, tips, prompts, AI features or network traffic. */
const CALM: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export interface HostOptions {
  /** Added to the environment of the server and of the tests that run in it. */
  readonly env?: NodeJS.ProcessEnv;
  /** A packaged extension to install, as users do; without it the sources are the extension, in development. */
  readonly vsix?: string;
}

/**
 * Starts VS Code on a free port of this machine, installing it first where needed. Its data are in a new
 * temporary folder, and a random token keeps other users of the machine out.
 */
export async function startHost({ env = {}, vsix }: HostOptions = {}): Promise<Host> {
  const { node, serverMain } = await installHost();
  const data = mkdtempSync(path.join(tmpdir(), 'netsetup-vscode-'));
  const settingsFile = path.join(data, 'data/User/settings.json');
  mkdirSync(path.dirname(settingsFile), { recursive: true });
  const configure = (settings: Settings): void => {
    writeFileSync(settingsFile, JSON.stringify({ ...CALM, ...settings }));
  };
  configure({});
  // VS Code takes every theme that lies below a developed extension for that extension's own, and shows one of
  // them whatever the settings say. Its built-in themes do lie below our folder, but not below this link to it.
  const extension = path.join(data, 'extension');
  symlinkSync(ROOT, extension);
  const token = randomBytes(24).toString('hex');
  // A file, since the arguments of a process can be read by everybody.
  const tokenFile = path.join(data, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });

  const folders = [
    '--accept-server-license-terms',
    `--server-data-dir=${data}`,
    `--user-data-dir=${path.join(data, 'data')}`,
    `--extensions-dir=${path.join(data, 'extensions')}`,
  ];
  const environment = { ...cleanEnvironment(), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env };
  if (vsix !== undefined) {
    const install = [serverMain, '--install-extension', path.resolve(vsix), ...folders];
    execFileSync(node, install, { env: environment, stdio: 'pipe' });
  }
  const args = [serverMain, '--host=127.0.0.1', '--port=0', `--connection-token-file=${tokenFile}`];
  args.push('--disable-telemetry', '--disable-experiments', '--disable-workspace-trust', ...folders);
  // Without it a workbench ignores the extension and the suite that its address names, and says nothing.
  args.push('--enable-smoke-test-driver');
  // A process group of its own, so that the extension host and the language server can be ended with it.
  const server = spawn(node, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  const kill = (signal: NodeJS.Signals): void => killGroup(server, signal);
  const remove = (): void => rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const endAtExit = (): void => {
    kill('SIGKILL');
    remove();
  };
  process.once('exit', endAtExit);

  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', chunk => (log += chunk));
  const ended = new Promise<void>(resolve => {
    server.once('exit', () => resolve());
    server.once('error', error => {
      log += error;
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    kill('SIGTERM');
    await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 3000).unref())]);
    kill('SIGKILL');
    process.off('exit', endAtExit);
    remove();
  };

  const port = await new Promise<string | undefined>(resolve => {
    server.stdout.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port !== undefined) resolve(port);
    });
    void ended.then(() => resolve(undefined));
  });
  if (port === undefined) {
    await stop();
    throw new Error(`The VS Code server did not start.\n${log.slice(-3000)}`);
  }
  const developed = vsix === undefined ? extension : undefined;
  return { url: view => workbenchUrl(port, token, developed, view), configure, log: () => log, ended, stop };
}

function workbenchUrl(
  port: string,
  token: string,
  extension: string | undefined,
  { folder, file, tests, isWeb }: View,
): string {
  const remote = (local: string): string => `vscode-remote://127.0.0.1:${port}${path.resolve(local)}`;
  const payload = [['skipWelcome', 'true']];
  if (extension !== undefined && !isWeb) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (file !== undefined) payload.push(['openFile', remote(file)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const query = new URLSearchParams({
    tkn: token,
    folder: path.resolve(folder),
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** Our environment without what a surrounding VS Code or debugger put there: it would change how the server starts. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|CODE_SERVER_|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function killGroup(leader: ChildProcess, signal: NodeJS.Signals): void {
  if (leader.pid === undefined) return;
  try {
    process.kill(-leader.pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}
