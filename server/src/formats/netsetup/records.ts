import { once } from '../../once';
import { type ChunkedLines, endOf, lastNotAbove, longestLine, Units } from '../../parser/lines';
import { type Part, readPart } from './parts';
import { PlacedRecord } from './placedRecord';
import { mark, type NetsetupRecord, type Phrase, Phrases } from './phrases';
import { hasPlainStamp, plainTime, type Prefix, readPrefix, stampLength } from './prefix';

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
  private readonly units: Units;
  private readonly threads: Map<string, number>;
  /** Of a text that begins behind another one: the years that passed there. */
  private readonly start: { readonly years: number; readonly time: number };
  private readonly firsts: readonly number[];
  private readonly firstLines: readonly number[];

  /**
   * @param before the records of an older version of the text, or of one that these lines go on behind: what stands in
   *   its chunks has been read
   */
  constructor(
    readonly lines: ChunkedLines,
    before?: Records,
  ) {
    this.phrases = before?.phrases ?? new Phrases();
    this.threads = before?.threads ?? new Map<string, number>();
    this.units = before?.units ?? new Units();
    const threadNumber = (thread: string) => {
      const known = this.threads.get(thread) ?? this.threads.size + 1;
      this.threads.set(thread, known);
      return known;
    };
    const known = new Map(before?.parts.map(part => [part.chunk, part]));
    const parts: PlacedPart[] = [];
    let first = 0;
    let isOpen = false;
    for (const [index, chunk] of lines.chunks.entries()) {
      const firstLine = lines.firsts[index]!;
      const old = known.get(chunk);
      const part: Part =
        old?.beginsOpen === isOpen ? old : readPart(chunk, isOpen, this.phrases, this.units, threadNumber);
      parts.push({ ...part, firstLine, first, made: [] });
      first += part.lines.length;
      isOpen = part.endsOpen;
    }
    this.parts = parts;
    this.count = first;
    const isWindow = lines.firsts[0]! > 0 && parts.some(part => part.lacksYears);
    this.start = before && isWindow ? before.yearsBefore(lines.firsts[0]!) : { years: 0, time: 0 };
    this.firsts = parts.map(part => part.first);
    this.firstLines = parts.map(part => part.firstLine);
  }

  /** The lines of notes, in the order of the text. */
  notes(): number[] {
    return this.parts.flatMap(({ firstLine, notes }) => notes.map(line => firstLine + line));
  }

  /** The same object each time. */
  at(place: number): NetsetupRecord {
    const { first, made } = this.partOf(place);
    return (made[place - first] ??= this.peek(place));
  }

  /** A record that is only looked at: another object each time, which is not kept. */
  peek(place: number): NetsetupRecord {
    const { first, firstLine, lines } = this.partOf(place);
    return new PlacedRecord(this, place, firstLine + lines[place - first]!);
  }

  /** Those from one place to another, which is not among them. */
  between(from: number, to: number): NetsetupRecord[] {
    const records: NetsetupRecord[] = [];
    for (let place = from; place < to; place++) records.push(this.at(place));
    return records;
  }

  /** Those from one place to another that have one of some marks, which are among `telling` in parts.ts. */
  marked(marks: number, from = 0, to = this.count): NetsetupRecord[] {
    return Array.from(this.placesMarked(marks, from, to), place => this.at(place));
  }

  *placesMarked(marks: number, from: number, to: number): Generator<number> {
    for (let index = lastNotAbove(this.firsts, from); index < this.parts.length; index++) {
      const { first, telling, marks: own } = this.parts[index]!;
      if (first >= to) break;
      for (let each = lastNotAbove(telling, from - first - 1) + 1; each < telling.length; each++) {
        const place = telling[each]!;
        if (first + place >= to) break;
        if (own[place]! & marks) yield first + place;
      }
    }
  }

  /** The record that a line belongs to: none for a note or blank lines between records. */
  atLine(line: number): NetsetupRecord | undefined {
    const place = this.placeAt(line);
    const record = place < 0 ? undefined : this.at(place);
    return record && line <= record.endLine ? record : undefined;
  }

  /** The place of the last record that begins in a line or before it; -1 where none does. */
  placeAt(line: number): number {
    if (!(line >= this.firstLines[0]!)) return -1;
    const { first, firstLine, lines } = this.parts[lastNotAbove(this.firstLines, line)]!;
    return first + lastNotAbove(lines, line - firstLine);
  }

  /** Whether the line of a record begins with a plain time stamp, as `hasPlainStamp`. */
  isPlain(place: number): boolean {
    const { first, marks } = this.partOf(place);
    return (marks[place - first]! & mark.plain) !== 0;
  }

  /** A number for the thread of a record, 0 where it names none: the same for the same id. */
  threadAt(place: number): number {
    const { first, threads } = this.partOf(place);
    return threads?.[place - first] ?? 0;
  }

  /** What a record says in its first line. */
  phraseAt(place: number): Phrase {
    const { first, firstLine, chunk, lines, marks } = this.partOf(place);
    const line = lines[place - first]!;
    if (!(marks[place - first]! & mark.plain)) return this.phraseIn(firstLine + line);
    const { text, starts } = chunk;
    const start = starts[line]!;
    const end = Math.min(endOf(text, start, starts[line + 1] ?? text.length), start + longestLine);
    return this.phrases.between(text, start + stampLength, end, true);
  }

  /** What a line says behind time stamp and thread. */
  phraseIn(line: number): Phrase {
    const text = this.textOf(line);
    if (hasPlainStamp(this.units.of(text.slice(0, stampLength + 2)), 0, text.length)) {
      return this.phrases.between(text, stampLength, text.length, true);
    }
    const { isStamped, end } = readPrefix(text);
    return this.phrases.between(text, isStamped ? end : 0, text.length, isStamped);
  }

  /** What stands in front of it. */
  prefixOf(line: number): Prefix {
    return readPrefix(this.textOf(line));
  }

  textOf(line: number): string {
    return this.lines.at(line).slice(0, longestLine);
  }

  /** The line behind the last one that may belong to a record. */
  endOf(place: number): number {
    const index = lastNotAbove(this.firsts, place);
    const { first, firstLine, chunk, lines } = this.parts[index]!;
    const next = lines[place + 1 - first];
    if (next !== undefined) return firstLine + next;
    // The record may go on in the chunks behind its own, where no lines are left out in between.
    let end = firstLine + chunk.starts.length;
    for (let next = index + 1; next < this.parts.length; next++) {
      const behind = this.parts[next]!;
      if (behind.firstLine !== end) break;
      if (behind.lines.length > 0) return end + behind.lines[0]!;
      end += behind.chunk.starts.length;
    }
    return end;
  }

  /** The time of a record, as in LogRecord, without making the record. */
  timeAt(place: number): number | undefined {
    const { first, firstLine, chunk, lines, marks } = this.partOf(place);
    const line = lines[place - first]!;
    if (marks[place - first]! & mark.plain) return plainTime(chunk.text, chunk.starts[line]!);
    const { time, hasYear } = this.prefixOf(firstLine + line);
    if (time === undefined || hasYear) return time;
    const years = this.start.years + lastNotAbove(this.newYears(), place) + 1;
    return years > 0 ? new Date(time).setUTCFullYear(firstYear + years) : time;
  }

  /** How often New Year came before a line, and the last time before it, all in one year. */
  private yearsBefore(line: number): { readonly years: number; readonly time: number } {
    const places = this.newYears();
    let place = this.placeAt(line - 1);
    for (; place >= 0; place--) {
      const { time, hasYear } = this.prefixOf(this.at(place).line);
      if (time === undefined || hasYear) continue;
      return { years: this.start.years + lastNotAbove(places, place) + 1, time };
    }
    return this.start;
  }

  /** The records at which a year begins. */
  private readonly newYears = once(() => {
    const places: number[] = [];
    let before = this.start.time;
    for (const { first, firstLine, lines, lacksYears } of this.parts) {
      if (!lacksYears) continue;
      for (const [index, line] of lines.entries()) {
        const { time, hasYear } = readPrefix(this.lines.at(firstLine + line).slice(0, longestLine));
        if (time === undefined || hasYear) continue;
        if (before - time > halfYear && this.start.years + places.length < mostYears)
          places.push(first + index);
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
