import type { Code, Facts, LogRecord, Operation, Remark, Verdict } from '../../model';
import { codeText } from '../../words';
import { firstWayIn, firstWayRemark, overLdap } from './remarks';
import { failingChain, type Evidence } from './verdict';
import { waitsIn } from './waits';

/** A join, or the rename that completes it. */
type Own = Pick<Operation, 'kind' | 'records' | 'facts'>;

/** The verdict of a join that left something undone. */
type Damage = Omit<Verdict, 'supersededBy'>;

/** The step that writes DNS host name and SPNs to the account: in old joins inside the join, else in the rename after it. */
const spnStep = /^(?:NetpSetDnsHostNameAndSpn: |(?<result>Netp\w+: status of setting DnsHostName and SPN: ))/;

/** ERROR_DS_SPN_VALUE_NOT_UNIQUE_IN_FOREST: another account has the SPN. */
const duplicateSpn = 0x21c7;
/** The builds of Windows 7 and Windows Server 2008 R2. */
const windows7 = [7600, 7601];

/** What the SPN step came to in some records: the line of its failure, or `done`; undefined where they have none. */
function spnStepIn(records: readonly LogRecord[], { codesOf }: Evidence): LogRecord | 'done' | undefined {
  let result: LogRecord | 'done' | undefined;
  for (const record of records) {
    // A refusal over LDAP that the older way got around is none of the SPN step.
    if (isCreatedDownlevel(record)) result = undefined;
    const step = spnStep.exec(record.message);
    const codes = codesOf(record);
    if (!step && !codes.some(code => code.value === duplicateSpn)) continue;
    if (codes.some(code => code.value !== 0)) result = record;
    else if (step?.groups?.result) result = 'done';
  }
  return result;
}

/** Whether a join that holds such a message, with these codes that are not zero, may be one of those below. */
export function mayDamage(message: string, nonZero: readonly Code[]): boolean {
  const isFailure =
    nonZero.length > 0 && (spnStep.test(message) || nonZero.some(code => code.value === duplicateSpn));
  return isFailure || createdDownlevel.test(message);
}

const createdDownlevel = /\bretry status of creating account: 0x0+\b/;

/** The account was created the older way (SAM), which writes neither DNS host name nor SPNs. */
export function isCreatedDownlevel({ message }: LogRecord): boolean {
  return createdDownlevel.test(message);
}

/**
 * Windows 7 and Windows Server 2008 R2 show this error although nothing is missing (Microsoft's article KB2018583): a
 * text that does not name its Windows may be theirs.
 */
export function isCosmetic({ message }: LogRecord, { build }: Facts): boolean {
  return (
    /^(?:NetpSetDnsHostNameAndSpn: NetpLdapBind failed|Netp\w+: status of setting DnsHostName and SPN): 0x3a\b/i.test(
      message,
    ) &&
    (build === undefined || windows7.includes(build))
  );
}

/**
 * The verdict of a join that ended with success and left DNS host name or SPNs unwritten; undefined where it did
 * not, or where nothing tells.
 *
 * @param code the final code of the join
 * @param rename the rename that completes the join: Windows starts it right after many joins
 */
export function damageOf(
  join: Own,
  code: Code | undefined,
  rename: Own | undefined,
  evidence: Evidence,
): Damage | undefined {
  const { records, facts } = join;
  const own = spnStepIn(records, evidence);
  if (own && own !== 'done' && !isCosmetic(own, facts))
    return { code, ...damaged(join, join, own, evidence) };
  const after = rename && spnStepIn(rename.records, evidence);
  if (after && after !== 'done' && !isCosmetic(after, facts))
    return { code, ...damaged(join, rename, after, evidence) };
  const downlevel = records.find(isCreatedDownlevel);
  if (own === 'done' || after === 'done' || !downlevel) return undefined;
  const fails = (record: LogRecord) => evidence.codesOf(record).some(code => code.value !== 0);
  const ldap = records.find(record => overLdap.test(record.message) && fails(record));
  if (ldap) return { code, ...damaged(join, join, ldap, evidence) };
  // The text has lost the line that says why the older way was taken.
  const nothing = { failure: undefined, echoes: [], firstWay: undefined, remarks: [] };
  return { outcome: 'succeededWithDamage', code, cause: downlevel, phase: 'createAccount', ...nothing };
}

/** The chain that ends at a failed step of the join, or of the rename that completes it. */
function damaged(
  join: Own,
  { kind, records }: Own,
  step: LogRecord,
  evidence: Evidence,
): Omit<Damage, 'code'> {
  const failure = evidence.codesOf(step).find(each => each.value !== 0)!;
  const upTo = records.slice(0, records.indexOf(step) + 1);
  const chain = failingChain(kind, failure, step, upTo, evidence);
  const phase = overLdap.test(step.message) ? chain.phase : 'renameSpn';
  const wait = waitsIn(records, kind)(chain.cause!);
  const remarks = [downlevelIn(join, chain.cause!, evidence), wait].filter(remark => remark !== undefined);
  return { outcome: 'succeededWithDamage', ...chain, phase, firstWay: undefined, remarks };
}

/** The join could not create its account over LDAP: that is told where another step is the cause. */
function downlevelIn(join: Own, cause: LogRecord, evidence: Evidence): Remark | undefined {
  const { kind, records, facts } = join;
  const first = records.some(isCreatedDownlevel) ? firstWayIn(kind, records, evidence) : undefined;
  if (!first || cause.line <= first.cause.line) return undefined;
  const then = facts.accountExists ? 'used the existing account' : 'created the account';
  const text = `In the join, the way over LDAP had failed with ${codeText(first.failure)}; the older way (SAM), which writes no SPNs, ${then}.`;
  return firstWayRemark(text, first, records, kind);
}
