/** Where lines end in a text: LF, CRLF or CR, as in LSP. */

/** Behind the last line end that is whole: what follows may belong to it. 0 where there is none. */
export function endOfLines(text: string): number {
  const lineFeed = text.lastIndexOf('\n') + 1;
  // A text whose lines end with CR alone; a line feed may follow the last one.
  return lineFeed > 0 ? lineFeed : text.lastIndexOf('\r', text.length - 2) + 1;
}

/** Where a line begins; the length of the text for one that it does not have. */
export function startOfLine(text: string, line: number): number {
  let start = 0;
  let carriageReturn = text.indexOf('\r');
  for (let at = 0; at < line; at++) {
    const lineFeed = text.indexOf('\n', start);
    if (carriageReturn >= 0 && carriageReturn < start) carriageReturn = text.indexOf('\r', start);
    if (carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed - 1)) start = carriageReturn + 1;
    else if (lineFeed >= 0) start = lineFeed + 1;
    else return text.length;
  }
  return start;
}
