import type { Code, LogRecord } from '../../model';

/** A line whose code looks like a failure and is none. */
interface HarmlessLine {
  /** Lines that it reads: tests run them. */
  readonly samples: readonly string[];
  readonly match: RegExp;
  /** The code that is harmless there, another code of such a line may be a failure; undefined where every code is. */
  readonly code: number | undefined;
  /** Only where such a line follows in the same operation. */
  readonly followedBy?: RegExp;
  /** Only where no such line follows. */
  readonly notFollowedBy?: RegExp;
  /** Only where the log shows no domain that the computer is in when the operation begins. */
  readonly onlyWhereNeverJoined?: true;
  /** Why, as one sentence. */
  readonly because: string;
}

/**
 * The organizational unit was not found, or an account elsewhere is in the way: then a search that found nothing is
 * the first sign of it.
 */
const noSuchPlace =
  /^NetpProvisionComputerAccount: LDAP creation failed: 0x(?:2|2030|aac)\b|\bre-use is blocked by policy\b/;

/** Clean-up behind an operation. */
const afterwards = /^ldap_unbind |\bstatus of disconnecting from |\bNetpResetIDNEncoding\b/;

/** Clean-up behind an operation, and what a rollback undoes: the results say nothing about the operation. */
export const cleanUp = new RegExp(`${afterwards.source}|\\brollback: |: status of disabling account `);

export const harmlessLines: readonly HarmlessLine[] = [
  {
    samples: [
      'ldap_unbind status: 0x51',
      "NetpJoinDomainOnDs: status of disconnecting from '\\\\DC1.fabrikam.test': 0x35",
    ],
    match: afterwards,
    code: undefined,
    because: 'Clean-up: its result says nothing about the operation.',
  },
  {
    samples: ["NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0x525, last error is 0x0"],
    match: /^NetpDsGetDcName: failed to find a DC having account /,
    code: 0x525,
    followedBy: /^NetpDsGetDcName: found DC |^NetpJoinDomainOnDs: NetpDsGetDcName returned: 0x0\b/,
    because:
      'The first search is for a domain controller that already has an account for this computer. A new computer has none; the search without it, in the next lines, found a domain controller.',
  },
  {
    samples: ['NetpGetADObjectOwnerAttributes: Ldap Search failed: 8240'],
    match: /^NetpGetADObjectOwnerAttributes: Ldap Search failed: /i,
    code: 0x2030,
    followedBy: /^NetpCheckIfAccountShouldBeReused: ?fReuseAllowed: TRUE/,
    notFollowedBy: noSuchPlace,
    because:
      'The search looked for an existing account in this place of the directory. A new computer has none.',
  },
  {
    samples: ['NetpCheckIfAccountShouldBeReused:fReuseAllowed: TRUE, NetStatus:0x2030'],
    match: /^NetpCheckIfAccountShouldBeReused: ?fReuseAllowed: TRUE/,
    code: 0x2030,
    notFollowedBy: noSuchPlace,
    because: 'This place of the directory has no account of this name: normal for a new computer.',
  },
  {
    samples: [
      'NetpAddPartCollectionToRegistry: delete OP state key status: 0x2.',
      'NetpClearFullJoinState: Status of deleting join state key 0x2',
    ],
    match: /^Netp\w+: (?:delete OP state key status: |Status of deleting join state key )/,
    code: 0x2,
    because: 'Clean-up of an earlier operation: there was nothing to delete.',
  },
  {
    samples: [
      "NetpLoadParameters: DomainCompatibilityMode not found, defaulting to '0' 0x2",
      'NetpLoadParameters: status: 0x2',
      "IsLegacyAccountReuseSetInRegistry: RegQueryValueEx for 'NetJoinLegacyAccountReuse' returned Status: 0x2.",
    ],
    match: /^NetpLoadParameters: (?:\w+ not found, |status: )|\bRegQueryValueEx for .* returned Status: /,
    code: 0x2,
    because: 'An optional registry value is not set; its default counts.',
  },
  {
    samples: ['NetpLsaOpenSecret: status: 0xc0000034'],
    match: /^NetpLsaOpenSecret: status: /,
    code: 0xc0000034,
    followedBy: /^NetpJoinDomain(?:OnDs|Local)?: |^NetpDoDomainJoin: status: 0x0/,
    onlyWhereNeverJoined: true,
    because:
      'No password of a computer account is stored yet. That is normal on a computer that was not joined before.',
  },
  {
    samples: ['NetpProvContinueProvisioningPackageInstall: status: 0xa99.'],
    match: /^Netp(?:Prov)?ContinueProvisioningPackageInstall: status: ?/,
    code: 0xa99,
    because: 'This is success: the computer is joined and has to be restarted.',
  },
  {
    samples: ["NetpManageMachineAccountWithSid: NetUserAdd on '\\\\DC1' for 'WKS07$' failed: 0x8b0"],
    match: /^NetpManageMachineAccountWithSid: NetUserAdd on /,
    code: 0x8b0,
    followedBy: /\bset password on .*: 0x0\b/,
    because: 'The account exists already; it is used again and its password is set in the next lines.',
  },
  {
    samples: ["NetpValidateName:  'FABRIKAM' is not a valid Dns domain name: 0x2554"],
    match: /^NetpValidateName: .* is not a valid Dns domain name: /i,
    code: 0x2554,
    followedBy: /^NetpValidateName: name .* is valid for type /,
    because: 'The name is not in DNS form. It was then accepted as a NetBIOS name.',
  },
  {
    samples: ["NetpValidateName: 'fabrikam.test' is not a valid NetBIOS domain name: 0x7b"],
    match: /^NetpValidateName: .* is not a valid NetBIOS domain name: /i,
    code: 0x7b,
    followedBy: /^NetpValidateName: name .* is valid for type /,
    because: 'The name is not in NetBIOS form. It was then accepted as a DNS name.',
  },
];

