import type { Code, Token } from '../model';
import { spaceOf } from '../tables/status';
import { tokenKinds, type TokenKind } from '../tokenKinds';
import { longestLine } from './lines';

/**
 * A label: the text in front of a number that says what the number is. Each named group of `match` is a kind
 * of token; a digit at its end tells apart two of one kind ("status2").
 */
export interface Label {
  /** Lines that it reads, one at least: tests run them. */
  readonly samples: readonly string[];
  /** Needs the flags d and g. Its wildcards are bounded, so that a line is read in linear time. */
  readonly match: RegExp;
  /** Counts only in a continuation line of a record whose message reads like this. */
  readonly within?: RegExp;
}

/**
 * The tokens of one line, by column. Where two labels claim the same number, the first row has it.
 *
 * @param heading the message of the record that the line continues; undefined for the first line of a record
 */
export function readTokens(labels: readonly Label[], text: string, line: number, heading?: string): Token[] {
  const tokens: Token[] = [];
  const head = text.length > longestLine ? text.slice(0, longestLine) : text;
  for (const label of labels) {
    if (label.within && !(heading !== undefined && label.within.test(heading))) continue;
    for (const match of head.matchAll(label.match)) {
      for (const [group, place] of Object.entries(match.indices?.groups ?? {})) {
        if (!place) continue;
        const [start, end] = place;
        const kind = group.replace(/\d+$/, '') as TokenKind;
        const value = numberOf(text.slice(start, end), tokenKinds[kind].bareBase);
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

/** The number that a text spells; undefined beyond 32 bits, where no Windows code or flag can be. */
function numberOf(text: string, bareBase: 10 | 16): number | undefined {
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
