import type { LogRecord, OperationKind, Phase } from '../../model';
import type { PhaseId } from '../../tables/phases';
import { patternOf, phaseOf } from './patterns';

/** The records of an operation, before it is judged. */
export interface OperationDraft {
  /** Undefined while the lines that tell it have not come: the text begins in the middle of an operation. */
  kind: OperationKind | undefined;
  readonly records: LogRecord[];
  /** Its last line was seen: what may still follow is printed late. */
  ended: boolean;
  /** The latest time of its records up to its last line, as in LogRecord. */
  latest: number | undefined;
  /** Another operation began before its last line came. */
  isCut: boolean;
  /** The thread that began it, where the log says so. */
  readonly thread: string | undefined;
  /** The join that was still running when this operation began, or that it was printed behind although it began before its end. */
  readonly within: OperationDraft | undefined;
  /** The operations that began while this join ran. */
  readonly parts: OperationDraft[];
}

/** What the function of a line says about the operation it is in, where the operation has lost its beginning. */
const tellingFunctions: readonly (readonly [name: RegExp, kind: OperationKind])[] = [
  [/^NetpJoinWorkgroup$/, 'workgroup'],
  [/^NetpChangeMachineName$/, 'rename'],
  [/^NetpUnJoinDomain$/, 'unjoin'],
  [/^NetpJoinDomain(?:OnDs)?$|^NetpDoDomainJoin$/, 'join'],
  [/ContinueProvisioningPackageInstall$/, 'provision'],
];

/** What a join uses too, but alone is an offline join. */
const offlineFunctions = /^Netp(?:ProvisionComputerAccount|RequestProvisioningPackageInstall)$/;

/** No computer runs more operations at once: one that never ends is left behind. */
const mostRunning = 100;

/** Gives every record to the operation it belongs to, in the order of the log. */
export function readOperations(records: readonly LogRecord[]): OperationDraft[] {
  const drafts: OperationDraft[] = [];
  /** Operations that have begun and not ended, in the order in which they began. */
  let running: OperationDraft[] = [];
  /** The operation of the last record; it may have ended. Undefined behind a separator. */
  let current: OperationDraft | undefined;
  let isBehindSeparator = false;
  /** The last join that ended: what it started may be printed behind its end. */
  let ended: OperationDraft | undefined;

  const begin = (kind: OperationKind | undefined, record: LogRecord): OperationDraft => {
    const { thread } = record;
    const outer = kind === 'provision' ? running.findLast(isJoin) : undefined;
    const late = kind === 'provision' && ended && wasPrintedLate(record, ended) ? ended : undefined;
    const within = outer ?? late;
    const draft = {
      kind,
      records: [],
      ended: false,
      latest: undefined,
      isCut: false,
      thread,
      within,
      parts: [],
    };
    outer?.parts.push(draft);
    drafts.push(draft);
    running.push(draft);
    if (running.length > mostRunning) running.shift();
    return draft;
  };

  for (const record of records) {
    if (record.isSeparator) {
      current = undefined;
      isBehindSeparator = true;
      continue;
    }
    const pattern = patternOf(record);
    let home = homeOf(record, running, current);

    if (pattern?.begins && beginsBeside(home, pattern.begins, record, isBehindSeparator)) {
      // What ran before was cut off, unless another thread runs it or it started this.
      if (pattern.begins !== 'provision') {
        for (const draft of running) draft.isCut = !isElsewhere(draft, record, isBehindSeparator);
        running = running.filter(draft => !draft.isCut);
      }
      home = begin(pattern.begins, record);
    } else if (pattern?.ends && !pattern.alsoInside) {
      const fits = (draft: OperationDraft) => !draft.kind || pattern.ends!.includes(draft.kind);
      home = home && !home.ended && fits(home) ? home : running.findLast(fits);
      home ??= begin(undefined, record);
    } else if (!home || (home.ended ? !mayFollow(record, home) : belongsElsewhere(record, home))) {
      const told = tellingKind(record);
      home = running.findLast(draft => draft !== home && (told ? isAlike(draft.kind, told) : !draft.kind));
      home ??= begin(undefined, record);
    }

    home.records.push(record);
    if (!home.ended && record.time !== undefined)
      home.latest = Math.max(home.latest ?? record.time, record.time);
    current = home;
    isBehindSeparator = false;
    if (!pattern?.alsoInside) home.kind ??= pattern?.ends?.[0];
    if (record.function === 'NetpJoinWorkgroup') home.kind = 'workgroup';
    if (home.kind && pattern?.ends?.includes(home.kind)) {
      home.ended = true;
      if (isJoin(home)) ended = home;
      // What a join started ends with it at the latest.
      running = running.filter(draft => draft !== home && draft.within !== home);
      if (home.within && running.includes(home.within)) current = home.within;
    }
  }
  for (const draft of drafts) draft.kind ??= kindOf(draft.records);
  return drafts;
}

