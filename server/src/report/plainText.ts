/**
 * Markdown as we write it, as plain text, for an editor or a screen that shows no Markdown: emphasis, backquotes and
 * backslashes go, a link is followed by its address, and the cells of a table stand beside each other.
 */
export function plainText(text: string): string {
  return text
    .split('\n')
    .filter(line => !/^\|[-|]+\|$/.test(line))
    .map(line => (line.startsWith('| ') ? cellsOf(line).map(inline).join('  ').trimEnd() : inline(line)))
    .join('\n');
}

/** An escaped character, backquotes, strong emphasis, the beginning and the end of a link. */
const mark = /\\([!-/:-@[-`{-~])|`+|\*\*|\[|\]\(([^()\s]*)\)/g;

function inline(text: string): string {
  let shown = '';
  let at = 0;
  // Backquotes decide how far they reach: what stands between them is no mark.
  for (const { 0: found, 1: escaped, 2: address, index } of text.matchAll(mark)) {
    if (index < at) continue;
    shown += text.slice(at, index);
    at = index + found.length;
    if (escaped !== undefined) shown += escaped;
    else if (address !== undefined) shown += ` (${address})`;
    else if (found.startsWith('`')) {
      const end = closingOf(text, found, at);
      shown += end < 0 ? found : codeIn(text.slice(at, end));
      if (end >= 0) at = end + found.length;
    }
  }
  return shown + text.slice(at);
}

/** Where as many backquotes stand as opened a piece of code; -1 where none do. */
function closingOf(text: string, fence: string, from: number): number {
  for (let at = text.indexOf(fence, from); at >= 0; at = text.indexOf(fence, at)) {
    const start = at;
    while (text[at] === '`') at++;
    if (at - start === fence.length) return start;
  }
  return -1;
}

/** A blank at both ends keeps backquotes of the code from those around it. */
function codeIn(code: string): string {
  return /^ .* $/.test(code) && code.trim() !== '' ? code.slice(1, -1) : code;
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\| | \|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim());
}
