import type { Code, LogRecord, Operation, Role } from '../../model';
import { hex } from '../../words';

/** Says of each record what its codes mean for its operation. */
export function readRoles(
  records: readonly LogRecord[],
  operations: readonly Operation[],
  codesOf: (record: LogRecord) => readonly Code[],
  harmlessIn: (own: readonly LogRecord[]) => (record: LogRecord) => string | undefined,
): (record: LogRecord) => Role | undefined {
  const chain = new Map<LogRecord, Role>();
  const owners = new Map<
    LogRecord,
    { operation: Operation; because: (record: LogRecord) => string | undefined }
  >();
  for (const operation of operations) {
    const { cause, echoes, outcome } = operation.verdict;
    const owner = { operation, because: harmlessIn(operation.records) };
    for (const record of operation.records) owners.set(record, owner);
    const superseded = outcome === 'superseded' ? supersededRole(operation) : undefined;
    if (cause) chain.set(cause, superseded ?? { kind: 'cause', operation });
    for (const echo of echoes) chain.set(echo, superseded ?? { kind: 'echo', operation });
  }
  const alone = harmlessIn(records);
  return record => {
    const owner = owners.get(record);
    const because = (owner?.because ?? alone)(record);
    if (because !== undefined) return { kind: 'harmless', because };
    const role = chain.get(record);
    if (role) return role;
    const isFailure = codesOf(record).some(code => code.value !== 0);
    return isFailure && owner?.operation.verdict.outcome === 'succeeded' ? { kind: 'overcome' } : undefined;
  };
}

const came = {
  succeeded: 'may create it, and did',
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
