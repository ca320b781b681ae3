// Random texts, nearly logs and nearly traces: everything that is asked of them has an answer.
import { test } from 'node:test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { askEverything, checkTrace } from './everything';
import { isLong, runs, timeout } from './runs';
import { anyLanguage, anyPosition, anyText } from './texts';

test('any text has an answer to everything', { timeout }, t => {
  if (!existsSync('../shared/corpus'))
    t.diagnostic('Made of our own logs and traces: no real ones are here.');
  const property = fc.property(
    anyText,
    anyLanguage,
    fc.array(anyPosition, { maxLength: 8 }),
    (text, languageId, at) => void askEverything(text, languageId, at),
  );
  fc.assert(property, runs(1500, 50_000));
});

test('any text read as a trace keeps the rules of one', { timeout }, () => {
  const property = fc.property(anyText, fc.array(anyPosition, { maxLength: 8 }), (text, at) =>
    checkTrace(text, 'a random text', at),
  );
  fc.assert(property, runs(600, 20_000));
});

/** Files of ours up to so many bytes. */
const filesIn = (folder: string, most: number) =>
  readdirSync(folder)
    .filter(name => /\.(?:log|txt|csv)$/.test(name) && !name.endsWith('.golden.txt'))
    .map(name => ({ name, bytes: readFileSync(`${folder}/${name}`) }))
    .filter(({ bytes }) => bytes.length <= most)
    .sort((a, b) => a.bytes.length - b.bytes.length);

test('a text that ends or begins at any byte is read', { timeout }, () => {
  const most = isLong ? 20_000 : 1500;
  const [logs, traces] = [filesIn('test/logs', most), filesIn('test/traces', most)];
  const chosen = isLong ? [...logs, ...traces] : [logs.at(-1)!, traces.at(-1)!];
  for (const { name, bytes } of chosen) {
    const languageId = name.endsWith('.log') ? 'netsetup-log' : 'network-trace';
    for (let at = 0; at <= bytes.length; at++) {
      askEverything(bytes.toString('utf8', 0, at), languageId);
      // What is left behind a cut is another text; most of it is asked about above.
      if (isLong || at % 7 === 0) askEverything(bytes.toString('utf8', at), languageId);
    }
  }
});
