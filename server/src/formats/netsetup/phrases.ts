import type { Code, LogRecord, OperationKind, Token } from '../../model';
import { once } from '../../once';
import { codeOf, readTokens } from '../../parser/tokens';
import type { PhaseId } from '../../tables/phases';
import { mayDamage } from './damage';
import { kindToldBy } from './functions';
import { type HarmlessLine, harmlessRow, isAlwaysHarmless, tellsMembership } from './harmless';
import { labels } from './labels';
import { type Message, readMessage } from './message';
import { ownPhaseIn, patternIn, type LinePattern } from './patterns';

/**
 * What a line says behind its time stamp and thread. A log says the same few hundred things again and again, so each
 * is read once, and what is known of it holds for every line that says it.
 */
export interface Phrase extends Message {
  /** Behind time stamp and thread, as it stands; of a line without a time stamp, the whole line. */
  readonly text: string;
  /** What the line is and does: a set of the bits of `mark`. */
  readonly marks: number;
  readonly pattern: LinePattern | undefined;
  /** The phase it is in by its own words, whatever operation it is in. */
  readonly phase: () => PhaseId | undefined;
  /** The kind of the operation it stands in, where its function tells. */
  readonly kindTold: OperationKind | undefined;
  /** Its numbers where it is the first line of a record; columns count from the beginning of `text`. */
  readonly tokens: () => readonly Token[];
  /** The status codes among them, by column. */
  readonly codes: () => readonly Code[];
  /** Why those that are not zero are no failure, if what stands around it agrees. */
  readonly harmless: HarmlessLine | undefined;
}

/** A record of a NetSetup.log: it has what is known of its phrase. */
export interface NetsetupRecord extends LogRecord {
  readonly phrase: Phrase;
  /** The column at which `phrase.text` begins. */
  readonly textColumn: number;
  /** Its place among the records of the log, from 0. */
  readonly place: number;
}

/** What a line is and does, as bits of `Phrase.marks`. */
export const mark = {
  /** A blank line or a note: no record, and none ends before it. */
  skipped: 1,
  note: 2,
  /** It continues the record before it, where there is one. */
  continues: 4,
  separator: 8,
  /** An operation may begin or end here, or be of a kind that is not told before. */
  turns: 16,
  /** It stands in a join. */
  tellsJoin: 32,
  /** It holds a code that is not zero. */
  nonZero: 64,
  /** It holds such a code that may be a failure. */
  mayFail: 128,
  /** A join that holds it may have left something undone although it succeeded. */
  mayDamage: 256,
  /** The computer becomes a member of a domain here, or leaves it. */
  membership: 512,
} as const;

/**
 * Where a code that is not zero may stand, whatever label it has: most lines have none, and all labels cost more than
 * this.
 */
const mayBeNonZero = /0x0*[1-9a-f]|status: ?(?:0x)?0*[1-9a-f]|NetUseAdd|returning 0x0+\(|ldap|Parsed \[/i;

/** Reads what stands behind a time stamp, or a whole line that has none. */
export function readPhrase(text: string, isStamped: boolean): Phrase {
  const read = readMessage(text, isStamped);
  const { message, function: name } = read;
  const pattern = patternIn(message, name);
  const kindTold = name === undefined ? undefined : kindToldBy(name);
  const tokens = once(() => readTokens(labels, text, 0));
  const codes = once(() => tokens().flatMap(token => codeOf(token) ?? []));
  const nonZero = !read.isSkipped && mayBeNonZero.test(text) ? codes().filter(code => code.value !== 0) : [];
  const harmless = nonZero.length > 0 ? harmlessRow(message, nonZero) : undefined;
  const marks =
    (read.isSkipped ? mark.skipped : 0) |
    (read.isNote ? mark.note : 0) |
    (read.continues ? mark.continues : 0) |
    (read.isSeparator ? mark.separator : 0) |
    (pattern?.begins || pattern?.ends || (kindTold && kindTold !== 'join') ? mark.turns : 0) |
    (kindTold === 'join' ? mark.tellsJoin : 0) |
    (nonZero.length > 0 ? mark.nonZero : 0) |
    (nonZero.length > 0 && !(harmless && isAlwaysHarmless(harmless)) ? mark.mayFail : 0) |
    (mayDamage(message, nonZero) ? mark.mayDamage : 0) |
    (tellsMembership(message) ? mark.membership : 0);
  const phase = once(() => ownPhaseIn(message, name, pattern));
  return { ...read, text, marks, pattern, phase, kindTold, tokens, codes, harmless };
}

/** The phrases that were read last. What is said again and again is read once; what is said once is not kept for long. */
export class Phrases {
  private readonly stamped = new Map<string, Phrase>();
  private readonly unstamped = new Map<string, Phrase>();
  /** The last ones with time stamps, by a few of their characters: to compare is cheaper than to look up. */
  private readonly recent = new Array<Phrase | undefined>(recentCount).fill(undefined);

  /** What stands between two columns, or offsets, of a text. */
  between(text: string, start: number, end: number, isStamped: boolean): Phrase {
    const said = text.slice(start, end);
    if (end - start > longestKept) return readPhrase(said, isStamped);
    if (!isStamped) return this.known(said, this.unstamped, false);
    const place = placeOf(text, start, end - start);
    const recent = this.recent[place];
    if (recent?.text === said) return recent;
    return (this.recent[place] = this.known(said, this.stamped, true));
  }

  private known(said: string, phrases: Map<string, Phrase>, isStamped: boolean): Phrase {
    const known = phrases.get(said);
    if (known) return known;
    // A slice would keep the whole text that it is a part of.
    const own = copyOf(said);
    const phrase = readPhrase(own, isStamped);
    if (phrases.size === mostKept) phrases.clear();
    phrases.set(own, phrase);
    return phrase;
  }
}

const mostKept = 1 << 14;
/** In UTF-16 units: what is longer is rarely said twice. */
const longestKept = 400;
const recentCount = 1 << 12;

/** A number below `recentCount`, made of 16 characters of a phrase. */
function placeOf(text: string, start: number, length: number): number {
  let hash = length;
  for (let sample = 0; sample < 16; sample++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(start + ((length * sample) >> 4))) | 0;
  }
  return (hash ^ (hash >>> 15)) & (recentCount - 1);
}

/** The same text, held for itself. */
function copyOf(text: string): string {
  return text.length === 0 ? '' : ` ${text}`.slice(1);
}
