import type { LanguageId } from '../model';
import { isNetlogonLog } from './netlogon';
import { isNetsetupLog } from './netsetup/recognize';
import { isNetworkTrace } from './trace/recognize';

/**
 * Tells what a text is by its first lines. It stands apart from the formats because the editor's side needs
 * nothing else of them: the tables stay out of its bundle.
 */

/** How many lines decide: enough to get past a banner, few enough to cost nothing. */
export const headLines = 200;

/** A line without end must not cost more than a page of lines. */
const headLength = 40_000;

/** How to tell each kind of text, in the order in which they are tried. */
const kinds: readonly (readonly [kind: LanguageId | 'netlogon', is: (head: readonly string[]) => boolean])[] =
  [
    ['netsetup-log', isNetsetupLog],
    ['netlogon', isNetlogonLog],
    ['network-trace', isNetworkTrace],
  ];

/** What a file is: by its first lines, or by its name where they are those of nothing known. */
export function recognizeFile(name: string, head: string): LanguageId | 'netlogon' | undefined {
  const isText = head.trim() !== '' && !head.includes('\0');
  return recognize(head) ?? (isText && /netsetup/i.test(name) ? 'netsetup-log' : undefined);
}

/** What the first lines of a text say that it is; undefined where they are of no known kind. */
export function recognize(text: string): LanguageId | 'netlogon' | undefined {
  const head = text
    .slice(0, headLength)
    .split(/\r\n|\n|\r/, headLines)
    .filter(line => line.trim() !== '');
  return kinds.find(([, is]) => is(head))?.[0];
}
