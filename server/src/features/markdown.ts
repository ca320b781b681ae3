/** A plain sentence as Markdown: names such as FABRIKAM\\_jdoe stay as they are. What is in backquotes is code already. */
export function markdown(sentence: string): string {
  return sentence
    .split('`')
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*_<>[\]]/g, '\\$&')))
    .join('`');
}
