// What is left out of answers about large documents, and that it is said.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import {
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type SemanticTokens,
} from 'vscode-languageserver';
import { diagnostics } from '../../server/src/features/diagnostics';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { semanticTokensRange } from '../../server/src/features/semanticTokensRange';
import { defaultSettings } from '../../server/src/settings';
import { allLogs, context, netsetup, textDocument } from './checks';

const at = '02/10/2026 09:14:02:123';
const failed = (code: string) => [`${at} NetpDoDomainJoin`, `${at} NetpDoDomainJoin: status: ${code}`];
const refused = [
  `${at} NetpValidateName: checking to see if 'A' is valid as type 3 name`,
  `${at} NetpCheckDomainNameIsValid [ Exists ] for 'A' returned 0x54b`,
];

test('of too many problems the worst are shown, and one counts the others', () => {
  const lines = Array.from({ length: 700 }, (_, index) => [...refused, ...failed(`0x${index % 2 ? 5 : 6}`)]);
  const log = netsetup(...lines.flat());
  const settings = { ...defaultSettings, rules: { 'name-check-failed': 'hint' } as const };
  const { items } = diagnostics.handle(log, { textDocument }, { ...context, settings }) as Extract<
    DocumentDiagnosticReport,
    { kind: 'full' }
  >;
  assert.equal(items.length, 1000);
  const [first, ...shown] = items;
  assert.equal(first!.severity, DiagnosticSeverity.Information);
  assert.equal(first!.range.start.line, 0);
  const hints = log.findings.length - 700;
  assert.match(String(first!.message), new RegExp(`worst 999 are .* Not shown: ${hints - 299} hints\\.`));
  // Of the hints those of the last joins are shown.
  const linesOfHints = log.findings
    .filter(({ code }) => code === 'name-check-failed')
    .map(({ line }) => line);
  assert.deepEqual(
    shown.filter(each => each.severity === DiagnosticSeverity.Hint).map(each => each.range.start.line),
    linesOfHints.slice(-299),
  );
  const few = diagnostics.handle(netsetup(...lines.slice(0, 9).flat()), { textDocument }, context);
  assert.ok('items' in few && few.items.every(each => each.code !== 'more-problems'));
});

test('what a problem says is worked out for those that are shown', () => {
  const log = netsetup(
    ...Array.from({ length: 1500 }, (_, index) => failed(`0x${index % 2 ? 5 : 6}`)).flat(),
  );
  let asked = 0;
  const findings = log.findings.map(finding =>
    Object.defineProperty({ ...finding }, 'message', { get: () => `problem ${asked++}`, enumerable: true }),
  );
  diagnostics.handle({ ...log, findings }, { textDocument }, context);
  assert.equal(asked, 999);
});

test('an outline that would be too long leaves out steps of its first operations, and says so', () => {
  const good = allLogs()
    .find(({ name }) => name === 'good-join.log')!
    .text.split('\n');
  const log = netsetup(...Array.from({ length: 500 }, () => good).flat());
  const symbols = documentSymbols.handle(log, { textDocument }, context) as DocumentSymbol[];
  const all = (of: readonly DocumentSymbol[]): DocumentSymbol[] =>
    of.flatMap(symbol => [symbol, ...all(symbol.children ?? [])]);
  const entries = all(symbols).length;
  assert.equal(symbols.length, log.sections.length);
  assert.ok(entries <= 20_000 && entries > 19_000, `${entries} entries`);
  const few = documentSymbols.handle(netsetup(...good), { textDocument }, context) as DocumentSymbol[];
  const shape = (of: readonly DocumentSymbol[]): unknown =>
    of.map(each => [each.name, shape(each.children!)]);
  assert.deepEqual(shape(symbols.slice(-few.length)), shape(few));
  assert.deepEqual(symbols[0]!.children, []);
  assert.match(symbols[0]!.detail!, /steps of the first entries are left out/);
  assert.equal(all(symbols).filter(({ detail }) => /left out/.test(detail!)).length, 1);
  assert.ok(all(few).every(({ detail }) => !/left out/.test(detail!)));
});

test('of more operations than an outline can list the last are listed, and how many are not', () => {
  const log = netsetup(
    ...Array.from({ length: 20_100 }, (_, index) => failed(`0x${(index % 200) + 1}`)).flat(),
  );
  const symbols = documentSymbols.handle(log, { textDocument }, context) as DocumentSymbol[];
  assert.equal(symbols.length, 20_000);
  assert.equal(symbols.at(-1)!.range.end.line, log.lines.count - 1);
  assert.match(symbols[0]!.detail!, /100 entries before this one are left out/);
});

test('semantic tokens of some lines are those of the whole document there', () => {
  const log = netsetup(
    ...allLogs()
      .find(({ name }) => name === 'good-join.log')!
      .text.split('\n'),
  );
  const placesOf = (answer: SemanticTokens | null) => {
    const places: string[] = [];
    let [line, start] = [0, 0];
    const { data } = answer!;
    for (let index = 0; index < data.length; index += 5) {
      start = data[index]! > 0 ? data[index + 1]! : start + data[index + 1]!;
      line += data[index]!;
      places.push(`${line}:${start}:${data[index + 2]}:${data[index + 3]}`);
    }
    return places;
  };
  const lineOf = (place: string) => Number(place.split(':')[0]);
  const whole = placesOf(semanticTokens.handle(log, { textDocument }, context));
  const middle = lineOf(whole[Math.floor(whole.length / 2)]!);
  const range = { start: { line: middle, character: 0 }, end: { line: middle + 20, character: 0 } };
  const some = placesOf(semanticTokensRange.handle(log, { textDocument, range }, context));
  assert.deepEqual(
    some,
    whole.filter(place => lineOf(place) >= middle && lineOf(place) <= middle + 20),
  );
  assert.ok(some.length > 0 && some.length < whole.length);
});
