import type { DialectId, Frame, Lines } from '../../model';
import { dialects } from './dialects';

/** What the lines of a trace hold. */
export interface FramesRead {
  readonly frames: readonly Frame[];
  readonly dialects: readonly DialectId[];
  /** Lines that hold something and are no row, header, details or prose between them. */
  readonly unreadLines: readonly number[];
  readonly notRead: { readonly line: number; readonly what: string } | undefined;
}

/** Reads the frames of a trace: rows of every dialect, with the details that stand below them. */
export function readFrames(lines: Lines): FramesRead {
  const readers = dialects.map(({ id, reader }) => ({ id, ...reader() }));
  const frames: Frame[] = [];
  const unreadLines: number[] = [];
  for (let line = 0; line < lines.count; line++) {
    const text = lines.at(line);
    const found = readers.flatMap(({ id, row }) => {
      const read = row(text);
      return read ? [{ id, read }] : [];
    })[0];
    if (!found) {
      if (text.trim() !== '') unreadLines.push(line);
      continue;
    }
    const { id, read } = found;
    frames.push({
      line,
      endLine: line,
      time: read.time,
      hasYear: read.hasDate,
      thread: undefined,
      start: read.start,
      message: read.info,
      function: undefined,
      isSeparator: false,
      parameters: [],
      dialect: id,
      number: read.number,
      source: read.source,
      destination: read.destination,
      sourcePort: read.sourcePort,
      destinationPort: read.destinationPort,
      protocol: read.protocol,
      details: undefined,
      isPrintedAgain: false,
    });
  }
  return {
    frames,
    dialects: [...new Set(frames.map(each => each.dialect))],
    unreadLines,
    notRead: undefined,
  };
}
