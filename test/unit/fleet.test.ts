// The queries of docs/fleet.md, each run by DuckDB over lines that our command line made of logs that are made here.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { phaseTitles } from '../../server/src/tables/phases';
import { kindTitles } from './checks';
import { type Attempt, joinLog } from './fleet';

const [dc1, dc2] = ['dc1.fabrikam.test', 'dc2.fabrikam.test'];

/** Each log with its attempts. Weeks begin on Mondays: 2 and 9 February 2026. */
const attempts: readonly Attempt[] = [
  // The domain was not found at first; it joined two minutes later.
  { computer: 'WKS1', date: '02/03/2026', nameCheck: 0x54b },
  { computer: 'WKS1', date: '02/03/2026', dc: dc1, seconds: 2, minute: 2 },
  { computer: 'WKS2', date: '02/03/2026', dc: dc1, seconds: 4 },
  { computer: 'WKS3', date: '02/04/2026', dc: dc2, seconds: 6 },
  // It failed first and succeeded the week after.
  { computer: 'WKS4', date: '02/04/2026', dc: 'DC7', seconds: 30, connect: 0x40 },
  { computer: 'WKS4', date: '02/10/2026', dc: dc1, seconds: 3 },
  { computer: 'WKS5', date: '02/10/2026', dc: 'dc7.fabrikam.test', seconds: 30, connect: 0x40 },
  { computer: 'wks6', date: '02/11/2026', dc: 'dc7.fabrikam.test', seconds: 32, connect: 0x40 },
  { computer: 'WKS8', date: '02/11/2026', dc: dc2, seconds: 5, create: 0x216d },
  // It never came further than the name.
  { computer: 'WKS9', date: '02/12/2026', nameCheck: 0x54b },
  // It tries again and again.
  ...[0, 1, 2, 3].map(minute => ({
    computer: 'KIOSK1',
    date: '02/12/2026',
    dc: dc2,
    seconds: 1,
    connect: 0x52e,
    minute,
  })),
];

/**
 * Two samples stand beside them, of WKS07 and dc1 on 10 February: a join that fails with 0x40 after 5.131 s, and one
 * that succeeds after 1.616 s, once a first try with options 0x25 was superseded by one with 0x27.
 */
const samples = ['failed-join.log', 'good-join.log'];

/** What each query gives, under the sentence in front of it; a query that changes nothing has no rows. */
const expected: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'First a view.': [],
  'What fails, and where:': [
    ['ERROR_NETNAME_DELETED', 'connect', 4, 4],
    // WKS1 and WKS9, once each.
    ['ERROR_NO_SUCH_DOMAIN', 'nameCheck', 2, 2],
    ['ERROR_LOGON_FAILURE', 'connect', 1, 4],
    ['ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED', 'createAccount', 1, 1],
  ],
  'Domain controllers, with': [
    ['dc7', 3, 0, 0],
    ['dc2', 5, 1, 17],
    ['dc1', 1, 4, 80],
  ],
  'Computers whose last join failed': [
    [
      'KIOSK1',
      '2026-02-12 09:03:00',
      'ERROR_LOGON_FAILURE',
      'connect',
      'dc2',
      path.join('logs', 'KIOSK1', 'NetSetup.LOG'),
      // The fourth attempt of nineteen lines each; the seventeenth of them fails.
      74,
    ],
    // Its log names no computer. WKS1 is not here: its last join went well.
    [
      path.join('LOGS', 'WKS9', 'NETSETUP.LOG'),
      '2026-02-12 09:00:00',
      'ERROR_NO_SUCH_DOMAIN',
      'nameCheck',
      null,
      path.join('logs', 'WKS9', 'NetSetup.LOG'),
      3,
    ],
    [
      'WKS5',
      '2026-02-10 09:00:00',
      'ERROR_NETNAME_DELETED',
      'connect',
      'dc7',
      path.join('logs', 'WKS5', 'NetSetup.LOG'),
      17,
    ],
    [
      'WKS6',
      '2026-02-11 09:00:00',
      'ERROR_NETNAME_DELETED',
      'connect',
      'dc7',
      path.join('logs', 'wks6', 'NetSetup.LOG'),
      17,
    ],
    [
      'WKS8',
      '2026-02-11 09:00:00',
      'ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED',
      'createAccount',
      'dc2',
      path.join('logs', 'WKS8', 'NetSetup.LOG'),
      18,
    ],
  ],
  'How long joins take': [
    ['dc1', 'connect', 1, 5.1, 5.1],
    // Of 1.616, 2, 3 and 4 s.
    ['dc1', 'succeeded', 4, 2.5, 3.9],
    ['dc2', 'connect', 4, 1, 1],
    ['dc2', 'createAccount', 1, 5, 5],
    ['dc2', 'succeeded', 1, 6, 6],
    // Of 30, 30 and 32 s.
    ['dc7', 'connect', 3, 30, 31.8],
  ],
  'Computers that do the same': [['KIOSK1', 'ERROR_LOGON_FAILURE', 'connect', 3, '2026-02-12 09:03:00']],
  'What changed from week to week': [
    ['2026-02-09', 'ERROR_NETNAME_DELETED', 3, 1],
    ['2026-02-09', 'ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED', 1, 0],
    ['2026-02-09', 'ERROR_LOGON_FAILURE', 1, 0],
    ['2026-02-09', 'ERROR_NO_SUCH_DOMAIN', 1, 1],
    ['2026-02-02', 'ERROR_NETNAME_DELETED', 1, 0],
    ['2026-02-02', 'ERROR_NO_SUCH_DOMAIN', 1, 0],
  ],
  'With which join options': [
    // 0x23, but for the good join of the samples.
    ['NETSETUP_ACCT_CREATE', 9, 5],
    ['NETSETUP_ACCT_DELETE', 0, 1],
    ['NETSETUP_DOMAIN_JOIN_IF_JOINED', 9, 5],
    ['NETSETUP_JOIN_DOMAIN', 9, 5],
  ],
};

