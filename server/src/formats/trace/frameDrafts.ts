import type { DialectId, Frame, Lines } from '../../model';
import { readDetails, type DetailsRead } from './details';
import { isAddress } from './dialects/addresses';
import type { Row } from './dialects/dialect';
import { seenFrames } from './seenFrames';

/** A frame while it is read: its row, its details, or both. */
export interface Draft {
  readonly dialect: DialectId;
  readonly line: number;
  readonly row: Row | undefined;
  /** By which the first line of its details numbers it. */
  readonly number: number | undefined;
  details: [first: number, last: number] | undefined;
  /** What its details tell, once they are read. */
  read?: DetailsRead;
  /** The row is known to repeat another one. */
  readonly isRepeat: boolean;
}

/** How many rows are looked at for the one that details without a number belong to. */
const nearest = 300;

/** Makes frames of what was read, in the order of the text: details find their rows, reprints are marked. */
export function framesOf(drafts: readonly Draft[], lines: Lines): Frame[] {
  const own = joined(drafts, lines);
  const isSeen = seenFrames();
  return own.map((draft, at) => {
    const frame = frameOf(draft, lines);
    frame.isPrintedAgain =
      draft.isRepeat || isSeen(frame, draft.row, draft.read) || (isLoose(draft) && hasRow(own, at));
    return frame;
  });
}

/** Puts details to the row right above them, where both are of the same frame. */
function joined(drafts: readonly Draft[], lines: Lines): Draft[] {
  const own: Draft[] = [];
  for (const draft of drafts) {
    if (draft.details) draft.read = readDetails(lines, draft.details);
    const above = own.at(-1);
    if (draft.row || !draft.read || !above || !isSame(above, draft, draft.read)) own.push(draft);
    else {
      above.details = draft.details;
      above.read = draft.read;
    }
  }
  return own;
}

function isSame({ row, details }: Draft, draft: Draft, read: DetailsRead): boolean {
  if (!row || details) return false;
  if (row.number !== undefined && draft.number !== undefined) return row.number === draft.number;
  return isOf(row, read);
}

/** Whether details say the same as a row: its endpoints, where both are addresses, its protocol, its transaction. */
function isOf(row: Row, read: DetailsRead): boolean {
  const agree = (one: string, other: string) => one === other || !isAddress(one) || !isAddress(other);
  if (!agree(row.source, read.source) || !agree(row.destination, read.destination)) return false;
  const protocol = row.protocol.toLowerCase();
  const innermost = read.protocols.at(-1)?.toLowerCase();
  if (innermost === undefined) return true;
  const isKind =
    protocol === innermost ||
    (!/^(?:tcp|udp)$/.test(protocol) && read.protocols.some(each => each.toLowerCase() === protocol));
  if (!isKind) return false;
  const id = /\b0x[0-9a-f]{4}\b/.exec(row.info)?.[0];
  return read.transaction === undefined || id === undefined || id === read.transaction.toLowerCase();
}

/** Details that have lost the line that numbers them. */
function isLoose({ row, number }: Draft): boolean {
  return !row && number === undefined;
}

/** Whether one of the rows around loose details is of the same packet. */
function hasRow(own: readonly Draft[], at: number): boolean {
  const { read } = own[at]!;
  if (!read) return false;
  for (let index = at - 1; index >= Math.max(0, at - nearest); index--) {
    const { row } = own[index]!;
    if (row && isOf(row, read)) return true;
  }
  for (let index = at + 1; index < Math.min(own.length, at + nearest); index++) {
    const { row } = own[index]!;
    if (!row) break;
    if (isOf(row, read)) return true;
  }
  return false;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** No frame of a trace has any. */
const noParameters: Frame['parameters'] = [];

function frameOf({ row, details, read, line, dialect, number }: Draft, lines: Lines): Mutable<Frame> {
  const hasRowTime = row?.time !== undefined;
  return {
    line,
    endLine: details?.[1] ?? line,
    time: row?.time ?? read?.time,
    hasYear: hasRowTime ? row.hasDate : (read?.hasDate ?? false),
    thread: undefined,
    start: row?.start ?? 0,
    message: row ? row.info : (read?.label ?? '').slice(0, lines.at(line).length),
    function: undefined,
    isSeparator: false,
    parameters: noParameters,
    dialect,
    number: row?.number ?? number,
    source: row?.source || (read?.source ?? ''),
    destination: row?.destination || (read?.destination ?? ''),
    sourcePort: row?.sourcePort ?? read?.sourcePort,
    destinationPort: row?.destinationPort ?? read?.destinationPort,
    protocol: row?.protocol || (read?.protocols.at(-1) ?? ''),
    details,
    isPrintedAgain: false,
  };
}
