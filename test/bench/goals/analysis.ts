import { leastOf, milliseconds, ratioOfMinima, type Goal } from '../harness';
import { inProcess } from '../worker';
import { analyzeFully, countLines, lineCountOfDocument } from './whole';

export const g1: Goal = {
  id: 'G1',
  title: 'full analysis of a log of 50 MB',
  async *measure(bench) {
    for (const [kind, name] of [
      ['', 'log'],
      [' with CRLF', 'logCrlf'],
      [' of many computers', 'logOfMany'],
    ] as const) {
      const text = bench.text(name, 50);
      const samples = await bench.alternate(
        {
          ours: () => milliseconds(() => analyzeFully(text)),
          REF: () => milliseconds(() => countLines(text), 5),
          TextDocument: () => milliseconds(() => lineCountOfDocument(text)),
        },
        { most: 12, seconds: 15 },
      );
      const against = leastOf(samples);
      const { ours, REF, TextDocument } = samples;
      const one = { unit: '×', against, noise: 0.1 };
      yield { ...one, name: `50 MB${kind} to REF`, value: ratioOfMinima(ours, REF), goal: 3.5 };
      yield {
        ...one,
        name: `50 MB${kind} to TextDocument with lineCount`,
        value: ratioOfMinima(ours, TextDocument),
        goal: 0.4,
      };
    }
  },
};

export const g2: Goal = {
  id: 'G2',
  title: 'first analysis in a fresh process, to a cold TextDocument with lineCount',
  async *measure(bench) {
    for (const [megabytes, goal, most] of [
      [1, 0.8, 20],
      [50, 0.4, 8],
    ] as const) {
      const file = bench.file('log', megabytes);
      const samples = await bench.alternate(
        {
          ours: async () => (await inProcess('firstAnalysis', file))[0]!,
          TextDocument: async () => (await inProcess('firstDocument', file))[0]!,
        },
        { most, seconds: 20 },
      );
      const value = ratioOfMinima(samples.ours, samples.TextDocument);
      yield { name: `${megabytes} MB`, value, unit: '×', against: leastOf(samples), goal, noise: 0.15 };
    }
  },
};