/** Each query of the page with the line in front of it. */
function queries(): { readonly about: string; readonly sql: string }[] {
  const page = readFileSync('docs/fleet.md', 'utf8');
  return [...page.matchAll(/^(.+)\n\n```sql\n([^]*?)```$/gm)].map(([, about, sql]) => ({
    about: about!,
    sql: sql!,
  }));
}

/** The lines that the command line makes of the fleet, in a folder of their own. */
function writeRows(folder: string): void {
  for (const attempt of attempts) {
    const own = path.join(folder, 'logs', attempt.computer);
    mkdirSync(own, { recursive: true });
    writeFileSync(path.join(own, 'NetSetup.LOG'), joinLog(attempt), { flag: 'a' });
  }
  for (const sample of samples) {
    copyFileSync(path.join('samples', sample), path.join(folder, 'logs', sample));
  }
  const { stdout, status } = spawnSync(
    process.execPath,
    [path.resolve('server/dist/cliMain.js'), 'check', '--format', 'ndjson', 'logs'],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.equal(status, 1);
  writeFileSync(path.join(folder, 'joins.ndjson'), stdout);
}

/** A cell as it is compared: DuckDB gives whole numbers as bigint, days and times as values of its own. */
function plain(cell: unknown): unknown {
  if (typeof cell === 'bigint') return Number(cell);
  return typeof cell === 'object' && cell !== null ? String(cell) : cell;
}

test('every query of docs/fleet.md gives what is known of a fleet that was made up', async () => {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-'));
  try {
    writeRows(folder);
    const all = queries();
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`);
    const seen: string[] = [];
    for (const { about, sql } of all) {
      const rows = (await connection.runAndReadAll(sql)).getRows().map(row => row.map(plain));
      if (about.startsWith('What to check next')) {
        assert.ok(rows.length > 0);
        for (const [row] of rows) assert.match(String(row), /^Check next: .*(?:dc|DC)[17]/);
        // Each once, and not once for each domain controller.
        const without = rows.map(([row]) => String(row).replaceAll(/dc\d(?:\.fabrikam\.test)?/gi, 'DC'));
        assert.equal(new Set(without).size, rows.length);
        continue;
      }
      const key = Object.keys(expected).find(each => about.startsWith(each));
      assert.ok(key, `no rows are expected of: ${about}`);
      seen.push(key);
      assert.deepEqual(rows, expected[key], about);
    }
    assert.deepEqual(seen, Object.keys(expected));
    connection.closeSync();
    instance.closeSync();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('docs/fleet.md names the id of every kind and phase', () => {
  const page = readFileSync('docs/fleet.md', 'utf8');
  const rowsBelow = (header: string): string[][] => {
    const [, table] = page.split(new RegExp(`^\\| \`${header}\` .*\\n`, 'm'));
    const rows = table!.split('\n\n')[0]!.split('\n').slice(1);
    return rows.map(row => [...row.matchAll(/[^|]+/g)].map(([cell]) => cell.trim()));
  };
  const idsOf = (titles: object) => Object.entries(titles).map(([id, title]) => [`\`${id}\``, title]);
  assert.deepEqual(rowsBelow('kind'), idsOf(kindTitles));
  assert.deepEqual(rowsBelow('phase'), idsOf(phaseTitles));
});
