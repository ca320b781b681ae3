import { joinMeaning } from './joinMeanings';
import { win32OfOtherName } from './otherNames';
import { dnsRcodeNamed, kerberosNamed, ldapNamed, type Named, ntstatusNamed, win32Named } from './spellings';
import { carriedWin32, dnsRcode, hresult, kerberos, ldapResult, ntstatus, rpcStatus, status } from './status';
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

/** The spaces in the order in which a number of a join is likely to belong to them; how names are read in each. */
const spaces: readonly (readonly [space: CodeSpace, table: Table, named: Named])[] = [
  ['win32', status, name => win32Named(name) ?? win32OfOtherName(name)],
  ['ntstatus', ntstatus, ntstatusNamed],
  ['hresult', hresult, name => hresult.numberOf?.(name)],
  ['ldap', ldapResult, ldapNamed],
  ['krb5', kerberos, kerberosNamed],
  ['dns', dnsRcode, dnsRcodeNamed],
  ['rpc', rpcStatus, name => rpcStatus.numberOf?.(name)],
];

/**
 * Everything that a number alone may mean: what stands in front of it in a log is not there to decide. The likely
 * meaning comes first. A name means its number. Empty for what is no number of 32 bits, or has no name anywhere.
 *
 * @param text 0x534, 1332, c0000022, -1073741790, STATUS_LOGON_FAILURE, KRB5KDC_ERR_PREAUTH_FAILED
 * @param only the one space to look in
 */
export function decode(text: string, only?: CodeSpace): Decoded[] {
  const bare = bareText(text.slice(0, longestText));
  const numbers = readings(numberIn(bare));
  const meanings = numbers.flatMap(value => spaces.flatMap(([space]) => meaningOf(value, space)));
  const found = meanings.length > 0 ? meanings : namedIn(bare);
  return only === undefined ? found : found.filter(each => each.space === only);
}

function meaningOf(value: number, space: CodeSpace): Decoded[] {
  const meaning = spaces.find(([each]) => each === space)![1].describe(value);
  // A table may answer for another space: 0x80070005 behind a Win32 label is the Win32 code 5.
  if (!meaning?.name || (meaning.space ?? space) !== space) return [];
  const inJoin = joinMeaning(space, carriedWin32(value) ?? value);
  return [{ value, space, name: meaning.name, text: meaning.text, inJoin }];
}

/** More is no selection of a code. */
const longestText = 1000;

/** No name is longer. */
const longestName = 100;

/** What a name means in each space that has it, in capitals or not; of a sentence, its one word that looks like a code. */
function namedIn(bare: string): Decoded[] {
  if (bare.length > longestName) return [];
  const words = new Set(bare.match(/\b[a-z][a-z0-9]{0,20}_\w{1,80}/gi));
  for (const name of new Set([bare, ...(words.size === 1 ? words : [])])) {
    const spelled = [name, name.toUpperCase(), name.toLowerCase()];
    const found = spaces.flatMap(([space, , named]) => {
      const value = spelled.map(named).find(each => each !== undefined);
      return value === undefined ? [] : meaningOf(value, space);
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** What was typed or selected, without quotation marks, brackets and a full stop around it. */
function bareText(text: string): string {
  return text.replace(/^[\s'"‘’“”([<]+|[\s'"‘’“”)\]>.,;:]+$/g, '');
}

/** The one number in a text; the text where it has none, or several. */
function numberIn(bare: string): string {
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
