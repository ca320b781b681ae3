import type { Code, LogRecord, OperationKind, Verdict } from '../../model';
import { win32For } from '../../tables/equivalents';
import { once } from '../../once';
import type { PhaseId } from '../../tables/phases';
import { cleanUp } from './harmless';
import { patternOf, phaseOf } from './patterns';

/** NERR_JoinPerformedMustRestart: done, and a restart is needed. */
const mustRestart = 0xa99;

/** A step that failed before has now been done another way: what led to this point is overcome. */
const overcome =
  /\bretry status of creating account: 0x0\b|^Netp\w+: status of connecting to +dc .*: 0x0\b|^NetpDsGetDcName: found DC |^NetpValidateName: name .* is valid for type /;

/** What is known of the records of an operation. */
export interface Evidence {
  /** The result codes of a record, by column. */
  codesOf(record: LogRecord): readonly Code[];
  /** The codes of the record are known to be no failure. */
  isHarmless(record: LogRecord): boolean;
  /** Its records that have codes which are not zero and not harmless everywhere, in the order of the log. */
  readonly mayFail: readonly LogRecord[];
}

/** Whether an operation of a kind ends with a record. */
export function endsHere(record: LogRecord, kind: OperationKind): boolean {
  return patternOf(record)?.ends?.includes(kind) === true;
}

/** What an operation came to by its own lines. What other operations and remarks add to it comes later. */
export type OwnVerdict = Omit<Verdict, 'supersededBy' | 'remarks' | 'firstWay'>;

/**
 * Says what an operation came to, and where its failing chain begins.
 *
 * @param end its last line, where the text has it
 * @param upToEnd its records up to that line
 * @param isCut whether another operation began before the last line of this one came: nothing of it will follow
 */
export function judge(
  kind: OperationKind,
  end: LogRecord | undefined,
  upToEnd: () => readonly LogRecord[],
  evidence: Evidence,
  isCut: boolean,
): OwnVerdict {
  const final = end ? decidingRecord(kind, end, evidence) : lastFailure(kind, upToEnd(), evidence, isCut);
  if (!final) return verdict('incomplete');
  const codes = evidence.codesOf(final);
  const code = codes.find(each => each.value !== 0) ?? codes[0];
  if (kind === 'nameCheck' && patternOf(final)?.ends) return verdict('succeeded');
  if (kind === 'rename' && !code) {
    // SetComputerNameEx returns a BOOL: 0x0 is the failure, and there is no code that says why.
    return / returned 0x0\b/.test(final.message)
      ? { ...verdict('failed'), cause: final, phase: 'finish' }
      : verdict('succeeded');
  }
  if (!code) return verdict('incomplete');
  if (code.value === 0 || code.value === mustRestart) return { ...verdict('succeeded'), code };
  // Where the text ends before the last line, the chain may go on behind the line that decided.
  const chain = once(() => {
    const records = upToEnd();
    const upTo = endsHere(final, kind) ? records.slice(0, records.indexOf(final) + 1) : records;
    return failingChain(kind, code, final, upTo, evidence);
  });
  // Whoever only counts what failed does not ask where.
  return {
    outcome: 'failed',
    code,
    get failure() {
      return chain().failure;
    },
    get cause() {
      return chain().cause;
    },
    get echoes() {
      return chain().echoes;
    },
    get phase() {
      return chain().phase;
    },
  };
}

function verdict(outcome: Verdict['outcome']): OwnVerdict {
  return { outcome, code: undefined, failure: undefined, cause: undefined, echoes: [], phase: undefined };
}

/**
 * The chain of records that led to a code: the first of them is the cause.
 *
 * @param final the record that the code stands in
 */
export function failingChain(
  kind: OperationKind,
  code: Code,
  final: LogRecord,
  records: readonly LogRecord[],
  evidence: Evidence,
): Pick<Verdict, 'failure' | 'cause' | 'echoes' | 'phase'> {
  const { codesOf } = evidence;
  const done = records.findLast(record => overcome.test(record.message))?.line ?? -1;
  const chain = records.filter(
    record =>
      record.line > done &&
      // What other programs print about an attempt is not where it failed.
      record.function !== undefined &&
      codesOf(record).some(each => leadsTo(each, code)) &&
      !cleanUp.test(record.message) &&
      !evidence.isHarmless(record),
  );
  const whole = withLowerCalls(chain.length > 0 ? chain : [final], records, codesOf);
  return {
    failure: reasonIn(whole, codesOf) ?? code,
    cause: whole[0],
    echoes: whole.slice(1),
    phase: phaseIn(whole, kind),
  };
}

