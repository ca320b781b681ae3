import type { Facts, Lines, Operation, Span, Token } from '../../model';
import { isAt } from '../../parser/spans';
import { codeOf } from '../../parser/tokens';
import { win32For } from '../../tables/equivalents';

/** A name of a host, domain or account, as one word: DC1.fabrikam.test, WKS07$, svc-join, müller. */
const word = /[\p{L}\p{N}_$-]+(?:\.[\p{L}\p{N}_$-]+)*/gu;

/** What stands in front of a name in a message; a word of a sentence has a blank there. */
const leads = new Set('\'"‘’“”`\\@=/[(');

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
  const covers = (span: Span) => isAt(span, column);
  const token = tokens(line).find(covers);
  if (token) {
    const wanted = identityOf(token);
    return everyLine(lines, each => tokens(each).filter(other => identityOf(other) === wanted));
  }
  const known = namesOf(operations());
  const name = words(lines, line, known).find(covers)?.name;
  if (name === undefined) return [];
  return everyLine(lines, each =>
    words(lines, each, known).filter(other => isSameName(other.name, name, known)),
  );
}

function isKnown(name: string, known: ReadonlySet<string>): boolean {
  const dot = name.indexOf('.');
  return known.has(name) || (dot > 0 && known.has(name.slice(0, dot)) && known.has(name.slice(dot + 1)));
}

/** Equal names, and a host by its first label where the rest is a domain of the log: DC1 and DC1.fabrikam.test. */
function isSameName(a: string, b: string, known: ReadonlySet<string>): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return !short.includes('.') && long.startsWith(`${short}.`) && known.has(long.slice(short.length + 1));
}

function everyLine(lines: Lines, find: (line: number) => readonly Span[]): Span[] {
  const found: Span[] = [];
  for (let line = 0; line < lines.count; line++) found.push(...find(line));
  return found.map(({ line, start, end }) => ({ line, start, end }));
}

/** Equal for codes that are one failure: 8240 and 0x2030, 81 at the LDAP bind and 0x3a at the end. */
function identityOf(token: Token): string {
  const code = codeOf(token);
  if (!code) return `${token.kind} ${token.value}`;
  const win32 = win32For(code.space, code.value);
  return win32 === undefined ? `${code.space} ${code.value}` : `win32 ${win32}`;
}

/**
 * The known names in a line. A word of a sentence that is spelled like one ("to workgroup") is none. What stands in
 * front of a name is not read again for each: a line may hold thousands.
 */
function words(lines: Lines, line: number, known: ReadonlySet<string>): (Span & { readonly name: string })[] {
  const text = lines.at(line);
  const isKey = keyIn(text);
  return [...text.matchAll(word)].flatMap(({ 0: spelled, index }) => {
    // An account is the computer's name with a dollar sign behind it.
    const length = spelled.endsWith('$') ? spelled.length - 1 : spelled.length;
    const name = spelled.slice(0, length).toLowerCase();
    if (!isKnown(name, known)) return [];
    const isName =
      spelled.endsWith('$') || name.includes('.') || leads.has(text[index - 1] ?? '') || isKey(index);
    // An organizational unit may be called like the domain.
    const isUnit = /\bOU=$/i.test(text.slice(Math.max(0, index - 4), index));
    return isName && !isUnit ? [{ line, start: index, end: index + length, name }] : [];
  });
}

/** Whether a column of a line stands behind its key, the first words up to a colon or " =": "HostName: ". */
function keyIn(text: string): (column: number) => boolean {
  const firstLetter = text.search(/[A-Za-z]/);
  const colon = text.indexOf(':', firstLetter);
  return column => {
    if (firstLetter < 0 || firstLetter >= column) return false;
    let last = column - 1;
    while (/\s/.test(text[last]!)) last--;
    if (text[last] === ':') return last === colon;
    return text[last] === '=' && /\s/.test(text[last - 1]!) && (colon < 0 || last < colon);
  };
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
  // A domain controller is also called by the first label of its name.
  for (const name of [...names]) {
    const dot = name.indexOf('.');
    if (dot > 0 && names.has(name.slice(dot + 1))) names.add(name.slice(0, dot));
  }
  return names;
}
