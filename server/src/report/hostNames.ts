import type { Trace } from '../model';

/** The names of addresses as the DNS replies of a trace tell them: address → name. Of several, that of an SRV record. */
export function hostNamesOf({ conversations }: Trace): ReadonlyMap<string, string> {
  const answers = conversations.flatMap(({ exchanges }) => exchanges.flatMap(each => each.answers));
  const targets = new Set(
    answers.flatMap(({ type, value }) => (type === 'SRV' ? value.toLowerCase().replace(/\.$/, '') : [])),
  );
  const names = new Map<string, Set<string>>();
  for (const { type, name, value } of answers) {
    if (name === undefined || (type !== 'A' && type !== 'AAAA')) continue;
    const known = names.get(value) ?? new Set();
    names.set(value, known.add(name.toLowerCase().replace(/\.$/, '')));
  }
  return new Map(
    [...names].flatMap(([address, own]) => {
      const name = [...own].find(each => targets.has(each)) ?? (own.size === 1 ? [...own][0]! : undefined);
      return name === undefined ? [] : [[address, name] as const];
    }),
  );
}

/** "10.20.1.10 (dc1.fabrikam.test)"; a server that the trace names itself stays as it is. */
export function hostText(server: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(server);
  return name === undefined ? server : `${server} (${name})`;
}
