import type { Code, Exchange, Frame, Lines, Log, LogRecord, Token, Trace } from '../../model';
import { once } from '../../once';
import { recordAt } from '../../parser/spans';
import { codeOf, readTokens } from '../../parser/tokens';
import type { Format } from '../format';
import { readBlocks } from './blocks';
import { ofClients } from './clients';
import { readConversations } from './conversations';
import { isOneSided } from './oneSided';
import { pathsIn } from './detailsTree';
import { type FramesRead, readFrames } from './frames';
import { labels, mayHoldToken } from './labels';
import { limitsOf } from './limits';
import { locatedDomains } from './locatedDomains';
import { messageReader } from './messages';
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
    const talk = once(() => talkOf(read(), lines));
    const conversations = () => talk().conversations;
    const joined = once(() => ofClients(conversations()));
    const joinExchanges = once(() => inOrder(joined().flatMap(each => each.exchanges)));
    const domains = once(() => locatedDomains(conversations()));
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
      get joinConversations() {
        return joined();
      },
      get joinExchanges() {
        return joinExchanges();
      },
      get domains() {
        return domains();
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
        return talk().hasSealedLdap;
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
      const known = found.get(line);
      if (known) return known;
      const text = lines.at(line);
      if (!mayHoldToken(text)) return noTokens;
      const own = readTokens(labels, text, line, headingOf(line));
      if (own.length === 0) return noTokens;
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
      operationOf: () => undefined,
      roleOf: record => roles()(record),
      nameAt: (line, column) => nameAt(known, frameAt(line), lines.at(line), line, column),
      occurrencesAt: (line, column) => occurrencesAt(known, lines, tokens, line, column),
    };
  },
};

const noTokens: readonly Token[] = [];

/** Who talked with whom. What each frame says is kept no longer than that takes. */
function talkOf({ frames, isBroken }: FramesRead, lines: Lines) {
  const messageOf = messageReader(lines);
  const messages = frames.map(messageOf);
  return {
    conversations: readConversations(messages, isBroken),
    hasSealedLdap: messages.some(({ isSealed, service }) => isSealed && service === 'ldap'),
  };
}

function inOrder(exchanges: readonly Exchange[]): readonly Exchange[] {
  return [...exchanges].sort((a, b) => a.frames[0]!.line - b.frames[0]!.line);
}
