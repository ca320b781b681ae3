import type { Lines } from '../model';

/** No line of a real log is longer; what a hostile one holds behind this column is not looked at. */
export const longestLine = 20_000;

/** Cuts a text into lines: LF, CRLF and CR end one, as in LSP, so that line numbers agree with every editor. */
export function linesOf(text: string): Lines {
  const starts: number[] = [0];
  // Most texts have no lone CR, so the next CR is searched only when the last one found is behind.
  let carriageReturn = text.indexOf('\r');
  let lineFeed = text.indexOf('\n');
  while (lineFeed >= 0 || carriageReturn >= 0) {
    const isLoneCr = carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed - 1);
    const end = isLoneCr ? carriageReturn : lineFeed;
    starts.push(end + 1);
    if (end === lineFeed) lineFeed = text.indexOf('\n', end + 1);
    if (carriageReturn >= 0 && carriageReturn <= end) carriageReturn = text.indexOf('\r', end + 1);
  }
  return {
    count: starts.length,
    at(line) {
      const start = starts[line];
      if (start === undefined) return '';
      let end = starts[line + 1] ?? text.length;
      if (line + 1 < starts.length) {
        end--;
        if (text[end] === '\n' && text[end - 1] === '\r' && end > start) end--;
      }
      return text.slice(start, end);
    },
  };
}
