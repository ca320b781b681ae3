import { dnsFlags } from './dnsFlags';
import { dnsOpcodes } from './dnsOpcodes';
import { dnsRcode } from './dnsRcode';
import type { Bit, Table } from './table';

const opcodeMask = 0x7800;
const rcodeMask = 0x000f;

/**
 * The flags field of a DNS message: single bits, and between them two numbers, the operation code and the response
 * code. Each number that is not 0 is given like a bit: its mask is the part of the field that it takes.
 */
export const dnsHeader: Table = {
  title: dnsFlags.title,
  describe(value) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff) return undefined;
    const opcode = value & opcodeMask;
    const rcode = value & rcodeMask;
    const single = dnsFlags.describe(value & ~(opcodeMask | rcodeMask))!;
    const bits: Bit[] = [
      ...numberIn(rcode, 'RCODE', rcode, dnsRcode),
      ...(single.bits ?? []),
      ...numberIn(opcode, 'OPCODE', opcode >> 11, dnsOpcodes),
    ];
    return { ...single, value, bits: bits.sort((a, b) => a.mask - b.mask) };
  },
};

function numberIn(mask: number, field: string, number: number, table: Table): Bit[] {
  if (number === 0) return [];
  const meaning = table.describe(number);
  return [{ mask, name: `${field} ${meaning?.name ?? number}`, text: meaning?.text ?? 'not a known value' }];
}
