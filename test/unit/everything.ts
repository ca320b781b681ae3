/** Everything that can be asked of a text, what must hold of the answers, and what must hold of any trace. */
import assert from 'node:assert/strict';
import type { Position } from 'vscode-languageserver';
import { analyze } from '../../server/src/analyze';
import { features } from '../../server/src/features';
import type { Context, Feature } from '../../server/src/features/feature';
import { recognize } from '../../server/src/formats/recognize';
import type { Log, Section, Span } from '../../server/src/model';
import { clientCommands } from '../../server/src/protocol';
import { jsonReport } from '../../server/src/report/json';
import { reportOf } from '../../server/src/report/report';
import { textReport } from '../../server/src/report/text';
import { defaultSettings } from '../../server/src/settings';
import { answerChecks } from './answers';
import { textDocument } from './checks';
import { vscode } from './clients';

const context: Context = {
  settings: defaultSettings,
  commands: new Set(Object.values(clientCommands)),
  client: vscode,
};

/**
 * Asks every feature and every report about a text: at these positions, and at some inside and beyond it. The
 * answers must make sense in the text.
 */
export function askEverything(text: string, languageId?: string, at: readonly Position[] = []): Log {
  recognize(text);
  const log = analyze(text, languageId);
  const { count } = log.lines;
  const start = { line: 0, character: 0 };
  askFeatures(log, { position: start, range: { start, end: { line: count, character: 0 } } });
  textReport('any.log', log);
  JSON.stringify(jsonReport([{ path: 'any.log', log }]));
  reportOf(log, undefined);
  const lines = [0, 1, count >> 1, count - 1, count, 1e9];
  const characters = [0, 8, 30, 80, 1e6, 2 ** 31];
  const positions = lines.flatMap(line => characters.map(character => ({ line, character })));
  for (const position of [...positions, ...at]) askAt(log, position);
  for (const line of lines) reportOf(log, line);
  return log;
}

function askFeatures(log: Log, place: object): void {
  const params = { textDocument, context: { diagnostics: [], includeDeclaration: true }, ...place };
  for (const feature of features) ask(feature, log, params);
}

function ask(feature: Feature, log: Log, params: unknown): void {
  const check = answerChecks[feature.name];
  assert.ok(check, `no check of the answers of ${feature.name}`);
  check(feature.handle(log, params, context), log);
}

/** What is asked about a position; everything else does not depend on one. */
function askAt(log: Log, position: Position): void {
  const params = { textDocument, position, context: { includeDeclaration: true } };
  for (const feature of features) {
    if (/^(?:hover|documentHighlights|references)$/.test(feature.name)) ask(feature, log, params);
  }
}

/** Asks everything about a text as a network trace, and checks what must hold of any. */
export function checkTrace(text: string, name: string, at: readonly Position[] = []): void {
  const log = askEverything(text, 'network-trace', at);
  const trace = log.trace!;
  checkFrames(log, name);
  checkTokens(log, name);
  log.sections.forEach(each => checkSection(each, log, name));
  checkBlocks(log, name);
  const frames = new Set(trace.frames);
  for (const { frames: ofStep, exchanges, conversations } of trace.steps) {
    assert.ok(ofStep.length > 0 && conversations.length > 0, `${name}: a step of nothing`);
    const all = [ofStep, ...exchanges.map(each => each.frames), ...conversations.map(each => each.frames)];
    for (const each of all) {
      assert.ok(each.length > 0 && each.every(frame => frames.has(frame)), `${name}: frames of a step`);
    }
  }
  for (const finding of log.findings) checkSpan(finding, log, `${name}: ${finding.code}`);
}

function checkFrames(log: Log, name: string): void {
  let last = -1;
  for (const { line, endLine, details } of log.trace!.frames) {
    assert.ok(
      line > last && endLine >= line && endLine < log.lines.count,
      `${name}: frame in line ${line + 1}`,
    );
    assert.ok(
      !details || (details[0] >= line && details[1] === endLine),
      `${name}: details of line ${line + 1}`,
    );
    last = endLine;
  }
}

function checkTokens(log: Log, name: string): void {
  for (let line = 0; line < log.lines.count; line++) {
    for (const token of log.tokens(line)) {
      assert.equal(token.line, line);
      checkSpan(token, log, `${name}: ${token.kind}`);
    }
  }
}

function checkSpan({ line, start, end }: Span, log: Log, what: string): void {
  const isInside = line < log.lines.count && start >= 0 && start <= end && end <= log.lines.at(line).length;
  assert.ok(isInside, `${what}, line ${line + 1}: ${start}-${end}`);
}

/** What is selected stands in the lines of the section; details nest. */
function checkSection(
  { kind, lines: [first, last], at, children, name: own }: Section,
  log: Log,
  name: string,
): void {
  assert.ok(first <= last && last < log.lines.count, `${name}: ${own}`);
  assert.equal(at.line, first, `${name}: ${own}`);
  checkSpan(at, log, `${name}: ${own}`);
  for (const child of children) {
    if (kind === 'record' || kind === 'parameter') {
      assert.ok(child.lines[0] >= first && child.lines[1] <= last, `${name}: ${child.name} in ${own}`);
    }
    checkSection(child, log, name);
  }
}

function checkBlocks({ blocks, lines }: Log, name: string): void {
  const open: (readonly [number, number])[] = [];
  let before = [0, Infinity] as readonly [number, number];
  for (const [first, last] of blocks) {
    const what = `${name}: lines ${first + 1}-${last + 1}`;
    assert.ok(first < last && last < lines.count, what);
    assert.ok(first > before[0] || (first === before[0] && last <= before[1]), `${what} in order`);
    before = [first, last];
    while (open.length > 0 && open.at(-1)![1] < first) open.pop();
    assert.ok(open.length === 0 || last <= open.at(-1)![1], `${what} nest`);
    open.push(before);
  }
}
