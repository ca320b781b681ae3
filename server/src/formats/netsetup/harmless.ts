import type { Code, LogRecord } from '../../model';

/** A line whose code looks like a failure and is none. */
interface HarmlessLine {
  /** Lines that it reads: tests run them. */
  readonly samples: readonly string[];
  readonly match: RegExp;
  /** The code that is harmless there; another code of such a line may be a failure. */
  readonly code: number;
  /** Only where such a line follows in the same operation. */
  readonly followedBy?: RegExp;
  /** Why, as one sentence. */
  readonly because: string;
}

export const harmlessLines: readonly HarmlessLine[] = [
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
    because: 'The search looked for an existing account of this name. There is none, so it can be created.',
  },
  {
    samples: ['NetpCheckIfAccountShouldBeReused:fReuseAllowed: TRUE, NetStatus:0x2030'],
    match: /^NetpCheckIfAccountShouldBeReused: ?fReuseAllowed: TRUE/,
    code: 0x2030,
    because: 'There is no account of this name that could be in the way, so it can be created.',
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
 * Why the codes of a record are no failure, as one sentence. `later` are the records that follow it in its
 * operation. Undefined where a code of the record may be a failure, or where it has none but zero.
 */
export function harmlessBecause(
  record: LogRecord,
  codes: readonly Code[],
  later: () => readonly LogRecord[],
): string | undefined {
  const failing = codes.filter(code => code.value !== 0);
  if (failing.length === 0) return undefined;
  const row = harmlessLines.find(
    each => each.match.test(record.message) && failing.every(code => code.value === each.code),
  );
  if (!row) return undefined;
  const { followedBy } = row;
  return !followedBy || later().some(each => followedBy.test(each.message)) ? row.because : undefined;
}
