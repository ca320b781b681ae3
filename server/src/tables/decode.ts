import { joinMeaning } from './joinMeanings';
import { carriedWin32, dnsRcode, hresult, kerberos, ldapResult, ntstatus, status } from './status';
import type { CodeSpace, Table } from './table';

/** One meaning of a number that stands alone. */
export interface Decoded {
  /** As in 0x534. */
  readonly value: number;
  readonly space: CodeSpace;
  readonly name: string;
  /** The official sentence, or ours where there is none. */
  readonly text: string;
  /** What it means in a domain join; undefined where nothing certain can be said. */
  readonly inJoin: string | undefined;
}

/** The spaces in the order in which a number of a join is likely to belong to them. */
const spaces: readonly (readonly [space: CodeSpace, table: Table])[] = [
  ['win32', status],
  ['ntstatus', ntstatus],
  ['hresult', hresult],
  ['ldap', ldapResult],
  ['krb5', kerberos],
  ['dns', dnsRcode],
];

/**
 * Everything that a number alone may mean: what stands in front of it in a log is not there to decide. The likely
 * meaning comes first. Empty for what is no number of 32 bits, or has no name anywhere.
 *
 * @param text 0x534, 1332, c0000022, -1073741790
 * @param only the one space to look in
 */
export function decode(text: string, only?: CodeSpace): Decoded[] {
  const found = readings(numberIn(text)).flatMap(value =>
    spaces.flatMap(([space, table]): Decoded[] => {
      const meaning = table.describe(value);
      // A table may answer for another space: 0x80070005 behind a Win32 label is the Win32 code 5.
      if (!meaning?.name || (meaning.space ?? space) !== space) return [];
      const inJoin = joinMeaning(space, carriedWin32(value) ?? value);
      return [{ value, space, name: meaning.name, text: meaning.text, inJoin }];
    }),
  );
  return only === undefined ? found : found.filter(each => each.space === only);
}

/** The number in what was typed or selected: quotation marks, brackets and a full stop around it do not count. */
function numberIn(text: string): string {
  const bare = text.replace(/^[\s'"‘’“”([<]+|[\s'"‘’“”)\]>.,;:]+$/g, '');
  if (/^-?\w+$/.test(bare)) return bare;
  const numbers = [...new Set(bare.match(/\b0x[0-9a-f]+\b/gi))];
  return numbers.length === 1 ? numbers[0]! : bare;
}

/** The numbers that a text may spell: digits alone are decimal, and next to that hexadecimal without its 0x. */
function readings(text: string): number[] {
  const hex = /^(?:0x)?([0-9a-f]{1,8})$/i.exec(text)?.[1];
  const fromHex = hex === undefined ? [] : [parseInt(hex, 16)];
  if (!/^-?\d+$/.test(text)) return fromHex;
  const decimal = Number(text);
  const unsigned = decimal < 0 ? decimal + 2 ** 32 : decimal;
  const fromDecimal = unsigned >= 2 ** 31 * Number(decimal < 0) && unsigned <= 0xffffffff ? [unsigned] : [];
  // Eight digits that begin like an NTSTATUS or HRESULT are one without its 0x.
  return /^[8c]\d{7}$/i.test(text)
    ? [...fromHex, ...fromDecimal]
    : [...new Set([...fromDecimal, ...fromHex])];
}
