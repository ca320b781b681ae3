import { once } from '../once';

/**
 * A Table says what a number means. There are three kinds: codes (one number, one meaning), names (an
 * enumeration) and flags (a meaning for each bit). What stands in front of a number in the log decides which
 * table is asked (see formats/netsetup/labels.ts); a table never guesses from the number alone.
 */

/** Where a status code is defined. NERR codes are numbered inside the Win32 space. */
export type CodeSpace = 'win32' | 'ntstatus' | 'hresult' | 'ldap' | 'krb5' | 'dns' | 'rpc';

/** What a space is called on screen. */
export const spaceTitles: Readonly<Record<CodeSpace, string>> = {
  win32: 'Win32',
  ntstatus: 'NTSTATUS',
  hresult: 'HRESULT',
  ldap: 'LDAP result',
  krb5: 'Kerberos',
  dns: 'DNS',
  rpc: 'RPC',
};

/** One bit of a flag field. */
export interface Bit {
  /** A single bit, as in 0x20. */
  readonly mask: number;
  /** The constant of the Windows header, verbatim; undefined where no public header names the bit. */
  readonly name: string | undefined;
  /** Lower case, no full stop: it is shown behind the name. */
  readonly text: string;
}

export interface Meaning {
  /** The number as it was looked up. */
  readonly value: number;
  /** The constant of the Windows header, verbatim; '' for a flag field. */
  readonly name: string;
  /** The official sentence, or ours where there is none; '' for a flag field. */
  readonly text: string;
  /** For status codes: the space the number belongs to. */
  readonly space?: CodeSpace;
  /** For flag fields: every bit that is set, lowest first. */
  readonly bits?: readonly Bit[];
  /** For flag fields: the bits that are not set and whose absence a reader should know; at least one. */
  readonly notSet?: readonly (Bit & { readonly consequence: string })[];
}

export interface Table {
  /** As a heading: "join options (NETSETUP_*)". */
  readonly title: string;
  /** Undefined where the number is not in the table. */
  describe(value: number): Meaning | undefined;
  /** Of a table of codes: the number that has exactly this name. */
  numberOf?(name: string): number | undefined;
}

/**
 * Rows of status codes, "hex TAB name TAB sentence", each between line feeds: in parts, by the first number of each
 * part. A part is made when a number in it is first looked up, so that large tables cost nothing before.
 */
export type Rows = readonly (readonly [first: number, rows: () => string])[];

/** A table of status codes. Where both have a number, the supplement wins. */
export function codes(title: string, space: CodeSpace, supplement: string, rows: Rows = []): Table {
  const numbers = once(() => namesIn([supplement, ...rows.map(([, each]) => each)]));
  return {
    title,
    describe(value) {
      const part = rows.findLast(([first]) => first <= value);
      return rowOf(supplement, value, space) ?? rowOf(part?.[1]() ?? '', value, space);
    },
    numberOf: name => numbers().get(name),
  };
}

/** The number of each name; where two numbers share one, the lower. */
function namesIn(parts: readonly (string | (() => string))[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const part of parts) {
    for (const row of (typeof part === 'string' ? part : part()).split('\n')) {
      const [number = '', name = ''] = row.split('\t', 2);
      if (name !== '' && !numbers.has(name)) numbers.set(name, parseInt(number, 16));
    }
  }
  return numbers;
}

/** One native search finds a row. */
function rowOf(rows: string, value: number, space: CodeSpace): Meaning | undefined {
  const key = `\n${value.toString(16)}\t`;
  const at = rows.indexOf(key);
  if (at < 0) return undefined;
  const row = rows.slice(at + key.length, rows.indexOf('\n', at + 1));
  const tab = row.indexOf('\t');
  return { value, name: row.slice(0, tab), text: row.slice(tab + 1), space };
}

/** A table of enumeration values: number, name, sentence. */
export function names(
  title: string,
  rows: readonly (readonly [value: number, name: string, text: string])[],
): Table {
  return {
    title,
    describe(value) {
      const row = rows.find(([each]) => each === value);
      return row && { value, name: row[1], text: row[2] };
    },
  };
}

/**
 * A table of flags: bit, name, what it does. `missing` names each bit whose absence matters, with what
 * follows from it. A bit of the number that has no row is given without a name: it is never dropped.
 */
export function flags(
  title: string,
  rows: readonly (readonly [mask: number, name: string, text: string])[],
  ...missing: readonly { readonly mask: number; readonly consequence: string }[]
): Table {
  const bitOf = (mask: number): Bit => {
    const row = rows.find(([each]) => each === mask);
    return { mask, name: row?.[1], text: row?.[2] ?? 'not named in a public header' };
  };
  return {
    title,
    describe(value) {
      if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) return undefined;
      const bits: Bit[] = [];
      for (let shift = 0; shift < 32; shift++) {
        const mask = 2 ** shift;
        if (Math.floor(value / mask) % 2 === 1) bits.push(bitOf(mask));
      }
      const absent = missing.filter(each => !bits.some(bit => bit.mask === each.mask));
      return {
        value,
        name: '',
        text: '',
        bits,
        ...(absent.length > 0 && {
          notSet: absent.map(({ mask, consequence }) => ({ ...bitOf(mask), consequence })),
        }),
      };
    },
  };
}
