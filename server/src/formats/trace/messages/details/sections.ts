import type { Lines } from '../../../../model';

/** A protocol in the details of a frame: its line, and those below it. */
export interface Section {
  /** Without the sign of Network Monitor in front. */
  readonly heading: string;
  /** Cut at their ends; how deep they stand does not count here. */
  readonly lines: readonly string[];
}

/** More lines than the details of one frame have that tell something. */
const most = 5000;

/** The protocols in the details of a frame, from the outermost to the innermost. */
export function sectionsOf(lines: Lines, first: number, last: number): Section[] {
  const sections: { heading: string; lines: string[] }[] = [];
  let base: number | undefined;
  for (let line = first; line <= last && line < first + most; line++) {
    // Network Monitor marks a node with its sign at its indentation.
    const text = lines
      .at(line)
      .slice(0, 1000)
      .replace(/^(\s{0,40})[+-] (?=\w)/, '$1  ');
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const indent = text.length - text.trimStart().length;
    base ??= indent;
    if (indent <= base) sections.push({ heading: trimmed, lines: [] });
    else sections.at(-1)?.lines.push(trimmed);
  }
  return sections;
}

/** The value of the first line that begins with a label: "Transaction ID" of "Transaction ID: 0x326e". */
export function valueOf(lines: readonly string[], label: string): string | undefined {
  const start = `${label}:`;
  const found = lines.find(each => each.startsWith(start));
  return found?.slice(start.length).trim();
}

/** The number in brackets at the end of a value: 25 of "eRR-PREAUTH-REQUIRED (25)". */
export function numberIn(value: string | undefined): number | undefined {
  const found = /\((0x[0-9a-f]{1,8}|\d{1,10})\)$/i.exec(value?.slice(-20) ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
