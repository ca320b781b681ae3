import type { DialectId, Frame, Lines } from '../../model';
import { withoutQuote } from './details';
import { dialects } from './dialects';
import { longestRow } from './dialects/cells';
import type { Row } from './dialects/dialect';
import { type PlainRow, plainRowReader } from './dialects/plainRows';
import { frameLineOf, isHeadless } from './dialects/protocolLines';
import { framesOf, type Draft } from './frameDrafts';
import { withRunningTimes } from './runningTimes';
import { isTorn } from './torn';
import { otherExport } from './otherExports';

/** What the lines of a trace hold. */
export interface FramesRead {
  readonly frames: readonly Frame[];
  readonly dialects: readonly DialectId[];
  /** Lines that hold something and are no row, header, details or prose between them. */
  readonly unreadLines: readonly number[];
  /** How many lines are rows, headers, details or bytes of packets. */
  readonly readLines: number;
  /** Rows seem to be broken across lines, as mail programs do it: what stands at their end is on the next line. */
  readonly isBroken: boolean;
  readonly notRead: { readonly line: number; readonly what: string } | undefined;
}

/** What `tshark -x` and Wireshark print of the bytes. */
const hexLine = /^[0-9a-f]{4,8} {2}[0-9a-f]{2}(?: |$)/;
const hexCaption = /^[A-Z][\w ./()-]{0,40} \(\d{1,9} bytes\):$/;

/** What may be a row although it is indented as far as details: rows begin with their number, and blanks before it. */
const numbered = /^\s{0,20}\d{1,10}[ \t]/;

