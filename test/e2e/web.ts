import type { default as MochaClass } from 'mocha';
import { extensions, Uri } from 'vscode';
import { SERVED } from '../host/served';
import { runSuite } from './suite';

/** The entry that VS Code calls in a web worker. Whoever serves the extension there is the runner: it takes the report. */
export async function run(): Promise<void> {
  const { extensionUri } = extensions.getExtension('netsetup-log-owner.netsetup-log')!;
  const addressOf = (name: string) => Uri.joinPath(extensionUri, name).toString(true);
  // As a module of its own: it would put itself in the place of what this file exports. It leaves its class behind.
  require('mocha/mocha.js');
  const { Mocha } = globalThis as unknown as { Mocha: typeof MochaClass };
  await runSuite(Mocha, {
    serverRuns: async () => {
      const served = (await (await fetch(addressOf(SERVED.list))).json()) as string[];
      return served.includes('/server/dist/serverMain.js');
    },
    left: [],
    report: async report => {
      await fetch(addressOf(SERVED.report), { method: 'POST', body: JSON.stringify(report) });
    },
  });
}
