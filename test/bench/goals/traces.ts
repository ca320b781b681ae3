import { leastOf, milliseconds, ratioOfMinima, type Goal } from '../harness';
import { analyzeFully, countLines } from './whole';

const kinds = [
  { name: 'tab-separated', text: 'tabSeparated', goal: 8 },
  { name: 'fixed columns', text: 'fixedColumns', goal: 11 },
  { name: 'details tree', text: 'detailsTree', goal: 4 },
] as const;

export const g13: Goal = {
  id: 'G13',
  title: 'full analysis of network traces of 50 MB, to REF',
  async *measure(bench) {
    for (const { name, text: file, goal } of kinds) {
      const text = bench.text(file, 50);
      const samples = await bench.alternate(
        {
          ours: () => milliseconds(() => analyzeFully(text, 'network-trace')),
          REF: () => milliseconds(() => countLines(text), 5),
        },
        { most: 10, seconds: 15 },
      );
      const value = ratioOfMinima(samples.ours, samples.REF);
      yield { name, value, unit: '×', against: leastOf(samples), goal, noise: 0.1 };
    }
  },
};
