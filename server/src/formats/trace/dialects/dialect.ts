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
}

/** One kind of trace export. */
export interface Dialect {
  readonly id: DialectId;
  /** A reader for one text. It may remember what a header line says of the columns that follow. */
  reader(): DialectReader;
}

export interface DialectReader {
  /** Whether the line is a header or other line of the dialect that holds no frame: it is read, and is no row. */
  isHeader(line: string): boolean;
  /** The row that a line is; undefined for a line of another dialect, a torn one, or none. */
  row(line: string): Row | undefined;
}
