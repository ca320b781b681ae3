import type { Lines } from '../../model';

/** Exports of packets that are not read, by their first lines. */
const exports: readonly (readonly [begins: RegExp, what: string])[] = [
  [/^(?:<\?xml[^>]{0,200}\?>|<!--[^>]{0,300}-->|\s){0,8}<pdml\b/, 'PDML (tshark -T pdml)'],
  [/^(?:<\?xml[^>]{0,200}\?>|<!--[^>]{0,300}-->|\s){0,8}<psml\b/, 'PSML (tshark -T psml)'],
  [/^\{"index":\s?\{"_index":\s?"packets-/, 'EK (tshark -T ek)'],
  [/^\{"timestamp":\s?"\d{1,16}",\s?"layers":/, 'EK (tshark -T ek)'],
  [/^\[\s{0,20}\{[^[\]]{0,300}"_source":\s{0,20}\{\s{0,20}"layers":/, 'JSON (tshark -T json)'],
  [/^(?:Frame \(\d{1,9} bytes\):\s{1,20})?0000 {2,3}(?:[0-9a-f]{2} ){1,16}/, 'hex dump (tshark -x)'],
];

/** How far into a text the first lines are looked at. */
const mostLines = 40;

/** Which export that is known and not read a text is; undefined for any other. */
export function otherExport(lines: Lines): { readonly line: number; readonly what: string } | undefined {
  let line = 0;
  while (line < lines.count && lines.at(line).trim() === '') line++;
  const head: string[] = [];
  for (let at = line; at < Math.min(lines.count, line + mostLines); at++)
    head.push(lines.at(at).slice(0, 2000));
  const what = whatIs(head);
  return what === undefined ? undefined : { line, what };
}

/** What the first lines, the first of them not blank, are an export of. */
function whatIs(head: readonly string[]): string | undefined {
  const text = head.join('\n').slice(0, 8000).trimStart();
  return exports.find(([begins]) => begins.test(text))?.[1];
}
