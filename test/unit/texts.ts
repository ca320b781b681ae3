/** Random texts: some mean nothing, some are nearly a log or a trace. */
import fc from 'fast-check';
import { allLogs, allTraces } from './checks';

/** Bytes that no tool wrote, decoded as an editor may decode them. */
const bytesAsText = fc
  .tuple(fc.uint8Array({ maxLength: 3000 }), fc.constantFrom('utf-8', 'utf-16le', 'latin1'))
  .map(([bytes, encoding]) => new TextDecoder(encoding).decode(bytes));

/** Code units at random: half of a surrogate pair may stand alone. */
const codeUnits = fc
  .array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff }), fc.constantFrom(10, 13, 32)), {
    maxLength: 1000,
  })
  .map(units => String.fromCharCode(...units));

const allLines = [...allLogs(), ...allTraces()].flatMap(({ text }) => text.split(/\r\n|\n|\r/));

/** What tells one kind of text from another, and what editors disagree about. */
const pieces = [
  '0x',
  '0x534',
  '-1',
  '4294967296',
  ': ',
  "'",
  '"',
  '`',
  ' → ',
  '\t',
  ',',
  '|',
  '[',
  '\\\\',
  '\0',
  '\uFEFF',
  '\uD83D',
  '\uDE00',
  '\u{1F600}',
  '\u2028',
  '\n',
  '\r',
  '\r\n',
  '02/10/2026 09:14:02:123 ',
  'NetpDoDomainJoin',
  ': status: 0x5',
  'Frame 1: ',
  '    ',
];

export const piece = fc.constantFrom(...pieces);

/** A line of a log or trace, more often whole than not. */
export const line = fc
  .tuple(fc.nat(allLines.length - 1), fc.nat(11), fc.nat(0xffff), piece)
  .map(([index, kind, place, inserted]) => {
    const text = allLines[index]!;
    const at = place % (text.length + 1);
    switch (kind) {
      case 0:
        return text.slice(0, at);
      case 1:
        return text.slice(at);
      case 2:
        return text.slice(0, at) + inserted + text.slice(at);
      case 3:
        return text.slice(0, at) + inserted + text.slice(at + inserted.length);
      case 4:
        return text + text;
      default:
        return text;
    }
  });

/** Lines that stand together in some text, in their order. */
const run = fc
  .tuple(fc.nat(allLines.length - 1), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => allLines.slice(start, start + length));

const mixture = fc
  .tuple(
    fc.array(
      fc.oneof(
        line.map(each => [each]),
        run,
      ),
      { maxLength: 25 },
    ),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([lines, end]) => lines.flat().join(end));

export const anyText = fc.oneof(
  { weight: 1, arbitrary: bytesAsText },
  { weight: 1, arbitrary: codeUnits },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 80 }).map(each => each.join('')) },
  { weight: 5, arbitrary: mixture },
);

export const anyLanguage = fc.constantFrom('netsetup-log', 'network-trace', undefined);

/** A position that is mostly inside a text of some lines. */
export const anyPosition = fc.record({
  line: fc.oneof(fc.nat(40), fc.nat(0x7fffffff)),
  character: fc.oneof(fc.nat(160), fc.nat(0x7fffffff)),
});
