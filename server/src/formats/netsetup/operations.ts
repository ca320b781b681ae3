import type { LogRecord, OperationKind, Phase } from '../../model';
import type { PhaseId } from '../../tables/phases';
import { kindsTold } from './functions';
import { OperationDraft } from './operationDraft';
import { phaseOf } from './patterns';
import { mark, type NetsetupRecord } from './phrases';
import type { Records } from './records';

/** What a join uses too, but alone is an offline join. */
const offlineFunctions = /^Netp(?:ProvisionComputerAccount|RequestProvisioningPackageInstall)$/;

/** No computer runs more operations at once: one that never ends is left behind. */
const mostRunning = 100;

/**
 * Gives every record to the operation it belongs to, in the order of the log. Between the records at which another one
 * may go on (`turns` in parts.ts) all go where the one before them went.
 */
export function readOperations(log: Records): OperationDraft[] {
  const reader = new OperationReader(log);
  for (const { first, lines, marks, turns } of log.parts) {
    let turn = 0;
    for (let index = 0; index < lines.length;) {
      while (turns[turn]! < index) turn++;
      const next = turns[turn] ?? lines.length;
      if (index < next && reader.goesOn()) {
        reader.take(first + index, first + next);
        index = next;
      } else {
        if (reader.goesOnWith(first + index, marks[index]!)) reader.take(first + index, first + index + 1);
        else reader.read(first + index);
        index++;
      }
    }
  }
  for (const draft of reader.drafts) draft.kind ??= kindOf(draft.records());
  return reader.drafts;
}

class OperationReader {
  readonly drafts: OperationDraft[] = [];
  /** Operations that have begun and not ended, in the order in which they began. */
  private running: OperationDraft[] = [];
  /** The operation of the last record; it may have ended. Undefined behind a separator. */
  private current: OperationDraft | undefined;
  private isBehindSeparator = false;
  /** The last join that ended: what it started may be printed behind its end. */
  private ended: OperationDraft | undefined;
  /** The thread of the last record, by its number. */
  private thread = 0;
  /** What comes next on that thread, and tells nothing, belongs to `current`. */
  private isSettled = false;

  constructor(private readonly log: Records) {}

  goesOn(): boolean {
    return this.isSettled;
  }

  /** Whether a record is one that goes on with the operation of the last one, as far as its marks and thread tell. */
  goesOnWith(place: number, marks: number): boolean {
    return (
      this.isSettled &&
      !(marks & (mark.separator | mark.turns)) &&
      (!(marks & mark.tellsJoin) || isAlike(this.current!.kind, 'join')) &&
      this.log.threadAt(place) === this.thread
    );
  }

  /** Gives records to the operation of the last one. */
  take(from: number, to: number): void {
    this.current!.take(from, to);
    this.isBehindSeparator = false;
  }

  /** Gives one record to the operation it belongs to. */
  read(place: number): void {
    const record = this.log.peek(place);
    this.thread = this.log.threadAt(place);
    this.isSettled = false;
    if (record.isSeparator) {
      this.current = undefined;
      this.isBehindSeparator = true;
      return;
    }
    const { pattern } = record.phrase;
    const home = this.homeOf(record);
    home.take(place, place + 1);
    this.current = home;
    this.isBehindSeparator = false;
    if (!pattern?.alsoInside) home.kind ??= pattern?.ends?.[0];
    if (record.function === 'NetpJoinWorkgroup') home.kind = 'workgroup';
    if (home.kind && pattern?.ends?.includes(home.kind)) this.end(home, place);
    this.isSettled = !this.current.ended && placedOf(record, this.running, this.current) === this.current;
  }

  private homeOf(record: NetsetupRecord): OperationDraft {
    const { pattern, kindTold } = record.phrase;
    const { current, running, isBehindSeparator } = this;
    const home = placedOf(record, running, current);
    if (pattern?.begins && beginsBeside(home, pattern.begins, record, isBehindSeparator)) {
      // What ran before was cut off, unless another thread runs it or it started this.
      if (pattern.begins !== 'provision') {
        for (const draft of running) draft.isCut = !isElsewhere(draft, record, isBehindSeparator);
        this.running = running.filter(draft => !draft.isCut);
      }
      return this.begin(pattern.begins, record);
    }
    if (pattern?.ends && !pattern.alsoInside) {
      const fits = (draft: OperationDraft) => !draft.kind || pattern.ends!.includes(draft.kind);
      const own = home && !home.ended && fits(home) ? home : running.findLast(fits);
      return own ?? this.begin(undefined, record);
    }
    if (home && (home.ended ? mayFollow(record, home) : !belongsElsewhere(record, home))) return home;
    const alike = (draft: OperationDraft) => (kindTold ? isAlike(draft.kind, kindTold) : !draft.kind);
    return running.findLast(draft => draft !== home && alike(draft)) ?? this.begin(undefined, record);
  }

  private begin(kind: OperationKind | undefined, record: NetsetupRecord): OperationDraft {
    const { ended, running } = this;
    const outer = kind === 'provision' ? running.findLast(isJoin) : undefined;
    const late = kind === 'provision' && ended && wasPrintedLate(record, ended) ? ended : undefined;
    const draft = new OperationDraft(this.log, kind, record.thread, outer ?? late);
    outer?.parts.push(draft);
    this.drafts.push(draft);
    running.push(draft);
    if (running.length > mostRunning) running.shift();
    return draft;
  }

  private end(draft: OperationDraft, place: number): void {
    draft.endsAt ??= place;
    if (isJoin(draft)) this.ended = draft;
    // What a join started ends with it at the latest.
    this.running = this.running.filter(each => each !== draft && each.within !== draft);
    if (draft.within && this.running.includes(draft.within)) this.current = draft.within;
  }
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
function placedOf(
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
function wasPrintedLate({ time }: LogRecord, draft: OperationDraft): boolean {
  const latest = draft.timesToEnd()?.end;
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
function mayFollow(record: NetsetupRecord, { kind }: OperationDraft): boolean {
  const phase = phaseOf(record, kind);
  if (phase) return phase === 'localApply' || phase === 'rollback';
  return record.phrase.kindTold === undefined;
}

/** Whether a record names an operation of another kind than the one that runs. */
function belongsElsewhere({ phrase: { kindTold } }: NetsetupRecord, { kind }: OperationDraft): boolean {
  return kindTold !== undefined && !isAlike(kind, kindTold);
}

function kindOf(records: readonly NetsetupRecord[]): OperationKind | undefined {
  const told = kindsTold.find(kind => records.some(({ phrase }) => phrase.kindTold === kind));
  if (told) return told;
  if (records.some(record => offlineFunctions.test(record.function ?? ''))) return 'provision';
  return records.every(record => phaseOf(record, undefined) === 'nameCheck') ? 'nameCheck' : undefined;
}
