import type { default as MochaClass, Runner } from 'mocha';
import { version } from 'vscode';
import type { Check, Report } from '../host/report';
import { removeWritten } from './documents';
import { type Here, runHere } from './here';

/** Runs every test, on a desktop, hosted and in a web worker alike, and fails when one fails. */
export async function runSuite(Mocha: typeof MochaClass, host: Here): Promise<void> {
  let reported: Promise<unknown> = Promise.resolve();
  // Mocha takes a class only.
  const reporter = class extends Mocha.reporters.Base {
    constructor(runner: Runner) {
      super(runner);
      // One after the other, so that the last one stays.
      reportOn(runner, host.left, report => (reported = reported.then(() => host.report(report))));
    }
  };
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  mocha.suite.afterAll('what the tests wrote is removed', removeWritten);
  runHere(host);
  await import('./activation.test');
  await import('./netsetupLog.test');
  await import('./largeFiles.test');
  await import('./networkTrace.test');
  await import('./samples.test');
  await import('./elsewhere.test');
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  await reported;
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** Keeps the report up to date; F5 shows the same lines in the debug console. */
function reportOn(runner: Runner, left: readonly string[], report: (report: Report) => void): void {
  const tests: Check[] = [];
  const write = (finished: boolean, running?: string): void => {
    const failures = tests.filter(test => test.error !== undefined).length;
    const passes = tests.length - failures;
    report({ vscode: version, finished, running, passes, failures, tests: [...tests], left });
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
