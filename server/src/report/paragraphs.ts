/** Paragraphs and columns for a terminal of 100 columns. Each line ends with a line feed. */

/** Paragraphs under one label. */
export function list(label: string, texts: readonly string[]): string {
  return texts.map((text, index) => field(index === 0 ? label : '', text)).join('');
}

/** A labelled paragraph, wrapped. */
export function field(label: string, text: string): string {
  return `   ${`${label} `.padEnd(13)}${wrapped(text, 16)}\n`;
}

/** A paragraph without a label, wrapped. */
export function paragraph(text: string): string {
  return `   ${wrapped(text, 3)}\n`;
}

/** @param indent of the lines after the first */
function wrapped(text: string, indent: number): string {
  const rows: string[] = [];
  // A command stays on one line: it is there to be copied.
  for (const word of text.match(/(?:`[^`]*`|[^ `])+/g) ?? []) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length < 98 - indent) {
      rows[rows.length - 1] = `${last} ${word}`;
    } else rows.push(word);
  }
  return rows.join(`\n${' '.repeat(indent)}`);
}

/**
 * Rows of cells, each column as wide as its widest cell.
 *
 * @param mark gives a cell its colour, by its zero-based column and row
 */
export function columns(
  rows: readonly (readonly string[])[],
  mark = (cell: string, _column: number, _row: number) => cell,
): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows
    .map((cells, row) => {
      const padded = cells.map(
        (cell, column) => mark(cell, column, row) + ' '.repeat(widths[column]! - cell.length),
      );
      return `   ${padded.join('  ')}`.trimEnd();
    })
    .map(row => `${row}\n`)
    .join('');
}
