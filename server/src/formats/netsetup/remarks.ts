import type { Facts, FirstWay, LogRecord, OperationKind, Remark } from '../../model';
import { joinMeaning } from '../../tables/joinMeanings';
import { codeText } from '../../words';
import { patternOf } from './patterns';
import { tellingRemarks } from './tellingLines';
import { failingChain, type Evidence, type OwnVerdict } from './verdict';
import { waitsIn } from './waits';

/** The account is created over LDAP; where that fails, the options may allow the older way (SAM). */
export const overLdap = /^NetpProvisionComputerAccount: LDAP creation failed: /;
export const retried = /^NetpProvisionComputerAccount: Retrying downlevel\b/;

const disabled = /^Netp\w+: status of disabling account '?(?<account>[^' ]+)'? on .*: (?<code>0x[0-9a-f]+)/i;
const rollback = /: initi\w+ a rollback\b/;

/** What else the records of a failed operation tell about its failure, in the order of the log. */
export function remarksOn(
  kind: OperationKind,
  verdict: OwnVerdict,
  first: FirstWay | undefined,
  records: readonly LogRecord[],
  facts: Facts,
  evidence: Evidence,
): readonly Remark[] {
  const { outcome, code, cause } = verdict;
  if (outcome !== 'failed' || !cause) return [];
  const before =
    first &&
    `Before the older way (SAM) failed with ${codeText(code!)}, creating the account over LDAP had failed with ${codeText(first.failure)}.`;
  return [
    first && firstWayRemark(before!, first, records, kind),
    waitsIn(records, kind)(cause),
    ...tellingRemarks(verdict, records),
    leftBehind(verdict, records, evidence),
    disabledAccount(records, facts, evidence),
    innerCode(cause, evidence),
    clockNotSet(cause),
    endsBefore(kind, verdict, records),
  ]
    .filter(remark => remark !== undefined)
    .sort((a, b) => a.record.line - b.record.line);
}

/** How the creation over LDAP failed, where a downlevel retry of it followed. */
export function firstWayIn(
  kind: OperationKind,
  records: readonly LogRecord[],
  evidence: Evidence,
): FirstWay | undefined {
  const ldap = records.find(record => overLdap.test(record.message));
  const code = ldap && evidence.codesOf(ldap).find(each => each.value !== 0);
  if (!ldap || !code || !records.some(record => retried.test(record.message))) return undefined;
  const upTo = records.slice(0, records.indexOf(ldap) + 1);
  const { failure, cause, phase } = failingChain(kind, code, ldap, upTo, evidence);
  return { failure: failure!, cause: cause!, phase };
}

/** Where the creation over LDAP and the retry of it fail with different codes, both have to be told. */
export function firstWayOf(
  kind: OperationKind,
  { outcome, code, cause }: OwnVerdict,
  records: readonly LogRecord[],
  evidence: Evidence,
): FirstWay | undefined {
  const first = outcome === 'failed' ? firstWayIn(kind, records, evidence) : undefined;
  const isOther = first && code && first.failure.value !== code.value && cause!.line > first.cause.line;
  return isOther ? first : undefined;
}

/** What is said of a way that failed first, at its cause, with the wait in front of it. */
export function firstWayRemark(
  text: string,
  { cause }: FirstWay,
  records: readonly LogRecord[],
  kind: OperationKind,
): Remark {
  const wait = waitsIn(records, kind)(cause);
  return { record: cause, text: wait ? `${text} ${wait.text}` : text };
}

const renamedAccount = /^Netp\w+: status of NetUserSetInfo on .*: 0x0\b/;
const localNameSet = /\bSetComputerNameEx\(\) returned 0x1\b/;
const accountMade = /^NetpJoinCreatePackagePart: status: ?0x0\b|^NetpQueryAccountAttributes succeeded/;

/** What was done in the domain before the failure, and stays there. */
function leftBehind(
  { cause }: OwnVerdict,
  records: readonly LogRecord[],
  { codesOf }: Evidence,
): Remark | undefined {
  if (records.some(record => rollback.test(record.message))) return undefined;
  const before = records.filter(record => record.line < cause!.line || codesOf(cause!).length === 0);
  const renamed = before.find(record => renamedAccount.test(record.message));
  if (renamed) {
    const isSet = records.some(record => localNameSet.test(record.message));
    const text = isSet
      ? 'The account in the domain and this computer have the new name; what failed is its DNS host name or SPNs.'
      : 'The account in the domain has its new name already, and this computer may still have the old one.';
    return { record: renamed, text };
  }
  const made = before.find(record => accountMade.test(record.message));
  const text =
    'The computer account was made ready in the domain before, and stays there: the next join finds it, and the rules for using it again count.';
  return made && { record: made, text };
}

/** What a rollback did to an account that was there before, or could not take back. */
function disabledAccount(
  records: readonly LogRecord[],
  { accountExists }: Facts,
  { codesOf }: Evidence,
): Remark | undefined {
  const start = records.findIndex(record => rollback.test(record.message));
  for (const record of start < 0 ? [] : records.slice(start)) {
    const { account, code } = disabled.exec(record.message)?.groups ?? {};
    if (account === undefined) continue;
    if (!/^0x0+$/.test(code!)) {
      const reason = codesOf(record).find(each => each.value !== 0);
      const text = `The rollback could not disable the account ${account} (${reason ? codeText(reason) : code}): it stays in the domain, enabled.`;
      return { record, text };
    }
    if (!accountExists) return undefined;
    const text = `The rollback disabled the account ${account}, which existed before this join: it has to be enabled before it is used again.`;
    return { record, text };
  }
  return undefined;
}

/** The last line of the operation is not in the text. */
function endsBefore(
  kind: OperationKind,
  { phase }: OwnVerdict,
  records: readonly LogRecord[],
): Remark | undefined {
  const isWhole = records.some(record => patternOf(record)?.ends?.includes(kind));
  if (isWhole || kind === 'nameCheck' || kind === 'rename' || phase === 'finish') return undefined;
  return { record: records.at(-1)!, text: 'The text ends before the last status of this operation.' };
}

/** The check of the A record has a code of its own, which says what DNS answered. */
function innerCode(cause: LogRecord, { codesOf }: Evidence): Remark | undefined {
  const isCheck = /^NetpDsGetDcName: status of verifying DNS A record /.test(cause.message);
  const code = isCheck ? codesOf(cause).find(each => each.value !== 0) : undefined;
  const means = code && joinMeaning(code.space, code.value);
  return means === undefined
    ? undefined
    : { record: cause, text: `The check itself ended with ${codeText(code!)}. ${means}` };
}

/** Computers had no Windows then: the clock was not set, as where the battery of the board is empty. */
const firstYear = 1990;

function clockNotSet(cause: LogRecord): Remark | undefined {
  const year = cause.time === undefined || !cause.hasYear ? undefined : new Date(cause.time).getUTCFullYear();
  if (year === undefined || year >= firstYear) return undefined;
  const text = `The clock of this computer said ${year}: Kerberos refuses a logon where clocks differ by more than a few minutes.`;
  return { record: cause, text };
}
