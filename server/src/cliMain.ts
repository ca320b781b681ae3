#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from './analyze';
import { headLines, recognize } from './formats/recognize';
import { hasBrokenRows } from './formats/trace/brokenRows';
import type { Log } from './model';
import { decodeReport } from './report/decoded';
import { jsonReport } from './report/json';
import { textReport } from './report/text';
import { decode } from './tables/decode';
import { spaceTitles, type CodeSpace } from './tables/table';

const usage = `usage: netsetup-log check FILE… [--format text|json]
       netsetup-log decode CODE [--in SPACE]

check  says for each join, rename and name check of a NetSetup.log what it came to and why, and
for a network trace that was exported as text which steps of a join went well and which ports
answered. With - in place of a file it reads standard input. --format json prints one document
for other programs, with all operations, steps and findings. Exit code: 0 no error (a join that
succeeded with damage is a warning), 1 an error, 2 wrong usage or a file that cannot be read.

decode  says what a status code means, the likely meaning first. CODE is a number or a name:
0x534, 1332, c0000022, STATUS_LOGON_FAILURE, KDC_ERR_PREAUTH_FAILED. SPACE is win32, ntstatus,
hresult, ldap, krb5 (Kerberos), dns or rpc. Exit code: 0 known, 1 unknown, 2 wrong usage.
`;

/** What --format takes. */
const formats = ['text', 'json'];

/** How binary traces begin. */
const binaryTraces: readonly (readonly [kind: string, begins: RegExp])[] = [
  ['pcapng', /^\n\r\r\n/],
  ['pcap', /^(?:ÔÃ²¡|¡²ÃÔ|M<²¡|¡²<M)/],
  ['Network Monitor', /^GMBU/],
];

// A reader such as "head" that has seen enough is no failure.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
});
process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): 0 | 1 | 2 {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const [command, ...rest] = args;
  if (command === 'decode') return runDecode(rest);
  if (command === 'check') return runCheck(rest);
  const option = command?.startsWith('-') ? `unknown option ${command}` : undefined;
  return wrongUsage(option ?? (command === undefined ? undefined : `unknown command ${command}`));
}

function runCheck(args: readonly string[]): 0 | 1 | 2 {
  const files: string[] = [];
  let format = 'text';
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    if (arg === '--format' || arg.startsWith('--format=')) {
      format = arg === '--format' ? (args[++index] ?? '') : arg.slice('--format='.length);
      if (!formats.includes(format)) return wrongUsage(`--format takes one of ${formats.join(', ')}`);
    } else if (arg.startsWith('-') && arg !== '-') return wrongUsage(`unknown option ${arg}`);
    else files.push(arg);
  }
  if (files.length === 0) return wrongUsage('which file?');
  let worst: 0 | 1 | 2 = 0;
  const read: CheckedFile[] = [];
  // Every file is read, whatever came of those before it.
  for (const path of files) {
    const file = readLog(path);
    if (!file) {
      worst = 2;
      continue;
    }
    if (format === 'text') process.stdout.write((read.length > 0 ? '\n' : '') + textOfCheck(file));
    read.push(file);
    if (worst === 0 && file.log.findings.some(finding => finding.severity === 'error')) worst = 1;
  }
  if (format === 'json') process.stdout.write(`${JSON.stringify(jsonReport(read), undefined, 2)}\n`);
  return worst;
}

function runDecode(args: readonly string[]): 0 | 1 | 2 {
  const at = args.indexOf('--in');
  const space = at < 0 ? undefined : (args[at + 1] ?? '').toLowerCase();
  const codes = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  const [code, ...more] = codes;
  const option = codes.find(each => /^-(?!\d+$)/.test(each));
  if (option !== undefined) return wrongUsage(`unknown option ${option}`);
  if (space !== undefined && !Object.hasOwn(spaceTitles, space)) {
    const meant = space === 'kerberos' || space === 'krb' ? ' (Kerberos is krb5)' : '';
    return wrongUsage(`--in takes one of ${Object.keys(spaceTitles).join(', ')}${meant}`);
  }
  if (code === undefined) return wrongUsage('which code?');
  if (more.length > 0) return wrongUsage('one code at a time');
  const decoded = decode(code, space as CodeSpace | undefined);
  if (decoded.length === 0) {
    process.stderr.write(`netsetup-log: ${code}: ${whyUnknown(code)}\n`);
    return 1;
  }
  process.stdout.write(decodeReport(decoded, code));
  return 0;
}

/** Digits may be flags, which the place of a number tells. */
function whyUnknown(code: string): string {
  if (!/^\W*-?(?:0x)?[0-9a-f]+\W*$/i.test(code)) return 'no status code of this name is known';
  return 'no status code of this number is known; a set of flags is explained where it stands: open the log or trace in VS Code and hover over the number';
}

function wrongUsage(why: string | undefined): 2 {
  process.stderr.write((why === undefined ? '' : `netsetup-log: ${why}\n`) + usage);
  return 2;
}

/** A file that was read. */
interface CheckedFile {
  /** As it was given; "-" is standard input. */
  readonly path: string;
  readonly text: string;
  readonly kind: ReturnType<typeof recognize>;
  readonly log: Log;
}

/** Undefined for a file that cannot be read, which is told on standard error. */
function readLog(file: string): CheckedFile | undefined {
  try {
    const text = textOf(readFileSync(file === '-' ? 0 : file));
    const kind = recognize(text) ?? (/netsetup/i.test(path.basename(file)) ? 'netsetup-log' : undefined);
    return { path: file, text, kind, log: analyze(text, kind) };
  } catch (error) {
    process.stderr.write(`netsetup-log: ${file}: ${reason(error)}\n`);
    return undefined;
  }
}

function textOfCheck({ path: file, text, kind, log }: CheckedFile): string {
  const name = file === '-' ? 'standard input' : file;
  return log.languageId ? textReport(name, log) : `${name}: ${whyNotRead(text, kind)}\n`;
}

/** Says of a text that is no NetSetup.log and no trace what it is instead, as far as that can be seen. */
function whyNotRead(text: string, kind: string | undefined): string {
  if (text.trim() === '') return 'empty';
  if (kind === 'netlogon') return 'a netlogon.log, which is not read yet';
  const binary = binaryTraces.find(([, begins]) => begins.test(text))?.[0];
  if (binary) return `a binary trace (${binary}): export it as text, as with \`tshark -r FILE > trace.txt\``;
  if (text.includes('\0')) return 'not a text, or UTF-16 without a byte order mark';
  const head = text.slice(0, 40_000).split(/\r\n|\n|\r/, headLines);
  if (hasBrokenRows(head)) {
    return 'some lines look like rows of a network trace, the others do not: where rows are broken across lines, export or copy them again with one packet on each line';
  }
  return `neither a NetSetup.log nor a network trace: its first ${headLines} lines are not those of a domain join, nor packets`;
}

/**
 * UTF-8, or UTF-16 where a byte order mark says so: PowerShell writes that when a log is copied with `>`. What
 * is not UTF-8 is read as Windows-1252, in which Windows writes names with an umlaut.
 */
function textOf(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return 'no such file';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return 'access denied';
    default:
      return `cannot be read (${code ?? String(error)})`;
  }
}