/** What ends details in an article, also without a blank line. */
const markdown = /^(?:```|~~~|#{1,6} |<\/?\w)/;

/** A note behind a row is none of it; so many lines that are nothing are. */
const fewestBroken = 3;

/** Reads the frames of a trace: rows of every dialect, with the details that stand below them. */
export function readFrames(lines: Lines): FramesRead {
  const notRead = otherExport(lines);
  if (notRead)
    return {
      frames: [],
      dialects: [],
      unreadLines: filledLines(lines),
      readLines: 0,
      isBroken: false,
      notRead,
    };
  const drafts: Draft[] = [];
  const unreadLines: number[] = [];
  const found = new Set<DialectId>();
  const read = rowReader();
  let readLines = 0;
  let rowLine = -2;
  let leftOvers = 0;
  /** The frame whose details go on, how far in they begin, and whether a blank line came since. */
  let open: { details: [number, number]; base: number; isBroken: boolean } | undefined;

  for (let line = 0; line < lines.count; line++) {
    const whole = lines.at(line);
    const own = whole.length > longestRow ? whole.slice(0, longestRow) : whole;
    if (open && !open.isBroken && isBelow(own, open.base)) {
      readLines++;
      open.details[1] = line;
      continue;
    }
    // Nearly every line of a long trace is a row that can be read in one way only.
    const plain = read.plain(own);
    if (plain) {
      readLines++;
      open = undefined;
      found.add(plain.dialect);
      rowLine = line;
      drafts.push(draftOf(plain.dialect, line, plain, 0));
      continue;
    }
    const text = withoutQuote(own);
    const indent = text.search(/\S/);
    if (indent < 0) {
      if (open) open.isBroken = true;
      continue;
    }
    const start = frameLineOf(text);
    const loose = start ? undefined : (!open || open.isBroken) && isHeadless(text);
    if (start || loose) {
      readLines++;
      const details: [number, number] = [line, line];
      const dialect = loose || (start?.isNetmon ? 'netmonDetails' : 'wiresharkDetails');
      found.add(dialect);
      drafts.push({ dialect, line, row: undefined, number: start?.number, details, isRepeat: false });
      open = { details, base: indent, isBroken: false };
      continue;
    }
    const isDeeper = open !== undefined && indent > open.base;
    const row = isDeeper && !open!.isBroken && !numbered.test(text) ? undefined : read.any(text);
    readLines++;
    if (row === 'header') {
      open = undefined;
    } else if (row) {
      open = undefined;
      found.add(row.dialect);
      rowLine = line;
      drafts.push(draftOf(row.dialect, line, row.row, own.length - text.length));
    } else if (hexLine.test(text) || hexCaption.test(text)) {
      if (open) open.isBroken = true;
    } else if (open && (isDeeper || !open.isBroken) && !markdown.test(text)) {
      open.details[1] = line;
    } else {
      open = undefined;
      readLines--;
      if (rowLine === line - 1 && !markdown.test(text)) leftOvers++;
      if (isTorn(text)) unreadLines.push(line);
    }
  }
  return {
    frames: withRunningTimes(framesOf(drafts, lines)),
    dialects: [...found],
    unreadLines,
    readLines,
    isBroken: leftOvers >= fewestBroken && leftOvers * 5 >= drafts.length,
    notRead: undefined,
  };
}

function draftOf(dialect: DialectId, line: number, row: Row, offset: number): Draft {
  const own = offset === 0 ? row : { ...row, start: row.start + offset };
  return { dialect, line, row: own, number: row.number, details: undefined, isRepeat: row.isRepeat ?? false };
}

const mostOthers = 5000;
const longestOther = 300;

const listMark = /^\s{0,8}(?:[*-]|\d{1,3}[.)]) /;

type Found = { readonly dialect: DialectId; readonly row: Row };

/** What a row, the first line of other details or a quoted line may begin with. */
const beginsOther = /[\d>+F-]/;

/** Whether a line can only be one of the details that go on: it stands farther in, and begins like nothing else. */
function isBelow(line: string, base: number): boolean {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent++;
  const code = line.charCodeAt(indent);
  return indent > base && code > 32 && code < 127 && !beginsOther.test(line[indent]!);
}

interface RowReader {
  /** A row that can be read in one way only, in a line without a quotation mark in front. */
  plain(line: string): PlainRow | undefined;
  /** Reads a line with the first dialect that knows it; in a list, without its mark. */
  any(line: string): Found | 'header' | undefined;
}

function rowReader(): RowReader {
  const readers = dialects.map(({ id, reader }) => ({ id, reader: reader() }));
  const bound = readers.flatMap(({ reader }) => (reader.isBound ? [reader.isBound] : []));
  /** Whether the line that was read last decides how the next one is read. */
  let isBound = false;
  /** Lines that were none of any dialect: the protocols in the details of frames are the same again and again. */
  const others = new Set<string>();
  /** The header that was read last. */
  let header: string | undefined;
  const plain = plainRowReader();
  const first = (line: string): Found | 'header' | undefined => {
    for (const { id, reader } of readers) {
      const row = reader.read(line);
      if (row === undefined) continue;
      if (row !== 'header') return { dialect: id, row };
      // Another header may make rows of lines that were none.
      if (line !== header) others.clear();
      header = line;
      return row;
    }
    return undefined;
  };
  const listed = (line: string): Found | undefined => {
    const mark = listMark.exec(line)?.[0].length;
    const found = mark === undefined ? undefined : first(line.slice(mark));
    if (mark === undefined || found === undefined || found === 'header') return undefined;
    return { ...found, row: { ...found.row, start: found.row.start + mark } };
  };
  return {
    plain: line => (isBound ? undefined : plain(line)),
    any(line) {
      if (!isBound && line === header) return 'header';
      if (!isBound && others.has(line)) return undefined;
      const found = first(line) ?? listed(line);
      isBound = bound.some(each => each());
      if (!found && others.size < mostOthers && line.length < longestOther) others.add(line);
      return found;
    },
  };
}

function filledLines(lines: Lines): number[] {
  const filled: number[] = [];
  for (let line = 0; line < lines.count; line++) if (lines.at(line).trim() !== '') filled.push(line);
  return filled;
}
