import type { Parameter } from '../../model';
import { once } from '../../once';
import { type ChunkedLines, lastNotAbove, longestLine } from '../../parser/lines';
import { type Part, readPart } from './parts';
import { mark, type NetsetupRecord, type Phrase, Phrases } from './phrases';
import { type Prefix, readPrefix } from './prefix';

/** In milliseconds. */
const halfYear = 183 * 24 * 3600 * 1000;

/** The year that times without one are in at first. */
const firstYear = 2000;

/** A log without years that goes on for longer is none. */
const mostYears = 200;

/**
 * The records of a log: every line that is not blank and not a note is in exactly one; a line that has lost its start is
 * a record without time. They are read as numbers (parts.ts), and made when they are asked for: most of a large log never
 * are. A record is known by its place, from 0.
 */
export class Records {
  readonly count: number;
  readonly parts: readonly PlacedPart[];
  private readonly phrases: Phrases;
  private readonly threads: Map<string, number>;
  private readonly firsts: readonly number[];
  private readonly firstLines: readonly number[];

  /** @param before the records of an older version of the text: what stands in its chunks has been read */
  constructor(
    readonly lines: ChunkedLines,
    before?: Records,
  ) {
    this.phrases = before?.phrases ?? new Phrases();
    this.threads = before?.threads ?? new Map<string, number>();
    const threadNumber = (thread: string) => {
      const known = this.threads.get(thread) ?? this.threads.size + 1;
      this.threads.set(thread, known);
      return known;
    };
    const known = new Map(before?.parts.map(part => [part.chunk, part]));
    const parts: PlacedPart[] = [];
    let firstLine = 0;
    let first = 0;
    let isOpen = false;
    for (const chunk of lines.chunks) {
      const old = known.get(chunk);
      const part: Part =
        old?.beginsOpen === isOpen ? old : readPart(chunk, isOpen, this.phrases, threadNumber);
      parts.push({ ...part, firstLine, first, made: [] });
      firstLine += chunk.starts.length;
      first += part.lines.length;
      isOpen = part.endsOpen;
    }
    this.parts = parts;
    this.count = first;
    this.firsts = parts.map(part => part.first);
    this.firstLines = parts.map(part => part.firstLine);
  }

  /** The lines of notes, in the order of the text. */
  notes(): number[] {
    return this.parts.flatMap(({ firstLine, notes }) => notes.map(line => firstLine + line));
  }

  /** The same object each time. */
  at(place: number): NetsetupRecord {
    const { first, firstLine, lines, made } = this.partOf(place);
    return (made[place - first] ??= new PlacedRecord(this, place, firstLine + lines[place - first]!));
  }

  /** Those from one place to another, which is not among them. */
  between(from: number, to: number): NetsetupRecord[] {
    const records: NetsetupRecord[] = [];
    for (let place = from; place < to; place++) records.push(this.at(place));
    return records;
  }

  /** Those from one place to another that have one of some marks, which are among `telling` in parts.ts. */
  marked(marks: number, from = 0, to = this.count): NetsetupRecord[] {
    const records: NetsetupRecord[] = [];
    for (let index = lastNotAbove(this.firsts, from); index < this.parts.length; index++) {
      const { first, telling, marks: own } = this.parts[index]!;
      if (first >= to) break;
      for (let each = lastNotAbove(telling, from - first - 1) + 1; each < telling.length; each++) {
        const place = telling[each]!;
        if (first + place >= to) break;
        if (own[place]! & marks) records.push(this.at(first + place));
      }
    }
    return records;
  }

  /** The record that a line belongs to: none for a note or blank lines between records. */
  atLine(line: number): NetsetupRecord | undefined {
    const place = this.placeAt(line);
    const record = place < 0 ? undefined : this.at(place);
    return record && line <= record.endLine ? record : undefined;
  }

  /** The place of the last record that begins in a line or before it; -1 where none does. */
  placeAt(line: number): number {
    if (!(line >= 0)) return -1;
    const { first, firstLine, lines } = this.parts[lastNotAbove(this.firstLines, line)]!;
    return first + lastNotAbove(lines, line - firstLine);
  }

  /** A number for the thread of a record, 0 where it names none: the same for the same id. */
  threadAt(place: number): number {
    const { first, threads } = this.partOf(place);
    return threads?.[place - first] ?? 0;
  }

