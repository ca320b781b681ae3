import type { Code, LogRecord, OperationKind, Verdict } from '../../model';
import { win32For } from '../../tables/equivalents';
import { patternOf, phaseOf } from './patterns';

/** NERR_JoinPerformedMustRestart: done, and a restart is needed. */
const mustRestart = 0xa99;

/** Clean-up and what a rollback undoes: their results say nothing about the operation. */
const cleanUp = /^ldap_unbind |\bstatus of disconnecting from |\bNetpResetIDNEncoding\b|\brollback\b/;

/** A step that failed before has now been done another way: what led to this point is overcome. */
const overcome =
  /\bretry status of creating account: 0x0\b|\bstatus of connecting to +dc .*: 0x0\b|^NetpDsGetDcName: found DC |^NetpValidateName: name .* is valid for type /;

interface Evidence {
  /** The result codes of a record, by column. */
  codesOf(record: LogRecord): readonly Code[];
  /** The codes of the record are known to be no failure. */
  isHarmless(record: LogRecord): boolean;
}

/** Says what an operation came to, and where its failing chain begins. */
export function judge(
  kind: OperationKind,
  records: readonly LogRecord[],
  evidence: Evidence,
): Omit<Verdict, 'supersededBy'> {
  const { codesOf, isHarmless } = evidence;
  const final = finalRecord(kind, records, evidence);
  if (!final) return verdict('incomplete');
  const code = codesOf(final).find(each => each.value !== 0) ?? codesOf(final)[0];
  if (kind === 'nameCheck' && patternOf(final)?.ends) return verdict('succeeded');
  if (kind === 'rename' && !code) {
    // SetComputerNameEx returns a BOOL: 0x0 is the failure, and there is no code that says why.
    return / returned 0x0\b/.test(final.message) ? verdict('failed', undefined, final) : verdict('succeeded');
  }
  if (!code) return verdict('incomplete');
  if (code.value === 0 || code.value === mustRestart) return verdict('succeeded', code);

  const before = records.slice(0, records.indexOf(final) + 1);
  const failing = before.filter(
    record => !isHarmless(record) && codesOf(record).some(each => leadsTo(each, code)),
  );
  const done = before.findLast(record => overcome.test(record.message));
  const chain = failing.filter(record => !done || record.line > done.line);
  const whole = withLowerCalls(chain.length > 0 ? chain : [final], before, codesOf);
  // Lines that only pass the code on, the last one among them, do not tell in which phase it came up.
  const teller = whole.find(record => !patternOf(record)?.ends && phaseOf(record, kind));
  const phase = teller && phaseOf(teller, kind);
  return { outcome: 'failed', code, cause: whole[0], echoes: whole.slice(1), phase };
}

function verdict(outcome: Verdict['outcome'], code?: Code, cause?: LogRecord): Omit<Verdict, 'supersededBy'> {
  return { outcome, code, cause, echoes: [], phase: undefined };
}

/**
 * The record that decides: the last line of a whole operation. Where the text ends before it, a failure after
 * which nothing good can follow; else none, since Windows may go on another way.
 */
function finalRecord(
  kind: OperationKind,
  records: readonly LogRecord[],
  { codesOf, isHarmless }: Evidence,
): LogRecord | undefined {
  const fails = (record: LogRecord) =>
    !cleanUp.test(record.message) && !isHarmless(record) && codesOf(record).some(code => code.value !== 0);
  const decides = (record: LogRecord) => patternOf(record)?.decides?.includes(kind) && fails(record);
  const end = records.find(record => patternOf(record)?.ends?.includes(kind));
  if (kind === 'rename' && end) {
    // The local name is set even where the domain refused the change: the refusal is what counts.
    return records.findLast(decides) ?? end;
  }
  if (end) return end;
  const last = records.findLast(record => !cleanUp.test(record.message) && codesOf(record).length > 0);
  return last && decides(last) ? last : undefined;
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
      code =>
        code.value !== 0 && (code.space === 'ldap' || record.function === 'NetpMapGetLdapExtendedError'),
    );
  const first = records.indexOf(chain[0]!);
  let start = first;
  while (start > 0 && isLowerCall(records[start - 1]!)) start--;
  return [...records.slice(start, first), ...chain];
}

/** Whether a code is the final one in any of its spellings, or one that is shown as the final one further up. */
function leadsTo(code: Code, final: Code): boolean {
  return (code.space === final.space && code.value === final.value) || win32Of(code) === win32Of(final);
}

/** The Win32 code that stands for a code further up; of a code that has none, something that equals no other. */
function win32Of(code: Code): number | Code {
  return win32For(code.space, code.value) ?? code;
}
