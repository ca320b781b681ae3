// No line can hold the reading up: every pattern of the server takes time in proportion to the text.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { attacksOn } from './attacks';
import { isLong, timeout } from './runs';
import { longestLine } from '../../server/src/parser/lines';

/** What recheck says of each pattern: it takes minutes for all of them, so that only new ones are asked about here. */
const checkedFile = 'test/unit/patterns.checked.txt';

/** Patterns that are slow on a long text and never see one, each with the reason. */
const short: Readonly<Record<string, string>> = {
  '/\\d+$/': 'reads the name of a group of a label: our own words',
  '/^[\\s\'"‘’“”([<]+|[\\s\'"‘’“”)\\]>.,;:]+$/g':
    'reads what was typed or selected, cut to 1,000 characters before',
  '/, length \\d+.*$/': 'reads what another pattern has found, 260 characters at most',
};

/** Patterns that recheck calls vulnerable, each with the reason why they may stay: what is below shows that they do no harm. */
const bounded = 'its wildcard is bounded, so that each beginning is followed by so many characters at most';
const reviewed: Readonly<Record<string, string>> = {
  ...short,
  '/DsGetDcName: .{0,300}?\\bflags: (?<dsGetDcFlags>0x[0-9a-f]+)/dg': bounded,
  '/\\b(?:status|result)\\b(?:(?!\\b[a-z]\\w+: (?!0x)).){0,300}?(?:(?<!flags|options|context|rid|size): {0,2}|\\bkey )(?<status>0x[0-9a-f]+)/dgi':
    bounded,
  '/\\bFault: .{0,120}?\\bstatus(?:=(?<rpcStatus>0x[0-9a-f]{1,8})|: [\\w ]{1,60}\\((?<rpcStatus2>0x[0-9a-f]{8})\\)|: (?<rpcStatus3>0x[0-9a-f]{8})\\b)/dgi':
    bounded,
  '/\\bBaseObject: ?([^,{]{1,300}?),? ?(?:SearchScope|$|\\{)/': bounded,
  '/(?:\\bDomain: ?([^,;[\\]{}\\s]{1,100}), ?)?\\bUser: ?([^,;[\\]{}\\t|]{1,200})/': bounded,
  '/\\(([^)]{1,60})\\)/': bounded,
  '/: NetUserAdd on .{0,300} failed: 0x8b0\\b/': bounded,
  '/: NetUserAdd on .{0,300} failed: 0x[1-9a-f]/': bounded,
  '/^NetpLoadParameters: (?:\\w+ not found, |status: )|\\bRegQueryValueEx for .{0,300} returned Status: /':
    bounded,
  '/\\bset password on .{0,300}: 0x0\\b/': bounded,
  '/\\bNetpUnJoinDomain: .{0,300}?\\boptions: (?<unjoinOptions>0x[0-9a-f]+)/dgi': bounded,
  '/\\bNetpChangeMachineName: from .{0,300}? \\[(?<renameOptions>0x[0-9a-f]+)\\]/dg': bounded,
  '/\\bldap_\\w{1,30}(?:\\([^)]{0,80}\\))?[:\\s][^,;]{0,200}?(?:: ?|\\breturned:? )(?<ldapResult>0x[0-9a-f]+)(?:[ ,]+(?<status>0x[0-9a-f]+))?/dgi':
    bounded,
  '/\\b(?:NetpLsaOpenSecret|LsaOpen\\w{1,20})\\b.{0,300}?: ?(?<ntstatus>0x[0-9a-f]+)/dg': bounded,
  '/\\bNetUseAdd to .{0,300}? returned (?<status>0x[0-9a-f]+|\\d+)/dgi': bounded,
  '/(?:\\bfailed to|\\bunable to|\\bis not a valid|\\bVerified|\\bNetpResetIDNEncoding on|\\bSUCCESS:)\\s.{0,300}?: ?(?<status>0x[0-9a-f]+)/dgi':
    bounded,
  '/^([A-Za-z][\\w .\\\\/-]{0,40}?)(?::(?=\\s|$)|\\s{2,}=(?=\\s\\s|$))(.*)$/s':
    'it begins at one place only, and its first part has 41 characters at most',
  '/\\(\\d{1,2}\\)|[^=]{1,80}$/': bounded,
  '/\\[Expert Info .{0,60}\\(suspected\\) (?:spurious |fast )?retransmission/': bounded,
};

/** Patterns that are put together when the server runs, by their file: what is put in is ours or escaped. */
const composed: Readonly<Record<string, string>> = {
  'formats/netsetup/harmless.ts': 'of two patterns that are read here',
  'formats/trace/dialects/headers.ts': 'of titles of columns, escaped',
  'formats/trace/exchanges.ts': 'of a word of ours',
  'formats/trace/names.ts': 'of names of ours, escaped',
  'formats/trace/dialects/pktmon.ts': 'of one form of a hardware address',
};

interface Sources {
  /** Every literal as it is spelled, with the files that have it. */
  readonly literals: ReadonlyMap<string, readonly string[]>;
  /** Files that make a pattern from a text. */
  readonly composing: readonly string[];
}