  /** What stands in front of the message of a line, and what it says. */
  read(line: number): { prefix: Prefix; column: number; phrase: Phrase } {
    const text = this.lines.at(line).slice(0, longestLine);
    const prefix = readPrefix(text);
    const column = prefix.isStamped ? prefix.end : 0;
    const phrase = this.phrases.between(text, column, text.length, prefix.isStamped);
    return { prefix, column, phrase };
  }

  /** The line behind the last one that may belong to a record. */
  endOf(place: number): number {
    if (place + 1 >= this.count) return this.lines.count;
    const { first, firstLine, lines } = this.partOf(place + 1);
    return firstLine + lines[place + 1 - first]!;
  }

  /** How often New Year came before a record of a log without years. */
  yearsAt(place: number): number {
    return lastNotAbove(this.newYears(), place) + 1;
  }

  /** The records at which a year begins. */
  private readonly newYears = once(() => {
    const places: number[] = [];
    let before = 0;
    for (const { first, firstLine, lines, lacksYears } of this.parts) {
      if (!lacksYears) continue;
      for (const [index, line] of lines.entries()) {
        const { time, hasYear } = readPrefix(this.lines.at(firstLine + line).slice(0, longestLine));
        if (time === undefined || hasYear) continue;
        if (before - time > halfYear && places.length < mostYears) places.push(first + index);
        before = time;
      }
    }
    return places;
  });

  private partOf(place: number): PlacedPart {
    return this.parts[lastNotAbove(this.firsts, place)]!;
  }
}

/** A part in one version of a text. */
interface PlacedPart extends Part {
  /** The number of its first line, and the place of its first record. */
  readonly firstLine: number;
  readonly first: number;
  /** The records that were asked for. */
  readonly made: NetsetupRecord[];
}

/** One record; what it is besides its line is read when it is asked for. */
class PlacedRecord implements NetsetupRecord {
  private ownPhrase: Phrase | undefined;
  private ownPrefix: Prefix | undefined;
  private column = 0;
  private ownTime: number | undefined;
  private end: { readonly line: number; readonly parameters: readonly Parameter[] } | undefined;

  constructor(
    private readonly records: Records,
    readonly place: number,
    readonly line: number,
  ) {}

  get phrase(): Phrase {
    if (!this.ownPhrase) this.read();
    return this.ownPhrase!;
  }

  private get prefix(): Prefix {
    if (!this.ownPrefix) this.read();
    return this.ownPrefix!;
  }

  private read(): void {
    const { phrase, prefix, column } = this.records.read(this.line);
    this.ownPhrase = phrase;
    this.ownPrefix = prefix;
    this.column = column;
    const { time, hasYear } = prefix;
    const years = time === undefined || hasYear ? 0 : this.records.yearsAt(this.place);
    this.ownTime = years > 0 ? new Date(time!).setUTCFullYear(firstYear + years) : time;
  }

  get message(): string {
    return this.phrase.message;
  }

  get function(): string | undefined {
    return this.phrase.function;
  }

  get isSeparator(): boolean {
    return this.phrase.isSeparator;
  }

  /** In front of it, in columns, stand time stamp and thread. */
  get textColumn(): number {
    return this.phrase && this.column;
  }

  get start(): number {
    return this.phrase.start + this.column;
  }

  get time(): number | undefined {
    return this.prefix && this.ownTime;
  }

  get hasYear(): boolean {
    return this.prefix.hasYear;
  }

  get thread(): string | undefined {
    return this.prefix.thread;
  }

  get endLine(): number {
    return (this.end ??= this.readEnd()).line;
  }

  get parameters(): readonly Parameter[] {
    return (this.end ??= this.readEnd()).parameters;
  }

  private readEnd(): { readonly line: number; readonly parameters: readonly Parameter[] } {
    const parameters: Parameter[] = [];
    let last = this.line;
    for (let line = this.line + 1; line < this.records.endOf(this.place); line++) {
      const { phrase, column } = this.records.read(line);
      // Blank lines and notes stand between records, or in one.
      if (phrase.marks & mark.skipped) continue;
      last = line;
      if (!phrase.field) continue;
      const start = column + phrase.start;
      parameters.push({ line, start, end: start + phrase.message.length, ...phrase.field });
    }
    return { line: last, parameters };
  }
}