/**
 * Why the codes of a record are no failure, as one sentence. Undefined where a code of the record may be a
 * failure, or where it has none but zero.
 *
 * @param follows whether a line that reads like this comes later in the operation of the record
 * @param wasJoined whether the log shows that the computer was in a domain when the operation began
 */
export function harmlessBecause(
  record: LogRecord,
  codes: readonly Code[],
  follows: (pattern: RegExp) => boolean,
  wasJoined: () => boolean,
): string | undefined {
  const failing = codes.filter(code => code.value !== 0);
  if (failing.length === 0) return undefined;
  const row = harmlessLines.find(
    each =>
      each.match.test(record.message) &&
      failing.every(code => each.code === undefined || code.value === each.code),
  );
  if (!row) return undefined;
  const { followedBy, notFollowedBy, onlyWhereNeverJoined, because } = row;
  const isFailure =
    (followedBy && !follows(followedBy)) ||
    (notFollowedBy && follows(notFollowedBy)) ||
    (onlyWhereNeverJoined && wasJoined());
  return isFailure ? undefined : because;
}

/**
 * Asks whether a later record reads like a pattern. Each pattern goes over the records once, so that a log of
 * nothing but such lines costs no more than any other.
 */
export function lookAhead(records: readonly LogRecord[]): (record: LogRecord, pattern: RegExp) => boolean {
  const lastLines = new Map<RegExp, number>();
  return (record, pattern) => {
    let last = lastLines.get(pattern);
    if (last === undefined) {
      last = records.findLast(each => pattern.test(each.message))?.line ?? -1;
      lastLines.set(pattern, last);
    }
    return last > record.line;
  };
}

const joined =
  /^NetpJoinDomainOnDs: Function exits with status of: 0x0\b|^NetpJoinDomain: NetpCompleteOfflineDomainJoin SUCCESS/;
const left = /^NetpUnJoinDomain: status: 0x0\b|^NetpJoinWorkgroup: status: {1,2}0x0\b/;

/** Asks whether the lines before one show that the computer is in a domain. */
export function joinedBefore(records: readonly LogRecord[]): (line: number) => boolean {
  /** Where it changes. */
  const changes: { readonly line: number; readonly isJoined: boolean }[] = [];
  for (const { line, message } of records) {
    if (joined.test(message)) changes.push({ line, isJoined: true });
    else if (left.test(message)) changes.push({ line, isJoined: false });
  }
  return line => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (changes[middle]!.line < line) low = middle + 1;
      else high = middle;
    }
    return changes[low - 1]?.isJoined ?? false;
  };
}
