// The configurations of docs/editors.md in a real editor: it is done what a user does, and asserted what they see.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** In milliseconds. All of it takes less than a second where nothing is missing. */
const timeout = 60_000;

const command = 'netsetup-language-server';
const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };

/** The configuration that stands in the page under a heading. */
function configuration(heading: string): string {
  const page = readFileSync('docs/editors.md', 'utf8').replaceAll('\r\n', '\n');
  const found = page.split(/^## /m).find(section => section.startsWith(`${heading}\n`));
  const block = /^```lua\n(.*?)^```$/ms.exec(found ?? '')?.[1];
  assert.ok(block, `docs/editors.md has a configuration under "${heading}"`);
  return block;
}

/** What neovim.lua tells. */
interface Seen {
  /** What was waited for and did not come. */
  readonly missed: readonly string[];
  readonly filetype: string;
  readonly encoding: string;
  readonly problems: readonly { line: number; code: string; severity: number; source: string }[];
  readonly lenses: readonly Line[];
  readonly hover: readonly string[];
  readonly references: readonly Line[];
  readonly outline: readonly Line[];
  readonly again: Seen['problems'];
  readonly messages: string;
  readonly errmsg: string;
}

/** One-based. */
interface Line {
  readonly line: number;
  readonly text: string;
}

interface Asked {
  readonly bytes: Buffer;
  readonly name: string;
  /** Where the cursor stands for a hover: on the last such text of this line, one-based. */
  readonly at: readonly [line: number, text: string];
  /** Where it stands for references; without it, at the same place. */
  readonly of?: Asked['at'];
  /** How the file is opened. */
  readonly edit?: string;
}

/** Opens a file in a Neovim that has nothing but our configuration, and the server as npm installs it. */
function inNeovim({ bytes, name, at, of = at, edit = 'edit' }: Asked): Seen {
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-editors-'));
  try {
    const programs = path.join(folder, 'bin');
    mkdirSync(programs);
    copyFileSync(bin[command]!, path.join(programs, command));
    chmodSync(path.join(programs, command), 0o755);
    const own = path.join(folder, 'init.lua');
    writeFileSync(own, configuration('Neovim 0.7 to 0.10'));
    writeFileSync(path.join(folder, name), bytes);
    const answer = path.join(folder, 'seen.json');
    const { status, signal, stderr } = spawnSync(
      'nvim',
      [
        '--headless',
        '--clean',
        '-n',
        '-u',
        own,
        '-c',
        `${edit} ${name}`,
        '-c',
        `luafile ${checks}`,
        '-c',
        'cquit',
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout,
        env: {
          ...process.env,
          PATH: `${programs}${path.delimiter}${process.env['PATH']}`,
          XDG_CONFIG_HOME: folder,
          XDG_DATA_HOME: folder,
          XDG_STATE_HOME: folder,
          XDG_CACHE_HOME: folder,
          NETSETUP_CHECK: JSON.stringify({ at, of, answer }),
        },
      },
    );
    assert.equal(status, 0, `${signal ?? ''} ${stderr}`);
    assert.equal(stderr.trim(), '');
    return JSON.parse(readFileSync(answer, 'utf8')) as Seen;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const checks = path.resolve('test/editors/neovim.lua');

/** What holds of any text: all that was waited for came, and no error was raised. */
function isQuiet({ missed, messages, errmsg }: Seen): void {
  assert.deepEqual(missed, []);
  assert.equal(messages.trim(), '');
  assert.equal(errmsg, '');
}

const version = /^NVIM v(\d+)\.(\d+)/.exec(
  spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout ?? '',
);
const why = !version
  ? 'nvim is not installed'
  : process.platform === 'win32'
    ? 'npm installs a command of another kind on Windows'
    : version[1] !== '0' || Number(version[2]) < 7 || Number(version[2]) > 10
      ? `it is not for ${version[0]}`
      : undefined;

if (why !== undefined) console.log(`The configuration for Neovim in docs/editors.md was not run: ${why}.`);
else {
  const log = readFileSync('samples/failed-join.log');
  const trace = readFileSync('samples/failed-join-trace.txt');

  test('a log in Neovim: its kind, problems, lenses, hover, references and outline', { timeout }, () => {
    const seen = inNeovim({ bytes: log, name: 'failed-join.log', at: [41, '64'] });
    isFailedJoin(seen);
    assert.equal(seen.encoding, 'utf-8');
  });

  test('a trace in Neovim, where columns are counted in other units than bytes', { timeout }, () => {
    const seen = inNeovim({
      bytes: trace,
      name: 'failed-join-trace.txt',
      at: [36, '88 [SYN]'],
      of: [36, '10.20.1.10'],
    });
    isQuiet(seen);
    assert.equal(seen.filetype, 'network-trace');
    const problem = { line: 36, code: 'connection-unanswered', severity: 1, source: 'NetSetup' };
    assert.deepEqual(seen.problems, [problem]);
    assert.deepEqual(seen.again, [problem]);
    assert.deepEqual(seen.lenses, [
      { line: 1, text: '10.20.1.10: TCP 88 unanswered · answered: TCP 445; UDP 53, 389' },
      { line: 25, text: 'SMB cut by the server (frame 40)' },
      { line: 36, text: 'Kerberos not answered' },
    ]);
    assert.match(seen.hover.join('\n'), /^88\n\n.*Kerberos/);
    const rows = trace.toString().split('\n');
    const named = rows.flatMap((row, index) => (row.includes('10.20.1.10 ') ? [index + 1] : []));
    assert.deepEqual([...new Set(seen.references.map(each => each.line))], named);
    assert.deepEqual(
      seen.outline.filter(each => each.text.startsWith('[Event]')).map(each => each.text.slice(8)),
      [
        'DNS · 10.20.1.10:53',
        'LDAP ping · 10.20.1.10:389',
        'SMB · 10.20.1.10:445 · cut by the server (frame 40)',
        'Kerberos · 10.20.1.10:88 · not answered',
      ],
    );
  });

  test('a log in UTF-16 with a byte order mark is read as it is', { timeout }, () => {
    const bytes = Buffer.from(`\uFEFF${log}`, 'utf16le');
    const seen = inNeovim({ bytes, name: 'NetSetup.LOG', at: [41, '64'] });
    isFailedJoin(seen);
    assert.equal(seen.encoding, 'utf-16le');
  });

  test('a log in UTF-16 without one is read as the page says', { timeout }, () => {
    const bytes = Buffer.from(log.toString(), 'utf16le');
    const edit = 'edit ++enc=utf-16le';
    assert.ok(readFileSync('docs/editors.md', 'utf8').includes(`:${edit}`));
    isFailedJoin(inNeovim({ bytes, name: 'NetSetup.LOG', at: [41, '64'], edit }));
  });
}

function isFailedJoin(seen: Seen): void {
  isQuiet(seen);
  assert.equal(seen.filetype, 'netsetup-log');
  const problem = { line: 41, code: 'join-failed', severity: 1, source: 'NetSetup' };
  assert.deepEqual(seen.problems, [problem]);
  assert.deepEqual(seen.again, [problem]);
  assert.deepEqual(seen.lenses, [{ line: 13, text: 'Failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED' }]);
  const [code, , text, , cause] = seen.hover;
  assert.equal(code, '0x40 · 64 · ERROR_NETNAME_DELETED · Win32');
  assert.equal(text, 'The specified network name is no longer available.');
  assert.match(cause!, /^The cause of this failure\. The SMB session to DC1\.fabrikam\.test was cut/);
  assert.ok(seen.hover.some(line => line.includes('connecting to \\\\DC1.fabrikam.test\\IPC$:')));
  assert.deepEqual(
    seen.references.map(each => each.line),
    [41, 42, 43, 46],
  );
  const outline = seen.outline.map(({ line, text: entry }) => `${line} ${entry}`);
  assert.ok(outline.includes('13 [Event] Join WKS07 → fabrikam.test · failed'));
  assert.ok(outline.includes('41 [Method] Connect (IPC$) · 0x40 ERROR_NETNAME_DELETED'));
}
