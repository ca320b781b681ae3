import type { Parameter } from '../../model';
import { mark, type NetsetupRecord, type Phrase } from './phrases';
import type { Prefix } from './prefix';
import type { Records } from './records';

/** One record; what it is besides its line is read when it is asked for. */
export class PlacedRecord implements NetsetupRecord {
  private ownPhrase: Phrase | undefined;
  private ownPrefix: Prefix | undefined;
  private ownTime: number | null | undefined;
  private continued: { readonly endLine: number; readonly parameters: readonly Parameter[] } | undefined;

  constructor(
    private readonly records: Records,
    readonly place: number,
    readonly line: number,
  ) {}

  get phrase(): Phrase {
    return (this.ownPhrase ??= this.records.phraseAt(this.place));
  }

  private get prefix(): Prefix {
    return (this.ownPrefix ??= this.records.prefixOf(this.line));
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

  get textColumn(): number {
    return this.records.textOf(this.line).length - this.phrase.text.length;
  }

  get start(): number {
    return this.textColumn + this.phrase.start;
  }

  get time(): number | undefined {
    // Null where it is known that there is none.
    if (this.ownTime === undefined) this.ownTime = this.records.timeAt(this.place) ?? null;
    return this.ownTime ?? undefined;
  }

  get hasYear(): boolean {
    return this.records.isPlain(this.place) || this.prefix.hasYear;
  }

  get thread(): string | undefined {
    // Few lines name one, and the others need not be read for it.
    return this.records.threadAt(this.place) === 0 ? undefined : this.prefix.thread;
  }

  get endLine(): number {
    return (this.continued ??= this.readContinued()).endLine;
  }

  get parameters(): readonly Parameter[] {
    return (this.continued ??= this.readContinued()).parameters;
  }

  private readContinued(): { readonly endLine: number; readonly parameters: readonly Parameter[] } {
    const parameters: Parameter[] = [];
    let endLine = this.line;
    const end = this.records.endOf(this.place);
    for (let line = this.line + 1; line < end; line++) {
      const phrase = this.records.phraseIn(line);
      // Blank lines and notes stand between records, or in one.
      if (phrase.marks & mark.skipped) continue;
      endLine = line;
      if (!phrase.field) continue;
      const start = this.records.textOf(line).length - phrase.text.length + phrase.start;
      parameters.push({ line, start, end: start + phrase.message.length, ...phrase.field });
    }
    return { endLine, parameters };
  }
}
