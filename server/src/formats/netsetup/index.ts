import type { Code, Lines, Log, LogRecord, Operation, Token } from '../../model';
import { readTokens } from '../../parser/tokens';
import { tokenKinds } from '../../tokenKinds';
import type { Format } from '../format';
import { readFacts } from './facts';
import { functions } from './functions';
import { harmlessBecause } from './harmless';
import { labels } from './labels';
import { readOperations, readPhases } from './operations';
import { readRecords } from './records';
import { relate } from './series';
import { judge } from './verdict';

/** %windir%\debug\NetSetup.log, as Windows writes it and as articles print it. */
export const netsetup: Format = {
  languageId: 'netsetup-log',

  read(lines) {
    const { records, notes } = readRecords(lines);
    const tokens = (line: number) => readTokens(labels, lines.at(line), line);
    const codesOf = (record: LogRecord) => tokens(record.line).flatMap(codeOf);
    const whyHarmless = (record: LogRecord, own: readonly LogRecord[]) =>
      harmlessBecause(record, codesOf(record), () => own.slice(own.indexOf(record) + 1));

    const operations = once(() =>
      relate(
        readOperations(records).flatMap(({ kind, records: own }): Operation[] => {
          if (!kind) return [];
          const phases = readPhases(own, kind);
          const isHarmless = (record: LogRecord) => whyHarmless(record, own) !== undefined;
          const verdict = judge(kind, own, { codesOf, isHarmless });
          return [{ kind, records: own, phases, facts: readFacts(own), verdict, partOf: undefined }];
        }),
      ),
    );
    const owners = once(
      () => new Map(operations().flatMap(each => each.records.map(record => [record, each]))),
    );

    return {
      records,
      notes,
      tokens,
      get operations() {
        return operations();
      },
      recordAt: line => recordAt(records, line),
      operationOf: record => owners().get(record),
      nameAt: (line, column) => nameAt(lines, line, column),
      codesOf,
      harmless: record => whyHarmless(record, owners().get(record)?.records ?? records),
    };
  },
};

/** Works a value out when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The status code that a token is; none for flags and other values. */
function codeOf({ kind, value }: Token): Code[] {
  const { isResult, table } = tokenKinds[kind];
  if (!isResult) return [];
  const meaning = table.describe(value);
  const space = meaning?.space ?? (kind === 'ntstatus' || value > 0xffff ? 'ntstatus' : 'win32');
  return [{ value, space, name: meaning?.name }];
}

/** The record that a line belongs to: none for a note or a blank line. */
function recordAt(records: readonly LogRecord[], line: number): LogRecord | undefined {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (records[middle]!.line <= line) low = middle + 1;
    else high = middle;
  }
  const record = records[low - 1];
  return record && line <= record.endLine ? record : undefined;
}

/** No function has a longer name. */
const longestName = 80;

/** The function whose name stands at a position. */
function nameAt(lines: Lines, line: number, column: number): ReturnType<Log['nameAt']> {
  const from = Math.max(0, column - longestName);
  const around = lines.at(line).slice(from, column + longestName);
  for (const { 0: name, index } of around.matchAll(/[A-Za-z_]\w*/g)) {
    const start = from + index;
    const end = start + name.length;
    const about = start <= column && column <= end ? functions.get(name)?.about : undefined;
    if (about) return { line, start, end, about };
  }
  return undefined;
}
