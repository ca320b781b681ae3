#!/usr/bin/env node
import { type OpenFile, print, withFile } from './cliFilesMain';
import type { Log } from './model';
import { decodeReport } from './report/decoded';
import { jsonOfFile } from './report/json';
import { cutsText, traceTooLong } from './report/largeFile';
import { whyNotRead } from './report/notRead';
import { textReport } from './report/text';
import { decode } from './tables/decode';
import { spaceTitles, type CodeSpace } from './tables/table';
import { readAll, readInWindows } from './windows/readInWindows';

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

/** How the JSON begins, in front of the first file. */
const jsonHead = '{\n  "schemaVersion": 1,\n  "files": [';

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): 0 | 1 | 2 {
  if (args.includes('--help') || args.includes('-h')) {
    print(usage);
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
  const isJson = format === 'json';
  let worst: 0 | 1 | 2 = 0;
  let isFirst = true;
  if (isJson) print(jsonHead);
  /** What stands in front of a file, asked for when something of it is printed. */
  const between = () => {
    const text = isFirst ? '' : isJson ? ',' : '\n';
    isFirst = false;
    return text;
  };
  // Every file is read, whatever came of those before it.
  for (const path of files) {
    // Lines of operations are printed while a file is read: a progress line would stand between them.
    const isQuiet = isJson && process.stdout.isTTY;
    try {
      const log = withFile(path, isQuiet, file => (isJson ? printJson : printText)(file, between));
      if (worst === 0 && log.findings.some(finding => finding.severity === 'error')) worst = 1;
    } catch (error) {
      process.stderr.write(`netsetup-log: ${path}: ${reason(error)}\n`);
      worst = 2;
    }
  }
  if (isJson) print(isFirst ? ']\n}\n' : '\n  ]\n}\n');
  return worst;
}

function printJson({ path, kind, texts }: OpenFile, between: () => string): Log {
  const pieces = jsonOfFile(path, readInWindows(texts, kind));
  let isBegun = false;
  try {
    for (;;) {
      const piece = pieces.next();
      if (piece.done) return piece.value.log;
      print(isBegun ? piece.value : `${between()}\n    ${piece.value}`);
      isBegun = true;
    }
  } catch (error) {
    // What was read before the file failed stays a report that can be read.
    if (isBegun) print('],\n      "findings": []\n    }');
    throw error;
  }
}

function printText({ path, kind, head, texts }: OpenFile, between: () => string): Log {
  const name = path === '-' ? 'standard input' : path;
  const { log, cuts } = readAll(readInWindows(texts, kind));
  const report = log.languageId
    ? textReport(name, log) + cutsText(cuts)
    : `${name}: ${whyNotRead(head, kind)}\n`;
  print(between() + report);
  return log;
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
  print(decodeReport(decoded, code));
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

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (message === traceTooLong) return message;
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
