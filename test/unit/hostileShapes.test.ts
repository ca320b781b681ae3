// Texts that no tool wrote, as large as they come: the time grows with the text, not with its square.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analyze';
import { features } from '../../server/src/features';
import { reportOf } from '../../server/src/report/report';
import { textReport } from '../../server/src/report/text';
import { context, textDocument } from './checks';
import { isLong, timeout } from './runs';

const row = (number: number, info: string) =>
  `${number} ${(number / 1000).toFixed(6)} 10.20.0.7 → 10.20.0.5 ${info}\n`;

/** Each makes the piece of a number; the text is made of its pieces. */
const shapes: Readonly<Record<string, (number: number) => string>> = {
  'one line of x': () => 'x',
  'empty lines': () => '\n',
  'returns alone': () => '\r',
  '0x in one line': () => '0x',
  'status in one line': () => 'status: ',
  'failures in one line': () => 'failed to ',
  'colons in one line': () => ': ',
  'blanks in one line': () => ' ',
  quotations: () => '> ',
  'backquotes in one line': () => '`',
  'half a pair': () => '\uD83D',
  'lines of 20,000 columns': number => (number % 2000 === 1999 ? '\n' : 'status: 0x5 '),
  'beginnings of joins': () => 'NetpDoDomainJoin\n',
  'joins that fail': number =>
    `02/10/2026 09:14:02:123 ${['NetpDoDomainJoin', 'NetpJoinDomain', 'NetUseAdd to \\\\A\\IPC$ returned 5', 'NetpDoDomainJoin: status: 0x5'][number % 4]}\n`,
  'one record and blank lines': number =>
    number === 1 ? '02/10/2026 09:14:02:123 NetpDoDomainJoin: status: 0x5\n' : '\n',
  'one record that goes on': number =>
    number === 1 ? '02/10/2026 09:14:02:123 NetpDoDomainJoin\n' : '02/10/2026 09:14:02:123 \tDomain: a\n',
  'blocks behind one long join': number =>
    number < 400
      ? '02/10/2026 09:14:02:123 NetpDoDomainJoin\n'
      : `02/10/2026 09:14:03:123 ${number === 400 ? 'NetpDoDomainJoin: status: 0x0' : ['NetpProvContinueProvisioningPackageInstall:', 'NetpJoin2RequestPackagePartInstall: status: 0x0'][number % 2]}\n`,
  'name checks': () => "NetpValidateName: checking to see if 'A' is valid as type 3 name\n",
  'connections that are refused': () => 'NetUseAdd to \\\\A returned 5\n',
  'names again and again': () => "'FABRIKAM' 'DC1.fabrikam.test' WKS07$ ",
  'a tree that grows deeper': number => `${' '.repeat(number % 400)}Flags: 0x1\n`,
  'frames of nothing': number =>
    `Frame ${number}: 66 bytes on wire (528 bits), 66 bytes captured (528 bits)\n`,
  'connections that nobody answers': number =>
    row(number, `TCP 74 ${1024 + (number % 60_000)} → 445 [SYN] Seq=0 Win=64240 Len=0`),
  'the same connection again': number => row(number, 'TCP 74 50100 → 445 [SYN] Seq=0 Win=64240 Len=0'),
  'queries that nobody answers': number =>
    row(
      number,
      `DNS 94 Standard query 0x${(number % 65_536).toString(16).padStart(4, '0')} A a${number}.test`,
    ),
  'a new server in each row': number =>
    `${number} ${number}.0 10.20.0.7 → 10.${number % 250}.${(number >> 8) % 250}.9 TCP 74 50100 → 88 [SYN] Seq=0 Win=9 Len=0\n`,
  'replies to nobody': number =>
    `${number} ${number}.0 10.20.0.5 → 10.20.0.7 SMB2 130 Session Setup Response, Error: STATUS_ACCESS_DENIED\n`,
  'tabs and commas': () => '\t,|',
};

/** The work of an editor that opens a text: Milliseconds. */
function timeOf(text: string, languageId: string): number {
  const start = performance.now();
  const log = analyze(text, languageId);
  const position = { line: log.lines.count >> 1, character: 40 };
  const range = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
  const params = {
    textDocument,
    position,
    range,
    context: { diagnostics: [], includeDeclaration: true },
  };
  for (const feature of features) feature.handle(log, params, context);
  reportOf(log, undefined);
  textReport('any.log', log);
  return performance.now() - start;
}

function textOf(shape: (number: number) => string, length: number): string {
  const pieces: string[] = [];
  for (let number = 1, size = 0; size < length; number++) {
    pieces.push(shape(number));
    size += pieces.at(-1)!.length;
  }
  return pieces.join('');
}

/** Code units; four times as many may take so much longer: 4 is linear, 16 quadratic. */
const size = isLong ? 2_500_000 : 50_000;
const mostGrowth = 10;
const mostTries = 6;
/** Milliseconds: what takes less says nothing about growth. */
const notable = 60;

for (const [name, shape] of Object.entries(shapes)) {
  for (const languageId of ['netsetup-log', 'network-trace']) {
    test(`${name}: a ${languageId} four times as long takes about four times as long`, { timeout }, () => {
      const [small, large] = [textOf(shape, size), textOf(shape, 4 * size)];
      let [time, ofSmall] = [Infinity, Infinity];
      // Other work on the machine makes one try slow, a square makes all of them.
      for (let tries = 0; tries < mostTries; tries++) {
        ofSmall = Math.min(ofSmall, timeOf(small, languageId));
        time = Math.min(time, timeOf(large, languageId));
        if (time < notable || time < mostGrowth * ofSmall) return;
      }
      assert.fail(`${time.toFixed(0)} ms, grows by ${(time / ofSmall).toFixed(1)}`);
    });
  }
}
