import { isAddress, isName, portOf } from './addresses';
import type { Cell } from './cells';
import type { Row } from './dialect';
import type { Field } from './headers';
import { isProtocol } from './protocols';
import { readTime } from './times';

/** The columns that a header names, and what they have held so far. */
export interface HeaderRows {
  readonly columns: readonly (Field | undefined)[];
  /** The row in a line; undefined if its cells do not hold what the header says. */
  rowOf(line: string, cells: readonly Cell[]): Row | undefined;
}

/** So many different hosts and protocols are remembered. */
const mostKnown = 10_000;

/** Reads rows whose columns a header names. Hosts and protocols come again and again: each is looked at once. */
export function headerRows(columns: readonly (Field | undefined)[]): HeaderRows {
  const isEnd = remembering(text => text === '' || isAddress(text) || isName(text));
  const isOfProtocol = remembering(text => text === '' || isProtocol(text));
  return {
    columns,
    rowOf(line, cells) {
      const found: { -readonly [K in Field]?: Cell } = {};
      let other: Cell | undefined;
      const times: string[] = [];
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at]!;
        const field = columns[at];
        if (field === 'time')
          times.push(...(cell.text.includes(' ') ? cell.text.split(/ +/, 8) : [cell.text]));
        if (cell.text === '') continue;
        if (field === undefined) other = cell;
        else found[field] ??= cell;
      }
      const number = found.number?.text;
      const source = firstOf(found.source);
      const destination = firstOf(found.destination);
      const protocol = innermost(found.protocol?.text ?? '');
      if (!isOfProtocol(protocol)) return undefined;
      if (number !== undefined && !/^\d{1,10}$/.test(number)) return undefined;
      if (!isEnd(source) || !isEnd(destination)) return undefined;
      if (protocol === '' && (source === '' || destination === '')) return undefined;
      if (protocol !== '' && source === '' && number === undefined) return undefined;
      const { time, hasDate } = readTime(times);
      const info = found.info ?? other;
      return {
        number: number === undefined ? undefined : Number(number),
        time,
        hasDate,
        source,
        destination,
        sourcePort: found.sourcePort && portOf(firstOf(found.sourcePort, false)),
        destinationPort: found.destinationPort && portOf(firstOf(found.destinationPort, false)),
        protocol,
        length: Number(found.length?.text) || undefined,
        info: info?.text ?? '',
        start: info?.start ?? line.trimEnd().length,
      };
    },
  };
}

function remembering(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return text => {
    const own = known.get(text) ?? test(text);
    if (known.size < mostKnown) known.set(text, own);
    return own;
  };
}

/** Where a packet has several headers of a kind, the outermost one. */
function firstOf(cell: Cell | undefined, isTrimmed = true): string {
  const text = cell?.text ?? '';
  if (!text.includes(',')) return text;
  const first = text.split(',', 1)[0]!;
  return isTrimmed ? first.trim() : first;
}

/** `KRB5` of a Protocol column; of `frame.protocols`, `eth:ethertype:ip:tcp:kerberos`, the same. */
function innermost(text: string): string {
  if (!/^\w{1,20}:/.test(text)) return text;
  const last = text.slice(text.lastIndexOf(':') + 1);
  return last === 'kerberos' ? 'KRB5' : last.toUpperCase();
}
