import { leastOf, milliseconds, ratioOfMinima, type Goal } from '../harness';
import { hostileShapes } from '../texts/hostile';
import { worstGrowth } from './growth';
import { analyzeFully } from './whole';

export const g14: Goal = {
  id: 'G14',
  title: 'hostile texts of 10 MB, to the ordinary log of that size; growth',
  async *measure(bench) {
    const ordinary = bench.text('log', 10);
    for (const [name, make] of Object.entries(hostileShapes)) {
      const text = make(ordinary.length);
      const samples = await bench.alternate(
        {
          hostile: () => milliseconds(() => analyzeFully(text)),
          ordinary: () => milliseconds(() => analyzeFully(ordinary)),
        },
        { most: 4, seconds: 6 },
      );
      const value = ratioOfMinima(samples.hostile, samples.ordinary);
      yield { name, value, unit: '×', against: leastOf(samples), goal: 25, noise: 0.2 };
    }

    yield* worstGrowth(bench.isShort);

    const [small, large] = [bench.text('log', 50), bench.text('log', 200)];
    const samples = await bench.alternate(
      {
        '200 MB': () => milliseconds(() => analyzeFully(large)),
        '50 MB': () => milliseconds(() => analyzeFully(small)),
      },
      { most: 5, seconds: 15 },
    );
    const value = ratioOfMinima(samples['200 MB'], samples['50 MB']);
    yield { name: '200 MB to 50 MB', value, unit: '×', against: leastOf(samples), goal: 4.4, noise: 0.1 };
  },
};
