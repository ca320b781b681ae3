import type { LogRecord, OperationKind, Remark, Verdict } from '../../model';
import { codeText } from '../../words';
import { failingChain, type Evidence, type OwnVerdict } from './verdict';
import { waitsIn } from './waits';

/** The account is created over LDAP; where that fails, the options may allow the older way (SAM). */
export const overLdap = /^NetpProvisionComputerAccount: LDAP creation failed: /;
export const retried = /^NetpProvisionComputerAccount: Retrying downlevel\b/;

const existedBefore = /\(Account already exists\)|: NetUserAdd on .* failed: 0x8b0\b/;
const disabled = /: status of disabling account '?(?<account>[^' ]+)'? on .*: (?<code>0x[0-9a-f]+)/i;
const rollback = /: initi\w+ a rollback\b/;

/** What else the records of a failed operation tell about its failure, in the order of the log. */
export function remarksOn(
  kind: OperationKind,
  verdict: OwnVerdict,
  records: readonly LogRecord[],
  evidence: Evidence,
): readonly Remark[] {
  const { outcome, cause } = verdict;
  if (outcome !== 'failed' || !cause) return [];
  return [
    firstWay(verdict, records, evidence),
    waitsIn(records, kind)(cause),
    ...reuseRules(verdict, records),
    disabledAccount(records),
  ]
    .filter(remark => remark !== undefined)
    .sort((a, b) => a.record.line - b.record.line);
}

/** Where the creation over LDAP and the retry of it fail with different codes, both have to be told. */
function firstWay(
  { code, cause }: Pick<Verdict, 'code' | 'cause'>,
  records: readonly LogRecord[],
  evidence: Evidence,
): Remark | undefined {
  const ldap = records.find(record => overLdap.test(record.message));
  const retry = records.find(record => retried.test(record.message));
  const failure = ldap && evidence.codesOf(ldap).find(each => each.value !== 0);
  if (!ldap || !retry || !failure || failure.value === code?.value || cause!.line < retry.line)
    return undefined;
  const upTo = records.slice(0, records.indexOf(ldap) + 1);
  const first = failingChain('join', failure, ldap, upTo, evidence);
  const text =
    `Before the older way (SAM) failed with ${codeText(code!)}, creating the account over LDAP had failed with ` +
    `${codeText(first.failure!)}.`;
  return { record: first.cause!, text };
}

/** NERR_AccountReuseBlockedByPolicy. */
const reuseBlocked = 0xaac;

/** What the lines of the re-use check say about the rules that refused (KB5020276). */
export const reuseLines: readonly {
  readonly samples: readonly string[];
  readonly match: RegExp;
  readonly text: string;
}[] = [
  {
    samples: ['NetpGetADObjectOwnerAttributes: Ms-Ds-CreatorSid is empty.'],
    match: /^NetpGetADObjectOwnerAttributes: Ms-Ds-CreatorSid is empty/i,
    text: 'The account records no creator (ms-DS-CreatorSID is empty), as where an administrator created it: having created it could not count for this user.',
  },
  {
    samples: ['NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: c0000022, NetStatus: 5'],
    match: /^NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: (?!0+,)/i,
    text: 'The domain controller could not be asked for its policy: consistent with one without the updates of March 2023, or with one that refuses remote calls to SAM.',
  },
  {
    samples: ['NetpDsValidateComputerAccountReuseAttempt: returning Result: FALSE'],
    match: /^NetpDsValidateComputerAccountReuseAttempt: returning Result: FALSE/i,
    text: 'The policy of the domain controller was asked and did not allow it: consistent with an owner of the account whom "Allow computer account re-use during domain join" does not name.',
  },
];

function reuseRules({ code }: OwnVerdict, records: readonly LogRecord[]): Remark[] {
  if (code?.value !== reuseBlocked) return [];
  const answered = records.some(({ message }) => reuseLines[1]!.match.test(message));
  return reuseLines.flatMap(({ match, text }, index) => {
    // A policy that could not be asked did not decide.
    const record = index === 2 && answered ? undefined : records.find(({ message }) => match.test(message));
    return record ? { record, text } : [];
  });
}

/** What a rollback did to an account that was there before. */
function disabledAccount(records: readonly LogRecord[]): Remark | undefined {
  const start = records.findIndex(record => rollback.test(record.message));
  if (start < 0 || !records.slice(0, start).some(record => existedBefore.test(record.message)))
    return undefined;
  for (const record of records.slice(start)) {
    const { account, code } = disabled.exec(record.message)?.groups ?? {};
    if (account === undefined) continue;
    const text = /^0x0+$/.test(code!)
      ? `The rollback disabled the account ${account}, which existed before this join: it has to be enabled before it is used again.`
      : `The rollback tried to disable the account ${account}, which existed before this join, and could not (${code}).`;
    return { record, text };
  }
  return undefined;
}
