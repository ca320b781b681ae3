import type { Lines, LogRecord, Reading, Token } from '../../model';
import { once } from '../../once';
import { isAt } from '../../parser/spans';
import { readTokens } from '../../parser/tokens';
import type { Format } from '../format';
import { locationAt } from './dcLocation';
import { functions } from './functions';
import { joinedBefore } from './harmless';
import { JudgedOperation } from './judgedOperation';
import { labels } from './labels';
import { occurrencesAt } from './occurrences';
import { readOperations } from './operations';
import { mark, type NetsetupRecord } from './phrases';
import { Records } from './records';
import { relate } from './relations';
import { ownersOf, readRoles } from './roles';
import { readSections } from './sections';
import { seriesOf } from './series';

/** %windir%\debug\NetSetup.log, as Windows writes it and as articles print it. */
export const netsetup: Format = {
  languageId: 'netsetup-log',

  read(lines, before) {
    const records = new Records(lines, before instanceof Records ? before : undefined);
    const all = once(() => records.between(0, records.count));
    const membership = once(() => joinedBefore(records.marked(mark.membership)));
    const wasJoined = (line: number) => membership()(line);
    const operations = once(() => {
      const judged = readOperations(records).flatMap(draft =>
        draft.kind ? new JudgedOperation(draft, draft.kind, wasJoined) : [],
      );
      relate(judged);
      return judged;
    });
    const series = once(() => seriesOf(operations()));
    const owners = once(() => ownersOf(operations()));
    const ownerOf = (record: LogRecord) => owners()(record as NetsetupRecord);
    const roles = once(() => readRoles(records, operations(), ownerOf, wasJoined));
    const codesOf = (record: LogRecord) => (record as NetsetupRecord).phrase.codes;
    const tokens = (line: number) => tokensAt(records, line);

    return {
      languageId: 'netsetup-log',
      lines,
      get records() {
        return all();
      },
      notes: records.notes(),
      get operations() {
        return operations();
      },
      get series() {
        return series();
      },
      // Made anew for each request: kept, an outline takes more memory than the text.
      get sections() {
        return readSections(series(), codesOf);
      },
      blocks: [],
      trace: undefined,
      kept: records,
      tokens,
      recordAt: line => records.atLine(line),
      codesOf,
      coded: (first = 0, last = lines.count) =>
        records.marked(mark.nonZero, records.placeAt(first - 1) + 1, records.placeAt(last) + 1),
      operationOf: ownerOf,
      roleOf: record => roles()(record as NetsetupRecord),
      nameAt: (line, column) => nameAt(lines, records.atLine(line), line, column),
      occurrencesAt: (line, column) => occurrencesAt(lines, tokens, operations, line, column),
    };
  },
};

function tokensAt(records: Records, line: number): readonly Token[] {
  const record = records.atLine(line);
  if (record?.line !== line) return readTokens(labels, records.lines.at(line), line, record?.message);
  const { phrase, textColumn } = record;
  return phrase.tokens.map(token => ({
    ...token,
    line,
    start: token.start + textColumn,
    end: token.end + textColumn,
  }));
}

/** No function has a longer name. */
const longestName = 80;

/** The function whose name stands at a position, with how domain controllers are found where the line is about that. */
function nameAt(
  lines: Lines,
  record: LogRecord | undefined,
  line: number,
  column: number,
): ReturnType<Reading['nameAt']> {
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
