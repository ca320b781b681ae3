import type { Cell } from './cells';
import { longestRow } from './cells';
import { rowOf } from './columns';
import type { Dialect } from './dialect';
import { type HeaderRows, headerRows } from './headerRows';
import { headerOf, namesColumns, type Field } from './headers';

/** More columns are none of a trace. */
const mostColumns = 40;

/**
 * Comma-separated values: `tshark -T fields -E header=y`, whatever its separator and quotes, and what Wireshark
 * exports as CSV. A header names the columns; without one they are found by what is in them.
 */
export const csv: Dialect = {
  id: 'csv',
  reader: () => {
    let separator = ',';
    let rows: HeaderRows | undefined;
    return {
      isBound: () => rows !== undefined,
      read(line) {
        if (!/[,;\t|]/.test(line)) return undefined;
        const header = namesColumns(line) ? headerIn(line) : undefined;
        if (header) {
          separator = header[0];
          rows = headerRows(header[1]);
          return 'header';
        }
        if (rows && line.includes(separator)) {
          const row = rows.rowOf(line, cellsOf(line, separator, rows.columns.length));
          if (row) return row;
        }
        if (!line.includes(',')) return undefined;
        const cells = cellsOf(line, ',').filter(cell => cell.text !== '');
        const row = cells.length > 3 ? rowOf(line, cells, true) : undefined;
        const info = row && cells.find(cell => cell.start === row.start);
        return row && info ? { ...row, info: info.text } : row;
      },
    };
  },
};

/** The separator of a header, and the columns that it names; undefined for any other line. */
function headerIn(line: string): [separator: string, columns: readonly (Field | undefined)[]] | undefined {
  for (const each of [',', ';', '\t', '|']) {
    const isFields = each === ',' || each === ';' || /(?:frame|ip|_ws\.col)\./.test(line.slice(0, 200));
    const header = line.includes(each) && isFields ? headerOf(cellsOf(line, each)) : undefined;
    if (header) return [each, header];
  }
  return undefined;
}

/**
 * The cells of a line, the empty ones too. A quoted cell ends at a quote with a separator or the end of the line
 * behind it: tshark leaves quotes inside it as they are, Wireshark doubles them.
 */
function cellsOf(line: string, separator: string, most = mostColumns): Cell[] {
  const text = line.slice(0, longestRow).trimEnd();
  const cells: Cell[] = [];
  let at = 0;
  while (at <= text.length && cells.length < most) {
    const blanks = separator === '\t' ? 0 : blanksAt(text, at);
    const isQuoted = text[at + blanks] === '"';
    const start = isQuoted ? at + blanks + 1 : at;
    const isLast = cells.length + 1 === most;
    const end = isQuoted
      ? closingQuote(text, start, separator, isLast)
      : plainEnd(text, start, separator, isLast);
    const inside = text.slice(start, end);
    const trimmed = inside.trim();
    cells.push({
      text: isQuoted && trimmed.includes('""') ? trimmed.replaceAll('""', '"') : trimmed,
      start: trimmed.length === inside.length ? start : start + inside.length - inside.trimStart().length,
    });
    at = isQuoted && text[end] === '"' ? end + 2 : end + 1;
  }
  return cells;
}

/** How many blanks stand in front of a quote, where not many do. */
function blanksAt(text: string, from: number): number {
  let blanks = 0;
  while (blanks < 20 && text.charCodeAt(from + blanks) === 32) blanks++;
  return blanks;
}

function plainEnd(text: string, from: number, separator: string, isLast: boolean): number {
  const end = isLast ? -1 : text.indexOf(separator, from);
  return end < 0 ? text.length : end;
}

/** Where the cell that begins behind a quote ends. */
function closingQuote(text: string, from: number, separator: string, isLast: boolean): number {
  if (isLast) return text.endsWith('"') && text.length > from ? text.length - 1 : text.length;
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    const behind = text[at + 1];
    if (behind === undefined || behind === separator) return at;
    if (behind === '"' && at > from) at++;
  }
  return text.length;
}
