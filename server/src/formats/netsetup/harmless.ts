import type { Code, LogRecord } from '../../model';
import { lastNotAbove } from '../../parser/lines';
import type { NetsetupRecord } from './phrases';

/** A line whose code looks like a failure and is none. */
export interface HarmlessLine {
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
    match:
      /^NetpLoadParameters: (?:\w+ not found, |status: )|\bRegQueryValueEx for .{0,300} returned Status: /,
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
    followedBy: /\bset password on .{0,300}: 0x0\b/,
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

/** The row that says why codes that are not zero are no failure in a message, where there is one. */
export function harmlessRow(message: string, nonZero: readonly Code[]): HarmlessLine | undefined {
  return harmlessLines.find(
    each =>
      each.match.test(message) && nonZero.every(code => each.code === undefined || code.value === each.code),
  );
}

/** Whether such codes are no failure whatever stands around them. */
export function isAlwaysHarmless({ followedBy, notFollowedBy, onlyWhereNeverJoined }: HarmlessLine): boolean {
  return !followedBy && !notFollowedBy && !onlyWhereNeverJoined;
}

/**
 * Says why the codes of a record are no failure, as one sentence; undefined where a code of it may be a failure, or
 * where it has none but zero. Each pattern goes over the records once, so that a log of nothing but such lines costs no
 * more than any other.
 *
 * @param own the records among which others decide: those of the operation, in the order of the log
 * @param wasJoined whether the log shows that the computer was in a domain when the operation began
 */
export function harmlessIn(
  own: () => readonly LogRecord[],
  wasJoined: () => boolean,
): (record: NetsetupRecord) => string | undefined {
  /** The line of the last record that reads like a pattern, -1 where none does. */
  const lastLines = new Map<RegExp, number>();
  const follows = (record: LogRecord, pattern: RegExp) => {
    const last = lastLines.get(pattern) ?? own().findLast(each => pattern.test(each.message))?.line ?? -1;
    lastLines.set(pattern, last);
    return last > record.line;
  };
  return record => {
    const row = record.phrase.harmless;
    if (!row) return undefined;
    const { followedBy, notFollowedBy, onlyWhereNeverJoined, because } = row;
    const isFailure =
      (followedBy && !follows(record, followedBy)) ||
      (notFollowedBy && follows(record, notFollowedBy)) ||
      (onlyWhereNeverJoined && wasJoined());
    return isFailure ? undefined : because;
  };
}

const joined =
  /^NetpJoinDomainOnDs: Function exits with status of: 0x0\b|^NetpJoinDomain: NetpCompleteOfflineDomainJoin SUCCESS/;
const left = /^NetpUnJoinDomain: status: 0x0\b|^NetpJoinWorkgroup: status: {1,2}0x0\b/;

/** Whether the computer becomes a member of a domain with a line that reads like this, or leaves it. */
export function tellsMembership(message: string): boolean {
  return joined.test(message) || left.test(message);
}

/**
 * Asks whether the lines before one show that the computer is in a domain.
 *
 * @param turns the records that tell of it, in the order of the log
 */
export function joinedBefore(turns: readonly LogRecord[]): (line: number) => boolean {
  const lines = turns.map(({ line }) => line);
  return line => {
    const before = turns[lastNotAbove(lines, line - 1)];
    return before !== undefined && joined.test(before.message);
  };
}