function readSources(): Sources {
  const root = process.cwd();
  const api = new API({ cwd: root });
  try {
    const project = api.updateSnapshot({ openProject: path.join(root, 'tsconfig.json') }).getProjects()[0]!;
    const literals = new Map<string, string[]>();
    const composing = new Set<string>();
    for (const name of readdirSync('server/src', { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const file = name.replaceAll('\\', '/');
      const visit = (node: Node): void => {
        const { kind, text, expression } = node as Node & { text?: string; expression?: { text?: string } };
        if (kind === SyntaxKind.RegularExpressionLiteral)
          literals.set(text!, [...(literals.get(text!) ?? []), file]);
        const isMade = kind === SyntaxKind.NewExpression || kind === SyntaxKind.CallExpression;
        if (isMade && expression?.text === 'RegExp') composing.add(file);
        node.forEachChild(visit);
      };
      visit(project.program.getSourceFile(path.join(root, 'server/src', name))!);
    }
    return { literals, composing: [...composing].sort() };
  } finally {
    api.close();
  }
}

const { literals, composing } = readSources();

function parts(literal: string): [source: string, flags: string] {
  const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(literal)!;
  return [source!, flags!];
}

test('every pattern is a literal or a row here says what it is put together of', () => {
  assert.ok(literals.size > 500, `${literals.size}`);
  assert.deepEqual(composing, Object.keys(composed).sort());
  const rows = Object.keys(reviewed);
  assert.deepEqual(
    rows.filter(each => !literals.has(each)),
    [],
    'rows about patterns that are gone',
  );
});

test('a static check calls no pattern vulnerable that was not looked at', { timeout }, async t => {
  process.env.RECHECK_BACKEND ??= 'pure';
  const { checkSync } = await import('recheck');
  const known = new Map(
    readFileSync(checkedFile, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]),
  );
  const asked = [...literals.keys()].filter(each => isLong || !known.has(each));
  const say = (literal: string): string => {
    const [source, flags] = parts(literal);
    // It does not know the flag that asks for places.
    return checkSync(source, flags.replace('d', ''), { timeout: isLong ? 10_000 : 2000 }).status;
  };
  const fresh = new Map(asked.map(each => [each, say(each)]));
  t.diagnostic(`${literals.size} patterns, ${asked.length} of them asked about now`);
  const statusOf = (literal: string) => fresh.get(literal) ?? known.get(literal)!;
  const vulnerable = [...literals.keys()].filter(each => statusOf(each) === 'vulnerable');
  assert.deepEqual(
    vulnerable.filter(each => !(each in reviewed)),
    [],
    'mend them, or say in a row why they may stay',
  );
  if (isLong || process.argv.includes('--update-snapshots')) {
    const lines = [...literals.keys()].sort().map(each => `${statusOf(each)} ${each}\n`);
    writeFileSync(checkedFile, lines.join(''));
  }
});

/** Milliseconds that a pattern takes for a text, the least of some tries. */
function timeOf(pattern: RegExp, text: string, tries: number): number {
  let least = Infinity;
  for (let count = 0; count < tries; count++) {
    pattern.lastIndex = 0;
    const start = performance.now();
    if (pattern.global) for (const _ of text.matchAll(pattern));
    else pattern.exec(text);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/**
 * How the worst text of its own makes a pattern grow: the time for a line of the greatest length that is looked at,
 * by the time for a quarter of it. 4 is linear, 16 quadratic; undefined where no text takes long.
 */
function growthOf(literal: string): { readonly growth: number; readonly what: string } | undefined {
  const [source, flags] = parts(literal);
  const pattern = new RegExp(source, flags);
  let worst = { time: 0, at: -1 };
  let index = 0;
  for (const text of attacksOn(source, longestLine)) {
    let time = timeOf(pattern, text, 1);
    if (time > worst.time && time > notable) time = timeOf(pattern, text, 2);
    if (time > worst.time) worst = { time, at: index };
    index++;
  }
  if (worst.time < notable) return undefined;
  const [long, quarter] = [longestLine, longestLine / 4].map(
    length => [...attacksOn(source, length)][worst.at]!,
  );
  const growth = timeOf(pattern, long!, 5) / timeOf(pattern, quarter!, 5);
  return { growth, what: `${literal} on ${JSON.stringify(long!.slice(0, 60))}…` };
}

/** Milliseconds: a line that takes less in any of its forms holds nothing up. */
const notable = 2;

/** Between linear, 4, and quadratic, 16. */
const mostGrowth = 9;

test('each pattern grows with its text and not with its square, on texts made against it', { timeout }, t => {
  let looked = 0;
  for (const literal of literals.keys()) {
    if (literal in short) continue;
    const found = growthOf(literal);
    if (!found) continue;
    looked++;
    assert.ok(found.growth < mostGrowth, `grows by ${found.growth.toFixed(1)}: ${found.what}`);
  }
  t.diagnostic(`${looked} patterns took more than ${notable} ms for some line`);
});
