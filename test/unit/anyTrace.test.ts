// No text may throw as a network trace either, and what is read of it keeps its own rules, whatever it holds.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { codeLens } from '../../server/src/features/codeLens';
import { diagnostics } from '../../server/src/features/diagnostics';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { documentLinks } from '../../server/src/features/documentLinks';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { inlayHints } from '../../server/src/features/inlayHints';
import { references } from '../../server/src/features/references';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { recognize } from '../../server/src/formats/recognize';
import type { Log, Section, Span } from '../../server/src/model';
import { jsonReport } from '../../server/src/report/json';
import { reportOf } from '../../server/src/report/report';
import { textReport } from '../../server/src/report/text';
import { context, hoverIn, textDocument } from './checks';

const collections = ['../shared/corpus/trace', '../shared/corpus/trace-lab'];

/** Our traces, and the real ones where they are present. */
function allTraces(): { name: string; text: string }[] {
  return ['samples', 'test/traces', ...collections]
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(name => /\.(?:txt|csv|trace)$/.test(name) && !name.endsWith('.golden.txt'))
        .map(name => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') })),
    );
}

/** Rows of ours, for where no collection is. */
const own = [
  '1 0.000000 10.20.0.7 → 10.20.0.5 DNS 94 Standard query 0x1a01 SRV _ldap._tcp.dc._msdcs.alpine.test',
  '2 0.001000 10.20.0.5 → 10.20.0.7 DNS 185 Standard query response 0x1a01 No such name SRV _ldap._tcp.dc._msdcs.alpine.test',
  '3 0.002000 10.20.0.7 → 10.20.0.5 TCP 74 50100 → 445 [SYN] Seq=0 Win=64240 Len=0',
  '4 0.003000 10.20.0.5 → 10.20.0.7 TCP 54 445 → 50100 [RST, ACK] Seq=1 Ack=1 Win=0 Len=0',
  '5 0.004000 10.20.0.7 → 10.20.0.5 KRB5 232 AS-REQ',
  '6 0.005000 10.20.0.5 → 10.20.0.7 KRB5 180 KRB Error: KRB5KRB_AP_ERR_SKEW',
  '10.20.0.7\t10.20.0.5\tSMB2\tSession Setup Request, NTLMSSP_NEGOTIATE',
  '7,0.006,10.20.0.5,10.20.0.7,SMB2,"Session Setup Response, Error: STATUS_ACCESS_DENIED"',
  'Frame 8: 93 bytes on wire (744 bits), 93 bytes captured (744 bits)',
  'Internet Protocol Version 4, Src: 10.20.0.5, Dst: 10.20.0.7',
  'User Datagram Protocol, Src Port: 53, Dst Port: 40001',
  'Domain Name System (response)',
  '    Transaction ID: 0x1a01',
  '        Flags: 0x8583 Standard query response, No such name',
  '- Ipv4: Src = 10.20.0.7, Dest = 10.20.0.5',
  '  + Versions: IPv4',
  '',
].join('\n');

/** Asks everything that can be asked of a text, and checks what must hold of any. */
function checkAll(text: string, name: string): void {
  recognize(text);
  const log = analyze(text, 'network-trace');
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
  for (const record of log.records) log.roleOf(record);
  const document = { textDocument };
  textReport('any.txt', log);
  JSON.stringify(jsonReport([{ path: 'any.txt', log }]));
  reportOf(log, undefined);
  documentSymbols.handle(log, document, context);
  diagnostics.handle(log, document, context);
  codeLens.handle(log, document, context);
  semanticTokens.handle(log, document, context);
  foldingRanges.handle(log, document, context);
  documentLinks.handle(log, document, context);
  const end = { line: log.lines.count, character: 0 };
  inlayHints.handle(log, { textDocument, range: { start: { line: 0, character: 0 }, end } }, context);
  for (const line of [0, 1, log.lines.count >> 1, log.lines.count - 1, log.lines.count, 1e9]) {
    reportOf(log, line);
    for (const character of [0, 8, 40, 80, 1e6, 2 ** 31]) {
      hoverIn(log, line, character);
      const position = { line, character };
      documentHighlights.handle(log, { textDocument, position }, context);
      references.handle(log, { textDocument, position, context: { includeDeclaration: true } }, context);
    }
  }
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

/** The same numbers each time: a linear congruential generator (Numerical Recipes). */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

test('odd texts are read as traces', () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 97) % 256);
  const texts = [
    '',
    '\n',
    '\r',
    '\uFEFF',
    '\0\0\0',
    '→',
    '\t\t\t',
    '|||',
    ',,,',
    '+',
    '- ',
    'Frame 1:',
    '> > > >',
  ];
  for (const text of [...texts, new TextDecoder().decode(bytes), '→'.repeat(99_999), ' '.repeat(99_999)]) {
    checkAll(text, JSON.stringify(text.slice(0, 20)));
  }
});

test('a trace cut anywhere is read', () => {
  for (let end = 0; end <= own.length; end++) checkAll(own.slice(0, end), `our rows up to ${end}`);
  for (const { name, text } of allTraces()) {
    checkAll(text, name);
    const step = Math.max(1, Math.floor(text.length / 3));
    for (let at = 37; at < text.length; at += step) {
      checkAll(text.slice(0, Math.min(at, 40_000)), `${name} up to ${at}`);
      checkAll(text.slice(at, at + 10_000), `${name} from ${at}`);
    }
  }
});

test('lines of all traces, put together in any order, are read', () => {
  const lines = [own, ...allTraces().map(({ text }) => text)].flatMap(text => text.split(/\r\n|\n|\r/));
  const below = generator(20_260_410);
  for (let count = 0; count < 250; count++) {
    const text: string[] = [];
    while (text.length < 40) {
      const start = below(lines.length);
      for (const line of lines.slice(start, start + 1 + below(8))) {
        text.push(below(10) > 0 ? line : line.slice(0, below(line.length + 1)));
      }
    }
    checkAll(text.join('\n'), `mixture ${count}`);
  }
});

test('random characters are read', () => {
  const below = generator(7);
  const characters = '0123456789abcdefx.,:;→->|\t  []()"\'+-=\n\n\rÄ漢\u{1F600}SYNACKDNSTCPSMB2';
  for (let count = 0; count < 200; count++) {
    const text = Array.from({ length: 600 }, () => characters[below(characters.length)]).join('');
    checkAll(text, `random ${count}`);
  }
});

test('the same text gives the same Log', () => {
  const values = (text: string) => {
    const log = analyze(text, 'network-trace');
    const { frames, steps, reachability, limits } = log.trace!;
    const told = steps.map(({ id, outcome, code, frames: own }) => [id, outcome, code, own.length]);
    return JSON.stringify([frames, told, reachability, limits, log.sections, log.blocks, log.findings]);
  };
  for (const { text } of [{ text: own }, ...allTraces().slice(0, 20)])
    assert.equal(values(text), values(text));
});
