import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

function run(
  args: readonly string[],
  input: string | Uint8Array = '',
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['server/dist/cliMain.js', ...args], { input, encoding: 'utf8' });
}

test('exit code 0 where nothing failed, 1 where something did', () => {
  const good = run(['check', 'samples/good-join.log']);
  assert.equal(good.status, 0, good.stderr);
  assert.match(good.stdout, /Join WKS07 → fabrikam\.test +superseded by the second try/);
  assert.match(good.stdout, /Join WKS07 → fabrikam\.test +succeeded, restart needed/);
  assert.match(good.stdout, /Rename WKS07 \(DNS name only\) +succeeded/);
  const failed = run(['check', 'samples/failed-join.log']);
  assert.equal(failed.status, 1);
  assert.match(failed.stdout, /at Connect \(IPC\$\): 0x40 ERROR_NETNAME_DELETED, line 41/);
});

test('a network trace has a report and an exit code like a log', () => {
  const good = run(['check', 'samples/good-join-trace.txt']);
  assert.equal(good.status, 0, good.stderr);
  assert.match(good.stdout, /^samples\/good-join-trace\.txt: no failure visible\n/);
  const failed = run(['check', 'samples/failed-join-trace.txt']);
  assert.equal(failed.status, 1);
  assert.match(failed.stdout, /^samples\/failed-join-trace\.txt: \d+ problems?.*: .*\bTCP 88\b/);
  assert.match(failed.stdout, /^ {3}Unanswered +TCP 88 \(line/m);
  assert.match(run(['--help']).stdout, /network trace/);
});

test('standard input', () => {
  const { status, stdout } = run(['check', '-'], readFileSync('samples/failed-join.log', 'utf8'));
  assert.equal(status, 1);
  assert.match(stdout, /^standard input: 1 of 1 operation failed/);
});

test('a file that cannot be read: one clear line, exit code 2, and the other files are still read', () => {
  const { status, stdout, stderr } = run(['check', 'no-such.log', 'samples/failed-join.log']);
  assert.equal(status, 2);
  assert.equal(stderr, 'netsetup-log: no-such.log: no such file\n');
  assert.match(stdout, /failed-join\.log: 1 of 1 operation failed/);
});

test('the worst exit code wins, whatever the order of the files', () => {
  assert.equal(run(['check', 'no-such.log', 'samples/good-join.log', 'samples/failed-join.log']).status, 2);
  assert.equal(run(['check', 'samples/failed-join.log', 'samples/good-join.log']).status, 1);
});

test('what is no text is not taken for a log because of its name', () => {
  withFiles(file => {
    for (const [bytes, why] of [
      [Buffer.alloc(1000), 'not a text'],
      [Buffer.from(Uint8Array.from({ length: 4000 }, (_, index) => (index % 3 ? 0 : 65))), 'not a text'],
      [Buffer.from(' \r\n'), 'empty'],
      [Buffer.from(' \r\n', 'utf16le'), 'empty'],
    ] as const) {
      assert.match(run(['check', file('NetSetup.log', bytes)]).stderr, new RegExp(`: ${why}\n$`));
    }
  });
});

test('wrong usage: what is wrong and how to use it, exit code 2', () => {
  for (const [why, ...args] of [
    ['usage: netsetup-log check FILE'],
    ['which file?', 'check'],
    ['unknown command chekc', 'chekc', 'x.log'],
    ['unknown command samples/good-join.log; a file is read by netsetup-log check', 'samples/good-join.log'],
    ['unknown option --frobnicate', 'check', '--frobnicate', 'x.log'],
    ['unknown option -5', 'check', '-5'],
    ['unknown option --json; here it is --format json', 'check', '--json', 'x.log'],
    ['--format takes one of text, json', 'check', '--format', 'xml', 'x.log'],
    ['--format needs a value', 'check', 'x.log', '--format'],
    ['--format needs a value', 'check', '--format', '--quiet', 'x.log'],
    ['--quiet takes no value', 'check', '--quiet=yes', 'x.log'],
  ]) {
    const { status, stderr, stdout } = run(args);
    assert.equal(status, 2, args.join(' '));
    assert.ok(stderr.includes(why!), stderr);
    assert.ok(stderr.includes('usage: netsetup-log check FILE'));
    assert.equal(stdout, '');
  }
  for (const args of [['--help'], ['check', '-h']]) assert.equal(run(args).status, 0);
});

test('what is no NetSetup.log and no trace is called what it is', () => {
  withFiles(file => {
    const netlogon = '05/11 07:31:22 [SESSION] [2210] FABRIKAM: NlSessionSetup: Try Session setup';
    for (const [odd, said] of [
      [file('empty.log', ''), 'empty'],
      [
        file(
          'binary.log',
          Uint8Array.from({ length: 999 }, (_, index) => index * 7),
        ),
        'not a text',
      ],
      [
        file('trace.pcapng', Uint8Array.of(0x0a, 0x0d, 0x0d, 0x0a, 0x6c, 0, 0, 0, 0x4d, 0x3c, 0x2b, 0x1a)),
        'a binary trace (pcapng): export it as text',
      ],
      [
        file('trace.pcap', Uint8Array.of(0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0)),
        'a binary trace (pcap): export',
      ],
      [file('netlogon.log', netlogon), 'a netlogon.log, which is not read yet'],
      [
        file('other.log', 'one\ntwo\n'),
        'neither a NetSetup.log nor a network trace: its first 200 lines are not those of a domain join, nor packets',
      ],
    ] as const) {
      const { status, stdout, stderr } = run(['check', odd]);
      // Nothing was checked: 0 would say that no error was found.
      assert.equal(status, 2);
      assert.ok(stderr.startsWith(`netsetup-log: ${odd}: ${said}`), stderr);
      assert.equal(stdout, '');
    }
  });
});

test('a log that begins with other lines is taken for one because of its name', () => {
  withFiles(file => {
    const log = readFileSync('samples/failed-join.log', 'utf8');
    const { status, stdout } = run([
      'check',
      file('wks07-netsetup.log', 'something else\n'.repeat(300) + log),
    ]);
    assert.equal(status, 1);
    assert.match(stdout, /Join WKS07 → fabrikam\.test +failed/);
  });
});

/** Runs with a function that writes a file into a folder of its own and gives its path. */
function withFiles(use: (file: (name: string, content: string | Uint8Array) => string) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-'));
  try {
    use((name, content) => {
      writeFileSync(path.join(folder, name), content);
      return path.join(folder, name);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('decode says what a code means, the likely meaning first', () => {
  const { status, stdout } = run(['decode', '0x35']);
  assert.equal(status, 0);
  assert.match(stdout, /^0x35 · 53 · ERROR_BAD_NETPATH · Win32\n/);
  assert.match(stdout, /0x35 · 53 · LDAP_UNWILLING_TO_PERFORM · LDAP result\n/);
  assert.doesNotMatch(run(['decode', '0x35', '--in', 'ldap']).stdout, /· Win32\n/);
  assert.equal(run(['decode', '--in', 'LDAP', '0x35']).status, 0);
  assert.match(run(['decode', '534']).stdout, /ERROR_NONE_MAPPED · Win32, if 534 is hexadecimal/);
  assert.equal(run(['decode', '0xfff1']).status, 1);
  for (const args of [
    ['decode'],
    ['decode', '--in'],
    ['decode', '-x'],
    ['decode', '0x5', '--in', 'nowhere'],
    ['decode', '0x5', '0x6'],
  ]) {
    assert.equal(run(args).status, 2, args.join(' '));
  }
});

test('decode takes names, says where flags are explained, and how Kerberos is called', () => {
  assert.match(
    run(['decode', 'KDC_ERR_PREAUTH_FAILED']).stdout,
    /^0x18 · 24 · KDC_ERR_PREAUTH_FAILED · Kerberos\n/,
  );
  assert.match(
    run(['decode', '0x1c010003', '--in', 'rpc']).stdout,
    /^0x1c010003 · 469827587 · nca_s_unk_if · RPC\n/,
  );
  const flags = run(['decode', '0x0001f15c']);
  assert.equal(flags.status, 1);
  assert.match(
    flags.stderr,
    /no status code of this number is known; a set of flags is explained where it stands/,
  );
  assert.match(run(['decode', 'NO_SUCH_CODE']).stderr, /: no status code of this name is known\n$/);
  assert.match(run(['decode', '0x5', '--in', 'kerberos']).stderr, /\(Kerberos is krb5\)/);
  assert.match(run(['decode', '--help']).stdout, /krb5 \(Kerberos\), dns or rpc/);
});

test('rows of a trace among lines that are none: it is said how rows are lost', () => {
  const rows = readFileSync('samples/failed-join-trace.txt', 'utf8').split('\n').slice(0, 8);
  const broken = rows.flatMap(row => [
    row.slice(0, 70),
    'and what a mail program',
    'put on lines',
    'of its own',
  ]);
  const { status, stderr } = run(['check', '-'], broken.map(row => `> ${row}`).join('\n'));
  assert.equal(status, 2);
  assert.match(
    stderr,
    /^netsetup-log: standard input: some lines look like rows of a network trace.*one packet on each line\n$/,
  );
  const hosts = ['10.20.0.5 dc1.alpine.test', '10.20.0.6 dc2.alpine.test', '10.20.0.7 wks07.alpine.test'];
  assert.match(run(['check', '-'], hosts.join('\n')).stderr, /neither a NetSetup\.log nor a network trace/);
});

test('a file of many windows, by its name and by standard input: every operation, with its line', () => {
  withFiles(file => {
    const failed = readFileSync('samples/failed-join.log', 'latin1');
    const note = `02/10/2026 09:15:00:000 NetpGetLsaPrimaryDomain: ${'x'.repeat(900)}\r\n`.repeat(400);
    const times = 30;
    const text = (note + failed.replace(/\r?\n?$/, '\r\n')).repeat(times);
    const large = file('NetSetup.log', Buffer.from(text, 'latin1'));
    const last = text.slice(0, text.lastIndexOf('returned 64')).split('\n').length;
    const said = new RegExp(`: ${times} of ${times} operations failed[^]*the same failure ${times} times`);
    for (const { status, stdout, stderr } of [
      run(['check', large]),
      run(['check', '-'], Buffer.from(text, 'latin1')),
    ]) {
      assert.equal(status, 1);
      assert.match(stdout, said);
      // No terminal, so no progress.
      assert.equal(stderr, '');
    }
    const { files } = JSON.parse(run(['check', '--format', 'json', large]).stdout);
    const joins = files[0].operations.filter((each: { kind: string }) => each.kind === 'join');
    assert.equal(joins.length, times);
    assert.equal(joins.at(-1).cause.line, last);
  });
});
