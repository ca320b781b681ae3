import type { Code, Facts, LogRecord, Operation, OperationKind, Phase, Remark, Verdict } from '../../model';
import { once } from '../../once';
import { damageOf } from './damage';
import { readFacts } from './facts';
import { harmlessIn } from './harmless';
import type { OperationDraft } from './operationDraft';
import { readPhases } from './operations';
import { mark, type NetsetupRecord } from './phrases';
import { firstWayOf, remarksOn } from './remarks';
import { completes, replaces } from './relations';
import { shownBy } from './shown';
import { endsHere, type Evidence, judge, type OwnVerdict } from './verdict';

/**
 * An operation. Everything about it is worked out when it is asked for: of most operations of a large log nobody asks
 * more than what they came to.
 */
export class JudgedOperation implements Operation, Evidence {
  /** The join that this operation finishes. */
  partOf: JudgedOperation | undefined;
  /** The attempt after it: what is none of its own does not stand between a first try and a second, a join and its rename. */
  next: JudgedOperation | undefined;

  private ownDecision: OwnVerdict | undefined;
  private ownVerdict: Verdict | undefined;
  private ownPhases: readonly Phase[] | undefined;
  private ownFacts: Facts | undefined;
  private ownAsked: Facts | undefined;
  private ownShown: readonly Remark[] | undefined;
  private ownWhole: readonly NetsetupRecord[] | undefined;
  private ownHarmless: ReturnType<typeof harmlessIn> | undefined;

  /** @param wasJoined whether the lines before one show that the computer is in a domain */
  constructor(
    readonly draft: OperationDraft,
    readonly kind: OperationKind,
    private readonly wasJoined: (line: number) => boolean,
  ) {}

  get records(): readonly NetsetupRecord[] {
    return this.draft.records();
  }

  get mayFail(): readonly NetsetupRecord[] {
    return this.draft.marked(mark.mayFail);
  }

  get phases(): readonly Phase[] {
    return (this.ownPhases ??= readPhases(this.records, this.kind));
  }

  get facts(): Facts {
    const cause = this.decided.outcome === 'failed' ? this.decided.cause : undefined;
    return (this.ownFacts ??= cause ? readFacts(this.telling(), cause) : this.asked);
  }

  /** What was asked for: facts that do not depend on where the operation failed. */
  get asked(): Facts {
    return (this.ownAsked ??= readFacts(this.telling(), undefined));
  }

  get shown(): readonly Remark[] {
    const { kind, facts, decided } = this;
    return (this.ownShown ??= shownBy(kind, this.upToEnd(this.records), facts, decided.cause));
  }

  get verdict(): Verdict {
    return (this.ownVerdict ??=
      this.supersededVerdict() ?? this.damagedVerdict() ?? this.verdictOf(this.decided.outcome, undefined));
  }

  /** What it came to by its own lines. */
  get decided(): OwnVerdict {
    return (this.ownDecision ??= judge(this.kind, this.end, () => this.whole, this, this.draft.isCut));
  }

  codesOf(record: LogRecord): readonly Code[] {
    return (record as NetsetupRecord).phrase.codes;
  }

  isHarmless(record: LogRecord): boolean {
    this.ownHarmless ??= harmlessIn(
      () => this.whole,
      () => this.wasJoined((this.draft.within ?? this.draft).first.line),
    );
    return this.ownHarmless(record as NetsetupRecord) !== undefined;
  }

  /** Its records and those of what it started, which fails for it too and first, up to its end. */
  private get whole(): readonly NetsetupRecord[] {
    return (this.ownWhole ??= this.upToEnd(recordsOf([this.draft, ...this.draft.parts])));
  }

  private verdictOf(outcome: Verdict['outcome'], supersededBy: Operation | undefined): Verdict {
    const { kind, decided } = this;
    const firstWay = once(() => firstWayOf(kind, decided, this.whole, this));
    const remarks = once(() => remarksOn(kind, decided, firstWay(), this.whole, this.facts, this));
    return {
      outcome,
      code: decided.code,
      supersededBy,
      get failure() {
        return decided.failure;
      },
      get cause() {
        return decided.cause;
      },
      get echoes() {
        return decided.echoes;
      },
      get phase() {
        return decided.phase;
      },
      get firstWay() {
        return firstWay();
      },
      get remarks() {
        return remarks();
      },
    };
  }

  /** A first try that the next attempt replaces. */
  private supersededVerdict(): Verdict | undefined {
    const { next } = this;
    if (this.partOf || !next || !replaces(next, this)) return undefined;
    return this.verdictOf('superseded', next);
  }

  /** A join that left something undone. Windows writes the DNS names and SPNs in a rename right after the join. */
  private damagedVerdict(): Verdict | undefined {
    const { kind, next, decided } = this;
    if (this.partOf || kind !== 'join' || decided.outcome !== 'succeeded') return undefined;
    const mayDamage = [this, ...(next?.kind === 'rename' ? [next] : [])].some(
      each => !each.draft.peekMarked(mark.mayDamage).next().done,
    );
    if (!mayDamage) return undefined;
    const rename = next && completes(next, this) ? next : undefined;
    const damage = damageOf(this, decided.code, rename, this);
    return damage && { supersededBy: undefined, ...damage };
  }

  private *telling(): Generator<NetsetupRecord> {
    const last = this.ownEnd?.line ?? Infinity;
    for (const record of this.draft.peekMarked(mark.tellsFacts)) if (record.line <= last) yield record;
  }

  /** Its last line, or that of what it started, where the text has it. */
  private get end(): NetsetupRecord | undefined {
    const hasParts = this.draft.parts.length > 0;
    return hasParts ? this.whole.find(record => endsHere(record, this.kind)) : this.ownEnd;
  }

  private get ownEnd(): NetsetupRecord | undefined {
    const { draft, kind } = this;
    // Where its kind was told later, a line before may be the end already.
    return draft.begunAs === kind ? draft.end : this.records.find(record => endsHere(record, kind));
  }

  /** What is printed behind the end changes nothing that was said. */
  private upToEnd(records: readonly NetsetupRecord[]): readonly NetsetupRecord[] {
    const end = records.findIndex(record => endsHere(record, this.kind));
    return end < 0 ? records : records.slice(0, end + 1);
  }
}

/** The records of operations, in the order of the log. */
function recordsOf(drafts: readonly OperationDraft[]): readonly NetsetupRecord[] {
  return drafts.length === 1
    ? drafts[0]!.records()
    : drafts.flatMap(each => each.records()).sort((a, b) => a.line - b.line);
}
