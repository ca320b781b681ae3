#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from './analyze';
import { headLines, recognize } from './formats/recognize';
import { decodeReport } from './report/decoded';
import { textReport } from './report/text';
import { decode } from './tables/decode';
import { spaceTitles, type CodeSpace } from './tables/table';

const usage = `usage: netsetup-log check FILE…
       netsetup-log decode CODE [--in SPACE]

check  says for each join, rename and name check of a NetSetup.log what it came to and why.
With - in place of a file it reads standard input. Exit code: 0 nothing failed, 1 a failure
was found, 2 wrong usage or a file that cannot be read.

decode  says what a status code means, the likely meaning first: 0x534, 1332, c0000022. SPACE
is win32, ntstatus, hresult, ldap, krb5 or dns. Exit code: 0 known, 1 unknown, 2 wrong usage.
`;

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
  const option = args.find(arg => arg.startsWith('-') && arg !== '-');
  if (option !== undefined) return wrongUsage(`unknown option ${option}`);
  if (command !== 'check')
    return wrongUsage(command === undefined ? undefined : `unknown command ${command}`);
  if (rest.length === 0) return wrongUsage('which file?');
  // Every file is read, whatever came of those before it.
  return rest.map(check).reduce((worst, each) => (each > worst ? each : worst), 0);
}

function runDecode(args: readonly string[]): 0 | 1 | 2 {
  const at = args.indexOf('--in');
  const space = at < 0 ? undefined : (args[at + 1] ?? '').toLowerCase();
  const codes = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  const [code, ...more] = codes;
  const option = codes.find(each => /^-(?!\d+$)/.test(each));
  if (option !== undefined) return wrongUsage(`unknown option ${option}`);
  if (space !== undefined && !Object.hasOwn(spaceTitles, space)) {
    return wrongUsage(`--in takes one of ${Object.keys(spaceTitles).join(', ')}`);
  }
  if (code === undefined) return wrongUsage('which code?');
  if (more.length > 0) return wrongUsage('one code at a time');
  const decoded = decode(code, space as CodeSpace | undefined);
  if (decoded.length === 0) {
    process.stderr.write(`netsetup-log: ${code}: no status code of this number is known\n`);
    return 1;
  }
  process.stdout.write(decodeReport(decoded, code));
  return 0;
}

function wrongUsage(why: string | undefined): 2 {
  process.stderr.write((why === undefined ? '' : `netsetup-log: ${why}\n`) + usage);
  return 2;
}

function check(file: string, index: number): 0 | 1 | 2 {
  let text: string;
  try {
    text = textOf(readFileSync(file === '-' ? 0 : file));
  } catch (error) {
    process.stderr.write(`netsetup-log: ${file}: ${reason(error)}\n`);
    return 2;
  }
  const kind = recognize(text) ?? (/netsetup/i.test(path.basename(file)) ? 'netsetup-log' : undefined);
  const log = analyze(text, kind);
  if (index > 0) process.stdout.write('\n');
  const name = file === '-' ? 'standard input' : file;
  process.stdout.write(log.languageId ? textReport(name, log) : `${name}: ${whyNotRead(text, kind)}\n`);
  return log.findings.some(finding => finding.severity === 'error') ? 1 : 0;
}

/** Says of a text that is no NetSetup.log what it is instead, as far as that can be seen. */
function whyNotRead(text: string, kind: string | undefined): string {
  if (text.trim() === '') return 'empty';
  if (kind === 'netlogon') return 'a netlogon.log, which is not read yet';
  if (text.includes('\0')) return 'not a text, or UTF-16 without a byte order mark';
  return `not a NetSetup.log: its first ${headLines} lines are not those of a domain join`;
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
