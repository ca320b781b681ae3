import type { Code, LogRecord, OperationKind, Verdict } from '../../model';
import { win32For } from '../../tables/equivalents';
import { carriedWin32 } from '../../tables/status';
import { patternOf, phaseOf } from './lines';

/** NERR_JoinPerformedMustRestart: done, and a restart is needed. */
const mustRestart = 0xa99;

/** Clean-up and what a rollback undoes: their results say nothing about the operation. */
const cleanUp = /^ldap_unbind |\bstatus of disconnecting from |\bNetpResetIDNEncoding\b|\brollback\b/;

/**
 * Where the account is looked for and created, a failure may be followed by another way ("Retrying downlevel"),
 * and the search for a domain controller that knows the account by one without it: at the end of a text, such a
 * failure decides nothing. Only what comes after the other way does.
 */
function mayGoOn(record: LogRecord, kind: OperationKind): boolean {
  const phase = phaseOf(record, kind);
  return (
    /\bfailed to find a DC having account /.test(record.message) ||
    ((phase === 'findAccount' || phase === 'reuseCheck' || phase === 'createAccount') &&
      !/\bretry status of creating account: /.test(record.message))
  );
}

interface Evidence {
  /** The result codes of a record, by column. */
  codesOf(record: LogRecord): readonly Code[];
  /** The codes of the record are known to be no failure. */
  isHarmless(record: LogRecord): boolean;
}

/** Says what an operation came to, and where its failing chain begins. */
export function judge(kind: OperationKind, records: readonly LogRecord[], evidence: Evidence): Verdict {
  const final = finalRecord(kind, records, evidence);
  const code = final && evidence.codesOf(final)[0];
  if (!final) return verdict('incomplete');
  if (kind === 'nameCheck' && patternOf(final)?.ends) return verdict('succeeded');
  if (kind === 'rename' && !code) {
    // SetComputerNameEx returns a BOOL: 0x0 is the failure, and there is no code that says why.
    return / returned 0x0\b/.test(final.message) ? verdict('failed', undefined, final) : verdict('succeeded');
  }
  if (!code) return verdict('incomplete');
  if (code.value === 0 || code.value === mustRestart) {
    return patternOf(final)?.ends ? verdict('succeeded', code) : verdict('incomplete');
  }

  const chain = records.filter(
    record => !evidence.isHarmless(record) && evidence.codesOf(record).some(each => leadsTo(each, code)),
  );
  const cause = chain[0] ?? final;
  // Lines that only pass the code on, the last one among them, do not tell in which phase it came up.
  const teller = chain.find(record => !patternOf(record)?.ends && phaseOf(record, kind));
  const phase = teller && phaseOf(teller, kind);
  return { outcome: 'failed', code, cause, echoes: chain.slice(1), phase };
}

function verdict(outcome: Verdict['outcome'], code?: Code, cause?: LogRecord): Verdict {
  return { outcome, code, cause, echoes: [], phase: undefined };
}

/**
 * The record that decides. The last line of a whole operation; where that is missing, the last line with a
 * result, if it is a failure that nothing can follow; else none.
 */
function finalRecord(
  kind: OperationKind,
  records: readonly LogRecord[],
  { codesOf, isHarmless }: Evidence,
): LogRecord | undefined {
  const end = records.findLast(record => patternOf(record)?.ends?.includes(kind));
  if (kind === 'rename' && end) {
    // The local name is set even where the domain refused the change: the refusal is what counts.
    const isRefusal = (record: LogRecord) =>
      /^NetpChangeMachineName: status of /.test(record.message) && codesOf(record)[0]?.value !== 0;
    return records.find(isRefusal) ?? end;
  }
  if (end) return end;
  const last = records.findLast(record => !cleanUp.test(record.message) && codesOf(record).length > 0);
  return last && !isHarmless(last) && !mayGoOn(last, kind) ? last : undefined;
}

/** Whether a code is the final one in any of its spellings, or one that is shown as the final one further up. */
function leadsTo(code: Code, final: Code): boolean {
  const win32 = win32For(code.space, code.value);
  return (
    (code.space === final.space && code.value === final.value) ||
    (carriedWin32(code.value) ?? win32 ?? -1) === final.value
  );
}
