/** Files that VS Code hands to no extension: our client reads them, and the core tells of them here. */
import { analyze } from '../analyze';
import { recognize, recognizeFile } from '../formats/recognize';
import type { Log, Operation } from '../model';
import { begun, encodingOf, textsOf } from '../parser/decoding';
import { linesOf, textFrom } from '../parser/lines';
import type { FileCore, LastOperation } from '../protocol';
import { capitalized, clock, count, day, repeatsText, titleOf, verdictText } from '../words';
import { beginOf } from '../windows/cut';
import {
  bytesAtOnce,
  longestOperation,
  readAll,
  readInWindows,
  type FileReading,
} from '../windows/readInWindows';
import { plain } from './escape';
import { longestTrace, traceTooLong, whatWasCut } from './largeFile';
import { markdownReport } from './markdown';
import { whyNotRead } from './notRead';
import { firstLine, lastJoinIn, lastJoinText, overviewOf, overviewText } from './operations';
import { traceMarkdown } from './traceMarkdown';

export const fileCore: FileCore = { reportOnFile, lastOperationIn };

/** A list of more operations is not read to its end. */
const mostListed = 1000;

function* reportOnFile(name: string, bytes: Uint8Array): Generator<number, string> {
  const title = `# ${plain(name)}\n\n`;
  let read = 0;
  const { head, texts } = begun(textsOf(chunksOf(bytes, 0, end => (read = end))));
  const kind = recognizeFile(name, head);
  // What stands behind the last line feed is no line.
  const isEnded = endsLine(bytes);
  const told = (reading: FileReading) => markdownOf(reading, reading.log.lines.count - (isEnded ? 1 : 0));
  if (kind === 'network-trace') {
    const parts: string[] = [];
    let length = 0;
    for (const text of texts) {
      parts.push(text);
      length += text.length;
      if (length > longestTrace) return `${title}${capitalized(traceTooLong)}\n`;
      yield read;
    }
    return title + told(readAll(readInWindows(parts, kind)));
  }
  if (kind !== 'netsetup-log') return `${title}${capitalized(plain(whyNotRead(head, kind)))}.\n`;
  const reading = readInWindows(texts, kind);
  for (;;) {
    const step = reading.next();
    if (step.done) return title + told(step.value);
    yield read;
  }
}

/** @param lines how many the file has */
function markdownOf({ log, cuts }: FileReading, lines: number): string {
  if (log.trace) return traceMarkdown(log, log.trace);
  const overview = overviewOf(log);
  const headline = [overviewText(overview, log), lastJoinText(overview)].filter(Boolean).join('; ');
  const last = lastJoinIn(log) ?? log.operations.at(-1);
  const blocks = [
    `**${plain(capitalized(headline))}.** ${lines.toLocaleString('en')} ${lines === 1 ? 'line' : 'lines'}.`,
    cuts.length > 0 ? whatWasCut(cuts) : '',
    last ? `## The last operation\n\n${markdownReport(log, last).trimEnd()}` : '',
    last ? listOf(log) : '',
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** Every operation but names that were found valid, the last first; the same failure again and again once. */
function listOf({ operations, series }: Log): string {
  const groups = new Map(
    series.flatMap(({ repeats }) => repeats.flatMap(group => group.map(each => [each, group] as const))),
  );
  const listed = operations.filter(each => {
    const isQuiet = each.verdict.outcome === 'succeeded' && (each.kind === 'nameCheck' || each.partOf);
    return !isQuiet && (groups.get(each)?.[0] ?? each) === each;
  });
  const shown = listed.slice(-mostListed).reverse();
  const more = listed.length - shown.length;
  return [
    '## All operations, the last first',
    shown.map(each => itemOf(each, groups.get(each))).join('\n'),
    ...(more > 0
      ? [
          `${count(more, 'earlier one is', 'earlier ones are')} not listed; the command line lists all (netsetup-log check FILE).`,
        ]
      : []),
  ].join('\n\n');
}

/** "- 2026-02-10 09:14:02, line 31: Join WKS07 → fabrikam.test failed at …, 89 times, …" */
function itemOf(operation: Operation, repeats?: readonly Operation[]): string {
  const timed = operation.records.find(({ time }) => time !== undefined);
  const when = timed ? `${day(timed)} ${clock(timed.time!)}, ` : '';
  const again = repeats ? `; ${repeatsText(repeats)}` : '';
  const text = `${titleOf(operation)}: ${verdictText(operation)}${again}`;
  return `- ${when}line ${firstLine(operation) + 1}: ${plain(text)}`;
}

function* lastOperationIn(name: string, bytes: Uint8Array): Generator<number, LastOperation> {
  const { head } = begun(textsOf([bytes.subarray(0, bytesAtOnce)]));
  const none = { why: `${name} is not a NetSetup.log.` };
  if (recognize(head) === 'network-trace') return none;
  const encoding = encodingOf(bytes);
  for (let size = bytesAtOnce; ; size *= 4) {
    const start = lineFrom(bytes, bytes.length - size, encoding !== 'utf-8');
    yield Math.min(size, bytes.length);
    const text = [...textsOf(chunksOf(bytes, start), { encoding })].join('');
    const lines = linesOf(text);
    const log = analyze(lines, 'netsetup-log');
    const last = lastJoinIn(log) ?? log.operations.at(-1);
    // The first one may have begun before.
    if (last && (start === 0 || last !== log.operations[0]))
      return { text: textFrom(lines, beginOf(log, last)) };
    if (start === 0) {
      return recognizeFile(name, head) === 'netsetup-log' ? { why: `${name} has no operation.` } : none;
    }
    if (size >= longestOperation) {
      return {
        why: `${name}: no operation was found in the last 32 MB, or it is longer. "Analyse File…" reads the whole file.`,
      };
    }
  }
}

/** Whether the last line of a file has its end. */
function endsLine(bytes: Uint8Array): boolean {
  const [last = 0, before] = [bytes.at(-1), bytes.at(-2)];
  return /[\n\r]/.test(String.fromCharCode(last || (before ?? 0)));
}

/** Where a line begins at an offset or behind it: 0 for an offset before the text. */
function lineFrom(bytes: Uint8Array, offset: number, isUtf16: boolean): number {
  if (offset <= 0) return 0;
  // Two bytes are one unit of UTF-16.
  if (isUtf16) return offset + (offset % 2);
  return bytes.indexOf(0x0a, offset - 1) + 1 || bytes.length;
}

function* chunksOf(bytes: Uint8Array, from: number, read?: (end: number) => void): Generator<Uint8Array> {
  for (let at = from; at < bytes.length; at += bytesAtOnce) {
    const end = Math.min(bytes.length, at + bytesAtOnce);
    read?.(end);
    yield bytes.subarray(at, end);
  }
}
