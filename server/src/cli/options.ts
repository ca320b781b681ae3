/** Options of the command line: what Node reads of them, and what is said of those that are wrong. */
import { parseArgs } from 'node:util';

/** A command, as it was asked for. */
export interface Arguments {
  /** Values of options that take one, by name. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Options without a value that were given. */
  readonly isSet: ReadonlySet<string>;
  /** What is no option, in order. */
  readonly names: readonly string[];
}

export interface Options {
  /** Each option: whether it takes a value, and its letter. */
  readonly options: Readonly<
    Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>
  >;
  /** Whether `-5` is a number, no option. */
  readonly hasNumbers?: boolean;
}

/** What was asked for cannot be understood. The message says why. */
export class WrongUsage extends Error {}

/** What options are called elsewhere. */
const calledElsewhere: Readonly<Record<string, string>> = {
  '--json': '--format json',
  '--sarif': '--format sarif',
  '--ndjson': '--format ndjson',
  '--jsonl': '--format ndjson',
  '--output': '--format',
  '-f': '--format',
  '-o': '--format',
  '--silent': '--quiet',
  '-s': '--quiet',
  '--color': '--no-color',
  '--colour': '--no-color',
  '--no-colour': '--no-color',
  '--space': '--in',
};

/** What asks for help and the version elsewhere. */
const asked: Readonly<Record<string, string>> = {
  '/?': '--help',
  '-?': '--help',
  help: '--help',
  '-v': '--version',
  version: '--version',
};

/** The options that are meant by arguments that ask for help or the version in another way. */
export function meant(args: readonly string[], hasCommand: boolean): string[] {
  const end = args.indexOf('--');
  return args.map((arg, index) => {
    // Behind a command, a word may be the name of a file.
    const isThere = (end < 0 || index < end) && (!hasCommand ? index === 0 : arg.endsWith('?'));
    return isThere && Object.hasOwn(asked, arg) ? asked[arg]! : arg;
  });
}

/** Reads what stands behind a command. Throws `WrongUsage`. */
export function readArguments(args: readonly string[], { options, hasNumbers = false }: Options): Arguments {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values: Record<string, string | undefined> = {};
  const isSet = new Set<string>();
  const names: string[] = [];
  let lastNumber = -1;
  for (const token of tokens) {
    if (token.kind === 'positional') names.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, index } = token;
    // Of `-53`, each digit is an option to Node.
    if (hasNumbers && /^-\d+$/.test(args[index]!)) {
      if (index !== lastNumber) names.push(args[index]!);
      lastNumber = index;
      continue;
    }
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) throw new WrongUsage(unknownOption(rawName, options));
    if (option.type === 'boolean') {
      if (value !== undefined) throw new WrongUsage(`${rawName} takes no value`);
      isSet.add(name);
    } else {
      const isMissing = value === undefined || (!token.inlineValue && /^--?[a-z]/i.test(value));
      if (isMissing) throw new WrongUsage(`${rawName} needs a value`);
      values[name] = value;
    }
  }
  return { values, isSet, names };
}

function unknownOption(name: string, options: Options['options']): string {
  const meant = Object.hasOwn(calledElsewhere, name) ? calledElsewhere[name]! : '';
  const isThere = Object.hasOwn(options, meant.replace(/^--| .*/g, ''));
  return `unknown option ${name}${isThere ? `; here it is ${meant}` : ''}`;
}
