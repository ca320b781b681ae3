import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import { leastOf, ratioOfMinima, shown, type Goal } from '../harness';
import { empty, ours, startSession, timeOf } from '../session';
import { readText } from '../texts/files';

export const g6: Goal = {
  id: 'G6',
  title: 'outline of 10,000 joins, to an echo server that sends the same answer',
  async *measure(bench) {
    const text = readText(bench.fileOfJoins('failedJoins', 10_000));
    const mine = await startSession(ours);
    await mine.open(text);
    const outline = await mine.outline();
    const answer = JSON.stringify(outline);
    const file = path.join(bench.folder, 'outline.json');
    writeFileSync(file, answer);
    const echo = await startSession(empty, file);
    await echo.open('');
    const samples = await bench.alternate(
      {
        // Of a new version each time, as an editor asks for it: none is at hand.
        ours: async () => {
          await mine.insertLine(0);
          return timeOf(mine.outline);
        },
        echo: () => timeOf(echo.outline),
      },
      { most: 15, seconds: 20 },
    );
    const echoed = (await echo.outline()).length;
    for (const session of [mine, echo]) session.end();
    if (echoed === 0 || echoed !== outline.length) throw new Error('the echo server sends another answer');
    const against = `${leastOf(samples)}, ${shown(answer.length / 1e6, 'MB')} of JSON`;
    const value = ratioOfMinima(samples.ours, samples.echo);
    yield { name: '10,000 joins', value, unit: '×', against, goal: 1.5, noise: 0.15 };
  },
};

export const g7: Goal = {
  id: 'G7',
  title: '100,000 findings, to 1,000',
  async *measure(bench) {
    const [many, few] = [await startSession(ours), await startSession(ours)];
    const joins = bench.isShort ? 10_000 : 100_000;
    // What a join is, one finding each, stays the same in the short form: more than are shown.
    await many.open(readText(bench.fileOfJoins('shortestFailures', bench.isShort ? joins * 100 : joins)));
    await few.open(readText(bench.fileOfJoins('shortestFailures', bench.isShort ? 100_000 : 1000)));
    // Each was analysed when it was opened: what is asked for again costs what publishing costs.
    const samples = await bench.alternate(
      { many: () => timeOf(many.diagnostics), few: () => timeOf(few.diagnostics) },
      { most: 30, seconds: 15 },
    );
    const [items, some] = [await many.diagnostics(), await few.diagnostics()];
    for (const session of [many, few]) session.end();
    if (some.length < 1000) throw new Error(`only ${some.length} findings where 1,000 were written`);
    const against = `${leastOf(samples)}; ${items.length} and ${some.length} diagnostics`;
    const value = ratioOfMinima(samples.many, samples.few);
    yield { name: 'to publish, to 1,000', value, unit: '×', against, goal: 1.2, noise: 0.2 };
    const leftOut = joins + 1 - items.length;
    // Told in whatever words: a number near to that of the findings that are not sent.
    const telling = items.filter(({ message }) =>
      [...wordsOf(message).matchAll(/\d[\d,]*/g)].some(
        ([digits]) => leftOut > 1 && Math.abs(Number(digits.replaceAll(',', '')) - leftOut) < joins / 100,
      ),
    );
    yield {
      name: 'findings that say how many are left out',
      value: telling.length,
      unit: '',
      against: telling[0]
        ? `"${wordsOf(telling[0].message)}"`
        : leftOut > 1
          ? `${leftOut} left out`
          : 'none is left out',
      goal: 1,
      isLeast: true,
      noise: 0,
    };
  },
};

const wordsOf = (message: Diagnostic['message']): string =>
  typeof message === 'string' ? message : message.value;
