import type { Lines } from '../../model';
import { portOf } from './dialects/addresses';
import { frameLineOf, isHeadless, protocolOf } from './dialects/protocolLines';
import { readTime } from './dialects/times';

/** What the details of a frame tell of it. */
export interface DetailsRead {
  readonly source: string;
  readonly destination: string;
  readonly sourcePort: number | undefined;
  readonly destinationPort: number | undefined;
  /** All that count, from the outermost to the innermost. */
  readonly protocols: readonly string[];
  /** The line of the innermost one, without blanks around it and the sign of a tree. */
  readonly label: string;
  readonly time: number | undefined;
  readonly hasDate: boolean;
  /** The transaction id of DNS and NBNS, as printed. */
  readonly transaction: string | undefined;
}

const addresses = [
  /^Internet Protocol(?: Version [46])?, Src: (.{1,120}?), Dst: ([^,]{1,120})/,
  /^(?:[+-] ?)?Ipv[46]: Src = ([^,]{1,80}), Dest = ([^,]{1,80})/i,
];
const ports = [
  /^(?:Transmission Control Protocol|User Datagram Protocol), Src Port: ([^,]{1,60}), Dst Port: ([^,]{1,60})/,
  /^(?:[+-] ?)?(?:Tcp|Udp): .{0,80}?SrcPort ?= ?([^,]{1,60}), DstPort ?= ?([^,]{1,60})/i,
];
/** `DC1.fabrikam.test (10.20.0.10)`: the name that is printed in front is the one that rows show. */
const resolved = /^(\S{1,120}) \(\S{1,60}\)$/;

const timeBegins = /^\s*(?:Epoch|UTC|Arrival|\[Time since)/;
const transactionBegins = /^\s*Transaction/i;

/** Reads details by their outermost lines, from the first to the last line. */
export function readDetails(lines: Lines, [first, last]: readonly [number, number]): DetailsRead {
  let [source, destination] = ['', ''];
  let [sourcePort, destinationPort]: (number | undefined)[] = [];
  const protocols: string[] = [];
  let label = '';
  let transaction: string | undefined;
  const times: { epoch?: number; arrival?: number; relative?: number } = {};
  const levelOf = levelsOf(lines.at(first));
  const base = levelOf(lines.at(first));
  for (let line = first; line <= last; line++) {
    const text = withoutQuote(lines.at(line)).slice(0, 1000);
    if (levelOf(text) > base + 1) {
      // Most lines of a tree are none of these, which their first letters tell.
      if (protocols.length === 0) {
        if (timeBegins.test(text)) readFrameTime(text.trim(), times);
      } else if (transaction === undefined && transactionBegins.test(text))
        transaction = /^Transaction(?: ID|Id|ID): (0x[0-9a-f]{4})\b/i.exec(text.trim())?.[1];
      continue;
    }
    const trimmed = text.trim();
    const ends = matchOf(addresses, trimmed);
    if (ends && source === '') [source, destination] = [nameOf(ends[1]!), nameOf(ends[2]!)];
    const numbers = matchOf(ports, trimmed);
    if (numbers && sourcePort === undefined) {
      [sourcePort, destinationPort] = [portOf(numbers[1]!.trim()), portOf(numbers[2]!.trim())];
    }
    const protocol = protocolOf(text);
    if (protocol === undefined) continue;
    protocols.push(protocol);
    label = labelOf(text);
  }
  const { epoch, arrival, relative } = times;
  const hasDate = epoch !== undefined || arrival !== undefined;
  return {
    source,
    destination,
    sourcePort,
    destinationPort,
    protocols,
    label,
    transaction,
    time: epoch ?? arrival ?? relative,
    hasDate,
  };
}

function matchOf(patterns: readonly RegExp[], text: string): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return undefined;
}

function nameOf(text: string): string {
  const trimmed = text.trim();
  return resolved.exec(trimmed)?.[1] ?? trimmed;
}

function readFrameTime(text: string, times: { epoch?: number; arrival?: number; relative?: number }): void {
  const epoch = /^Epoch (?:Arrival )?Time: (\d{1,12}(?:\.\d{1,10})?)/.exec(text)?.[1];
  if (epoch !== undefined) times.epoch = Number(epoch) * 1000;
  const arrival = /^(?:UTC )?Arrival Time: (.{10,60})$/.exec(text)?.[1];
  if (arrival !== undefined) {
    const { time, hasDate } = readTime(arrival.split(/ +/, 6));
    if (hasDate && time !== undefined) times.arrival = time;
  }
  const relative = /^\[Time since reference or first frame: (\d{1,10}(?:\.\d{1,10})?) sec/.exec(text)?.[1];
  if (relative !== undefined) times.relative = Number(relative) * 1000;
}

const tab = 9;
const blank = 32;
const quote = 62;

/** `> ` in front of a line that is quoted in Markdown. */
export function withoutQuote(text: string): string {
  let at = 0;
  while (at < 3 && text.charCodeAt(at) === blank) at++;
  if (text.charCodeAt(at) !== quote) return text;
  return text.replace(/^(?: {0,3}> ?){1,5}/, '');
}

/** How far in a line of a tree stands, in steps of at least two. */
type Levels = (line: string) => number;

/**
 * Wireshark indents by four blanks. Network Monitor indents the signs of what can be unfolded by one blank or two;
 * what cannot has no sign, and two blanks more.
 */
export function levelsOf(firstLine: string): Levels {
  const text = withoutQuote(firstLine);
  const isNetmon = isHeadless(text) === 'netmonDetails' || frameLineOf(text)?.isNetmon === true;
  if (!isNetmon) return line => indentOf(withoutQuote(line));
  return line => {
    const own = withoutQuote(line);
    const indent = indentOf(own);
    return 2 * (/^\s*[+-] ?[A-Za-z]/.test(own) ? indent : Math.max(0, indent - 2));
  };
}

function indentOf(text: string): number {
  let indent = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === tab) indent += 4;
    else if (code === blank) indent++;
    else break;
  }
  return indent;
}

const longestLabel = 300;

/** The label of a tree line: without blanks around it and the sign of Network Monitor, and not longer than is shown. */
export function labelOf(text: string): string {
  return text
    .trim()
    .replace(/^[+-] ?(?=[A-Za-z])/, '')
    .slice(0, longestLabel);
}
