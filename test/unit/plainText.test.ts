import { test } from 'node:test';
import assert from 'node:assert/strict';
import MarkdownIt, { type Token } from 'markdown-it';
import { analyze } from '../../server/src/analyze';
import { plainText } from '../../server/src/report/plainText';
import { allLogs, allTraces, hoversOf } from './checks';
import { timeout } from './runs';

test('a hover without Markdown: names, a table, a link, what a log wrote', () => {
  assert.equal(
    plainText(
      '**`0x25` · 37** · join options\n\n| bit | name | |\n|---|---|---|\n| 0x1 | `NETSETUP_JOIN_DOMAIN` | join a domain |',
    ),
    '0x25 · 37 · join options\n\nbit  name\n0x1  NETSETUP_JOIN_DOMAIN  join a domain',
  );
  assert.equal(
    plainText('- see [Microsoft: ERROR\\_X](https://learn.microsoft.com/a_b)'),
    '- see Microsoft: ERROR_X (https://learn.microsoft.com/a_b)',
  );
  assert.equal(
    plainText('`FABRIKAM\\jdoe` is FABRIKAM\\\\\\_jdoe, ``a`b``'),
    'FABRIKAM\\jdoe is FABRIKAM\\_jdoe, a`b',
  );
});

const parser = new MarkdownIt({ html: true, linkify: false });

/** What a parser of Markdown shows as text, without blanks and lines. */
function shown(markdown: string): string {
  const text = (tokens: readonly Token[]): string =>
    tokens
      .map(token => {
        if (token.type === 'list_item_open') return '-';
        if (token.type === 'link_open') return `\0${token.attrGet('href')}\0`;
        return token.children ? text(token.children) : token.content;
      })
      .join('');
  return text(parser.parse(markdown, {}))
    .replace(/\0([^\0]*)\0(.*?)(?=\0|$)/gs, '$2($1)')
    .replace(/\s/g, '');
}

test('every hover of our texts says without Markdown what it says with it', { timeout }, () => {
  const hovers = new Set([...allLogs(), ...allTraces()].flatMap(({ text }) => hoversOf(analyze(text))));
  assert.ok(hovers.size > 500, `${hovers.size} hovers`);
  for (const hover of hovers) {
    assert.equal(plainText(hover).replace(/\s/g, ''), shown(hover), hover);
  }
});
