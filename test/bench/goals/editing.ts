import { leastOf, median, quantile, ratioOfMinima, shown, type Goal } from '../harness';
import { empty, ours, startSession, timeOf } from '../session';
import { randomFrom } from '../texts/random';

export const g3: Goal = {
  id: 'G3',
  title: 'didOpen to diagnostics in a fresh server, to EMPTY',
  async *measure(bench) {
    for (const [megabytes, goal, most] of [
      [50, 1.2, 8],
      [10, 1.25, 12],
      [1, 2, 20],
    ] as const) {
      const text = bench.text('log', megabytes);
      const open = (module: string) => async () => {
        const session = await startSession(module);
        const time = await timeOf(() => session.open(text));
        session.end();
        return time;
      };
      const samples = await bench.alternate({ ours: open(ours), EMPTY: open(empty) }, { most, seconds: 25 });
      const value = ratioOfMinima(samples.ours, samples.EMPTY);
      yield { name: `${megabytes} MB`, value, unit: '×', against: leastOf(samples), goal, noise: 0.15 };
    }
  },
};

export const g4: Goal = {
  id: 'G4',
  title: 'didChange of one line to diagnostics',
  async *measure(bench) {
    const [large, small] = [bench.text('log', 50), bench.text('log', 1)];
    const random = randomFrom(23);
    const opened = async (module: string, text: string) => {
      const session = await startSession(module);
      await session.open(text);
      const lines = text.split('\n').length;
      // The first edit makes the line index of TextDocument: it is not one of many.
      await session.insertLine(random.below(lines));
      return { ...session, edit: () => timeOf(() => session.insertLine(random.below(lines))) };
    };
    const [at50, emptyAt50, at1] = [
      await opened(ours, large),
      await opened(empty, large),
      await opened(ours, small),
    ];
    const samples = await bench.alternate(
      { 'ours at 50 MB': at50.edit, 'EMPTY at 50 MB': emptyAt50.edit, 'ours at 1 MB': at1.edit },
      { most: 60, seconds: 20 },
    );
    for (const session of [at50, emptyAt50, at1]) session.end();
    const against = medians(samples);
    const ratio = (to: keyof typeof samples) => median(samples['ours at 50 MB']) / median(samples[to]);
    const one = { unit: '×', against, noise: 0.25 };
    yield { ...one, name: "50 MB to EMPTY's own", value: ratio('EMPTY at 50 MB'), goal: 0.2 };
    yield { ...one, name: '50 MB to the same at 1 MB', value: ratio('ours at 1 MB'), goal: 1.3 };
  },
};

export const g5: Goal = {
  id: 'G5',
  title: "hovers at 50 MB, to EMPTY's null hover",
  async *measure(bench) {
    const text = bench.text('log', 50);
    const [mine, none] = [await startSession(ours), await startSession(empty)];
    await Promise.all([mine.open(text), none.open(text)]);
    const lines = text.split('\n');
    const random = randomFrom(29);
    let answered = 0;
    // Half of the places are codes, so that tables are looked up; the others are anywhere.
    const place = (isCode: boolean) => {
      for (let tries = 0; ; tries++) {
        const line = random.below(lines.length);
        const character = lines[line]!.search(/0x[1-9a-f]/) + 2;
        if (isCode && character < 2 && tries < 10_000) continue;
        return { line, character: isCode ? character : random.below(lines[line]!.length + 1) };
      }
    };
    let count = 0;
    let position = place(true);
    const samples = await bench.alternate(
      {
        ours: () => {
          position = place(count++ % 2 === 0);
          return timeOf(async () => {
            if (await mine.hover(position)) answered++;
          });
        },
        EMPTY: () => timeOf(() => none.hover(position)),
      },
      { most: 2000, seconds: 30 },
    );
    for (const session of [mine, none]) session.end();
    if (answered === 0) throw new Error('no hover had anything to say');
    for (const [name, part, noise] of [
      ['p50', 0.5, 0.15],
      ['p99', 0.99, 0.5],
    ] as const) {
      const [own, their] = [quantile(samples.ours, part), quantile(samples.EMPTY, part)];
      const figures = `EMPTY ${shown(their, 'ms')}, ours ${shown(own, 'ms')}`;
      const against = `${figures} (${samples.ours.length} places, ${answered} with an answer)`;
      yield { name, value: own / their, unit: '×', against, goal: 1.5, noise };
    }
  },
};

const medians = (samples: Readonly<Record<string, readonly number[]>>): string =>
  leastOf(
    Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, [median(values)]])),
  ).replace('1 sample', `medians of ${Object.values(samples)[0]!.length}`);