const accountCreated = /^NetpJoinDomain: status of creating account: 0x0\b/;

/** Cuts the records of an operation into phases: a record that names none stays in the phase before it. */
export function readPhases(records: readonly LogRecord[], kind: OperationKind): Phase[] {
  const phases: { id: PhaseId; records: LogRecord[] }[] = [];
  let isCreated = false;
  for (const [index, record] of records.entries()) {
    // The error text of the directory server is printed in front of the call that it belongs to.
    const following = record.function === 'NetpMapGetLdapExtendedError' ? records[index + 1] : undefined;
    const last = phases.at(-1);
    const found = phaseOf(following ?? record, kind);
    // Old joins write the SPNs right after they created the account, and look for it again.
    const own = isCreated && found === 'findAccount' ? 'renameSpn' : found;
    isCreated ||= accountCreated.test(record.message);
    // A rollback works with the account and the secret again, up to the end.
    const id = last?.id === 'rollback' && own !== 'finish' ? 'rollback' : own;
    if (id && id !== last?.id) phases.push({ id, records: [record] });
    else last?.records.push(record);
  }
  return phases;
}

function isJoin({ kind }: OperationDraft): boolean {
  return kind === 'join' || kind === 'workgroup';
}

/** Both are joins until a line tells a workgroup from a domain. */
function isAlike(a: OperationKind | undefined, b: OperationKind): boolean {
  const join = (kind: OperationKind | undefined) => (kind === 'workgroup' ? 'join' : kind);
  return a === undefined || join(a) === join(b);
}

/** The operation that a record belongs to, as far as its place and thread tell. */
function homeOf(
  { thread }: LogRecord,
  running: readonly OperationDraft[],
  current: OperationDraft | undefined,
): OperationDraft | undefined {
  const own = thread === undefined ? undefined : running.findLast(draft => draft.thread === thread);
  // Behind a line of another thread, what names no known thread goes on where none was named.
  const isOther = current?.thread !== undefined && current.thread !== thread;
  return (
    own ??
    (isOther ? running.findLast(draft => draft.thread === undefined) : undefined) ??
    current ??
    running.at(-1)
  );
}

/** Whether a block behind the end of a join is stamped before it: the join started it, and it was written late. */
function wasPrintedLate({ time }: LogRecord, { latest }: OperationDraft): boolean {
  return time !== undefined && latest !== undefined && time <= latest && latest - time < 60_000;
}

/** Whether another thread runs an operation; one whose lines name no thread goes on beside a thread that is named. */
function isElsewhere({ thread }: OperationDraft, record: LogRecord, isBehindSeparator = false): boolean {
  if (record.thread === undefined) return false;
  return thread === undefined ? isBehindSeparator : thread !== record.thread;
}

/** A name check is part of the operation that runs on its thread, where one does; all else begins on its own. */
function beginsBeside(
  home: OperationDraft | undefined,
  kind: OperationKind,
  record: LogRecord,
  isBehindSeparator: boolean,
): boolean {
  if (kind !== 'nameCheck' || !home || home.ended) return true;
  return home.kind === 'nameCheck' || isElsewhere(home, record, isBehindSeparator);
}

/** Whether a record may be printed behind the end of its operation: late local work, clean-up, torn lines. */
function mayFollow(record: LogRecord, { kind }: OperationDraft): boolean {
  const phase = phaseOf(record, kind);
  if (phase) return phase === 'localApply' || phase === 'rollback';
  return tellingKind(record) === undefined;
}

/** Whether a record names an operation of another kind than the one that runs. */
function belongsElsewhere(record: LogRecord, { kind }: OperationDraft): boolean {
  const told = tellingKind(record);
  return told !== undefined && !isAlike(kind, told);
}

function tellingKind({ function: name }: LogRecord): OperationKind | undefined {
  return name === undefined ? undefined : tellingFunctions.find(([pattern]) => pattern.test(name))?.[1];
}

function kindOf(records: readonly LogRecord[]): OperationKind | undefined {
  for (const [name, kind] of tellingFunctions) {
    if (records.some(record => record.function !== undefined && name.test(record.function))) return kind;
  }
  if (records.some(record => offlineFunctions.test(record.function ?? ''))) return 'provision';
  return records.every(record => phaseOf(record, undefined) === 'nameCheck') ? 'nameCheck' : undefined;
}
