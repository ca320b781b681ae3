import type { Lines } from '../../../../model';
import { once } from '../../../../once';

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
  const end = Math.min(last, first + most - 1);
  const starts: number[] = [];
  let base: number | undefined;
  for (let line = first; line <= end; line++) {
    const indent = indentOf(lines.at(line));
    if (indent === undefined) continue;
    base ??= indent;
    if (indent <= base) starts.push(line);
  }
  return starts.map((start, at) => {
    const next = starts[at + 1] ?? end + 1;
    const below = once(() => linesBelow(lines, start + 1, next));
    return {
      heading: withoutSign(lines.at(start)).trim(),
      get lines() {
        return below();
      },
    };
  });
}

function linesBelow(lines: Lines, from: number, to: number): string[] {
  const below: string[] = [];
  for (let line = from; line < to; line++) {
    const text = withoutSign(lines.at(line)).trim();
    if (text !== '') below.push(text);
  }
  return below;
}

/** How far in a line stands; undefined for a blank one. */
function indentOf(line: string): number | undefined {
  let at = 0;
  while (line.charCodeAt(at) === 32) at++;
  const code = line.charCodeAt(at);
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  if (isLetter && at < longest) return at;
  const text = withoutSign(line);
  const trimmed = text.trimStart();
  return trimmed === '' ? undefined : text.length - trimmed.length;
}

/** Network Monitor marks a node with its sign at its indentation. */
function withoutSign(line: string): string {
  const text = line.length > longest ? line.slice(0, longest) : line;
  return text.includes('+ ') || text.includes('- ') ? text.replace(/^(\s{0,40})[+-] (?=\w)/, '$1  ') : text;
}

/** Of a line no more is read. */
const longest = 1000;

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
