import type { Conversation, Frame, Lines, Span, Token, Trace } from '../../model';
import { isAt } from '../../parser/spans';
import { codeOf } from '../../parser/tokens';
import { win32For } from '../../tables/equivalents';

/** An address, a name of a host or domain, a number: 10.20.0.10, 2001:db8::7, DC1.fabrikam.test, 49708. */
const word = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.:%*$-]*[\p{L}\p{N}_$])?/gu;

/** No word of a line is longer. */
const longestWord = 255;

/**
 * Every place of what stands at a position: the same code in any spelling, the same flags, the same address or host,
 * the transaction of a DNS query; at a port that a client took, the lines of its connection. None for what is no such
 * thing.
 */
export function occurrencesAt(
  trace: Trace,
  lines: Lines,
  tokens: (line: number) => readonly Token[],
  line: number,
  column: number,
): readonly Span[] {
  const token = tokens(line).find(each => isAt(each, column));
  if (token) {
    const wanted = identityOf(token);
    return everyLine(lines, each => tokens(each).filter(other => identityOf(other) === wanted));
  }
  const text = lines.at(line);
  const from = Math.max(0, column - longestWord);
  const here = wordsIn(text.slice(from, column + longestWord), line, from).find(each => isAt(each, column));
  if (!here) return [];
  const name = here.name.toLowerCase();
  const connection = connectionAt(trace, line, name);
  if (connection) return placesIn(lines, connection, name);
  if (!isName(trace, name, text.slice(0, here.start))) return [];
  return everyLine(lines, each => placesOf(lines.at(each), each, name));
}

/** Equal for codes that are one failure in two spellings. */
function identityOf(token: Token): string {
  const code = codeOf(token);
  if (!code) return `${token.kind} ${token.value}`;
  const win32 = code.value === 0 ? undefined : win32For(code.space, code.value);
  return win32 === undefined ? `${code.space} ${code.value}` : `win32 ${win32}`;
}

/** Whether a word is the name of something in this trace: an end of a frame, a host with a domain, a transaction. */
function isName(trace: Trace, name: string, before: string): boolean {
  if (/^0x[0-9a-f]{1,4}$/.test(name))
    return /\b(?:query|update|response|Transaction ID:|ID:) $/i.test(before);
  if (/^[\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)+$/u.test(name)) return true;
  return trace.frames.some(
    ({ source, destination }) => source.toLowerCase() === name || destination.toLowerCase() === name,
  );
}

/** The connection that a port of a client belongs to, where a frame at the line is one of it. */
function connectionAt(trace: Trace, line: number, name: string): Conversation | undefined {
  if (!/^\d{1,5}$/.test(name)) return undefined;
  const port = Number(name);
  return trace.conversations.find(
    ({ clientPort, frames }) => clientPort === port && frames.some(frame => isIn(frame, line)),
  );
}

const isIn = (frame: Frame, line: number) => frame.line <= line && line <= frame.endLine;

function placesIn(lines: Lines, { frames }: Conversation, name: string): Span[] {
  const found: Span[] = [];
  for (const frame of frames) {
    for (let line = frame.line; line <= frame.endLine; line++)
      found.push(...placesOf(lines.at(line), line, name));
  }
  return found;
}

function placesOf(text: string, line: number, name: string): Span[] {
  if (!text.toLowerCase().includes(name)) return [];
  return wordsIn(text, line, 0)
    .filter(each => each.name.toLowerCase() === name)
    .map(({ start, end }) => ({ line, start, end }));
}

function wordsIn(text: string, line: number, from: number): (Span & { readonly name: string })[] {
  return [...text.matchAll(word)].map(({ 0: name, index }) => ({
    line,
    start: from + index,
    end: from + index + name.length,
    name,
  }));
}

function everyLine(lines: Lines, find: (line: number) => readonly Span[]): Span[] {
  const found: Span[] = [];
  for (let line = 0; line < lines.count; line++) found.push(...find(line));
  return found.map(({ line, start, end }) => ({ line, start, end }));
}
