import type { Code, LogRecord, OperationKind, Token } from '../../model';
import { ownText } from '../../parser/lines';
import { codeOf, readTokens } from '../../parser/tokens';
import { mayDamage } from './damage';
import { type Told, toldBy } from './facts';
import { kindToldBy } from './functions';
import { type HarmlessLine, harmlessRow, isAlwaysHarmless, tellsMembership } from './harmless';
import { labels } from './labels';
import { type Message, readMessage } from './message';
import { type LinePattern, patternIn } from './patterns';

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
  /** It says who and what the operation is about; so may its continuation lines. */
  tellsFacts: 1024,
  /** Its line has a plain time stamp, as `hasPlainStamp`. */
  plain: 2048,
} as const;

/**
 * Where a code that is not zero may stand, whatever label it has: most lines have none, and all labels cost more than
 * this.
 */
const mayBeNonZero = /0x0*[1-9a-f]|status: ?(?:0x)?0*[1-9a-f]|NetUseAdd|returning 0x0+\(|ldap|Parsed \[/i;

/**
 * What a line says behind its time stamp and thread. A log says the same few hundred things again and again, so each
 * is read once, and what is known of it holds for every line that says it.
 */
export class Phrase implements Message {
  /** The column in `text` at which the message begins. */
  readonly start: number;
  readonly message: string;
  readonly function: string | undefined;
  readonly isSeparator: boolean;
  readonly isSkipped: boolean;
  readonly isNote: boolean;
  readonly continues: boolean;
  readonly field: Message['field'];
  readonly pattern: LinePattern | undefined;
  /** The kind of the operation it stands in, where its function tells. */
  readonly kindTold: OperationKind | undefined;
  /** Why its codes that are not zero are no failure, if what stands around it agrees. */
  readonly harmless: HarmlessLine | undefined;
  /** What it says of the operation. */
  readonly told: Told | undefined;
  /** What the line is and does: a set of the bits of `mark`. */
  readonly marks: number;
  private ownTokens: readonly Token[] | undefined;
  private ownCodes: readonly Code[] | undefined;

  /**
   * @param text behind time stamp and thread, as it stands; of a line without a time stamp, the whole line
   * @param place where `Phrases` looks for it
   */
  constructor(
    readonly text: string,
    readonly isStamped: boolean,
    readonly place: number,
  ) {
    const { start, message, function: name, ...is } = readMessage(text, isStamped);
    this.start = start;
    this.message = message;
    this.function = name;
    this.isSeparator = is.isSeparator;
    this.isSkipped = is.isSkipped;
    this.isNote = is.isNote;
    this.continues = is.continues;
    this.field = is.field;
    this.pattern = patternIn(message, name);
    this.kindTold = name === undefined ? undefined : kindToldBy(name);
    this.told = name === undefined ? undefined : toldBy(message);
    const nonZero = is.isSkipped || !mayBeNonZero.test(text) ? [] : this.codes.filter(isNonZero);
    this.harmless = nonZero.length > 0 ? harmlessRow(message, nonZero) : undefined;
    this.marks = this.marksOf(nonZero);
  }

  /** Its numbers where it is the first line of a record; columns count from the beginning of `text`. */
  get tokens(): readonly Token[] {
    return (this.ownTokens ??= readTokens(labels, this.text, 0));
  }

  /** The status codes among them, by column. */
  get codes(): readonly Code[] {
    return (this.ownCodes ??= this.tokens.flatMap(token => codeOf(token) ?? []));
  }

  private marksOf(nonZero: readonly Code[]): number {
    const { message, pattern, kindTold, harmless } = this;
    const isFailure = nonZero.length > 0 && !(harmless && isAlwaysHarmless(harmless));
    return (
      (this.isSkipped ? mark.skipped : 0) |
      (this.isNote ? mark.note : 0) |
      (this.continues ? mark.continues : 0) |
      (this.isSeparator ? mark.separator : 0) |
      (pattern?.begins || pattern?.ends || (kindTold && kindTold !== 'join') ? mark.turns : 0) |
      (kindTold === 'join' ? mark.tellsJoin : 0) |
      (nonZero.length > 0 ? mark.nonZero : 0) |
      (isFailure ? mark.mayFail : 0) |
      (mayDamage(message, nonZero) ? mark.mayDamage : 0) |
      (tellsMembership(message) ? mark.membership : 0) |
      (this.told ? mark.tellsFacts : 0)
    );
  }
}

function isNonZero({ value }: Code): boolean {
  return value !== 0;
}

/** The phrases that were read last. What is said again and again is read once; what is said once is not kept for long. */
export class Phrases {
  private readonly stamped = new Map<string, Phrase>();
  private readonly unstamped = new Map<string, Phrase>();
  /** The last ones, by `place`: to compare is cheaper than to look up. */
  private readonly recent = new Array<Phrase | undefined>(places).fill(undefined);
  /** What came behind each of them, by its `place`: it mostly does again, and no look at its characters is needed. */
  private readonly following = new Array<Phrase | undefined>(places).fill(undefined);
  /** The place of the phrase that was asked for last. */
  private last = 0;

  /** What stands between two offsets of a text. */
  between(text: string, start: number, end: number, isStamped: boolean): Phrase {
    const guess = this.following[this.last];
    if (guess?.isStamped === isStamped && guess.text.length === end - start) {
      if (text.slice(start, end) === guess.text) {
        this.last = guess.place;
        return guess;
      }
    }
    // What is long is rarely said twice, and would be kept long after its text.
    if (end - start > longestKept) return new Phrase(ownText(text.slice(start, end)), isStamped, 0);
    const phrase = this.find(text, start, end, isStamped);
    this.following[this.last] = phrase;
    this.last = phrase.place;
    return phrase;
  }

  private find(text: string, start: number, end: number, isStamped: boolean): Phrase {
    const said = text.slice(start, end);
    const place = placeOf(said);
    const recent = this.recent[place];
    if (recent?.isStamped === isStamped && recent.text === said) return recent;
    const phrase = this.known(said, isStamped, place);
    return (this.recent[place] = phrase);
  }

  private known(said: string, isStamped: boolean, place: number): Phrase {
    const phrases = isStamped ? this.stamped : this.unstamped;
    const known = phrases.get(said);
    if (known) return known;
    const own = ownText(said);
    const phrase = new Phrase(own, isStamped, place);
    if (phrases.size === mostKept) phrases.clear();
    phrases.set(own, phrase);
    return phrase;
  }
}

const mostKept = 1 << 13;
/** In UTF-16 units. */
const longestKept = 400;
const places = 1 << 13;

/** A number below `places`, made of some characters of a phrase. */
function placeOf(said: string): number {
  const { length } = said;
  let hash = length;
  for (let sample = 0; sample < 16; sample++) {
    hash = (Math.imul(hash, 31) + said.charCodeAt((length * sample) >> 4)) | 0;
  }
  return (hash ^ (hash >>> 15)) & (places - 1);
}
