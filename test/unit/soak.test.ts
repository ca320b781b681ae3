// A day of work in one document: edits, hovers, opening and closing. The memory of the server stays as it was.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Child, withChild } from './child';
import { isLong, timeout } from './runs';

const texts = {
  'netsetup-log': readFileSync('samples/failed-join.log', 'utf8'),
  'network-trace': readFileSync('samples/failed-join-trace.txt', 'utf8'),
};

/** Bytes: what a collection leaves differs by less, and an answer that is kept each time comes to more. */
const margin = 1.5 * 2 ** 20;

const rounds = isLong ? 10_000 : 1500;

for (const [languageId, text] of Object.entries(texts)) {
  test(`${rounds} edits and hovers in a ${languageId} leave the memory flat`, { timeout }, t =>
    withChild(async child => {
      await child.initialize();
      const uri = `untitled:soak.${languageId}`;
      const count = text.split('\n').length;
      child.open(uri, text, languageId);
      const told: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const version = round + 2;
        // A line is put in, and taken out again by the next edit.
        const line = ((round >> 1) * 7) % count;
        const [start, end] = [
          { line, character: 0 },
          { line: line + (round % 2), character: 0 },
        ];
        child.notify('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ range: { start, end }, text: round % 2 === 0 ? '\n' : '' }],
        });
        const textDocument = { uri };
        const asked = [
          child.request('textDocument/hover', {
            textDocument,
            position: { line, character: (round * 3) % 120 },
          }),
          child.request('textDocument/hover', { textDocument, position: end }),
        ];
        if (round % 10 === 0) {
          asked.push(
            child.request('textDocument/diagnostic', { textDocument }),
            child.request('textDocument/documentSymbol', { textDocument }),
            child.request('textDocument/semanticTokens/full', { textDocument }),
          );
        }
        for (const answer of await Promise.all(asked)) assert.ok('result' in answer);
        if (round % 50 === 0) {
          // Another document each time, which is closed again.
          const other = `untitled:other-${round}`;
          child.open(other, text, languageId);
          await child.request('textDocument/foldingRange', { textDocument: { uri: other } });
          child.notify('textDocument/didClose', { textDocument: { uri: other } });
        }
        if ((round + 1) % Math.floor(rounds / 3) === 0) told.push(await child.memory());
      }
      t.diagnostic(`MB in use at each third: ${told.map(each => (each / 2 ** 20).toFixed(2)).join(', ')}`);
      assert.ok(told.at(-1)! - told[0]! < margin, told.join(' '));
      assert.deepEqual(
        child.others.filter(each => each.method === 'window/logMessage'),
        [],
      );
      assert.equal(await child.end(), 0);
    }, Child.measured()),
  );
}

test('a large text that was replaced leaves nothing in memory', { timeout }, t =>
  withChild(async child => {
    await child.initialize();
    const uri = 'untitled:large.netsetup-log';
    const textDocument = { uri };
    const ask = async () => {
      await child.request('textDocument/diagnostic', { textDocument });
      await child.request('textDocument/documentSymbol', { textDocument });
    };
    child.open(uri, texts['netsetup-log'], 'netsetup-log');
    await ask();
    const before = await child.memory();
    const at = '02/10/2026 09:14:02:123';
    const line = (number: number) => `${at} NetpDoDomainJoin: ${number} ${'of many '.repeat(900)}\n`;
    const large = Array.from({ length: 2000 }, (_, number) => line(number)).join('');
    let version = 2;
    for (const text of [large, texts['netsetup-log']]) {
      child.notify('textDocument/didChange', {
        textDocument: { uri, version: version++ },
        contentChanges: [{ text }],
      });
      await ask();
    }
    const after = await child.memory();
    t.diagnostic(`MB in use: ${[before, after].map(each => (each / 2 ** 20).toFixed(2)).join(', ')}`);
    assert.ok(after - before < margin, `${before} ${after}`);
    assert.equal(await child.end(), 0);
  }, Child.measured()),
);
