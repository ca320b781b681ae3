import { readFileSync } from 'node:fs';
import { cut, literally, type Hole, type Pieces } from './holes';

/** What varies from one join to the next; one value each for a whole run of lines. */
export interface Names {
  readonly computer: string;
  readonly domain: string;
  readonly netbios: string;
  /** The first label of its name. */
  readonly dc: string;
  readonly account: string;
  readonly ou: string;
  readonly guid: string;
  /** The relative id at the end of a SID. */
  readonly rid: string;
}

/** A run of lines as one of our own samples has it, with holes where names stand. */
export interface Template {
  /** Milliseconds of each line behind the first one. */
  readonly times: readonly number[];
  /** What follows the time stamp of each line. */
  readonly lines: readonly Pieces<Names>[];
}

type Written = Partial<Omit<Names, 'guid' | 'rid'>>;

const stamped = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d):(\d{3}) (.*)$/;

const asDn = (domain: string) =>
  domain
    .split('.')
    .map(part => `DC=${part}`)
    .join(',');

/** Where the names stand that a sample was written with. The longest first: a name may be a part of another one. */
function holesOf(written: Written): readonly Hole<Names>[] {
  const named = Object.entries(written) as [keyof Written, string][];
  const holes = named.map(([key, name]) => ({
    at: literally(name),
    fill: () => (names: Names) => names[key],
  }));
  if (written.domain !== undefined) {
    holes.push({ at: literally(asDn(written.domain)), fill: () => names => asDn(names.domain) });
  }
  holes.push(
    { at: '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', fill: () => names => names.guid },
    { at: '(?<=S-1-5-21(?:-\\d+){3}-)\\d+', fill: () => names => names.rid },
  );
  return holes.sort((a, b) => b.at.length - a.at.length);
}

/**
 * A template made of a log of our own: its lines `from` up to `to` (zero-based, among those that have a time
 * stamp), where the names it was written with become holes.
 */
function template(file: string, written: Written, from = 0, to = Infinity): Template {
  const holes = holesOf(written);
  const rows = stampedLines(file)
    .slice(from, to)
    .map(line => {
      const [, month, day, year, hour, minute, second, millisecond, rest] = stamped.exec(line)!;
      const time = Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, +second!, +millisecond!);
      return { time, pieces: cut(rest!, holes) };
    });
  return { times: rows.map(row => row.time - rows[0]!.time), lines: rows.map(row => row.pieces) };
}

const stampedLines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(line => stamped.test(line));

const logs = 'test/logs/';
const good = 'samples/good-join.log';
const fabrikam: Written = {
  computer: 'WKS07',
  domain: 'fabrikam.test',
  netbios: 'FABRIKAM',
  dc: 'DC1',
  account: 'jdoe',
};

/** Joins that fail in few lines. */
export const briefFailedJoins = (): readonly Template[] => [
  template(`${logs}quota.log`, {
    computer: 'PX-7',
    domain: 'fourthcoffee.test',
    netbios: 'FOURTHCOFFEE',
    dc: 'fc1',
    account: 'temp5',
  }),
  template(`${logs}reuse-blocked.log`, {
    computer: 'FIN-33',
    domain: 'contososuites.test',
    netbios: 'contososuites',
    dc: 'cs-dc1',
    account: 'stagehand',
    ou: 'OU=Finance',
  }),
  template(`${logs}already-joined.log`, { computer: 'PRINT-2', netbios: 'ALPINE' }),
];

/** Joins that fail, each in a way of its own. */
export const failedJoins = (): readonly Template[] => [
  template('samples/failed-join.log', fabrikam),
  ...briefFailedJoins(),
  template(`${logs}netbios-name-not-found.log`, { computer: 'ACCT-03', netbios: 'FABRIKAM', account: 'hb' }),
  template(`${logs}ou-does-not-exist.log`, {
    computer: 'TRL-0288',
    domain: 'trey.research.test',
    netbios: 'TREY',
    dc: 'TR-DC11',
    account: 'provision',
    ou: 'OU=Labtops,OU=Clients',
  }),
  template(`${logs}duplicate-spn.log`, {
    computer: 'PW-FILE4',
    domain: 'proseware.test',
    netbios: 'PROSEWARE',
    dc: 'pw-dc02',
    account: 'srvops',
  }),
  template(`${logs}firewall-then-downlevel-refused.log`, {
    computer: 'BENCH-21',
    domain: 'adatumlab.test',
    netbios: 'adatumlab',
    dc: 'al-dc6',
    account: 'tester9',
  }),
  template(`${logs}unattended-loop-wrong-password.log`, {
    computer: 'BRANCH-K05',
    domain: 'humongous.test',
    dc: 'hi-dc03',
    account: 'mdt-join',
  }),
  template(`${logs}machine-secret-refused-late-block.log`, {
    computer: 'GATE-07',
    domain: 'relecloud.test',
    netbios: 'RELECLOUD',
    dc: 'rc-dc5',
    account: 'rollout',
  }),
];

/** Joins that go well: from the name checks before them or alone, and one of another build. */
export const goodJoins = (): readonly Template[] => {
  const second = stampedLines(good).findLastIndex(line => line.endsWith(' NetpDoDomainJoin')) - 1;
  return [
    template(good, fabrikam),
    template(good, fabrikam, second),
    template(`${logs}downlevel-retry-spn-written.log`, {
      computer: 'PRESS-02',
      domain: 'lucernepub.test',
      netbios: 'lucernepub',
      dc: 'lp-dc9',
      account: 'svc-build',
    }),
  ];
};

/** What else a machine does in its years: name checks, renames, leaving a domain, an offline join. */
export const others = (): readonly Template[] => [
  template(good, fabrikam, 0, 11),
  template(`${logs}rename-four-times.log`, {
    computer: 'GAL-1',
    domain: 'fineart.test',
    netbios: 'FINEART',
    dc: 'fa-dc1',
    account: 'k.weber',
    ou: 'OU=Galerie',
  }),
  template(`${logs}unjoin-then-workgroup.log`, {
    computer: 'STUDIO-8',
    domain: 'graphicdesign.test',
    netbios: 'GRAPHICDESIGN',
    dc: 'gdi-dc2',
    account: 'it.lena',
  }),
  template(`${logs}offline-provisioning.log`, {
    computer: 'DEPOT-33',
    domain: 'northwind.test',
    netbios: 'NORTHWIND',
    dc: 'nw-dc1',
  }),
];
