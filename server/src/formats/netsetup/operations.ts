import type { LogRecord, OperationKind, Phase } from '../../model';
import type { PhaseId } from '../../tables/phases';
import { patternOf, phaseOf } from './lines';

/** The records of an operation, before it is judged. */
export interface OperationDraft {
  /** Undefined while the lines that tell it have not come: the text begins in the middle of an operation. */
  kind: OperationKind | undefined;
  readonly records: LogRecord[];
  /** Its last line was seen: what follows is printed late, or is another operation. */
  ended: boolean;
  /** The join that was still running when this operation began. */
  readonly within: OperationDraft | undefined;
}

/** Phases that only a running operation goes through: after its end they belong to another attempt. */
const earlyPhases: ReadonlySet<PhaseId> = new Set<PhaseId>([
  'dcLocator',
  'connect',
  'bind',
  'domainInfo',
  'findAccount',
  'reuseCheck',
  'createAccount',
]);

/** What the function of a line says about the operation it is in, where the operation has lost its beginning. */
const tellingFunctions: readonly (readonly [name: RegExp, kind: OperationKind])[] = [
  [/^NetpJoinWorkgroup$/, 'workgroup'],
  [/^NetpChangeMachineName$/, 'rename'],
  [/^NetpUnJoinDomain$/, 'unjoin'],
  [/^NetpJoinDomain(?:OnDs)?$|^NetpDoDomainJoin$/, 'join'],
  [/ContinueProvisioningPackageInstall$/, 'provision'],
];

/** Gives every record to the operation it belongs to, in the order of the log. */
export function readOperations(records: readonly LogRecord[]): OperationDraft[] {
  const drafts: OperationDraft[] = [];
  let open: OperationDraft | undefined;
  /** A join that has not ended, while the continuation that it started prints lines of its own. */
  let interrupted: OperationDraft | undefined;

  for (const record of records) {
    if (record.isSeparator) {
      if (open && !open.ended && isJoin(open)) interrupted = open;
      open = undefined;
      continue;
    }
    const pattern = patternOf(record);
    const phase = phaseOf(record, open?.kind);
    if (pattern?.begins && beginsIn(open, pattern.begins)) {
      if (open && !open.ended && isJoin(open)) interrupted = open;
      if (pattern.begins !== 'provision') interrupted = undefined;
      open = { kind: pattern.begins, records: [], ended: false, within: interrupted };
      drafts.push(open);
    } else if (!open && interrupted) {
      open = interrupted;
      interrupted = undefined;
    } else if (!open || (open.ended && isJoin(open) && phase && earlyPhases.has(phase))) {
      open = { kind: undefined, records: [], ended: false, within: undefined };
      drafts.push(open);
    } else if (open.kind === 'nameCheck' && record.function !== undefined && phase !== 'nameCheck') {
      // What began as a name check goes on as the join that made it: its first lines are missing.
      open.kind = undefined;
      open.ended = false;
    }

    open.records.push(record);
    open.kind ??= pattern?.ends?.[0];
    if (record.function === 'NetpJoinWorkgroup') open.kind = 'workgroup';
    if (open.kind && pattern?.ends?.includes(open.kind)) {
      open.ended = true;
      if (open.within) {
        open = open.within;
        interrupted = undefined;
      }
    }
  }
  for (const draft of drafts) draft.kind ??= kindOf(draft.records);
  return drafts;
}

/** Cuts the records of an operation into phases: a record that names none stays in the phase before it. */
export function readPhases(records: readonly LogRecord[], kind: OperationKind): Phase[] {
  const phases: { id: PhaseId; records: LogRecord[] }[] = [];
  for (const [index, record] of records.entries()) {
    // The error text of the directory server is printed in front of the call that it belongs to.
    const following = record.function === 'NetpMapGetLdapExtendedError' ? records[index + 1] : undefined;
    const id = phaseOf(following ?? record, kind);
    const last = phases.at(-1);
    if (id && id !== last?.id) phases.push({ id, records: [record] });
    else last?.records.push(record);
  }
  return phases;
}

function isJoin(draft: OperationDraft): boolean {
  return draft.kind === 'join' || draft.kind === 'workgroup';
}

/** A name check is part of the operation that runs, where one does. */
function beginsIn(open: OperationDraft | undefined, kind: OperationKind): boolean {
  if (kind !== 'nameCheck') return true;
  return !open || open.ended || open.kind === 'nameCheck' || open.records.length === 0;
}

function kindOf(records: readonly LogRecord[]): OperationKind | undefined {
  for (const [name, kind] of tellingFunctions) {
    if (records.some(record => record.function !== undefined && name.test(record.function))) return kind;
  }
  return records.every(record => phaseOf(record, undefined) === 'nameCheck') ? 'nameCheck' : undefined;
}
