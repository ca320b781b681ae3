import { isAddress, isArrow, isLeftArrow, isName, portOf } from './addresses';
import type { Cell } from './cells';
import type { Row } from './dialect';
import { isKnownProtocol, isPacketInfo, isProtocol, readProtocol } from './protocols';
import { readTime } from './times';

/** A row, and what it tells of the tool that printed it. */
export interface RowRead extends Row {
  readonly hasArrow: boolean;
  readonly hasPortColumns: boolean;
}

/** Columns of one's own that may stand between the time and the source, where tabs or commas keep them apart. */
const mostOwnColumns = 5;

/**
 * Finds the columns of a row by what is in them: a number, a time, two endpoints and a protocol; the rest is the
 * Info column. Headers are translated, cut off and left out, so that the contents are what is sure.
 *
 * @param isSplit whether the cells are columns; words of a line else, where only what is expected may stand.
 */
export function rowOf(line: string, cells: readonly Cell[], isSplit: boolean): RowRead | undefined {
  const isNumbered = cells.length > 3 && /^\d{1,10}$/.test(cells[0]!.text);
  const first = isNumbered ? 1 : 0;
  const timed = isSplit
    ? timeInCells(cells, first)
    : readTime(cells.slice(first, first + 8).map(each => each.text));
  const from = first + timed.length;
  for (let at = from; at <= from + (isSplit ? mostOwnColumns : 0); at++) {
    const ends = endpointsAt(line, cells, at, isNumbered || timed.length > 0);
    if (ends) return withRest(line, cells, isNumbered ? Number(cells[0]!.text) : undefined, timed, ends);
  }
  return undefined;
}

/** Times that fill their cells. */
function timeInCells(cells: readonly Cell[], first: number): ReturnType<typeof readTime> {
  const words: string[] = [];
  let length = 0;
  for (const { text } of cells.slice(first, first + 4)) {
    const own = text.split(/ +/, 8);
    if (readTime(own).length !== own.length) break;
    words.push(...own);
    length++;
  }
  return { ...readTime(words), length };
}

interface Ends {
  readonly source: string;
  readonly destination: string;
  readonly sourcePort: number | undefined;
  readonly destinationPort: number | undefined;
  readonly protocol: string;
  readonly hasArrow: boolean;
  readonly hasPortColumns: boolean;
  /** The cell behind the protocol. */
  readonly next: number;
}

/** Source and destination, with ports and an arrow where they have them, and the protocol behind them. */
function endpointsAt(line: string, cells: readonly Cell[], at: number, isListed: boolean): Ends | undefined {
  const text = (index: number): string | undefined => cells[index]?.text;
  const left = text(at);
  if (left === undefined || isArrow(left)) return undefined;
  let next = at + 1;
  const isPortBehind = portOf(text(next)) !== undefined;
  let leftPort = isPortBehind && (isArrow(text(next + 1)) || portOf(text(next + 2)) !== undefined);
  if (leftPort) next++;
  const arrow = isArrow(text(next)) ? text(next) : undefined;
  if (arrow !== undefined) next++;
  const right = text(next++);
  if (right === undefined) return undefined;
  let ports: readonly [number | undefined, number | undefined] = [undefined, undefined];
  if (leftPort && portOf(text(next)) !== undefined) ports = [portOf(text(at + 1)), portOf(text(next++))];
  else if (leftPort) leftPort = false;
  else if (portOf(text(next)) !== undefined && portOf(text(next + 1)) !== undefined) {
    ports = [portOf(text(next)), portOf(text(next + 1))];
    next += 2;
  }
  const protocol = readProtocol(text(next++) ?? '');
  if (!isProtocol(protocol)) return undefined;
  // Of a protocol that is not known, an arrow must tell, or two addresses.
  const isSure = arrow !== undefined || isKnownProtocol(protocol) || (isAddress(left) && isAddress(right));
  if (!isSure) return undefined;
  const isRow = isListed || isPacketInfo(line.slice(cells[next - 1]!.start + protocol.length).trimStart());
  if (!areEndpoints(left, right, arrow !== undefined, isRow, isKnownProtocol(protocol))) return undefined;
  const isReversed = isLeftArrow(arrow);
  return {
    source: isReversed ? right : left,
    destination: isReversed ? left : right,
    sourcePort: ports[isReversed ? 1 : 0],
    destinationPort: ports[isReversed ? 0 : 1],
    protocol,
    hasArrow: arrow !== undefined,
    hasPortColumns: ports[0] !== undefined,
    next,
  };
}

/** Two addresses are enough for a row; names need more around them, because prose has names too. */
function areEndpoints(
  left: string,
  right: string,
  hasArrow: boolean,
  isRow: boolean,
  isKnown: boolean,
): boolean {
  const addresses = [left, right].filter(isAddress).length;
  if (addresses === 2) return isRow || isKnown;
  if (addresses + [left, right].filter(each => !isAddress(each) && isName(each)).length < 2) return false;
  return isRow && (isKnown || (hasArrow && addresses > 0));
}

/** The length, where a number behind the protocol is no port of the Info column, and the Info column. */
function withRest(
  line: string,
  cells: readonly Cell[],
  number: number | undefined,
  { time, hasDate }: ReturnType<typeof readTime>,
  { next, ...ends }: Ends,
): RowRead {
  const isLength = /^\d{1,6}$/.test(cells[next]?.text ?? '') && !isBeforeArrow(line, cells[next]!);
  const info = cells[isLength ? next + 1 : next];
  const start = info?.start ?? line.trimEnd().length;
  return {
    number,
    time,
    hasDate,
    ...ends,
    length: isLength ? Number(cells[next]!.text) : undefined,
    info: line.slice(start).trim(),
    start,
  };
}

/** Whether a number is the port in front of an arrow: `49708 → 445 [SYN]`, `49708 > 445 [SYN]`. */
function isBeforeArrow(line: string, { start, text }: Cell): boolean {
  const behind = line.slice(start + text.length, start + text.length + 8).trimStart();
  return behind.startsWith('>') || isArrow(behind.split(' ', 1)[0]);
}
