import type { Facts, LogRecord, OperationKind, Remark } from '../../model';
import { isShortName } from '../../words';
import { otherQuotes } from './facts';
import { patternOf } from './patterns';

/** NETSETUP_JOIN_UNSECURE of the join options: the join uses no credentials of a user. */
const joinUnsecure = 0x40;

/** A line of success, and what it shows about the network and the domain. */
interface Showing {
  /** Lines that it reads: tests run them. */
  readonly samples: readonly string[];
  readonly match: RegExp;
  /** One sentence or two; undefined where the line shows nothing here. */
  shows(groups: Readonly<Record<string, string>>, context: ShowingContext): string | undefined;
}

interface ShowingContext {
  readonly facts: Facts;
  /** In milliseconds: since the search for a domain controller began, or since the line before. */
  readonly took: number | undefined;
  /** The text has the beginning of the operation and no search for a domain controller: the caller named one. */
  readonly isGiven: boolean;
}

const search = /^NetpDsGetDcName: trying to find DC /;

export const showings: readonly Showing[] = [
  {
    samples: ["NetpCheckDomainNameIsValid [ Exists ] for 'fabrikam.test' returned 0x0"],
    match: /^NetpCheckDomainNameIsValid \[ Exists \] for '?(?<domain>[^']+?)'? returned 0x0\b/,
    shows: ({ domain }) => `The name check found a domain controller of ${domain}.`,
  },
  {
    samples: ["NetpDsGetDcName: found DC '\\\\DC1.fabrikam.test' in the specified domain"],
    match: /^NetpDsGetDcName: found DC '?\\\\(?<dc>[^']+?)'? in /,
    shows({ dc }, { facts: { domain }, took, isGiven }) {
      // An address is not named by DNS.
      if (isGiven || /^[\d.]+$|:/.test(dc!)) return undefined;
      if (took === 0) {
        return `${dc} was found in the same millisecond: consistent with an earlier result that Windows kept, so it does not show that DNS and the LDAP ping work now.`;
      }
      if (domain !== undefined && isShortName(domain)) {
        return `${dc} was found under the short name ${domain}: by DNS and LDAP ping where Windows knew its DNS name, else by NetBIOS.`;
      }
      const kept = took === undefined ? ', unless Windows kept an earlier result' : '';
      return `${dc} was found: DNS named it (SRV record) and it answered the LDAP ping (UDP 389)${kept}.`;
    },
  },
  {
    samples: ["NetpJoinDomainOnDs: status of connecting to dc '\\\\DC1.fabrikam.test': 0x0"],
    match: /^Netp\w+: status of connecting to +dc '?\\\\(?<dc>[^']+?)'?: 0x0\b/,
    shows({ dc }, { facts: { account, options }, took }) {
      if (options !== undefined && (options & joinUnsecure) !== 0) {
        return `The SMB session to ${dc} was set up: TCP 445 answered. The join is unsecured (NETSETUP_JOIN_UNSECURE), so this says nothing about credentials.`;
      }
      return took === 0
        ? `The SMB session to ${dc} was there in the same millisecond: it may have existed already, so this alone does not show that TCP 445 answers now.`
        : `The SMB session to ${dc} was set up: TCP 445 answered and the credentials${account === undefined ? '' : ` of ${account}`} were accepted.`;
    },
  },
  {
    samples: ['NetpLdapBind: Verified minimum encryption strength on DC1.fabrikam.test: 0x0'],
    match: /^NetpLdapBind: Verified minimum encryption strength on (?<dc>\S+): 0x0\b/,
    shows: ({ dc }) => `LDAP on ${dc} answered (TCP 389) and accepted the credentials.`,
  },
  {
    samples: ['NetpLdapGetLsaPrimaryDomain: result of retrieving domain data: 0x0'],
    match: /^NetpLdapGetLsaPrimaryDomain: result of retrieving domain data: 0x0\b/,
    shows: () => 'The data of the domain was read over LDAP.',
  },
  {
    samples: ['NetpGetComputerObjectDn: Crack results: \tAccount does not exist'],
    match: /^NetpGetComputerObjectDn: Crack results:\s+Account does not exist/,
    shows: () =>
      'The directory service answered over RPC (TCP 135 and a dynamic port): it has no account of this name.',
  },
  {
    samples: [
      'NetpGetComputerObjectDn: Crack results: \t(Account already exists) DN = CN=WKS07,CN=Computers,DC=fabrikam,DC=test',
    ],
    match: /^NetpGetComputerObjectDn: Crack results:\s+\(Account already exists\) DN = (?<dn>.+)/,
    shows: ({ dn }) =>
      `The directory service answered over RPC (TCP 135 and a dynamic port): the account exists as ${dn}.`,
  },
];

/**
 * What the steps of an operation show, up to the cause of its failure: what is proven good need not be looked at.
 *
 * @param cause undefined for an operation that did not fail: then every step counts
 */
export function shownBy(
  kind: OperationKind,
  records: readonly LogRecord[],
  facts: Facts,
  cause: LogRecord | undefined,
): readonly Remark[] {
  if (kind === 'nameCheck') return [];
  /** By its text: of steps that were done twice the later one counts. */
  const shown = new Map<string, Remark>();
  let searched: LogRecord | undefined;
  const isWhole = patternOf(records[0]!)?.begins !== undefined;
  for (const [index, record] of records.entries()) {
    if (cause && record.line >= cause.line) break;
    if (record.function === undefined) continue;
    if (search.test(record.message)) searched = record;
    // A backquote in a name would begin code where the sentence is shown.
    const message = record.message.replace(otherQuotes, "'").replaceAll('`', "'");
    for (const { match, shows } of showings) {
      const found = match.exec(message);
      if (!found) continue;
      const isFound = record.function === 'NetpDsGetDcName';
      const before = isFound ? searched : records[index - 1];
      // Time stamps without a year have no milliseconds.
      const isExact = before?.time !== undefined && record.time !== undefined && record.hasYear;
      const took = isExact ? record.time - before.time! : undefined;
      const text = shows(found.groups ?? {}, { facts, took, isGiven: isFound && isWhole && !searched });
      if (text === undefined) continue;
      shown.delete(text);
      shown.set(text, { record, text });
    }
  }
  const all = [...shown.values()];
  // A domain controller that was found says more than the name check before it.
  const isFound = all.some(({ record }) => record.function === 'NetpDsGetDcName');
  return isFound ? all.filter(({ record }) => record.function !== 'NetpCheckDomainNameIsValid') : all;
}
