import type { LogRecord, OperationKind } from '../../model';
import type { PhaseId } from '../../tables/phases';
import { functions } from './functions';
import type { NetsetupRecord, Phrase } from './phrases';

/** A line that says more than its function does: where an operation begins or ends, or which phase it is in. */
export interface LinePattern {
  /** Lines that it reads, and that no other row reads: tests run them. */
  readonly samples: readonly string[];
  readonly match: RegExp;
  /** An operation of this kind begins here. */
  readonly begins?: OperationKind;
  /** An operation of one of these kinds ends here. */
  readonly ends?: readonly OperationKind[];
  /** The line stands inside other operations too, where it ends nothing. */
  readonly alsoInside?: true;
  /** In an operation of one of these kinds nothing good can follow a failure here, even where the text ends. */
  readonly decides?: readonly OperationKind[];
  /** The line says that what failed before it cannot be helped. */
  readonly failedBefore?: true;
  readonly phase?: PhaseId;
}

/** Rows are tried in this order; the first that reads a message has it. */
export const linePatterns: readonly LinePattern[] = [
  // Beginnings.
  { samples: ['NetpDoDomainJoin'], match: /^NetpDoDomainJoin$/, begins: 'join', phase: 'machineCheck' },
  {
    samples: ["NetpChangeMachineName: from 'WKS07' to 'WKS08' using 'FABRIKAM\\jdoe' [0x2]"],
    match: /^NetpChangeMachineName: from /,
    begins: 'rename',
  },
  {
    samples: ['NetpProvContinueProvisioningPackageInstall:', 'NetpContinueProvisioningPackageInstall:'],
    match: /^Netp(?:Prov)?ContinueProvisioningPackageInstall:$/,
    begins: 'provision',
    phase: 'finish',
  },
  {
    samples: ["NetpUnJoinDomain: unjoin from 'FABRIKAM' using '(null)' creds, options: 0x4"],
    match: /^NetpUnJoinDomain: unjoin from /,
    begins: 'unjoin',
  },
  {
    samples: ["NetpValidateName: checking to see if 'WKS07' is valid as type 1 name"],
    match: /^NetpValidateName: checking to see if /,
    begins: 'nameCheck',
    phase: 'nameCheck',
  },

  // Ends.
  {
    samples: ['NetpDoDomainJoin: status: 0x0'],
    match: /^NetpDoDomainJoin: status: ?/,
    ends: ['join', 'workgroup'],
    phase: 'finish',
  },
  {
    samples: ['NetpProvContinueProvisioningPackageInstall: status: 0xa99.'],
    match: /^Netp(?:Prov)?ContinueProvisioningPackageInstall: status: ?/,
    ends: ['provision'],
    phase: 'finish',
  },
  {
    samples: ['NetpUnJoinDomain: status: 0x0'],
    match: /^NetpUnJoinDomain: status: ?/,
    ends: ['unjoin'],
    phase: 'finish',
  },
  {
    samples: ['NetpChangeMachineName: SetComputerNameEx() returned 0x1'],
    match: /^NetpChangeMachineName: SetComputerNameEx\(\) returned /,
    ends: ['rename'],
    phase: 'finish',
  },
  {
    samples: ["NetpValidateName: name 'WKS07' is valid for type 1"],
    match: /^NetpValidateName: name .* is valid for type /,
    ends: ['nameCheck'],
    alsoInside: true,
    phase: 'nameCheck',
  },
  {
    samples: [
      'NetpProvisionComputerAccount: status: 0x5',
      'NetpRequestProvisioningPackageInstall: status: 0x0.',
    ],
    match: /^Netp(?:ProvisionComputerAccount|RequestProvisioningPackageInstall): status: ?/,
    ends: ['provision'],
    alsoInside: true,
    phase: 'localApply',
  },

  // Lines whose failure decides, although the operation may print more.
  {
    samples: [
      'NetpJoinDomainOnDs: Function exits with status of: 0x40',
      'NetpJoinCreatePackagePart: status:0x40.',
    ],
    match: /^(?:NetpJoinDomainOnDs: Function exits with status of|NetpJoinCreatePackagePart: status): ?/,
    decides: ['join'],
  },
  {
    samples: ['NetpJoinDomainOnDs: NetpDsGetDcName returned: 0x54b'],
    match: /^NetpJoinDomainOnDs: NetpDsGetDcName returned: /,
    decides: ['join'],
    phase: 'dcLocator',
  },
  {
    samples: ["NetpJoinDomainOnDs: status of connecting to dc '\\\\DC1.fabrikam.test': 0x5"],
    match: /^NetpJoinDomainOnDs: status of connecting to +dc /,
    decides: ['join'],
    phase: 'connect',
  },
  {
    samples: ['NetpProvisionComputerAccount: retry status of creating account: 0x0'],
    match: /^NetpProvisionComputerAccount: retry status of creating account: /,
    decides: ['join', 'provision'],
    phase: 'createAccount',
  },
  {
    samples: ['NetpProvisionComputerAccount: Cannot retry downlevel, specifying OU is not supported'],
    match: /^NetpProvisionComputerAccount: Cannot retry downlevel\b/,
    failedBefore: true,
    phase: 'createAccount',
  },
  {
    samples: [
      "NetpCheckDomainNameIsValid [ Exists ] for 'fabrikam.test' returned 0x54b",
      "NetpCheckNetBiosNameNotInUse for 'WKS07' [MACHINE] returned 0x34",
    ],
    match: /^NetpCheck(?:DomainNameIsValid|NetBiosNameNotInUse)\b.* returned /,
    decides: ['nameCheck'],
    phase: 'nameCheck',
  },
  {
    samples: [
      "NetpManageMachineAccountWithSid: status of NetUserSetInfo on '\\\\DC1' for 'WKS07$': 0x5 Access Denied",
    ],
    match: /^NetpManageMachineAccountWithSid: status of NetUserSetInfo on /,
    decides: ['rename'],
    phase: 'createAccount',
  },

  // Lines whose function works in several phases.
  {
    samples: [
      'NetpModifyComputerObjectInDs: Account exists and re-use is blocked by policy. Error: 0xaac',
      'NetpManageMachineAccountWithSid: The computer account already exists in Active Directory.Re-using the account was blocked by security policy.',
    ],
    match: /^Netp\w+: .*\bre-us(?:e|ing the account) (?:is|was) blocked by (?:security )?policy/i,
    phase: 'reuseCheck',
  },
  {
    samples: ['NetpJoinDomain'],
    match: /^NetpJoinDomain$/,
    phase: 'machineCheck',
  },
  {
    samples: [
      "NetpChangeMachineName: status of connecting to  dc '\\\\DC1.fabrikam.test': 0x0",
      "NetpJoinDomain: status of connecting to dc '\\\\DC1': 0x40",
    ],
    match: /^Netp\w+: status of connecting to +dc /,
    phase: 'connect',
  },
  {
    samples: ['NetpProvisionComputerAccount:'],
    match: /^NetpProvisionComputerAccount:$/,
    phase: 'bind',
  },
  {
    samples: [
      'NetpProvisionComputerAccount: Retrying downlevel per options',
      'NetpJoinDomain: status of creating account: 0x0',
    ],
    match: /^Netp\w+: (?:status of creating account|Retrying downlevel)/,
    phase: 'createAccount',
  },
  {
    samples: [
      'NetpChangeMachineName: status of setting DnsHostName and SPN: 0x0',
      'NetpJoinDomain: status of setting DnsHostName and SPN: 0x6d9',
      'NetpSetDnsHostNameAndSpn: NetpGetComputerObjectDn failed: 0x6d9',
    ],
    match: /^(?:NetpSetDnsHostNameAndSpn: |Netp\w+: status of setting DnsHostName and SPN: )/,
    decides: ['rename'],
    phase: 'renameSpn',
  },
  {
    samples: ['NetpJoinDomain: initiaing a rollback due to earlier errors'],
    match: /^Netp\w+: initi\w+ a rollback/,
    failedBefore: true,
    phase: 'rollback',
  },
  {
    samples: ['NetpJoinDomain: rollback: status of deleting computer account: 0x0'],
    match: /^Netp\w+: rollback: /,
    phase: 'rollback',
  },
  {
    samples: [
      'NetpJoinDomainOnDs: Setting netlogon cache.',
      'NetpJoinDomainOnDs: status of setting netlogon cache: 0x0',
      'Privileges: Setting backup/restore privileges.',
    ],
    match: /^(?:Netp\w+: (?:S|status of s)etting netlogon cache|(?:NetpSet)?Privileges: )/,
    phase: 'localApply',
  },
  {
    samples: [
      'NetpJoinDomain: NetpCompleteOfflineDomainJoin SUCCESS: Requested a reboot :0x0',
      'NetpCompleteOfflineDomainJoin SUCCESS: Requested a reboot :0x0',
    ],
    match: /^(?:NetpJoinDomain: )?NetpCompleteOfflineDomainJoin SUCCESS: /,
    phase: 'finish',
  },
];

