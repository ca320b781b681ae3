/** Text of a log as Markdown: it shows what it says and formats nothing. */

/** What becomes a link without any brackets: http://a, www.a, a@b.test. A backslash in its middle leaves it text. */
const bareLinks = /:(?=\/\/)|(?<=\bwww)\.|(?<=\w)@(?=\w)/gi;

/**
 * A plain sentence as Markdown: names such as FABRIKAM\\_jdoe stay as they are. What is in backquotes is code already;
 * a backquote without another one is text, or what stands behind it would not be escaped.
 */
export function markdown(sentence: string): string {
  return sentence
    .split(/(?<!`)(`[^`]+`)(?!`)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[\\`*_<>[\]]/g, '\\$&').replace(bareLinks, '\\$&'),
    )
    .join('');
}

/** A text with names of the log as Markdown, none of which is code. */
export function plain(text: string): string {
  // An underscore inside a word formats nothing, and names of codes are full of them.
  return text
    .replace(/[\\`*<>[\]&~#|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(bareLinks, '\\$&');
}

/** A value of the log as it stands there: `FABRIKAM\jdoe`. */
export function codeSpan(value: string): string {
  const fence = fenceAround(value, 1);
  const blank = /^`|`$/.test(value) ? ' ' : '';
  return `${fence}${blank}${value}${blank}${fence}`;
}

/** Lines of the log as they stand there. */
export function codeBlock(text: string): string {
  const fence = fenceAround(text, 3);
  return `${fence}text\n${text}\n${fence}`;
}

/** Longer than any run of backquotes in the text, so that none of them ends it. */
function fenceAround(text: string, shortest: number): string {
  const runs = text.match(/`+/g) ?? [];
  return '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), shortest));
}

/** A text with names of the log for a place where VS Code shows icons: `$(sync~spin)` is no icon there. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}
