// The same packets in other words: whatever tool printed a capture, with whatever columns, times and names, its steps,
// its ports and what is told of it are the same.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { adcliJoin, crackNames, netAdsJoin, type Capture, type Row } from './captures';

type Print = (rows: readonly Row[]) => string;

const wide = 'No.     Time           Source                Destination           Protocol Length Info';
const titles = ['No.', 'Time', 'Source', 'Destination', 'Protocol', 'Length', 'Info'];

const cells = ({ number, time, source, destination, protocol, length, info }: Row): string[] => [
  String(number),
  time.toFixed(6),
  source,
  destination,
  protocol,
  String(length),
  info,
];

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** As tshark prints it, with another time, other ends, another Info or arrow. */
const summary =
  (
    change: (row: Row, before: Row | undefined) => { time?: string } & Partial<Omit<Row, 'time'>>,
    arrow = '→',
  ): Print =>
  rows =>
    rows
      .map((row, at) => {
        const { number, time, source, destination, protocol, length, info } = {
          ...row,
          time: row.time.toFixed(9),
          ...change(row, rows[at - 1]),
        };
        return `${String(number).padStart(5)} ${time} ${source} ${arrow} ${destination} ${protocol} ${length} ${info}`;
      })
      .join('\n');

const named: Readonly<Record<string, string>> = {
  53: 'domain',
  88: 'kerberos',
  135: 'epmap',
  389: 'ldap',
  445: 'microsoft-ds',
  464: 'kpasswd',
};

const withNames = (info: string) =>
  info.replace(/(^|\] )(\d+) → (\d+)(?= )/, (_, tag: string, from: string, to: string) =>
    [tag + (named[from] ?? from), named[to] ?? to].join(' → '),
  );

const clock = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);

/** `10.20.2.10` as an IPv6 address. */
const longer = (address: string) =>
  /^\d+\./.test(address) ? `2001:db8:${address.split('.')[2]}::${address.split('.')[3]}` : address;

const aligned = (row: Row) => {
  const [number, time, ...rest] = cells(row);
  const widths = [21, 21, 8, 6];
  return [
    number!.padStart(7),
    time!.padEnd(14),
    ...rest.map((cell, at) => cell.padEnd(widths[at] ?? 0)),
  ].join(' ');
};

const prints: Readonly<Record<string, Print>> = {
  'tabs with a header': rows => [titles, ...rows.map(cells)].map(each => each.join('\t')).join('\n'),
  'tabs with columns of one’s own': rows =>
    [
      [...titles.slice(0, 6), 'Stream', 'Info'],
      ...rows.map(row => [...cells(row).slice(0, 6), row.protocol === 'DNS' ? '' : '3', row.info]),
    ]
      .map(each => each.join('\t'))
      .join('\n'),
  'tabs of some columns': rows =>
    rows
      .map(({ source, destination, protocol, info }) => [source, destination, protocol, info].join('\t'))
      .join('\n'),
  'columns, each packet with its header': rows => rows.flatMap(row => [wide, aligned(row), '']).join('\n'),
  CSV: rows => [titles, ...rows.map(cells)].map(each => each.map(quoted).join(',')).join('\n'),
  'a Markdown table': rows =>
    [titles, titles.map(() => '---'), ...rows.map(cells)].map(each => `| ${each.join(' | ')} |`).join('\n'),
  'arrows of an older tool': summary(row => ({ info: row.info.replace(' → ', '→') }), '->'),
  'names of ports': summary(row => ({ info: withNames(row.info) })),
  'IPv6 addresses': summary(row => ({ source: longer(row.source), destination: longer(row.destination) })),
  'the time of day': summary(row => ({ time: clock(row.time) })),
  'a time of day over midnight': summary(row => ({ time: clock(86_399.9 + row.time) })),
  'the time since the frame before': summary((row, before) => ({
    time: (row.time - (before?.time ?? row.time)).toFixed(9),
  })),
  'seconds since 1970': summary(row => ({ time: (1_780_000_000 + row.time).toFixed(9) })),
  'rows that are quoted': rows =>
    summary(() => ({}))(rows)
      .split('\n')
      .map(line => `> ${line}`)
      .join('\n'),
};

/** Steps, ports by their numbers, findings by the places of their frames. */
function told(text: string): { steps: string[]; ports: string[]; findings: string[] } {
  const { trace, findings } = analyze(text);
  assert.ok(trace, 'recognised');
  const places = new Map(trace.frames.map(({ line }, at) => [line, at + 1]));
  return {
    steps: trace.steps.map(({ service, outcome }) => `${service} ${outcome}`),
    ports: trace.reachability
      .filter(each => each.result !== 'notTried')
      .map(({ transport, port, result }) => `${transport} ${port} ${result}`),
    findings: findings.map(({ severity, code, line }) => `${severity} ${code} ${places.get(line)}`),
  };
}

function refused(): Capture {
  const c = netAdsJoin();
  c.connection('E', 445).refused();
  c.connection('D', 135).dead();
  return c;
}

const captures: readonly (readonly [name: string, rows: () => readonly Row[]])[] = [
  ['net ads join', () => crackNames(netAdsJoin()).rows],
  ['adcli', () => adcliJoin().rows],
  ['ports that do not answer', () => refused().rows],
];

const folder = '../shared/corpus/trace-lab';
const rowPattern = /^ *(\d+) +([\d.]+) +(\S+) → (\S+) +(\S+) (\d+) (.*)$/;

/** Rows of the collection, where it is present. */
function collected(): (readonly [name: string, rows: () => readonly Row[]])[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter(each => each.endsWith('-summary.txt'));
  return files.map(file => [
    file,
    () =>
      readFileSync(`${folder}/${file}`, 'utf8')
        .split('\n')
        .flatMap(line => {
          const found = rowPattern.exec(line);
          if (!found) return [];
          const [, number, time, source, destination, protocol, length, info] = found;
          const [from, to] = [source!, destination!];
          return {
            number: Number(number),
            time: Number(time),
            source: from,
            destination: to,
            protocol: protocol!,
            length: Number(length),
            info: info!,
          };
        }),
  ]);
}

for (const [name, rowsOf] of [...captures, ...collected()]) {
  test(`other dialects: ${name}`, async t => {
    const rows = rowsOf();
    const expected = told(summary(() => ({}))(rows));
    for (const [dialect, print] of Object.entries(prints)) {
      await t.test(dialect, () => assert.deepEqual(told(print(rows)), expected));
    }
  });
}