/** Lines that only pass the code on, the last one among them, do not tell in which phase it came up. */
function phaseIn(chain: readonly LogRecord[], kind: OperationKind): PhaseId | undefined {
  const teller = chain.find(record => !patternOf(record)?.ends && phaseOf(record, kind));
  const phase = teller && phaseOf(teller, kind);
  // Writing the SPNs looks for the account again.
  const isSpn = phase === 'findAccount' && chain.some(record => phaseOf(record, kind) === 'renameSpn');
  return isSpn ? 'renameSpn' : phase;
}

/** What the directory server said of its refusal, which the calls above it may replace by a general code. */
function reasonIn(chain: readonly LogRecord[], codesOf: Evidence['codesOf']): Code | undefined {
  const told = chain.find(record => record.function === 'NetpMapGetLdapExtendedError');
  return told && codesOf(told).find(code => code.value !== 0 && code.space === 'win32');
}

const fails = (record: LogRecord, evidence: Evidence) =>
  evidence.codesOf(record).some(code => code.value !== 0) && !evidence.isHarmless(record);

const decides = (record: LogRecord, kind: OperationKind) =>
  patternOf(record)?.decides?.includes(kind) === true;

/** The record that decides what a whole operation came to: its last line. */
function decidingRecord(kind: OperationKind, end: LogRecord, evidence: Evidence): LogRecord {
  if (kind !== 'rename') return end;
  // The local name is set even where the domain refused the change: the refusal is what counts.
  const isRefusal = (record: LogRecord) =>
    record.line <= end.line && decides(record, kind) && fails(record, evidence);
  return evidence.mayFail.findLast(isRefusal) ?? end;
}

/**
 * The record that decides where the text ends before the last line of the operation: a failure after which nothing
 * good can follow; else none, since Windows may go on another way.
 */
function lastFailure(
  kind: OperationKind,
  records: readonly LogRecord[],
  evidence: Evidence,
  isCut: boolean,
): LogRecord | undefined {
  const told = records.findIndex(record => patternOf(record)?.failedBefore);
  const before = told < 0 ? undefined : records.slice(0, told).findLast(record => fails(record, evidence));
  if (before) return before;
  const decided = records.findLast(record => decides(record, kind) && fails(record, evidence));
  const isOvercome = (record: LogRecord) => record.line > decided!.line && overcome.test(record.message);
  if (decided && !records.some(isOvercome)) return decided;
  const last = records.findLast(
    record => evidence.codesOf(record).length > 0 && !cleanUp.test(record.message),
  );
  return isCut && last && fails(last, evidence) ? last : undefined;
}

/**
 * The chain with what stands directly in front of it and failed below: an LDAP call or the error text of the
 * directory server, whose own number differs from the one that is passed on.
 */
function withLowerCalls(
  chain: readonly LogRecord[],
  records: readonly LogRecord[],
  codesOf: Evidence['codesOf'],
): readonly LogRecord[] {
  const isLowerCall = (record: LogRecord) =>
    codesOf(record).some(
      code => code.value !== 0 && (code.space === 'ldap' || lowerCall.test(record.message)),
    );
  const first = records.indexOf(chain[0]!);
  let start = first;
  while (start > 0 && isLowerCall(records[start - 1]!)) start--;
  return [...records.slice(start, first), ...chain];
}

/** Other lines whose own code says why the next line fails: the answer of the directory server, that of DNS. */
const lowerCall = /^NetpMapGetLdapExtendedError: |^NetpDsGetDcName: status of verifying DNS A record /;

/** Whether a code is the final one in any of its spellings, or one that is shown as the final one further up. */
function leadsTo(code: Code, final: Code): boolean {
  return (code.space === final.space && code.value === final.value) || win32Of(code) === win32Of(final);
}

/** The Win32 code that stands for a code further up; of a code that has none, something that equals no other. */
function win32Of(code: Code): number | Code {
  return win32For(code.space, code.value) ?? code;
}
