import type { LogRecord, OperationKind, Remark } from '../../model';
import type { PhaseId } from '../../tables/phases';
import { once } from '../../once';
import { durationText } from '../../words';
import { phaseOf } from './patterns';

/** Shorter waits are how long things take, in milliseconds. */
const long = 5000;

/**
 * How long Windows waits for a TCP connection that nobody answers, in milliseconds: three tries, about 21 s. Two such
 * waits follow each other where there are two addresses or ports to try.
 */
const unanswered = { from: 20_000, to: 23_500 };

/** Steps that connect over TCP; the search for a domain controller asks over UDP, which has its own waits. */
const overTcp: ReadonlySet<PhaseId> = new Set([
  'connect',
  'bind',
  'domainInfo',
  'findAccount',
  'reuseCheck',
  'createAccount',
  'renameAccount',
  'renameSpn',
]);

/**
 * The waits in front of failing records that are long enough to tell something. They are measured along one thread of
 * work: what other threads print in between does not shorten them.
 *
 * @param records those of an operation, in the order of the log
 */
export function waitsIn(
  records: readonly LogRecord[],
  kind: OperationKind,
): (record: LogRecord) => Remark | undefined {
  const waits = once(() => measure(records));
  return record => {
    const wait = waits().get(record);
    if (!wait) return undefined;
    const phase = phaseOf(record, kind);
    // Behind a name check a person types credentials.
    if (phase !== 'nameCheck' && phaseOf(wait.behind, kind) === 'nameCheck') return undefined;
    return {
      record,
      text: `${durationText(wait.milliseconds)} passed before line ${record.line + 1}${meaningOf(wait.milliseconds, phase)}.`,
    };
  };
}

interface Wait {
  readonly milliseconds: number;
  readonly behind: LogRecord;
}

function measure(records: readonly LogRecord[]): ReadonlyMap<LogRecord, Wait> {
  const waits = new Map<LogRecord, Wait>();
  /** The latest record of each thread; lines that name no thread may be of any. */
  const latest = new Map<string | undefined, LogRecord>();
  for (const record of records) {
    const { time, thread } = record;
    if (time === undefined) continue;
    const behind = later(latest.get(undefined), latest.get(thread));
    const milliseconds = behind ? time - behind.time! : 0;
    if (milliseconds >= long) waits.set(record, { milliseconds, behind: behind! });
    // A block that was written late stands here with earlier times.
    latest.set(thread, later(latest.get(thread), record)!);
  }
  return waits;
}

function later(a: LogRecord | undefined, b: LogRecord | undefined): LogRecord | undefined {
  return !a || (b && b.time! >= a.time!) ? b : a;
}

function meaningOf(waited: number, phase: PhaseId | undefined): string {
  if (phase === 'dcLocator' || phase === 'nameCheck') {
    return ': consistent with DNS queries or LDAP pings (UDP 389) that were not answered';
  }
  if (!phase || !overTcp.has(phase)) return '';
  const isUnanswered = [1, 2].some(
    times => waited >= unanswered.from * times && waited <= unanswered.to * times,
  );
  return isUnanswered
    ? ': consistent with dropped packets, as by a firewall (Windows waits about 21 s for a TCP connection that is not answered)'
    : ': consistent with an answer that did not come';
}
