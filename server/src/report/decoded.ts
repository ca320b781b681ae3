import type { DecodeRow } from '../protocol';
import type { Decoded } from '../tables/decode';
import { spaceTitles } from '../tables/table';
import { hex } from '../words';
import { field } from './paragraphs';

/**
 * A meaning as it is shown in a list.
 *
 * @param asked what was typed: digits alone may have been meant as hexadecimal, and that is said
 */
export function decodeRow(
  { value, space, name, text, inJoin }: Decoded,
  asked: string,
): Omit<DecodeRow, 'isMeant'> {
  const digits = /\d+/.exec(asked)?.[0];
  const isGuess =
    /^\D?\d+\D?$/.test(asked.trim()) && digits !== undefined && Number(digits) !== value && value < 2 ** 31;
  return {
    code: `${hex(value)} · ${value} · ${name}`,
    space: isGuess ? `${spaceTitles[space]}, if ${digits} is hexadecimal` : spaceTitles[space],
    text: [text, inJoin].filter(Boolean).join(' '),
  };
}

/** What a number alone may mean, as plain text for a terminal. Ends with a line feed. */
export function decodeReport(decoded: readonly Decoded[], asked: string): string {
  const blocks = decoded.map(each => {
    const { code, space } = decodeRow(each, asked);
    const sentences = [each.text, each.inJoin].filter(sentence => sentence !== undefined && sentence !== '');
    return `${code} · ${space}\n${sentences.map(sentence => field('', sentence!)).join('')}`;
  });
  return blocks.join('\n');
}
