// What is found in a folder and by a pattern, what is passed over there, and what is said of it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const main = path.resolve('server/dist/cliMain.js');
const good = readFileSync('samples/good-join.log', 'utf8');

function check(cwd: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [main, 'check', ...args], { cwd, encoding: 'utf8' });
}

/** Runs in a folder of its own with these files. */
function withFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  run: (folder: string) => void,
): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The files that were told of, in order, with "/" between folders. */
const told = (stdout: string): string[] =>
  [...stdout.matchAll(/^(\S+\.\w+): no failure/gm)].map(match => match[1]!.replaceAll('\\', '/'));

const noLinks = process.platform === 'win32' && 'links to files need rights on Windows';

test('a folder and a pattern find the same: links to files, folders with a dot', { skip: noLinks }, () => {
  withFiles({ 'logs/.kept/PC1.log': good, 'elsewhere/PC2.log': good }, folder => {
    symlinkSync(path.join(folder, 'elsewhere', 'PC2.log'), path.join(folder, 'logs', 'PC2.log'));
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'logs', 'linked'));
    const found = ['logs/.kept/PC1.log', 'logs/PC2.log'];
    for (const name of ['logs', 'logs/**', 'logs/**/*.LOG', '*/**/pc[0-9].log', 'logs/{.kept/PC1,PC2}.log']) {
      const { status, stdout, stderr } = check(folder, name);
      const expected = name.startsWith('*') ? ['elsewhere/PC2.log', found[0]] : found;
      assert.deepEqual([told(stdout), stderr, status], [expected, '', 0], name);
    }
    assert.deepEqual(told(check(folder, 'logs/*.log').stdout), ['logs/PC2.log']);
    assert.deepEqual(told(check(folder, 'logs/*/*.log').stdout), ['logs/.kept/PC1.log']);
  });
});

test('one link that cannot be followed does not end a folder', { skip: noLinks }, () => {
  withFiles({ 'logs/PC1.log': good }, folder => {
    symlinkSync('circle.log', path.join(folder, 'logs', 'circle.log'));
    symlinkSync('circle', path.join(folder, 'logs', 'circle'));
    for (const name of ['logs', 'logs/*.log']) {
      const { status, stdout, stderr } = check(folder, name, '--quiet');
      assert.equal(status, 2, name);
      assert.match(stderr, /^netsetup-log: logs.circle\.log: a link that leads in a circle\n$/);
      assert.equal(stdout, '');
      assert.deepEqual(told(check(folder, name).stdout), ['logs/PC1.log']);
    }
  });
});

const pdml = '<?xml version="1.0"?>\n<pdml version="0">\n';
const netlogon = '05/11 07:31:22 [SESSION] [2210] FABRIKAM: NlSessionSetup: Try Session setup';
const pcapng = Uint8Array.of(0x0a, 0x0d, 0x0d, 0x0a, 0x6c, 0, 0, 0, 0x4d, 0x3c, 0x2b, 0x1a);

test('what somebody has to export again is named among what was passed over', () => {
  withFiles(
    {
      'logs/NetSetup.LOG': good,
      'logs/PC1.pcapng': pcapng,
      'logs/PC2.etl': Uint8Array.of(1, 0, 2),
      'logs/PC3.cap': pcapng,
      'logs/PC4.pcap': pcapng,
      'logs/netlogon.log': netlogon,
      'logs/notes.txt': 'Dear diary',
      'logs/trace.xml': pdml,
    },
    folder => {
      const rest =
        '7 other files were passed over, among them 1 netlogon.log, 4 binary traces (PC1.pcapng, PC2.etl and 2 more) and 1 trace in another form (trace.xml)\n';
      for (const name of ['logs', 'logs/*']) {
        const { status, stderr } = check(folder, name);
        assert.equal(stderr, `netsetup-log: ${name}: ${rest}`);
        assert.equal(status, 0);
      }
      // By its own name it was to be read.
      for (const format of ['text', 'json', 'ndjson', 'sarif']) {
        const { status, stderr } = check(folder, 'logs/trace.xml', '--format', format);
        assert.equal(status, 2);
        assert.match(
          stderr,
          /^netsetup-log: logs\/trace\.xml: not read: PDML \(tshark -T pdml\); export it as text/,
        );
      }
    },
  );
});

test('reports of ours are not taken for logs', () => {
  withFiles({ 'logs/PC1-NetSetup.LOG': good }, folder => {
    const of = (format: string) => check(folder, 'logs/PC1-NetSetup.LOG', '--format', format).stdout;
    const reports = ['json', 'ndjson', 'sarif'].map(format => [
      `logs/PC1-NetSetup.LOG.${format}`,
      of(format),
    ]);
    for (const [name, text] of reports) writeFileSync(path.join(folder, name!), text!);
    writeFileSync(path.join(folder, 'logs', 'netsetup-notes.txt'), 'what we know of the join\n');
    for (const name of ['logs', 'logs/*']) {
      const { status, stdout, stderr } = check(folder, name);
      assert.deepEqual(told(stdout), ['logs/PC1-NetSetup.LOG']);
      assert.equal(stderr, `netsetup-log: ${name}: 4 other files were passed over\n`);
      assert.equal(status, 0);
    }
    for (const [name] of [...reports, ['logs/netsetup-notes.txt']]) {
      const { status, stdout, stderr } = check(folder, name!);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^netsetup-log: .*: neither a NetSetup\.log nor a network trace[^\n]*\n$/);
    }
  });
});

test('a log that was copied by half is said in a folder too', () => {
  withFiles(
    {
      'logs/PC1/NetSetup.LOG': good,
      'logs/PC2/NetSetup.LOG': '',
      'logs/PC3-NetSetup.old': new Uint8Array(4096),
      'logs/empty.log': '',
    },
    folder => {
      for (const name of ['logs', 'logs/**']) {
        const { status, stdout, stderr } = check(folder, name, '--quiet');
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.deepEqual(stderr.replaceAll('\\', '/').split('\n').sort(), [
          '',
          'netsetup-log: logs/PC2/NetSetup.LOG: empty',
          'netsetup-log: logs/PC3-NetSetup.old: not a text',
        ]);
      }
      const { stdout } = check(folder, 'logs', '--format', 'json');
      const { files, notRead } = JSON.parse(stdout);
      assert.equal(files.length, 1);
      assert.deepEqual(
        notRead.map((each: { why: string }) => each.why),
        ['empty', 'not a text'],
      );
    },
  );
});

test('what is named and not read is told how to get it read', () => {
  for (const [name, content, said] of [
    [
      'PC1.etl',
      Uint8Array.of(1, 0, 2, 0),
      'a binary trace (etl): `pktmon etl2txt FILE --out trace.txt`, or `pktmon etl2pcap` and Wireshark',
    ],
    [
      'PC1.pcapng',
      pcapng,
      "a binary trace (pcapng): export it as text, as with `tshark -r FILE > trace.txt` or Wireshark's File > Export Packet Dissections",
    ],
    ['NetSetup.log.gz', Uint8Array.of(0x1f, 0x8b, 8, 0), 'compressed: unpack it first'],
    ['NetSetup.log', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'compressed: unpack it first'],
    ['logs.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0), 'compressed: unpack it first'],
  ] as const) {
    withFiles({ [name]: content }, folder => {
      const { status, stderr } = check(folder, name);
      assert.equal(status, 2);
      assert.equal(stderr, `netsetup-log: ${name}: ${said}\n`);
    });
  }
});
