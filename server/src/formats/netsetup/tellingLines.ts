import type { LogRecord, Remark } from '../../model';
import type { OwnVerdict } from './verdict';

/** NERR_AccountReuseBlockedByPolicy. */
const reuseBlocked = 0xaac;

/** A line that tells why an operation failed, without the code of the failure. */
interface TellingLine {
  /** Lines that it reads: tests run them. */
  readonly samples: readonly string[];
  readonly match: RegExp;
  /** Only where the operation ends with this code. */
  readonly code?: number;
  /** Only where no line reads like this. */
  readonly unless?: RegExp;
  /** $1 stands for the first group. */
  readonly text: string;
}

const policyNotAsked = /^NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: (?!0+,)/i;

export const tellingLines: readonly TellingLine[] = [
  {
    samples: ["NetpGetComputerObjectDn: Specified path 'OU=Labs,DC=fabrikam,DC=test' is not an OU"],
    match: /^Netp\w+: Specified path '(.+?)' is not an OU/,
    text: '$1 is no organizational unit, or is not there.',
  },
  {
    samples: ["NetpMachineValidToJoin: the specified machine is already joined to 'FABRIKAM'!"],
    match: /^Netp\w+: .*\balready joined to '(.+?)'/,
    text: 'The computer is joined to $1.',
  },
  {
    samples: ["NetpGetComputerObjectDn: Passed OU doesn't match in size cracked DN: 47 41"],
    match: /^NetpGetComputerObjectDn: Passed OU doesn['’]t match /,
    text: 'The account is in another place of the directory than the organizational unit that was asked for.',
  },
  // What the lines of the re-use check say about the rules that refused (KB5020276).
  {
    samples: ['NetpGetADObjectOwnerAttributes: Ms-Ds-CreatorSid is empty.'],
    match: /^NetpGetADObjectOwnerAttributes: Ms-Ds-CreatorSid is empty/i,
    code: reuseBlocked,
    text: 'The account records no creator (ms-DS-CreatorSID is empty), as where someone with the right to create computer objects made it: having created it could not count for this user.',
  },
  {
    samples: [
      'NetpCheckIfAccountShouldBeReused: Account was created through joinpriv and does not belong to this user. Blocking re-use of account.',
    ],
    match: /^Netp\w+: Account was created through joinpriv and does not belong to this user/i,
    code: reuseBlocked,
    text: 'Another user created the account, by the right to add workstations to the domain.',
  },
  {
    samples: ['NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: c0000022, NetStatus: 5'],
    match: policyNotAsked,
    code: reuseBlocked,
    text: 'The domain controller could not be asked for its policy: consistent with one without the updates of March 2023, or with one that refuses remote calls to SAM.',
  },
  {
    samples: ['NetpDsValidateComputerAccountReuseAttempt: returning Result: FALSE'],
    match: /^NetpDsValidateComputerAccountReuseAttempt: returning Result: FALSE/i,
    code: reuseBlocked,
    unless: policyNotAsked,
    text: 'The domain controller did not allow it by its policy: consistent with an owner of the account whom "Allow computer account re-use during domain join" does not name.',
  },
];

/** What such lines tell of an operation that failed. */
export function tellingRemarks({ code }: OwnVerdict, records: readonly LogRecord[]): Remark[] {
  return tellingLines.flatMap(({ match, code: only, unless, text }) => {
    if (only !== undefined && only !== code?.value) return [];
    if (unless && records.some(record => unless.test(record.message))) return [];
    for (const record of records) {
      const found = match.exec(record.message);
      if (found) return { record, text: text.replace('$1', () => (found[1] ?? '').replaceAll('`', "'")) };
    }
    return [];
  });
}
