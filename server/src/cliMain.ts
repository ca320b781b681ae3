#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { analyze } from './analyze';
import { textReport } from './report/text';

const usage = `usage: netsetup-log check FILE…

Says for each join, rename and name check of a NetSetup.log what it came to and why.
FILE - is standard input. Exit code: 0 nothing failed, 1 a failure was found, 2 wrong
usage or a file that cannot be read.
`;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): 0 | 1 | 2 {
  const [command, ...files] = args;
  if (command === '--help' || command === '-h') {
    process.stdout.write(usage);
    return 0;
  }
  const option = files.find(file => file.startsWith('-') && file !== '-');
  if (command !== 'check' || files.length === 0 || option !== undefined) {
    if (option !== undefined) process.stderr.write(`netsetup-log: unknown option ${option}\n`);
    process.stderr.write(usage);
    return 2;
  }
  // Every file is read, whatever came of those before it.
  return files.map(check).reduce((worst, each) => (each > worst ? each : worst), 0);
}

function check(file: string, index: number): 0 | 1 | 2 {
  let text: string;
  try {
    text = decode(readFileSync(file === '-' ? 0 : file));
  } catch (error) {
    process.stderr.write(`netsetup-log: ${file}: ${reason(error)}\n`);
    return 2;
  }
  const log = analyze(text);
  if (index > 0) process.stdout.write('\n');
  process.stdout.write(textReport(file === '-' ? 'standard input' : file, log));
  return log.findings.some(finding => finding.severity === 'error') ? 1 : 0;
}

/** UTF-8, or UTF-16 where a byte order mark says so: PowerShell writes that when a log is copied with `>`. */
function decode(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes);
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
      return 'may not be read';
    default:
      return `cannot be read (${code ?? String(error)})`;
  }
}
