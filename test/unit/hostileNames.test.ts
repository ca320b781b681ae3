// A log may come from anywhere: what stands in it is shown, and never a link, a picture, HTML or an icon.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import type { CodeLens } from 'vscode-languageserver';
import { analyze } from '../../server/src/analyze';
import { codeLens } from '../../server/src/features/codeLens';
import type { Log } from '../../server/src/model';
import { reportOf } from '../../server/src/report/report';
import { allLogs, allTraces, context, hoversOf, textDocument } from './checks';
import { runs, timeout } from './runs';

/** What a name, a path or a message may hold. Each is told from what is ours by the word "evil". */
const payloads = [
  '[evil](command:workbench.action.quit)',
  '[evil](http://evil.example/)',
  '![evil](http://evil.example/evil.png)',
  '<img src="http://evil.example/evil.png">',
  "<a href='command:evil'>evil</a>",
  '<evil>',
  '</p><script>evil</script>',
  '<http://evil.example/>',
  'http://evil.example/evil',
  'www.evil.example',
  'evil@evil.example',
  '`[evil](command:evil)',
  '``[evil](command:evil)`',
  '`](command:evil) [evil](command:evil)',
  '**evil**`<img src=evil>`',
  '\\[evil](command:evil)',
  '\\`<evil>\\`',
  'evil|<evil>|[evil](command:evil)',
  '[evil][evil] [evil]: command:evil',
  '&lt;evil&gt;&#91;evil](command:evil)',
  '$(evil) $(sync~spin)',
  '\u2028<evil>\u0085[evil](command:evil)',
  '\t# evil',
  '~~~evil',
  'EVIL\\[evil](command:evil)',
  'evil.test/[evil](command:evil)',
  'CN=[evil](command:evil),DC=evil',
] as const;

/** What names something in a log or a row: a word with what is in it, a text in quotation marks. */
const namePattern = /'[^'\r\n]{1,80}'|"[^"\r\n]{1,80}"|[\p{L}\d_$.-]{2,60}/gu;

/** The names that the core takes from a text, and then everything that looks like one. */
function namesIn(log: Log, text: string): { readonly taken: string[]; readonly all: string[] } {
  const facts = log.operations.flatMap(each => Object.values(each.facts));
  const ends = log.trace?.frames.flatMap(({ source, destination }) => [source, destination]) ?? [];
  const taken = [...facts, ...ends].filter(each => typeof each === 'string' && each !== '');
  const all = Array.from(text.matchAll(namePattern), ([name]) => name.replace(/^['"]|['"]$/g, ''));
  return { taken: [...new Set(taken)] as string[], all: ['NetSetup', ...all] };
}

const texts = [
  ...allLogs().map(each => ({ ...each, languageId: 'netsetup-log' })),
  ...allTraces().map(each => ({ ...each, languageId: 'network-trace' })),
]
  .filter(({ text }) => text.length < 30_000)
  .map(each => ({ ...each, names: namesIn(analyze(each.text, each.languageId), each.text) }));

/** A text in which one name is another, everywhere or where it stands first. */
const hostileText = fc
  .record({
    of: fc.nat(texts.length - 1),
    name: fc.nat(0xffff),
    isTaken: fc.boolean(),
    payload: fc.constantFrom(...payloads),
    isEverywhere: fc.boolean(),
    /** In place of the name, behind it, in front of it. */
    where: fc.nat(2),
  })
  .map(({ of, name, isTaken, payload, isEverywhere, where }) => {
    const { text, languageId, names } = texts[of]!;
    const list = isTaken && names.taken.length > 0 ? names.taken : names.all;
    const chosen = list[name % list.length]!;
    const put = [payload, chosen + payload, payload + chosen][where]!;
    return { text: text[isEverywhere ? 'replaceAll' : 'replace'](chosen, () => put), languageId };
  });

const parser = new MarkdownIt({ html: true, linkify: false });
// What is escaped stays a token of its own, so that it can be told from what some renderers make a link of.
parser.core.ruler.disable('text_join');

/** What editors and ticket systems make of Markdown, all tokens in one list. */
const tokensOf = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap(each => [each, ...tokensOf(each.children ?? [])]);

function checkMarkdown(text: string, what: string): void {
  for (const token of tokensOf(parser.parse(text, {}))) {
    const said = () => `${what}: ${token.type} ${token.content}\n${text}`;
    assert.ok(!/^(?:image|html_inline|html_block)$/.test(token.type), said());
    if (token.type === 'link_open') {
      const target = token.attrGet('href')!;
      assert.match(target, /^https:\/\/learn\.microsoft\.com\//, said());
      assert.doesNotMatch(target, /evil/, said());
    }
    // Some renderers make links of plain text too.
    if (token.type === 'text') {
      assert.doesNotMatch(token.content, /(?:https?|ftp):\/\/\S|\bwww\.\S|\w@\w+\.\w/i, said());
    }
  }
}

test('nothing in a log becomes a link, a picture or HTML in a hover or a summary', { timeout }, () => {
  let shown = 0;
  const property = fc.property(hostileText, ({ text, languageId }) => {
    const log = analyze(text, languageId);
    for (const each of hoversOf(log)) {
      checkMarkdown(each, 'hover');
      if (/evil/i.test(each)) shown++;
    }
    for (const { line } of [{ line: undefined }, ...log.operations.map(each => each.records[0]!)]) {
      const { asked, reachability } = reportOf(log, line);
      for (const each of [asked?.summary ?? '', reachability ?? '']) {
        checkMarkdown(each, 'summary');
        if (/evil/i.test(each)) shown++;
      }
    }
  });
  fc.assert(property, runs(200, 20_000));
  assert.ok(shown > 100, `only ${shown} texts said something of the names that were put in`);
});

test('nothing in a log becomes an icon in a lens', { timeout }, () => {
  const property = fc.property(hostileText, ({ text, languageId }) => {
    const lenses = codeLens.handle(analyze(text, languageId), { textDocument }, context) as CodeLens[];
    for (const { command } of lenses) assert.doesNotMatch(command!.title, /\$\([a-z]/i);
  });
  fc.assert(property, runs(200, 20_000));
});
