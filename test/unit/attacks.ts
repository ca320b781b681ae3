/** Texts that a pattern may be slow on, made of its own pieces. */

/** What one step of a pattern reads, a class of characters as one of them; alternatives are all left in, in a row. */
function skeletonOf(source: string): string {
  return source
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(')
    .replace(/\\[bB]|\^|\$(?!\w)/g, '')
    .replace(/\[\^?((?:\\.|[^\]\\])+)\]/g, (_, set: string) =>
      set.startsWith('\\') ? set.slice(0, 2) : set[0]!,
    )
    .replace(/(?:\{\d+(?:,\d*)?\}|[*+?])\??/g, '')
    .replace(/\\d/g, '0')
    .replace(/\\[wS]|\\p\{\w+\}/g, 'a')
    .replace(/\\s/g, ' ')
    .replace(/\\t/g, '\t')
    .replace(/\\([^\w])/g, '$1')
    .replace(/[()]/g, '')
    .replace(/\./g, 'x');
}

/** Ends at which the last step of a pattern fails; the first is no end of a line for us, and one for a dot. */
const tails = ['a\u2028a', '!', ''];

const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Texts of a length for a pattern: its beginnings again and again, and one beginning with a long run behind it. */
export function* attacksOn(source: string, length: number): Iterable<string> {
  const pieces = new Set<string>();
  for (const each of skeletonOf(source).split('|').filter(Boolean).slice(0, 12)) {
    for (const share of [0.25, 0.5, 0.75, 1]) pieces.add(each.slice(0, Math.ceil(each.length * share)));
  }
  for (const piece of [...pieces, ' ', '0', 'a', '\t', '(', '[', ':', '"', 'a ', 'a.', '0x', ': ']) {
    for (const tail of tails) yield repeated(piece, length - tail.length) + tail;
  }
  for (const piece of pieces) {
    for (const filler of [' ', '0', 'a', 'a '])
      yield piece + repeated(filler, length - piece.length - 3) + 'a\u2028a';
  }
}
