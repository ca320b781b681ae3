import type { Code, Token } from '../model';
import { spaceOf } from '../tables/status';
import { kindRow, tokenKinds, type TokenKind } from '../tokenKinds';
import { longestLine } from './lines';

/**
 * A label: the text in front of a number that says what the number is. Each named group of `match` is a kind
 * of token; a digit at its end tells apart two of one kind ("status2"). A group may also hold the name of a code,
 * or a name with its number behind it: "STATUS_PENDING", "eRR-PREAUTH-REQUIRED (25)".
 */
export interface Label {
  /** Lines that it reads, one at least: tests run them. */
  readonly samples: readonly string[];
  /** Needs the flags d and g. Its wildcards are bounded, so that a line is read in linear time. */
  readonly match: RegExp;
  /**
   * Counts only in a continuation line of a record whose message reads like this; in the details of a frame, where
   * the labels that enclose the line do, one in each line.
   */
  readonly within?: RegExp;
}

/**
 * The tokens of one line, by column. Where two labels claim the same number, the first row has it.
 *
 * @param heading the message of the record that the line continues, or the labels that enclose a line of details,
 *   joined by line feeds; undefined for the first line of a record
 */
export function readTokens(labels: readonly Label[], text: string, line: number, heading?: string): Token[] {
  const tokens: Token[] = [];
  const head = text.length > longestLine ? text.slice(0, longestLine) : text;
  for (const label of labels) {
    if (label.within && !(heading !== undefined && label.within.test(heading))) continue;
    for (const match of matchesOf(label.match, head)) {
      for (const [group, place] of Object.entries(match.indices?.groups ?? {})) {
        if (!place) continue;
        const [start, end] = place;
        const kind = group.replace(/\d+$/, '') as TokenKind;
        const value = valueOf(text.slice(start, end), kind);
        // "52e" behind a decimal label, "0x534ERROR" of a torn line: no number that can be trusted.
        const isCut = /[0-9A-Za-z]/.test(text[end] ?? '');
        if (isCut || value === undefined || tokens.some(token => start < token.end && token.start < end))
          continue;
        tokens.push({ kind, value, line, start, end });
      }
    }
  }
  return tokens.sort((a, b) => a.start - b.start);
}

/** As `matchAll`, which would make a copy of the pattern each time. */
function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return none;
  const matches: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}

const none: readonly RegExpExecArray[] = [];

/** The value of a number, of a name, or of a name with its number in parentheses behind it. */
function valueOf(text: string, kind: TokenKind): number | undefined {
  const { bareBase, named, plus = 0 } = kindRow(kind);
  const behind = /\(([^()]{1,12})\)$/.exec(text);
  const value =
    numberOf(behind?.[1] ?? text, bareBase) ?? named?.(behind ? text.slice(0, behind.index).trimEnd() : text);
  return value === undefined || value + plus > 0xffffffff ? undefined : value + plus;
}

/** Four bytes of an LDAP filter, the lowest first: \16\00\00\20 is 0x20000016. */
const bytes = /^\\?([0-9a-f]{2})[\\:]([0-9a-f]{2})[\\:]([0-9a-f]{2})[\\:]([0-9a-f]{2})$/i;

/** The number that a text spells; undefined beyond 32 bits, where no Windows code or flag can be. */
function numberOf(text: string, bareBase: 10 | 16): number | undefined {
  const inBytes = bytes.exec(text)?.slice(1).reverse().join('');
  if (inBytes !== undefined) return parseInt(inBytes, 16);
  if (!/^(?:0x[0-9a-f]+|-?[0-9a-f]+)$/i.test(text)) return undefined;
  const value = /^0x/i.test(text) ? parseInt(text.slice(2), 16) : parseInt(text, bareBase);
  return value <= 0xffffffff ? value : undefined;
}

/** The status code that a token is; undefined for flags and other values. */
export function codeOf({ kind, value }: Token): Code | undefined {
  const { isResult, table } = tokenKinds[kind];
  if (!isResult) return undefined;
  const meaning = table.describe(value);
  return { value, space: meaning?.space ?? spaceOf(table, value), name: meaning?.name };
}
