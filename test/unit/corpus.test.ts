// Real logs, where they are present. What an expert reads from each stands here; nothing of them is copied.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { markdown } from '../../server/src/report/escape';
import { tokenKinds } from '../../server/src/tokenKinds';
import { hoverIn } from './checks';

const folder = '../shared/corpus/netsetup';
const skip = !existsSync(folder) && 'the collection of real logs is not here';

/** Per file, by its number: each operation but valid name checks as "kind outcome code phase line-of-cause". */
const expected: Readonly<Record<string, readonly string[]>> = {
  '02': ['workgroup succeeded'],
  '03': ['workgroup succeeded'],
  '04': [
    'join superseded 0x534 findAccount 70',
    'join succeeded',
    'provision of the join succeeded',
    'rename succeeded',
  ],
  '05': [
    'join superseded 0x534 findAccount 70',
    'join succeeded',
    'provision of the join succeeded',
    'rename succeeded',
  ],
  '06': [
    'join superseded 0x534 findAccount 70',
    'join succeeded',
    'provision of the join succeeded',
    'rename succeeded',
  ],
  '08': ['nameCheck failed 0x54b nameCheck 11'],
  '09': ['join failed 0x54b dcLocator 25'],
  '10': ['join failed 0x54b dcLocator 25'],
  '15': ['join failed 0xaac reuseCheck 18'],
  '16': ['workgroup succeeded'],
  '18': ['join failed 0x5 connect 1'],
  '19': ['workgroup succeeded'],
  '20': ['workgroup succeeded'],
  '23': ['join failed 0x569 connect 3'],
  '24': ['join failed 0x569 connect 3'],
  '25': ['join failed 0x569 connect 3'],
  '26': ['join failed 0x534 findAccount 1'],
  '27': ['join failed 0x6bf domainInfo 1'],
  '28': ['join failed 0x6bf domainInfo 1'],
  '31': ['join failed 0xa8b dcLocator 1'],
  '32': ['join failed 0x40 connect 12'],
  '33': ['join failed 0x40 connect 1'],
  '34': ['nameCheck failed 0x54b nameCheck 2'],
  '35': ['nameCheck failed 0x54b nameCheck 2'],
  '36': ['join failed 0x3a bind 1'],
  '39': ['rename failed 0x5 renameAccount 6'],
  '40': ['join succeeded'],
  '41': ['join failed 0x6ba findAccount 1'],
  '42': ['join failed 0x40 connect 1'],
  '43': ['join failed 0xa8b dcLocator 1'],
  '44': ['join failed 0x534 findAccount 1'],
  '45': ['join failed 0x40 connect 1'],
};

test('each real log is judged as an expert reads it', { skip }, () => {
  const actual: Record<string, string[]> = {};
  for (const name of readdirSync(folder)) {
    const log = analyze(readFileSync(`${folder}/${name}`, 'utf8'));
    actual[name.slice(0, 2)] = log.operations
      .filter(
        ({ kind, verdict, partOf }) => partOf || !(kind === 'nameCheck' && verdict.outcome === 'succeeded'),
      )
      .map(({ kind, verdict: { outcome, code, phase, cause }, partOf }) =>
        [
          kind,
          ...(partOf ? ['of the join'] : []),
          outcome,
          ...(cause ? [`0x${code?.value.toString(16)}`, phase ?? '-', cause.line + 1] : []),
        ].join(' '),
      );
  }
  assert.deepEqual(actual, expected);
});

test('the successful log of the article, in its three forms, has no problem', { skip }, () => {
  for (const name of readdirSync(folder).filter(each => /^0[456]/.test(each))) {
    assert.deepEqual(analyze(readFileSync(`${folder}/${name}`, 'utf8')).findings, [], name);
  }
});

