import type { Code, Frame, Log, LogRecord, Token, Trace } from '../../model';
import { once } from '../../once';
import { recordAt } from '../../parser/spans';
import { codeOf, readTokens } from '../../parser/tokens';
import type { Format } from '../format';
import { readBlocks } from './blocks';
import { ofClients } from './clients';
import { readConversations } from './conversations';
import { isOneSided } from './oneSided';
import { pathsIn } from './detailsTree';
import { readFrames } from './frames';
import { labels } from './labels';
import { limitsOf } from './limits';
import { messageOf } from './messages';
import { nameAt } from './names';
import { occurrencesAt } from './occurrences';
import { readReachability } from './reachability';
import { readRoles } from './roles';
import { readSections } from './sections';
import { readSteps } from './steps';

/** A network trace that was exported as text, by Wireshark, tshark, Network Monitor or pktmon. */
export const trace: Format = {
  languageId: 'network-trace',

  read(lines) {
    const read = once(() => readFrames(lines));
    const messages = once(() => read().frames.map(frame => messageOf(frame, lines)));
    const conversations = once(() => readConversations(messages(), read().isBroken));
    const joined = once(() => ofClients(conversations()));
    const steps = once(() => readSteps(joined(), known.isOneSided || known.isBroken));
    const reachability = once(() => readReachability(joined(), known.isOneSided || known.isBroken));
    const limits = once((): readonly string[] => limitsOf(known));
    const known: Trace = {
      get dialects() {
        return read().dialects;
      },
      get frames() {
        return read().frames;
      },
      get conversations() {
        return conversations();
      },
      get steps() {
        return steps();
      },
      get reachability() {
        return reachability();
      },
      get unreadLines() {
        return read().unreadLines;
      },
      get notRead() {
        return read().notRead;
      },
      get isOneSided() {
        return isOneSided(conversations());
      },
      get isBroken() {
        return read().isBroken;
      },
      get hasSealedLdap() {
        return messages().some(({ isSealed, service }) => isSealed && service === 'ldap');
      },
      get limits() {
        return limits();
      },
    };
    const frameAt = (line: number) => recordAt(known.frames, line);
    const found = new Map<number, readonly Token[]>();
    /** Of the frame that was asked for last: lines are asked for in their order. */
    let paths: { readonly frame: Frame; readonly pathOf: (line: number) => string } | undefined;
    const headingOf = (line: number): string | undefined => {
      const frame = frameAt(line);
      if (!frame || frame.line === line) return undefined;
      if (paths?.frame !== frame) paths = { frame, pathOf: pathsIn(frame, lines) };
      return paths.pathOf(line);
    };
    const tokens: Log['tokens'] = line => {
      const own = found.get(line) ?? readTokens(labels, lines.at(line), line, headingOf(line));
      found.set(line, own);
      return own;
    };
    const sections = once(() => readSections(known, lines));
    const blocks = once(() => readBlocks(known, lines));
    const roles = once(() => readRoles(known));
    return {
      languageId: 'network-trace',
      lines,
      get records(): readonly LogRecord[] {
        return known.frames;
      },
      notes: [],
      operations: [],
      series: [],
      get sections() {
        return sections();
      },
      get blocks() {
        return blocks();
      },
      trace: known,
      kept: undefined,
      tokens,
      recordAt: frameAt,
      codesOf: (record): readonly Code[] => tokens(record.line).flatMap(token => codeOf(token) ?? []),
      coded: (first = 0, last = lines.count) =>
        known.frames.filter(({ line }) => line >= first && line <= last),
      roleOf: record => roles()(record),
      nameAt: (line, column) => nameAt(known, frameAt(line), lines.at(line), line, column),
      occurrencesAt: (line, column) => occurrencesAt(known, lines, tokens, line, column),
    };
  },
};
