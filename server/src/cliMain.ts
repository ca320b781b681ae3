#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { check } from './cli/check';
import { clean, screen } from './cli/colours';
import { CannotWrite, print, printNote } from './cli/files';
import { helps, home, usages, version } from './cli/help';
import { type Arguments, meant, type Options, readArguments, WrongUsage } from './cli/options';
import { placeOf, workingFolder } from './cli/places';
import { decodeReport } from './report/decoded';
import { type OutputFormat, outputs } from './outputs';
import { decode } from './tables/decode';
import { spaceTitles, type CodeSpace } from './tables/table';

const help = { type: 'boolean', short: 'h' } as const;

interface Command extends Options {
  run(args: Arguments): 0 | 1 | 2;
}

/** Each command with its options; '' is none. */
const commands: Readonly<Record<'' | 'check' | 'decode', Command>> = {
  '': { options: { help, version: { type: 'boolean', short: 'V' } }, run: runNone },
  check: {
    options: {
      help,
      format: { type: 'string' },
      last: { type: 'boolean' },
      quiet: { type: 'boolean', short: 'q' },
      'no-color': { type: 'boolean' },
    },
    run: runCheck,
  },
  decode: { options: { help, in: { type: 'string' } }, hasNumbers: true, run: runDecode },
};

// Where nobody can be told, the exit code says it still.
process.stderr.on('error', () => {});
// A stream may fail behind our back, as that of a terminal that was closed.
process.on('uncaughtException', error => process.exit(unexpected(error)));

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): 0 | 1 | 2 {
  const [first, second] = args;
  const isHelp = first === 'help' && isCommand(second);
  const name = isHelp ? second : isCommand(first) ? first : '';
  try {
    const own = isHelp ? ['--help'] : meant(name === '' ? args : args.slice(1), name !== '');
    const read = readArguments(own, commands[name]);
    if (!read.isSet.has('help')) return commands[name].run(read);
    print(helps[name]);
    return 0;
  } catch (error) {
    if (error instanceof CannotWrite && error.isClosed) return 0;
    if (!(error instanceof WrongUsage)) return unexpected(error);
    if (error.message !== '') printNote(error.message);
    process.stderr.write(`${usages[name]}netsetup-log ${name}${name && ' '}--help says more.\n`);
    return 2;
  }
}

/** Says in one line what went wrong that no file is to blame for. */
function unexpected(error: unknown): 2 {
  printNote(error instanceof CannotWrite ? error.message : `unexpected error: ${String(error)}`);
  return 2;
}

function isCommand(name: string | undefined): name is 'check' | 'decode' {
  return name === 'check' || name === 'decode';
}

function runNone({ isSet, names: [name] }: Arguments): 0 {
  if (isSet.has('version')) {
    print(`${version}\n`);
    return 0;
  }
  if (name === undefined) throw new WrongUsage();
  const hint = existsSync(name) ? `; a file is read by netsetup-log check ${name}` : '';
  throw new WrongUsage(`unknown command ${name}${hint}`);
}

function runCheck({ values, isSet, names }: Arguments): 0 | 1 | 2 {
  const format = values['format']?.toLowerCase() ?? 'text';
  if (!Object.hasOwn(outputs, format)) {
    throw new WrongUsage(`--format takes one of ${Object.keys(outputs).join(', ')}`);
  }
  if (names.length === 0) throw new WrongUsage('which file?');
  const [isQuiet, isLast] = [isSet.has('quiet'), isSet.has('last')];
  // Other formats are printed while a file is read: on a terminal, notes and progress would stand between.
  const isSilent = isQuiet || (format !== 'text' && process.stdout.isTTY);
  const { paint, shown } = screen(isSet.has('no-color'));
  const output = outputs[format as OutputFormat]({
    paint,
    isQuiet,
    isLast,
    version,
    home,
    note: text => isSilent || printNote(text),
    placeOf,
    folder: workingFolder(),
  });
  // Other programs get every character as it is.
  const isShown = format === 'text' || process.stdout.isTTY;
  return check(names, output, {
    isSilent,
    isLast,
    print: isShown ? text => print(shown(text)) : print,
  });
}

function runDecode({ values, names: [code, ...more] }: Arguments): 0 | 1 {
  const space = values['in']?.toLowerCase();
  if (space !== undefined && !Object.hasOwn(spaceTitles, space)) {
    const known = space === 'kerberos' || space === 'krb' ? ' (Kerberos is krb5)' : '';
    throw new WrongUsage(`--in takes one of ${Object.keys(spaceTitles).join(', ')}${known}`);
  }
  if (code === undefined) throw new WrongUsage('which code?');
  if (more.length > 0) throw new WrongUsage('one code at a time');
  const decoded = decode(code, space as CodeSpace | undefined);
  if (decoded.length === 0) {
    printNote(`${code}: ${whyUnknown(code)}`);
    return 1;
  }
  print(clean(decodeReport(decoded, code)));
  return 0;
}

/** Digits may be flags, which the place of a number tells. */
function whyUnknown(code: string): string {
  if (!/^\W*-?(?:0x)?[0-9a-f]+\W*$/i.test(code)) return 'no status code of this name is known';
  return 'no status code of this number is known; a set of flags is explained where it stands: open the log or trace in VS Code and hover over the number';
}
