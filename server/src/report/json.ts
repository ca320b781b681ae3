import { adviceText, failedParts, happened } from '../explain';
import type { Facts, Finding, LanguageId, Log, LogRecord, Operation } from '../model';
import { linesOf } from '../parser/spans';
import { provisionOptions } from '../tables/provisionOptions';
import type { Table } from '../tables/table';
import { failingRecords, hex, optionsTable, phaseOutcome, timesOf } from '../words';
import type { FileReading, Window } from '../windows/readInWindows';
import { codeOf, timeText } from './codes';
import { traceKeys } from './traceJson';

/**
 * The report as JSON for other programs: its schema is schema/report.schema.json. Lines and columns are one-based,
 * columns UTF-16, `endColumn` exclusive; what the log does not say is null.
 */
export interface JsonReport {
  readonly schemaVersion: 1;
  readonly files: readonly JsonFile[];
  /** What was asked for and not read, which only who reads files can know. */
  readonly notRead: readonly { readonly path: string; readonly why: string }[];
}

interface JsonFile {
  readonly path: string;
  /** That of a network trace has `traceKeys` besides. */
  readonly language: LanguageId | null;
  readonly operations: readonly object[];
  readonly findings: readonly object[];
}

/** @param files each with the path that it was given by */
export function jsonReport(files: readonly { readonly path: string; readonly log: Log }[]): JsonReport {
  return { schemaVersion: 1, files: files.map(({ path, log }) => fileOf(path, log)), notRead: [] };
}

/**
 * One of the `files` of the report as text, piece by piece: that of a file of many windows may fit no string.
 *
 * @param reading what is read of the file: each window with the operations that it finished
 */
export function* jsonOfFile(
  path: string,
  reading: Iterator<Window, FileReading>,
): Generator<string, FileReading> {
  let count = 0;
  let step = reading.next();
  if (step.done) {
    yield indented(fileOf(path, step.value.log), 4);
    return step.value;
  }
  const { languageId = null } = step.value.log;
  yield `{\n      "path": ${JSON.stringify(path)},\n      "language": ${JSON.stringify(languageId)},\n      "operations": [`;
  for (; !step.done; step = reading.next()) {
    for (const row of operationsOf(step.value, count)) {
      yield `${count > 0 ? ',' : ''}\n        ${indented(row, 8)}`;
      count++;
    }
  }
  const { log, cuts } = step.value;
  const findings = indented(log.findings.map(findingOf), 6);
  const lines = cuts.length > 0 ? `\n      "cuts": ${JSON.stringify(cuts.map(line => line + 1))},` : '';
  yield `${count > 0 ? '\n      ' : ''}],${lines}\n      "findings": ${findings}\n    }`;
  return step.value;
}

function indented(value: object, columns: number): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${' '.repeat(columns)}`);
}

function fileOf(path: string, log: Log): JsonFile {
  return {
    path,
    language: log.languageId ?? null,
    ...(log.trace && traceKeys(log.trace)),
    operations: operationsOf({ log, operations: log.operations }),
    findings: log.findings.map(findingOf),
  };
}

/**
 * What the report tells of each operation that a window finished.
 *
 * @param before how many operations of the file stand before these: they are counted from its beginning
 */
export function operationsOf({ log, operations }: Window, before = 0): object[] {
  const places = new Map(operations.map((operation, index) => [operation, before + index]));
  const placeOf = (operation: Operation | undefined) => (operation && places.get(operation)) ?? null;
  const parts = failedParts(operations);
  return operations.map(operation => operationOf(operation, log, placeOf, parts));
}

function operationOf(
  operation: Operation,
  log: Log,
  placeOf: (operation: Operation | undefined) => number | null,
  parts: ReturnType<typeof failedParts>,
): object {
  const { kind, records, phases, facts, verdict, partOf } = operation;
  const times = timesOf(records);
  const hasYear = records.every(record => record.hasYear || record.time === undefined);
  const failing = failingRecords(verdict);
  return {
    kind,
    lines: oneBased(records),
    start: times ? timeText(times.start, hasYear) : null,
    end: times ? timeText(times.end, hasYear) : null,
    computer: facts.computer ?? null,
    newName: facts.newName ?? null,
    domain: facts.domain ?? null,
    workgroup: facts.workgroup ?? null,
    account: facts.account ?? null,
    ou: facts.ou ?? null,
    domainController: facts.domainController ?? null,
    build: facts.build ?? null,
    sku: facts.sku ?? null,
    options: optionsOf(facts.options, optionsTable(kind)),
    provisionOptions: optionsOf(facts.provisionOptions, provisionOptions),
    verdict: verdict.outcome,
    code: verdict.code ? codeOf(verdict.code) : null,
    phase: verdict.phase ?? null,
    cause: verdict.cause ? causeOf(verdict.cause, log) : null,
    phases: phases.map(phase => ({
      id: phase.id,
      lines: oneBased(phase.records),
      outcome: phaseOutcome(phase, failing, log.codesOf) ?? null,
    })),
    supersededBy: placeOf(verdict.supersededBy),
    partOf: placeOf(partOf),
    advice: adviceOf(operation, parts.get(records[0]!) ?? []),
  };
}

function optionsOf(value: Facts['options'], table: Table): object | null {
  if (value === undefined) return null;
  const names = (table.describe(value)?.bits ?? []).map(({ name, mask }) => name ?? hex(mask));
  return { value: hex(value), names };
}

function causeOf(record: LogRecord, log: Log): object {
  const codes = log.codesOf(record);
  const code = codes.find(each => each.value !== 0);
  return {
    line: record.line + 1,
    function: record.function ?? null,
    code: code ? codeOf(code) : null,
    text: record.message,
  };
}

/** Sentences in the order in which they are worth reading: what happened, what is shown, causes, checks. */
export function adviceOf(operation: Operation, parts: readonly Operation[]): string[] {
  const { outcome } = operation.verdict;
  if (outcome !== 'failed' && outcome !== 'succeededWithDamage') return [];
  const advice = adviceText(operation);
  return [
    ...happened(operation, parts),
    ...operation.shown.map(({ text }) => text),
    ...(advice?.likely ?? []).map(each => `Consistent with ${each}.`),
    ...(advice?.next ?? []).map(each => `Check next: ${each}`),
    ...(advice?.elsewhere ?? []).map(each => `Look also: ${each}`),
    ...(advice?.unknown ? [advice.unknown] : []),
    ...(advice?.url ? [advice.url] : []),
  ];
}

function findingOf({ code, severity, line, start, end, message, help, repeats, related }: Finding): object {
  return {
    rule: code,
    severity,
    line: line + 1,
    startColumn: start + 1,
    endLine: line + 1,
    endColumn: end + 1,
    message,
    help: help ?? null,
    repeats,
    related: related.map(each => ({ line: each.line + 1, message: each.message })),
  };
}

function oneBased(records: readonly LogRecord[]): readonly number[] {
  return linesOf(records).map(line => line + 1);
}