test('every number of the real logs means what it meant when it was reviewed', { skip }, () => {
  const lines: string[] = [];
  for (const name of readdirSync(folder)) {
    const log = analyze(readFileSync(`${folder}/${name}`, 'utf8'));
    for (let line = 0; line < log.lines.count; line++) {
      for (const { kind, value, start } of log.tokens(line)) {
        const meaning = tokenKinds[kind].table.describe(value);
        const record = log.recordAt(line);
        const role =
          tokenKinds[kind].isResult && value !== 0 && record ? (log.roleOf(record)?.kind ?? 'no role') : '';
        const bits = meaning?.bits?.map(bit => bit.name).join('|');
        const words = [
          name.slice(0, 2),
          `${line + 1}:${start + 1}`,
          kind,
          `0x${value.toString(16)}`,
          bits ?? meaning?.name,
          role,
        ];
        lines.push(words.filter(Boolean).join(' '));
        const hover = hoverIn(log, line, start) ?? '';
        // Twelve lines at most, rows of flags aside; blank lines between them do not count.
        const shown = hover.split('\n').filter(each => each !== '' && !each.startsWith('|'));
        assert.ok(shown.length > 0 && shown.length <= 12, `${name} ${line + 1}: ${hover}`);
      }
    }
  }
  const actual = `${lines.join('\n')}\n`;
  const snapshot = 'test/realLogs.golden.txt';
  if (process.argv.includes('--update-snapshots')) writeFileSync(snapshot, actual);
  assert.equal(actual, readFileSync(snapshot, 'utf8'));
});

test('every hover of the real logs says what it said when it was reviewed, names left out', { skip }, () => {
  const hovers = new Map<string, string[]>();
  for (const name of readdirSync(folder)) {
    const log = analyze(readFileSync(`${folder}/${name}`, 'utf8'));
    const names = log.operations.flatMap(({ facts }) => [
      ...[facts.computer, facts.newName, facts.domain, facts.domainController, facts.account],
    ]);
    const masks = [...new Set(names)].filter(each => each !== undefined).sort((a, b) => b.length - a.length);
    for (let line = 0; line < log.lines.count; line++) {
      for (const { start } of log.tokens(line)) {
        let text = hoverIn(log, line, start) ?? '';
        for (const mask of masks) text = text.replaceAll(markdown(mask), '{name}').replaceAll(mask, '{name}');
        hovers.set(text, [...(hovers.get(text) ?? []), `${name.slice(0, 2)} ${line + 1}:${start + 1}`]);
      }
    }
  }
  const actual = [...hovers]
    .map(([text, places]) => `--- ${places.length} places, first ${places[0]}\n${text}\n`)
    .join('\n');
  const snapshot = 'test/realLogs.hovers.golden.txt';
  if (process.argv.includes('--update-snapshots')) writeFileSync(snapshot, actual);
  assert.equal(actual, readFileSync(snapshot, 'utf8'));
});

/** Reviewed: what stands in front of numbers that are no codes, or what they are part of. */
const noCode = [
  /^OS Version: \d+\.\d+/,
  /^Build number: ·+ \([\w.-]+\)/,
  /^Target product version: [\d.]+/,
  /^SKU: .*/,
  /^Architecture: .*/,
  /^objectSid=S-1-5-21(?:-\d+){3}-·+/,
  /^Context[:=] ?\d+/,
  /^dsrInstance = \d+/,
  /^ulLicenseValue=\d+/,
  /^ADReuseMode: \d+/,
  /^Got \d+ Entries/,
  /^Selecting version \d+/,
  /^\d+\/\d+ part\(s\)/,
  /^defaulting to '\d+'/,
  /^\[[0-9a-f]{8}\]/,
];

test('every number of the real logs has a meaning, or stands behind words that carry none', { skip }, () => {
  const unknown: string[] = [];
  for (const name of readdirSync(folder)) {
    const log = analyze(readFileSync(`${folder}/${name}`, 'utf8'));
    for (const record of log.records) {
      const places = [record, ...record.parameters].map(each => ({ line: each.line, start: each.start }));
      for (const { line, start } of places) {
        let text = log.lines.at(line);
        // What has a meaning, and what is known to have none, is blanked out.
        for (const token of log.tokens(line)) text = blank(text, token.start, token.end);
        for (const pattern of noCode) {
          const anywhere = new RegExp(pattern.source.slice(1), 'g');
          for (const { 0: match, index } of text.matchAll(anywhere))
            text = blank(text, index, index + match.length);
        }
        for (const { 0: number } of text
          .slice(start)
          .matchAll(/\b0x[0-9a-f]+\b|(?<![\w.])\d+(?![\w.]*[a-z])\b/gi)) {
          unknown.push(`${name} ${line + 1}: ${number}`);
        }
      }
    }
  }
  assert.deepEqual(unknown, []);
});

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + '·'.repeat(end - start) + text.slice(end);
}
