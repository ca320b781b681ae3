import type { Code, Lines, Log, LogRecord, Operation, OperationKind, Token } from '../../model';
import { once } from '../../once';
import { isAt, recordAt } from '../../parser/spans';
import { codeOf, readTokens } from '../../parser/tokens';
import type { Format } from '../format';
import { locationAt } from './dcLocation';
import { readFacts } from './facts';
import { functions } from './functions';
import { harmlessBecause, joinedBefore, lookAhead } from './harmless';
import { labels } from './labels';
import { occurrencesAt } from './occurrences';
import { readOperations, readPhases } from './operations';
import { patternOf } from './patterns';
import { readRecords } from './records';
import { firstWayOf, remarksOn } from './remarks';
import { readRoles } from './roles';
import { readSections } from './sections';
import { relate, seriesOf, type Judged } from './series';
import { shownBy } from './shown';
import { judge } from './verdict';

/** %windir%\debug\NetSetup.log, as Windows writes it and as articles print it. */
export const netsetup: Format = {
  languageId: 'netsetup-log',

  read(lines) {
    const { records, notes } = readRecords(lines);
    const read = new Map<number, readonly Token[]>();
    const tokens = (line: number) => {
      const record = recordAt(records, line);
      const heading = record?.line === line ? undefined : record?.message;
      const found = read.get(line) ?? readTokens(labels, lines.at(line), line, heading);
      read.set(line, found);
      return found;
    };
    const known = new Map<LogRecord, readonly Code[]>();
    const codesOf = (record: LogRecord) => {
      const codes = known.get(record) ?? tokens(record.line).flatMap(token => codeOf(token) ?? []);
      known.set(record, codes);
      return codes;
    };
    const wasJoined = once(() => joinedBefore(records));
    const harmlessIn = (own: readonly LogRecord[], first = own[0]) => {
      const follows = lookAhead(own);
      const isIn = once(() => first !== undefined && wasJoined()(first.line));
      return (record: LogRecord) =>
        harmlessBecause(record, codesOf(record), pattern => follows(record, pattern), isIn);
    };

    const operations = once(() => {
      const judged = readOperations(records).flatMap((draft): Judged | [] => {
        const { kind, records: own, isCut } = draft;
        if (!kind) return [];
        // What a join started fails for the join too, and first.
        const whole = [draft, ...draft.parts].flatMap(each => each.records).sort((a, b) => a.line - b.line);
        const ended = upToEnd(whole, kind);
        const because = harmlessIn(ended, draft.within?.records[0]);
        const evidence = { codesOf, isHarmless: (record: LogRecord) => because(record) !== undefined };
        const decided = judge(kind, ended, evidence, isCut);
        const facts = readFacts(upToEnd(own, kind), decided.cause);
        const firstWay = firstWayOf(kind, decided, ended, evidence);
        const operation: Operation = {
          kind,
          records: own,
          phases: readPhases(own, kind),
          facts,
          verdict: {
            ...decided,
            firstWay,
            remarks: remarksOn(kind, decided, firstWay, ended, facts, evidence),
            supersededBy: undefined,
          },
          shown: shownBy(kind, upToEnd(own, kind), facts, decided.cause),
          partOf: undefined,
        };
        return { draft, operation, evidence };
      });
      return relate(judged);
    });
    const series = once(() => seriesOf(operations()));
    const roles = once(() => readRoles(records, operations(), codesOf, harmlessIn));

    return {
      languageId: 'netsetup-log',
      lines,
      records,
      notes,
      get operations() {
        return operations();
      },
      get series() {
        return series();
      },
      get sections() {
        return readSections(series(), codesOf);
      },
      blocks: [],
      trace: undefined,
      tokens,
      recordAt: line => recordAt(records, line),
      codesOf,
      roleOf: record => roles()(record),
      nameAt: (line, column) => nameAt(lines, recordAt(records, line), line, column),
      occurrencesAt: (line, column) => occurrencesAt(lines, tokens, operations, line, column),
    };
  },
};

/** Records up to the last line of an operation: what is printed behind it changes nothing that was said. */
function upToEnd(records: readonly LogRecord[], kind: OperationKind): readonly LogRecord[] {
  const end = records.findIndex(record => patternOf(record)?.ends?.includes(kind));
  return end < 0 ? records : records.slice(0, end + 1);
}

/** No function has a longer name. */
const longestName = 80;

/** The function whose name stands at a position, with how domain controllers are found where the line is about that. */
function nameAt(
  lines: Lines,
  record: LogRecord | undefined,
  line: number,
  column: number,
): ReturnType<Log['nameAt']> {
  const from = Math.max(0, column - longestName);
  const around = lines.at(line).slice(from, column + longestName);
  for (const { 0: name, index } of around.matchAll(/[A-Za-z_]\w*/g)) {
    const start = from + index;
    const end = start + name.length;
    const about = isAt({ start, end }, column) ? functions.get(name)?.about : undefined;
    if (!about) continue;
    const isLeading = record?.line === line && record.start === start;
    const location = isLeading ? locationAt(record) : undefined;
    return { line, start, end, about: location === undefined ? about : `${about}\n\n${location}` };
  }
  return undefined;
}
