import type { Code, LogRecord, Operation, Role } from '../../model';
import { once } from '../../once';
import { hex } from '../../words';
import { isCosmetic, isCreatedDownlevel } from './damage';
import { waitsIn } from './waits';

/** Says of each record what its codes mean for its operation. */
export function readRoles(
  records: readonly LogRecord[],
  operations: readonly Operation[],
  codesOf: (record: LogRecord) => readonly Code[],
  harmlessIn: (own: readonly LogRecord[], first?: LogRecord) => (record: LogRecord) => string | undefined,
): (record: LogRecord) => Role | undefined {
  const chain = new Map<LogRecord, Role>();
  const owners = new Map<LogRecord, Owner>();
  for (const operation of operations) {
    const { cause, echoes, outcome } = operation.verdict;
    const because = harmlessIn(operation.records, operation.partOf?.records[0]);
    const owner = { operation, because, overcome: once(() => overcomeIn(operation)) };
    for (const record of operation.records) owners.set(record, owner);
    // What failed in the rename that completes a join is told as a failure of the rename, which comes later here.
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
  const alone = harmlessIn(records);
  return record => {
    const owner = owners.get(record);
    const because = (owner?.because ?? alone)(record);
    if (because !== undefined) return { kind: 'harmless', because };
    const role = chain.get(record);
    if (role) return role;
    const isFailure = codesOf(record).some(code => code.value !== 0);
    const outcome = owner?.operation.verdict.outcome;
    const isDone = outcome === 'succeeded' || outcome === 'succeededWithDamage';
    return isFailure && isDone ? owner!.overcome()(record) : undefined;
  };
}

interface Owner {
  readonly operation: Operation;
  readonly because: (record: LogRecord) => string | undefined;
  readonly overcome: () => (record: LogRecord) => Role;
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
