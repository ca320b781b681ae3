// No text may throw, and a text that is not whole may not claim what the whole one does not.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver';
import { analyze } from '../../server/src/analyze';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { patternOf } from '../../server/src/formats/netsetup/patterns';
import type { Operation } from '../../server/src/model';
import { allLogs, context, textDocument } from './checks';
import { askEverything } from './everything';

test('odd texts have a natural answer', () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 97) % 256);
  for (const text of [
    '',
    '\n',
    '\r',
    '\uFEFF',
    '\0\0\0',
    new TextDecoder().decode(bytes),
    '0x',
    '//',
    ':',
    '>'.repeat(99),
  ]) {
    askEverything(text, 'netsetup-log');
    askEverything(text);
    assert.deepEqual(analyze(text, 'netsetup-log').operations, []);
  }
});

test('a log cut anywhere is read', () => {
  for (const name of readdirSync('samples')) {
    const text = readFileSync(`samples/${name}`, 'utf8');
    for (let end = 0; end < text.length; end += 197) analyze(text.slice(0, end)).findings;
    for (let start = 0; start < text.length; start += 997)
      askEverything(text.slice(start, start + 3000), 'netsetup-log');
  }
});

test('lines of all logs, put together in any order, are read', () => {
  const lines = allLogs().flatMap(({ text }) => text.split(/\r\n|\n|\r/));
  // The same texts each time: a linear congruential generator (Numerical Recipes), with a seed of its own.
  let state = 20260210;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let count = 0; count < 1500; count++) {
    const text: string[] = [];
    while (text.length < 40) {
      const start = below(lines.length);
      for (const line of lines.slice(start, start + 1 + below(8))) {
        text.push(below(10) > 0 ? line : line.slice(0, below(line.length + 1)));
      }
    }
    askEverything(text.join('\n'), 'netsetup-log');
  }
});

test('a log that ends anywhere claims no failure that goes away when more lines come', () => {
  for (const { name, text } of allLogs()) {
    let before: string[] = [];
    for (const { operations, count } of prefixes(text)) {
      // A first try is a failure until the second is seen.
      const failed = operations
        .filter(each => ['failed', 'superseded'].includes(each.verdict.outcome))
        .map(each => `${each.records[0]!.line}`);
      assert.deepEqual(
        before.filter(line => !failed.includes(line)),
        [],
        `${name}, ${count} lines`,
      );
      before = failed;
    }
  }
});

test('more lines change no operation that has ended, except to superseded or succeededWithDamage', () => {
  for (const { name, text } of allLogs()) {
    const ended = new Map<number, { readonly verdict: string; readonly isOpen: boolean }>();
    for (const { operations, count } of prefixes(text)) {
      for (const operation of operations) {
        const first = operation.records[0]!.line;
        const { outcome, code, failure, cause, echoes, phase, remarks } = operation.verdict;
        const lines = [...echoes, ...remarks.map(each => each.record)].map(each => each.line);
        const said = [failure?.value, cause?.line, phase, ...lines, ...Object.values(operation.facts)];
        const verdict = [operation.kind, outcome, code?.value, ...said].join(' ');
        const known = ended.get(first);
        const isMore = outcome === 'superseded' || outcome === 'succeededWithDamage';
        if (known && known.verdict !== verdict) {
          assert.ok(
            isMore || (known.isOpen && outcome === 'succeeded'),
            `${name}, ${count} lines: ${known.verdict} became ${verdict}`,
          );
        }
        const isEnded = operation.records.some(record => patternOf(record)?.ends?.includes(operation.kind));
        // An account that was created the older way waits for its SPNs: the rename that follows may write them.
        const isOpen = outcome === 'succeededWithDamage' && phase !== 'renameSpn';
        if (isEnded) ended.set(first, { verdict, isOpen });
      }
    }
  }
});

/** What is read of each beginning of a text. */
function* prefixes(text: string): Iterable<{ operations: readonly Operation[]; count: number }> {
  const lines = text.split(/\r\n|\n|\r/);
  for (let count = 1; count <= lines.length; count++) {
    yield { operations: analyze(lines.slice(0, count).join('\n'), 'netsetup-log').operations, count };
  }
}

test('symbols lie within their parents, and what is selected within the symbol', () => {
  const check = (symbols: readonly DocumentSymbol[], parent: DocumentSymbol | undefined, name: string) => {
    for (const symbol of symbols) {
      assert.ok(isWithin(symbol.selectionRange, symbol.range), `${name}: ${symbol.name}`);
      assert.ok(!parent || isWithin(symbol.range, parent.range), `${name}: ${symbol.name}`);
      check(symbol.children ?? [], symbol, name);
    }
  };
  for (const { name, text } of allLogs()) {
    check(
      documentSymbols.handle(analyze(text), { textDocument }, context) as DocumentSymbol[],
      undefined,
      name,
    );
  }
});

function isWithin(inner: Range, outer: Range): boolean {
  const isBefore = (a: Position, b: Position) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}

test('hostile shapes come to an end', () => {
  for (const shape of [
    'x',
    '0x',
    'status: ',
    'failed to ',
    'status of ',
    ' ',
    '> ',
    'NetpDsGetDcName: ',
    '\n',
    'NetpDoDomainJoin\n',
    "NetpValidateName: checking to see if 'A' is valid as type 3 name\n",
    'NetUseAdd to \\\\A returned 5\n',
  ]) {
    askEverything(shape.repeat(Math.ceil(100_000 / shape.length)), 'netsetup-log');
  }
});
