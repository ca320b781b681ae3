import { writeFileSync } from 'node:fs';
import type { default as MochaClass, Runner } from 'mocha';
import { version } from 'vscode';
import { REPORT_VARIABLE, type Check, type Report } from '../host/report';

/** The entry that VS Code calls, on a desktop and hosted alike: runs every test and fails when one fails. */
export async function run(): Promise<void> {
  const Mocha = ((await import('mocha')) as unknown as { default: typeof MochaClass }).default;
  // Mocha takes a class only.
  const reporter = class extends Mocha.reporters.Base {
    constructor(runner: Runner) {
      super(runner);
      writeReport(runner);
    }
  };
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter });
  mocha.suite.emit('pre-require', globalThis, __filename, mocha);
  await import('./activation.test');
  await import('./netsetupLog.test');
  await import('./largeFiles.test');
  await import('./networkTrace.test');
  await import('./samples.test');
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** A mocha reporter that keeps the runner's report up to date; F5 shows the same lines in the debug console. */
function writeReport(runner: Runner): void {
  const file = process.env[REPORT_VARIABLE];
  const tests: Check[] = [];
  const write = (finished: boolean, running?: string): void => {
    const failures = tests.filter(test => test.error !== undefined).length;
    const report: Report = {
      vscode: version,
      finished,
      running,
      passes: tests.length - failures,
      failures,
      tests,
    };
    if (file !== undefined) writeFileSync(file, JSON.stringify(report));
  };
  const add = (test: Check): void => {
    tests.push(test);
    console.log(
      `${test.error === undefined ? '✔' : '✖'} ${test.title}${test.error ? `\n${test.error}` : ''}`,
    );
    write(false);
  };
  write(false);
  runner.on('test', test => write(false, test.fullTitle()));
  runner.on('hook', hook => write(false, hook.fullTitle()));
  runner.on('pass', test => add({ title: test.fullTitle() }));
  runner.on('fail', (test, error) => add({ title: test.fullTitle(), error: error.stack ?? String(error) }));
  runner.on('pending', test => add({ title: test.fullTitle(), error: 'The test is skipped.' }));
  runner.on('end', () => write(true));
}
