import type { DecodeRow } from '../protocol';
import type { Decoded } from '../tables/decode';
import { spaceTitles } from '../tables/table';
import { hex } from '../words';
import { field } from './text';

/** A meaning as it is shown in a list. */
export function decodeRow({ value, space, name, text, inJoin }: Decoded): DecodeRow {
  return {
    code: `${hex(value)} · ${value} · ${name}`,
    space: spaceTitles[space],
    text: [text, inJoin].filter(Boolean).join(' '),
  };
}

/** What a number alone may mean, as plain text for a terminal. Ends with a line feed. */
export function decodeReport(decoded: readonly Decoded[]): string {
  const blocks = decoded.map(each => {
    const { code, space } = decodeRow(each);
    const sentences = [each.text, each.inJoin].filter(sentence => sentence !== undefined && sentence !== '');
    return `${code} · ${space}\n${sentences.map(sentence => field('', sentence!)).join('')}`;
  });
  return blocks.join('\n');
}
