/** The one place where unit tests touch the core: text in, text out. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { hover } from '../../server/src/features/hover';
import type { DocumentSymbol, Hover, MarkupContent } from 'vscode-languageserver';
import type { Log, OperationKind, Token } from '../../server/src/model';
import { defaultSettings } from '../../server/src/settings';
import { vscode } from './clients';
import { tokenKinds } from '../../server/src/tokenKinds';

/** How the pages name the kinds of operations; a new one is missed by the compiler. */
export const kindTitles: Readonly<Record<OperationKind, string>> = {
  nameCheck: 'name check',
  join: 'join to a domain',
  workgroup: 'join to a workgroup',
  rename: 'rename',
  unjoin: 'unjoin',
  provision: 'offline provisioning',
};

export const textDocument = { uri: 'test:NetSetup.log' };
export const context = { settings: defaultSettings, commands: new Set<string>(), client: vscode };

const corpus = '../shared/corpus/netsetup';

/** Our logs, and the real ones where they are present. */
export function allLogs(): { name: string; text: string }[] {
  const folders = ['samples', 'test/logs', ...(existsSync(corpus) ? [corpus] : [])];
  return folders.flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.log') || (folder === corpus && name.endsWith('.txt')))
      .map(name => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') })),
  );
}

const traceCollections = ['../shared/corpus/trace', '../shared/corpus/trace-lab'];

/** Our traces, and the real ones where they are present. */
export function allTraces(): { name: string; text: string }[] {
  return ['samples', 'test/traces', ...traceCollections]
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(name => /\.(?:txt|csv|trace)$/.test(name) && !name.endsWith('.golden.txt'))
        .map(name => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') })),
    );
}

export function netsetup(...lines: readonly string[]): Log {
  return analyze(lines.join('\n'), 'netsetup-log');
}

/**
 * Log lines with carets below: each run of carets stands under a number and is followed by the kind of its
 * token and its name. What has no carets has no meaning.
 */
export function checkTokens(...annotated: readonly string[]): void {
  const carets = /^\s*\^/;
  const log = netsetup(...annotated.filter(line => !carets.test(line)));
  const actual: string[] = [];
  for (let line = 0; line < log.lines.count; line++) {
    actual.push(log.lines.at(line), ...log.tokens(line).map(caretLine));
  }
  assert.equal(actual.join('\n'), annotated.join('\n'));
}

function caretLine({ kind, start, end, value }: Token): string {
  const meaning = tokenKinds[kind].table.describe(value);
  const bits = meaning?.bits?.map(bit => bit.name ?? '?').join(' ');
  return `${' '.repeat(start)}${'^'.repeat(end - start)} ${kind} ${bits ?? meaning?.name ?? '?'}`.trimEnd();
}

/** The hover at the cursor █, as Markdown; undefined where there is none. */
export function hoverAt(...lines: readonly string[]): string | undefined {
  return hoverOf(netsetup, lines);
}

/** The same in a network trace. */
export function traceHoverAt(...lines: readonly string[]): string | undefined {
  return hoverOf(traceOf, lines);
}

export function traceOf(...lines: readonly string[]): Log {
  return analyze(lines.join('\n'), 'network-trace');
}

function hoverOf(read: (...lines: readonly string[]) => Log, lines: readonly string[]): string | undefined {
  const line = lines.findIndex(each => each.includes('█'));
  const character = lines[line]!.indexOf('█');
  return hoverIn(read(...lines.map(each => each.replace('█', ''))), line, character);
}

export function hoverIn(log: Log, line: number, character: number): string | undefined {
  const answer: Hover | null = hover.handle(log, { textDocument, position: { line, character } }, context);
  return answer ? (answer.contents as MarkupContent).value : undefined;
}

/** The hovers of a text: at each place that may have one. */
export function hoversOf(log: Log): string[] {
  const found = new Set<string>();
  for (let line = 0; line < log.lines.count; line++) {
    const text = log.lines.at(line);
    const columns = new Set([
      ...log.tokens(line).map(({ start }) => start),
      ...[...text.matchAll(/[\p{L}\d]+/gu)].map(({ index }) => index),
    ]);
    for (const character of columns) {
      const value = hoverIn(log, line, character);
      if (value !== undefined) found.add(value);
    }
  }
  return [...found];
}

/** The outline as indented lines "name · detail". */
export function outlineOf(log: Log): string {
  const lines: string[] = [];
  const add = (symbols: readonly DocumentSymbol[], depth: number) => {
    for (const { name, detail, children } of symbols) {
      lines.push(`${'  '.repeat(depth)}${[name, detail].filter(Boolean).join(' · ')}`);
      add(children ?? [], depth + 1);
    }
  };
  add(documentSymbols.handle(log, { textDocument }, context) as DocumentSymbol[], 0);
  return lines.join('\n');
}

/** Findings as "line:column-column severity code message", one-based lines, related lines below. */
export function findingsOf(log: Log): string {
  return log.findings
    .flatMap(({ line, start, end, severity, code, message, related }) => [
      `${line + 1}:${start}-${end} ${severity} ${code} ${message}`,
      ...related.map(each => `  ${each.line + 1}: ${each.message}`),
    ])
    .join('\n');
}
