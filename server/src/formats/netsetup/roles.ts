import type { LogRecord, Operation, Role } from '../../model';
import { once } from '../../once';
import { lastNotAbove } from '../../parser/lines';
import { hex } from '../../words';
import { isCosmetic, isCreatedDownlevel } from './damage';
import { harmlessIn } from './harmless';
import type { JudgedOperation } from './judgedOperation';
import { mark, type NetsetupRecord } from './phrases';
import type { Records } from './records';
import { waitsIn } from './waits';

/**
 * Says of each record what its codes mean for its operation.
 *
 * @param wasJoined whether the lines before one show that the computer is in a domain
 */
export function readRoles(
  log: Records,
  operations: readonly JudgedOperation[],
  ownerOf: (record: NetsetupRecord) => JudgedOperation | undefined,
  wasJoined: (line: number) => boolean,
): (record: NetsetupRecord) => Role | undefined {
  const known = new Map<JudgedOperation | undefined, Meanings>();
  const meaningsIn = (owner: JudgedOperation | undefined) => {
    const meanings = known.get(owner) ?? meaningsOf(owner, log, wasJoined);
    known.set(owner, meanings);
    return meanings;
  };
  const crossing = once(() => chainRoles(operations.filter(crosses)));
  return record => {
    const owner = ownerOf(record);
    const meanings = meaningsIn(owner);
    const because = meanings.harmless(record);
    if (because !== undefined) return { kind: 'harmless', because };
    const role = meanings.chain().get(record) ?? crossing().get(record);
    if (role) return role;
    const outcome = owner?.verdict.outcome;
    const isDone = outcome === 'succeeded' || outcome === 'succeededWithDamage';
    const isFailure = (record.phrase.marks & mark.nonZero) !== 0;
    return isFailure && isDone ? meanings.overcome()(record) : undefined;
  };
}

/** Whether the failing chain of an operation may have records of others. */
function crosses({ draft, partOf, verdict }: JudgedOperation): boolean {
  return partOf !== undefined || draft.parts.length > 0 || verdict.outcome === 'succeededWithDamage';
}

/** The roles of records that failed operations, or left something undone in them. */
function chainRoles(operations: readonly JudgedOperation[]): ReadonlyMap<LogRecord, Role> {
  const chain = new Map<LogRecord, Role>();
  for (const operation of operations) {
    const { cause, echoes, outcome } = operation.verdict;
    // What failed in the rename that completes a join is told as a failure of the rename.
    const asWhole: Role | undefined =
      outcome === 'superseded'
        ? supersededRole(operation)
        : outcome === 'succeededWithDamage'
          ? { kind: 'damage', operation }
          : undefined;
    // What a failed join started failed for the join: that is told of it.
    const isTold = operation.partOf?.verdict.outcome === 'failed';
    const tell = (record: LogRecord, role: Role) => {
      if (!isTold || !chain.has(record)) chain.set(record, role);
    };
    if (cause) tell(cause, asWhole ?? { kind: 'cause', operation });
    for (const echo of echoes) tell(echo, asWhole ?? { kind: 'echo', operation });
  }
  return chain;
}

/** The operation that each record belongs to. */
export function ownersOf(
  operations: readonly JudgedOperation[],
): (record: NetsetupRecord) => JudgedOperation | undefined {
  const runs = operations
    .flatMap(operation =>
      operation.draft.runs.flatMap((from, run, { [run + 1]: to }) =>
        run % 2 === 0 ? { from, to: to!, operation } : [],
      ),
    )
    .sort((a, b) => a.from - b.from);
  const begins = runs.map(({ from }) => from);
  return ({ place }) => {
    const run = runs[lastNotAbove(begins, place)];
    return run && place < run.to ? run.operation : undefined;
  };
}

/** What the codes of an operation may mean. */
interface Meanings {
  /** What is the failure, where that is told by its own records. */
  readonly chain: () => ReadonlyMap<LogRecord, Role>;
  readonly harmless: (record: NetsetupRecord) => string | undefined;
  readonly overcome: () => (record: LogRecord) => Role;
}

/** @param owner undefined for records that belong to no operation */
function meaningsOf(
  owner: JudgedOperation | undefined,
  log: Records,
  wasJoined: (line: number) => boolean,
): Meanings {
  const own = once(() => owner?.records ?? log.between(0, log.count));
  const first = (owner?.partOf ?? owner)?.draft.first ?? log.at(0);
  return {
    chain: once(() => chainRoles(owner && !crosses(owner) ? [owner] : [])),
    harmless: harmlessIn(own, () => wasJoined(first.line)),
    overcome: once(() => overcomeIn(owner!)),
  };
}

/** The password of the computer account; on a computer that was never joined its absence is harmless. */
const noSecret = /^NetpLsaOpenSecret: status: 0xc0000034\b/i;

/** What became of the steps that failed in an operation that succeeded. */
function overcomeIn({ kind, facts, records, verdict }: Operation): (record: LogRecord) => Role {
  const retry = records.find(isCreatedDownlevel);
  const waits = waitsIn(records, kind);
  // Else it would be damage.
  const written = verdict.outcome === 'succeeded' ? ' Its DNS host name and SPNs were written later.' : '';
  const because = (record: LogRecord) => {
    if (retry && record.line < retry.line) {
      return `Creating the account over LDAP failed, and the older way (SAM) created it (line ${retry.line + 1}).${written}`;
    }
    if (isCosmetic(record, facts)) {
      const builds = facts.build === undefined ? 'This text does not name its Windows. On ' : 'On ';
      return `${builds}Windows 7 and Windows Server 2008 R2 this error is shown although nothing is missing (Microsoft's article KB2018583): LDAP was asked under the NetBIOS name of the domain controller.`;
    }
    if (noSecret.test(record.message)) {
      return 'No password of the computer account is stored, although this log shows that the computer was in a domain: consistent with a trust relationship that was broken before.';
    }
    return 'The operation went on and ended with success. What this step was to do may be missing.';
  };
  return record => ({ kind: 'overcome', because: because(record), wait: waits(record)?.text });
}

const came = {
  succeeded: 'may create it, and did',
  succeededWithDamage: 'may create it, and did, with damage of its own',
  failed: 'may create it, and failed for a reason of its own',
  superseded: 'may create it',
  incomplete: 'may create it; this log ends before it does',
} as const;

function supersededRole({ facts, verdict: { supersededBy } }: Operation): Role {
  const by = supersededBy!;
  const because =
    `This first try may only use an existing account (\`Options: ${hex(facts.options ?? 0)}\` is without ` +
    `\`NETSETUP_ACCT_CREATE\`), and there is none. The second try (line ${by.records[0]!.line + 1}) ` +
    `${came[by.verdict.outcome]}.`;
  return { kind: 'superseded', because, by };
}
