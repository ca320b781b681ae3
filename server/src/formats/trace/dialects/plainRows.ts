import type { DialectId } from '../../../model';
import { isAddress, isArrow, isLeftArrow, isName, portOf } from './addresses';
import { wordsOf } from './cells';
import {
  blank,
  cellAfter,
  digitsEnd,
  isDigit,
  isSeparator,
  isWordAt,
  isWordSign,
  numberIn,
  separatorAt,
  skipBlanks,
  tab,
  wordEnd,
} from '../characters';
import type { Row } from './dialect';
import { namesColumns } from './headers';
import { isDescription } from './netmonGrid';
import { isKnownProtocol, readProtocol } from './protocols';
import { clockOf, dateOf, firstEpoch, readTime } from './times';
import { headerIn } from './wiresharkColumns';

/** A row with its dialect: an arrow between its ends tells which tool printed it. */
export interface PlainRow extends Row {
  readonly dialect: DialectId;
}

/** The dialects that print such rows. */
const dialectOf = (hasTabs: boolean, hasArrow: boolean): DialectId =>
  hasArrow ? (hasTabs ? 'tsharkTabs' : 'tsharkSummary') : hasTabs ? 'wiresharkTabs' : 'wiresharkColumns';

/** `→` */
const rightArrow = 0x2192;

/** So many different words are remembered, in a text that has more of them than any network. */
const mostKnown = 10_000;

/**
 * Reads the rows that nearly every line of a long trace is: number and time, or neither; two ends with or without an
 * arrow, a known protocol, the length or none, and what is said. Anything that might be read in another way is left
 * to the dialects, which find columns by their contents and take ten times as long: what is read here they would
 * read the same.
 */
export function plainRowReader(): (line: string) => PlainRow | undefined {
  const ends = new Map<string, End | undefined>();
  const protocols = new Map<string, string | undefined>();
  /** The ends that were read last: two hosts talk in turns, and no text need be cut out for them. */
  let [lastLeft, lastRight] = [noEnd, noEnd];
  let lastProtocol = '';
  const days = new Map<string, number | undefined>();

  const endAt = (line: string, at: number): End | undefined => {
    if (isWordAt(line, lastLeft.text, at)) return lastLeft;
    if (isWordAt(line, lastRight.text, at)) return lastRight;
    return remembered(ends, line.slice(at, wordEnd(line, at)), readEnd);
  };
  const protocolAt = (line: string, at: number): string | undefined => {
    if (isWordAt(line, lastProtocol, at)) return lastProtocol;
    const end = wordEnd(line, at);
    const known = end - at > 24 ? undefined : remembered(protocols, line.slice(at, end), readKnown);
    if (known !== undefined) lastProtocol = known;
    return known;
  };
  const dayOf = (text: string) => remembered(days, text, dateOf);

  return line => {
    let at = skipBlanks(line, 0);
    // What is indented farther may be details.
    if (at > 20 || (!isDigit(line.charCodeAt(at)) && at > 0)) return undefined;
    const from = at;
    let [number, time]: (number | undefined)[] = [];
    let hasDate = false;
    let separator = 0;
    const numberEnd = digitsEnd(line, at);
    if (numberEnd > at && numberEnd - at <= 10 && isSeparator(line.charCodeAt(numberEnd))) {
      number = numberIn(line, at, numberEnd);
      at = numberEnd;
      separator = separatorAt(line, at);
      at = cellAfter(line, at, separator);
      const timed = timeAt(line, at, dayOf);
      if (!timed) return undefined;
      ({ time, hasDate } = timed);
      if (separatorAt(line, timed.end) !== separator) return undefined;
      at = cellAfter(line, timed.end, separator);
    } else if (from > 0) return undefined;

    const left = endAt(line, at);
    if (!left) return undefined;
    at += left.text.length;
    if (separator === 0) separator = separatorAt(line, at);
    else if (separatorAt(line, at) !== separator) return undefined;
    at = cellAfter(line, at, separator);
    const isUsual = line.charCodeAt(at) === rightArrow && isSeparator(line.charCodeAt(at + 1));
    const arrowEnd = isUsual ? at + 1 : wordEnd(line, at);
    const arrow = isUsual || arrowEnd - at > 3 ? '' : line.slice(at, arrowEnd);
    const hasArrow = isUsual || isArrow(arrow);
    if (hasArrow) {
      if (separatorAt(line, arrowEnd) !== separator) return undefined;
      at = cellAfter(line, arrowEnd, separator);
    }
    const right = endAt(line, at);
    if (!right) return undefined;
    at += right.text.length;
    if (separatorAt(line, at) !== separator) return undefined;
    const named = cellAfter(line, at, separator);
    const protocol = protocolAt(line, named);
    if (protocol === undefined) return undefined;
    at = named + protocol.length;
    if (separatorAt(line, at) !== separator) return undefined;
    // Names are enough for a row only where a number stands in front.
    if (number === undefined && !(left.isAddress && right.isAddress)) return undefined;
    at = cellAfter(line, at, separator);

    let length: number | undefined;
    const lengthEnd = digitsEnd(line, at);
    if (lengthEnd > at && isSeparator(line.charCodeAt(lengthEnd))) {
      // `49708 → 445 [SYN]`: a port, and no length.
      const isPort = line.startsWith(' → ', lengthEnd);
      if (!isPort) {
        if (separatorAt(line, lengthEnd) !== separator || lengthEnd - at > 6) return undefined;
        length = numberIn(line, at, lengthEnd);
        at = cellAfter(line, lengthEnd, separator);
      }
    } else if (lengthEnd > at && !isWordSign(line.charCodeAt(lengthEnd))) return undefined;
    if (separator === blank && line.includes('\t')) return undefined;
    if (!hasArrow && separator === blank && isHeader(line)) return undefined;
    if (!isPlainInfo(line, named, at)) return undefined;
    if (hasArrow || left !== lastRight) [lastLeft, lastRight] = [left, right];
    const isReversed = hasArrow && isLeftArrow(arrow);
    return {
      dialect: dialectOf(separator === tab, hasArrow),
      number,
      time,
      hasDate,
      source: isReversed ? right.text : left.text,
      destination: isReversed ? left.text : right.text,
      sourcePort: undefined,
      destinationPort: undefined,
      protocol,
      info: line.slice(at).trim(),
      start: at,
      length,
    };
  };
}

