import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { default as MochaClass } from 'mocha';
import { extensions } from 'vscode';
import { REPORT_VARIABLE } from '../host/report';
import { runSuite } from './suite';

/** The entry that VS Code calls, on a desktop and hosted alike. */
export async function run(): Promise<void> {
  const Mocha = ((await import('mocha')) as unknown as { default: typeof MochaClass }).default;
  const file = process.env[REPORT_VARIABLE];
  const canSee = process.platform === 'linux';
  await runSuite(Mocha, {
    serverRuns: canSee ? serverRuns : undefined,
    left: canSee ? [] : ['That no other log starts the server: processes are looked for on Linux only.'],
    report: report => {
      if (file !== undefined) writeFileSync(file, JSON.stringify(report));
    },
  });
}

/** Whether our language server runs, by the command lines of all processes. */
function serverRuns(): boolean {
  const { extensionPath } = extensions.getExtension('netsetup-log-owner.netsetup-log')!;
  const script = path.join(extensionPath, 'server', 'dist', 'serverMain.js');
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .some(name => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(script);
      } catch {
        return false; // The process has ended meanwhile.
      }
    });
}
