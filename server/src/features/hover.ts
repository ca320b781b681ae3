import { type Hover, type HoverParams, HoverRequest, MarkupKind } from 'vscode-languageserver';
import type { Log, Token } from '../model';
import { isAt } from '../parser/spans';
import { spaceTitles, type Meaning } from '../tables/table';
import { dnsRcode, hresultName, otherNameOf, rcodeOf, spaceOf, win32 } from '../tables/status';
import { tokenKinds } from '../tokenKinds';
import { hex } from '../words';
import { plainText } from '../report/plainText';
import type { Feature } from './feature';
import { placeText } from './place';
import { rangeOf } from './ranges';

/** What a number means where it stands, or what a function does. A number without a known label has no hover. */
export const hover: Feature<HoverParams, Hover | null> = {
  name: 'hover',
  capabilities: { hoverProvider: true },
  request: HoverRequest.type,
  reads: ['position'],
  handle(log, { position: { line, character } }, { client }) {
    const token = log.tokens(line).find(each => isAt(each, character));
    const name = token ? undefined : log.nameAt(line, character);
    const span = token ?? name;
    if (!span) return null;
    const value = token ? tokenText(log, token) : `**\`${textOf(log, span)}\`**\n\n${name!.about}`;
    // Of what a client can show, it names first what it likes best.
    const isMarkdown = client.textDocument?.hover?.contentFormat?.[0] === MarkupKind.Markdown;
    return {
      contents: isMarkdown
        ? { kind: MarkupKind.Markdown, value }
        : { kind: MarkupKind.PlainText, value: plainText(value) },
      range: rangeOf(span),
    };
  },
};

function textOf(log: Log, { line, start, end }: { line: number; start: number; end: number }): string {
  return log.lines.at(line).slice(start, end);
}

function tokenText(log: Log, token: Token): string {
  const { table, isResult } = tokenKinds[token.kind];
  const meaning = table.describe(token.value);
  if (isResult)
    return paragraphs(
      codeHeading(token, meaning),
      meaning?.text,
      rcodeText(meaning),
      lowWordText(log, token),
      placeText(log, token, meaning),
    );
  if (meaning?.bits) return flagsText(log, token, table.title, meaning);
  const printed = textOf(log, token);
  // "LOGON_SAM_LOGON_RESPONSE_EX (23)" names itself.
  const number = meaning?.name && printed.startsWith(meaning.name) ? String(token.value) : printed;
  const shown = /^0x/i.test(number) ? `\`${number}\` · ${token.value}` : `\`${number}\``;
  if (!meaning) return `**${shown}** · ${table.title}: not a known value`;
  const heading = meaning.name === '' ? `**${shown}**` : `**${shown} · ${meaning.name}**`;
  return paragraphs(`${heading} · ${table.title}`, meaning.text, placeText(log, token, meaning));
}

/** **`0x534` · 1332 · ERROR_NONE_MAPPED** · Win32 */
function codeHeading({ kind, value }: Token, meaning: Meaning | undefined): string {
  const space = spaceTitles[meaning?.space ?? spaceOf(tokenKinds[kind].table, value)];
  const numbers = value < 10 ? `\`${hex(value)}\`` : `\`${hex(value)}\` · ${value}`;
  return meaning
    ? `**${numbers} · ${namesOf(meaning)}** · ${space}`
    : `**${numbers}** · ${space}, a code without a name here`;
}

/** Some numbers have a name in two headers. */
function namesOf({ name, space, value }: Meaning): string {
  const isCarried = space === 'win32' && value > 0xffff;
  // A fault of RPC may hold a Win32 code, and problems call it by that name.
  if (space === 'rpc' && value < 0x10000) {
    const known = win32.describe(value)?.name;
    return known === undefined || known === name ? name : `${known} · ${name}`;
  }
  const other = isCarried ? hresultName(value) : space === 'win32' ? otherNameOf(value) : undefined;
  return other === undefined ? name : `${name} (${other})`;
}

/** The answer of a DNS server that a Win32 code stands for. */
function rcodeText(meaning: Meaning | undefined): string | undefined {
  const rcode = meaning?.space === 'win32' ? rcodeOf(meaning.value) : undefined;
  const answer = rcode === undefined ? undefined : dnsRcode.describe(rcode);
  return answer && `The DNS server answered with code ${rcode}, ${answer.name}.`;
}

/** "Code = (187)": Network Monitor leaves the upper half of an NTSTATUS out. */
function lowWordText(log: Log, token: Token): string | undefined {
  if (token.kind !== 'ntstatusLowWord') return undefined;
  const number = textOf(log, token);
  return `Network Monitor shows the lower half of the code alone, in decimal: \`${number}\` is ${hex(token.value % 0x10000)} of ${hex(token.value)}.`;
}

function flagsText(log: Log, token: Token, title: string, { bits = [], notSet = [] }: Meaning): string {
  const rows = bits.map(
    ({ mask, name, text }) => `| ${hex(mask)} | ${name ? `\`${name}\`` : '?'} | ${text} |`,
  );
  const { value } = token;
  const number = textOf(log, token);
  // Of a number without 0x, as Kerberos flags and escaped bytes are, both forms help to find it.
  const shown = /^0x[0-9a-f]+$/i.test(number)
    ? `\`${number}\``
    : number === '0'
      ? '`0x0`'
      : `\`${number}\` · ${hex(value)}`;
  return paragraphs(
    `**${shown}** · ${title}`,
    rows.length > 0 ? ['| bit | name | |', '|---|---|---|', ...rows].join('\n') : 'No bit is set.',
    ...notSet.map(({ name, mask, consequence }) => `Not set: \`${name}\` (${hex(mask)}). ${consequence}`),
  );
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}
