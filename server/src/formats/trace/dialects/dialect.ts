import type { DialectId } from '../../../model';

/** A row of a trace, as a dialect reads it from one line. */
export interface Row {
  readonly number: number | undefined;
  /** Milliseconds, with fractions: since 1970 where `hasDate`, of the day or since the beginning of the trace else. */
  readonly time: number | undefined;
  readonly hasDate: boolean;
  readonly source: string;
  readonly destination: string;
  /** Of port columns; ports inside the Info column are read by messages/. */
  readonly sourcePort: number | undefined;
  readonly destinationPort: number | undefined;
  readonly protocol: string;
  /** The Info column without blanks around it. */
  readonly info: string;
  /** The column at which it begins. */
  readonly start: number;
  /** The Length column, in bytes: it tells frames apart that say the same. */
  readonly length: number | undefined;
  /** The same packet was a row before. */
  readonly isRepeat?: boolean;
}

/** One kind of trace export. */
export interface Dialect {
  readonly id: DialectId;
  /** A reader for one text. It may remember what a header line says of the columns that follow. */
  reader(): DialectReader;
}

export interface DialectReader {
  /**
   * The row that a line is; `header` for another line of the dialect that holds no frame: a header, a rule. Undefined
   * for a line of another dialect, a torn one, or none.
   */
  read(line: string): Row | 'header' | undefined;
  /** Whether lines that came before decide how the next one is read, whatever it looks like. */
  isBound?(): boolean;
}