/** The row that reads a message, where there is one. */
export function patternIn(message: string, name: string | undefined): LinePattern | undefined {
  return name === undefined && !message.startsWith('Privileges')
    ? undefined
    : linePatterns.find(pattern => pattern.match.test(message));
}

/** The row that reads a record, where there is one. */
export function patternOf(record: LogRecord): LinePattern | undefined {
  return phraseOf(record).pattern;
}

/** Every record of a NetSetup.log has its phrase. */
function phraseOf(record: LogRecord): Phrase {
  return (record as NetsetupRecord).phrase;
}

/** The name of a second function behind the first: "NetpJoinDomainOnDs: NetpDsGetDcName returned: 0x0". */
const innerName = /^\w+:? ?(?:using )?([A-Za-z_]\w+)/;

/** The phase a record is in; undefined where it stays in that of the record before it. */
export function phaseOf(record: LogRecord, kind: OperationKind | undefined): PhaseId | undefined {
  if (kind === 'rename' && record.function === 'NetpManageMachineAccountWithSid') return 'renameAccount';
  const phase = ownPhaseIn(phraseOf(record));
  if (record.function === undefined) return phase;
  // A rename finds and changes an account that exists: what creates one in a join only writes names here.
  return kind === 'rename' && (phase === 'findAccount' || phase === 'createAccount') ? 'renameSpn' : phase;
}

/** The phase that a message names by itself. */
function ownPhaseIn({ message, function: name, pattern }: Phrase): PhaseId | undefined {
  if (pattern || name === undefined) return pattern?.phase;
  const inner = functions.get(innerName.exec(message)?.[1] ?? '');
  return inner?.phase ?? functions.get(name)?.phase;
}
