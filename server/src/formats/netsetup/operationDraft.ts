import type { OperationKind } from '../../model';
import type { NetsetupRecord } from './phrases';
import type { Records } from './records';

/** The earliest and the latest time of records, as in LogRecord. */
interface Times {
  readonly start: number;
  readonly end: number;
}

/** The records of an operation, before it is judged. */
export class OperationDraft {
  /** Undefined while the lines that tell it have not come: the text begins in the middle of an operation. */
  kind: OperationKind | undefined;
  /** The place of its last line, where that was seen: what may still follow is printed late. */
  endsAt: number | undefined;
  /** Another operation began before its last line came. */
  isCut = false;
  /** The operations that began while this join ran. */
  readonly parts: OperationDraft[] = [];
  /** The places of its records: from one to another, which is not among them, and so on. */
  readonly runs: number[] = [];

  constructor(
    private readonly log: Records,
    /** The kind that its first line tells. */
    readonly begunAs: OperationKind | undefined,
    /** The thread that began it, where the log says so. */
    readonly thread: string | undefined,
    /** The join that was still running when this operation began, or that it was printed behind although it began before its end. */
    readonly within: OperationDraft | undefined,
  ) {
    this.kind = begunAs;
  }

  /** Takes the records from one place to another, which stand behind those that it has. */
  take(from: number, to: number): void {
    const last = this.runs.length - 1;
    if (this.runs[last] === from) this.runs[last] = to;
    else this.runs.push(from, to);
  }

  get ended(): boolean {
    return this.endsAt !== undefined;
  }

  private ownRecords: readonly NetsetupRecord[] | undefined;

  /** At least one, in the order of the log; asked for when all are read. */
  records(): readonly NetsetupRecord[] {
    return (this.ownRecords ??= this.inRuns((from, to) => this.log.between(from, to)));
  }

  /** Those that have one of some marks, as `Records.marked`. */
  marked(marks: number): readonly NetsetupRecord[] {
    return this.inRuns((from, to) => this.log.marked(marks, from, to));
  }

  /** The same to be looked at, not to be kept. */
  *peekMarked(marks: number): Generator<NetsetupRecord> {
    for (let run = 0; run < this.runs.length; run += 2) {
      for (const place of this.log.placesMarked(marks, this.runs[run]!, this.runs[run + 1]!)) {
        yield this.log.peek(place);
      }
    }
  }

  get first(): NetsetupRecord {
    return this.log.at(this.runs[0]!);
  }

  /** Its last line, where that was seen. */
  get end(): NetsetupRecord | undefined {
    return this.endsAt === undefined ? undefined : this.log.at(this.endsAt);
  }

  private ownTimes: Times | undefined;
  private ownTimesToEnd: Times | undefined;

  /** Of all its records, once all are read; undefined where none has a time. */
  times(): Times | undefined {
    return (this.ownTimes ??= this.timesUpTo(Infinity));
  }

  /** The same up to its last line, when that is read: others may follow it. */
  timesToEnd(): Times | undefined {
    return (this.ownTimesToEnd ??= this.timesUpTo(this.endsAt!));
  }

  private timesUpTo(last: number): Times | undefined {
    let start = Infinity;
    let end = -Infinity;
    for (let run = 0; run < this.runs.length; run += 2) {
      for (let place = this.runs[run]!; place < this.runs[run + 1]! && place <= last; place++) {
        const time = this.log.timeAt(place);
        if (time === undefined) continue;
        if (time < start) start = time;
        if (time > end) end = time;
      }
    }
    return start <= end ? { start, end } : undefined;
  }

  private inRuns<T>(find: (from: number, to: number) => readonly T[]): readonly T[] {
    const { runs } = this;
    if (runs.length === 2) return find(runs[0]!, runs[1]!);
    const found: T[] = [];
    for (let run = 0; run < runs.length; run += 2) {
      for (const each of find(runs[run]!, runs[run + 1]!)) found.push(each);
    }
    return found;
  }
}