interface End {
  readonly text: string;
  readonly isAddress: boolean;
}

const noEnd: End = { text: '', isAddress: false };

/** An address or a name that is neither a time nor a port, wherever it stands. */
function readEnd(text: string): End | undefined {
  const isOfHost = isAddress(text);
  const isPlain =
    (isOfHost ? /\d/.test(text) : isName(text)) &&
    portOf(text) === undefined &&
    readTime([text]).length === 0 &&
    readTime(['00:00:00', text]).length === 1;
  return isPlain ? { text, isAddress: isOfHost } : undefined;
}

function readKnown(text: string): string | undefined {
  const isPlain = isKnownProtocol(text) && readProtocol(text) === text && portOf(text) === undefined;
  return isPlain ? text : undefined;
}

function remembered<T>(known: Map<string, T>, text: string, read: (text: string) => T): T {
  const found = known.get(text);
  if (found !== undefined || known.has(text)) return found!;
  const own = read(text);
  if (known.size < mostKnown) known.set(text, own);
  return own;
}

interface TimeAt {
  readonly time: number;
  readonly hasDate: boolean;
  readonly end: number;
}

/** `0.000420072`, `22:44:39.174914446`, `2026-11-20 22:44:39.174914446`. */
function timeAt(line: string, at: number, dayOf: (text: string) => number | undefined): TimeAt | undefined {
  const whole = digitsEnd(line, at);
  const sign = line.charCodeAt(whole);
  if (sign === 46 && whole > at && whole - at <= 11) {
    const end = digitsEnd(line, whole + 1);
    if (end === whole + 1 || end - whole > 11) return undefined;
    // Exact up to fifteen digits: both numbers are whole, and the quotient is rounded once.
    const seconds =
      end - at > 16
        ? Number(line.slice(at, end))
        : (numberIn(line, at, whole) * powers[end - whole - 1]! + numberIn(line, whole + 1, end)) /
          powers[end - whole - 1]!;
    const time = seconds * 1000;
    return { time, hasDate: time >= firstEpoch * 1000, end };
  }
  if (sign === 45 && whole - at === 4) {
    const dayEnd = wordEnd(line, at);
    if (dayEnd - at !== 10 || line.charCodeAt(dayEnd) !== blank) return undefined;
    const day = dayOf(line.slice(at, dayEnd));
    const from = skipBlanks(line, dayEnd);
    const end = wordEnd(line, from);
    const clock = end - from <= 18 ? clockOf(line.slice(from, end)) : undefined;
    return day === undefined || clock === undefined ? undefined : { time: day + clock, hasDate: true, end };
  }
  if (sign === 58) {
    const end = wordEnd(line, at);
    const clock = end - at <= 18 ? clockOf(line.slice(at, end)) : undefined;
    return clock === undefined ? undefined : { time: clock, hasDate: false, end };
  }
  return undefined;
}

const powers = Array.from({ length: 12 }, (_, at) => 10 ** at);

/** More of them in a line, and they may be what keeps its columns apart. */
const mostSigns = 2;

/** Whether nothing of a line, from its protocol or its Info column on, may make it a row of another dialect. */
function isPlainInfo(line: string, protocol: number, info: number): boolean {
  const first = line.charCodeAt(info);
  if (!isWordSign(first) && first !== 91) return false;
  if (isMoreOften(line, ';') || isMoreOften(line, '|')) return false;
  if (isMoreOften(line, ',') && mayBeCells(line)) return false;
  return line.indexOf(':', protocol) < 0 || !isDescription(line.slice(protocol));
}

/** Whether what stands between commas may be columns: one holds an end or a protocol alone, or is quoted. */
function mayBeCells(line: string): boolean {
  return namesColumns(line) || /, {0,20}"/.test(line) || line.split(',').some(isColumn);
}

function isColumn(cell: string): boolean {
  const text = cell.trim();
  return isArrow(text) || isAddress(text) || isKnownProtocol(readProtocol(text));
}

const isHeader = (line: string): boolean => namesColumns(line) && headerIn(line, wordsOf(line)) !== undefined;

function isMoreOften(line: string, sign: string): boolean {
  let count = 0;
  for (let at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + 1))
    if (++count > mostSigns) return true;
  return false;
}
