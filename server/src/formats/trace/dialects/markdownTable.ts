import { longestRow, type Cell } from './cells';
import { rowOf } from './columns';
import type { Dialect } from './dialect';
import { headerRows } from './headerRows';
import { headerOf } from './headers';

const rule = /^\|?[\s:|-]{5,400}$/;

/** Rows that somebody has put into a Markdown table: of Network Monitor in articles, or of Wireshark. */
export const markdownTable: Dialect = {
  id: 'markdownTable',
  reader: () => {
    let rows = headerRows([]);
    return {
      read(line) {
        if (!line.trimStart().startsWith('|')) return undefined;
        const cells = cellsOf(line, rows.columns.length);
        const header = headerOf(cells);
        if (header) {
          rows = headerRows(header);
          return 'header';
        }
        if (rule.test(line.trim())) return rows.columns.length > 0 ? 'header' : undefined;
        const found = rows.rowOf(line, cells);
        if (found) return found;
        const filled = cells.filter(cell => cell.text !== '');
        const row = rowOf(line, filled, true);
        const info = row && filled.find(cell => cell.start === row.start);
        return row && { ...row, info: info?.text ?? '' };
      },
    };
  },
};

/** What stands between bars; the last column may hold bars of its own. */
function cellsOf(line: string, columns: number): Cell[] {
  const text = line.slice(0, longestRow).trimEnd();
  const from = text.indexOf('|') + 1;
  const to = text.endsWith('|') && text.length > from ? text.length - 1 : text.length;
  const cells: Cell[] = [];
  let at = from;
  while (at <= to && cells.length < 40) {
    const bar = cells.length + 1 === columns ? -1 : text.indexOf('|', at);
    const end = bar < 0 || bar > to ? to : bar;
    const inside = text.slice(at, end);
    const own = inside.trim().replace(/^(?:\*\*|`)/, '');
    cells.push({ text: own.replace(/(?:\*\*|`)$/, ''), start: at + inside.trimEnd().length - own.length });
    at = end + 1;
  }
  return cells;
}
