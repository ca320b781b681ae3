import type { Facts, Lines, Operation, Span, Token } from '../../model';
import { win32For } from '../../tables/equivalents';
import { carriedWin32, spaceOf } from '../../tables/status';
import { tokenKinds } from '../../tokenKinds';

/** A name of a host, domain or account, as one word: DC1.fabrikam.test, WKS07$, svc-join. */
const word = /[\w$-]+(?:\.[\w$-]+)*/g;

/**
 * Every place of what stands at a position: the same code in any spelling, the same flags, or the same computer,
 * domain controller, domain or account. None for what is no such thing.
 */
export function occurrencesAt(
  lines: Lines,
  tokens: (line: number) => readonly Token[],
  operations: () => readonly Operation[],
  line: number,
  column: number,
): readonly Span[] {
  const covers = ({ start, end }: Span) => start <= column && column <= end;
  const token = tokens(line).find(covers);
  if (token) {
    const wanted = identityOf(token);
    return everyLine(lines, each => tokens(each).filter(other => identityOf(other) === wanted));
  }
  const name = words(lines, line).find(covers)?.name;
  if (name === undefined || !namesOf(operations()).has(name)) return [];
  return everyLine(lines, each => words(lines, each).filter(other => other.name === name));
}

function everyLine(lines: Lines, find: (line: number) => readonly Span[]): Span[] {
  const found: Span[] = [];
  for (let line = 0; line < lines.count; line++) found.push(...find(line));
  return found.map(({ line, start, end }) => ({ line, start, end }));
}

/** Equal for codes that are one failure: 8240 and 0x2030, 81 at the LDAP bind and 0x3a at the end. */
function identityOf({ kind, value }: Token): string {
  const { isResult, table } = tokenKinds[kind];
  if (!isResult) return `${kind} ${value}`;
  const space = table.describe(value)?.space ?? spaceOf(table, value);
  const win32 = win32For(space, value) ?? (space === 'win32' ? (carriedWin32(value) ?? value) : undefined);
  return win32 === undefined ? `${space} ${value}` : `win32 ${win32}`;
}

function words(lines: Lines, line: number): (Span & { readonly name: string })[] {
  return [...lines.at(line).matchAll(word)].map(({ 0: text, index }) => {
    // An account is the computer's name with a dollar sign behind it.
    const length = text.endsWith('$') ? text.length - 1 : text.length;
    return { line, start: index, end: index + length, name: text.slice(0, length).toLowerCase() };
  });
}

/** The names that the log gives to computers, domains and accounts, in lower case. */
function namesOf(operations: readonly Operation[]): ReadonlySet<string> {
  const keys = ['computer', 'newName', 'domain', 'workgroup', 'account', 'domainController'] as const;
  const names = new Set<string>();
  for (const { facts } of operations) {
    for (const key of keys satisfies readonly (keyof Facts)[]) {
      // "FABRIKAM\jdoe" and "jdoe@fabrikam.test" are a domain and an account.
      for (const name of facts[key]?.split(/[\\@]/) ?? []) names.add(name.toLowerCase());
    }
  }
  return names;
}
