import type { Facts, Operation, OperationKind, Phase, Remark, Verdict } from '../../model';
import { once } from '../../once';
import { damageOf } from './damage';
import { readFacts } from './facts';
import { harmlessIn } from './harmless';
import { type OperationDraft, readPhases } from './operations';
import { mark, type NetsetupRecord } from './phrases';
import { firstWayOf, remarksOn } from './remarks';
import { completes, replaces } from './relations';
import { shownBy } from './shown';
import { endsHere, type Evidence, judge, type OwnVerdict } from './verdict';

/**
 * An operation. Everything about it is worked out when it is asked for: of most operations of a large log nobody asks
 * more than what they came to.
 */
export class JudgedOperation implements Operation {
  /** The join that this operation finishes. */
  partOf: JudgedOperation | undefined;
  /** The attempt after it: what is none of its own does not stand between a first try and a second, a join and its rename. */
  next: JudgedOperation | undefined;

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
    return this.own.phases();
  }

  get facts(): Facts {
    return this.own.facts();
  }

  get verdict(): Verdict {
    return this.own.verdict();
  }

  get shown(): readonly Remark[] {
    return this.own.shown();
  }

  /** What it came to by its own lines. */
  get decided(): OwnVerdict {
    return this.own.decided();
  }

  /** What is known of its records. */
  readonly evidence: Evidence = {
    codesOf: record => (record as NetsetupRecord).phrase.codes(),
    isHarmless: record => this.own.harmless()(record as NetsetupRecord) !== undefined,
    mayFail: () => this.mayFail,
  };

  private readonly own = {
    phases: once((): readonly Phase[] => readPhases(this.records, this.kind)),
    facts: once((): Facts => readFacts(this.upToEnd(this.records), this.decided.cause)),
    shown: once((): readonly Remark[] =>
      shownBy(this.kind, this.upToEnd(this.records), this.facts, this.decided.cause),
    ),
    /** Its records and those of what it started, which fails for it too and first, up to its end. */
    whole: once((): readonly NetsetupRecord[] => {
      const { parts } = this.draft;
      if (parts.length === 0) return this.upToEnd(this.records);
      const all = [this.draft, ...parts].flatMap(each => each.records());
      return this.upToEnd(all.sort((a, b) => a.line - b.line));
    }),
    harmless: once((): ReturnType<typeof harmlessIn> => {
      const { line } = (this.draft.within ?? this.draft).first;
      return harmlessIn(this.own.whole, () => this.wasJoined(line));
    }),
    decided: once((): OwnVerdict =>
      judge(this.kind, this.end(), this.own.whole, this.evidence, this.draft.isCut),
    ),
    verdict: once((): Verdict => this.supersededVerdict() ?? this.damagedVerdict() ?? this.ownVerdict()),
  };

  private ownVerdict(): Verdict {
    return this.verdictOf(this.decided.outcome, undefined);
  }

  private verdictOf(outcome: Verdict['outcome'], supersededBy: Operation | undefined): Verdict {
    const { kind, decided, evidence } = this;
    const { whole } = this.own;
    const firstWay = once(() => firstWayOf(kind, decided, whole(), evidence));
    const remarks = once(() => remarksOn(kind, decided, firstWay(), whole(), this.facts, evidence));
    return {
      ...decided,
      outcome,
      supersededBy,
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
      each => each.draft.marked(mark.mayDamage).length > 0,
    );
    if (!mayDamage) return undefined;
    const rename = next && completes(next, this) ? next : undefined;
    const damage = damageOf(this, decided.code, rename, this.evidence);
    return damage && { supersededBy: undefined, ...damage };
  }

  /** Its last line, where the text has it. */
  private end(): NetsetupRecord | undefined {
    const { begunAs, parts, end } = this.draft;
    // Where its kind was told later, a line before may be the end already.
    if (begunAs === this.kind && parts.length === 0) return end;
    return this.own.whole().find(record => endsHere(record, this.kind));
  }

  /** What is printed behind the end changes nothing that was said. */
  private upToEnd(records: readonly NetsetupRecord[]): readonly NetsetupRecord[] {
    const end = records.findIndex(record => endsHere(record, this.kind));
    return end < 0 ? records : records.slice(0, end + 1);
  }
}
