import { shown, type Goal } from '../harness';
import { empty, ours, startSession } from '../session';
import { inProcess } from '../worker';

export const g8: Goal = {
  id: 'G8',
  title: 'memory at 50 MB',
  async *measure(bench) {
    const [kept = NaN, length = NaN] = await inProcess('kept', bench.file('log', 50));
    yield {
      name: 'kept besides the text, to the text',
      value: kept / length,
      unit: '×',
      against: `text ${shown(length / 1e6, 'MB')}, kept ${shown(kept / 1e6, 'MB')}`,
      goal: 0.2,
      noise: 0.1,
    };

    const text = bench.text('log', 50);
    const lines = text.split('\n').length;
    const peak = async (module: string) => {
      const session = await startSession(module);
      await session.open(text);
      for (let edit = 1; edit <= 10; edit++) await session.insertLine(Math.floor((lines * edit) / 11));
      const megabytes = session.peakMemory();
      session.end();
      return megabytes;
    };
    const name = "peak after opening and 10 edits, to EMPTY's";
    const [own, theirs] = [await peak(ours), await peak(empty)];
    if (own === undefined || theirs === undefined) {
      yield { name, why: 'this system does not say what memory a process had (/proc/PID/status)' };
      return;
    }
    const against = `EMPTY ${shown(theirs, 'MB')}, ours ${shown(own, 'MB')}`;
    yield { name, value: own / theirs, unit: '×', against, goal: 0.7, noise: 0.1 };
  },
};
