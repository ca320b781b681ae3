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
  /** The row is known to repeat another one. */
  readonly isRepeat: boolean;
}

/** How many rows are looked at for the one that details without a number belong to. */
const nearest = 300;

/** Makes frames of what was read, in the order of the text: details find their rows, reprints are marked. */
export function framesOf(drafts: readonly Draft[], lines: Lines): Frame[] {
  const own = joined(drafts, lines);
  const isSeen = seenFrames();
  return own.map(({ draft, read }, at) => {
    const frame = frameOf(draft, read, lines);
    const isAgain =
      draft.isRepeat || isSeen(frame, draft.row, read) || (isLoose(draft) && hasRow(own, at, read));
    return isAgain ? { ...frame, isPrintedAgain: true } : frame;
  });
}

interface Read {
  readonly draft: Draft;
  readonly read: DetailsRead | undefined;
}

/** Puts details to the row right above them, where both are of the same frame. */
function joined(drafts: readonly Draft[], lines: Lines): Read[] {
  const own: Read[] = [];
  for (const draft of drafts) {
    const read = draft.details && readDetails(lines, draft.details);
    const above = own.at(-1);
    if (draft.row || !read || !above || !isSame(above, draft, read)) own.push({ draft, read });
    else own[own.length - 1] = { draft: { ...above.draft, details: draft.details }, read };
  }
  return own;
}

function isSame({ draft: { row, details } }: Read, draft: Draft, read: DetailsRead): boolean {
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
function hasRow(own: readonly Read[], at: number, read: DetailsRead | undefined): boolean {
  if (!read) return false;
  for (let index = at - 1; index >= Math.max(0, at - nearest); index--) {
    const row = own[index]!.draft.row;
    if (row && isOf(row, read)) return true;
  }
  for (let index = at + 1; index < Math.min(own.length, at + nearest); index++) {
    const { draft } = own[index]!;
    if (!draft.row) break;
    if (isOf(draft.row, read)) return true;
  }
  return false;
}

function frameOf(draft: Draft, read: DetailsRead | undefined, lines: Lines): Frame {
  const { row, details, line } = draft;
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
    parameters: [],
    dialect: draft.dialect,
    number: row?.number ?? draft.number,
    source: row?.source || (read?.source ?? ''),
    destination: row?.destination || (read?.destination ?? ''),
    sourcePort: row?.sourcePort ?? read?.sourcePort,
    destinationPort: row?.destinationPort ?? read?.destinationPort,
    protocol: row?.protocol || (read?.protocols.at(-1) ?? ''),
    details,
    isPrintedAgain: false,
  };
}
