import { ErrorCodes, ResponseError } from 'vscode-languageserver';

/** What is read of the parameters of requests, by its name: the form it has to have, in words and as a check. */
const forms = {
  textDocument: ['{ uri }, a string', value => isString(at(value, 'uri'))],
  position: ['{ line, character }, two numbers', isPosition],
  range: ['{ start, end }, two positions', isRange],
  context: ['{ diagnostics, only }, lists of problems and of kinds', isContext],
  uri: ['a string', isString],
  text: ['a string', isString],
  line: ['a number', isNumber],
} as const satisfies Readonly<Record<string, readonly [form: string, is: (value: unknown) => boolean]>>;

type Part = keyof typeof forms;

/**
 * The answer to a request that lacks what is needed, or has it in a form that cannot be read; undefined where all is
 * well. A number may be any: a place that is not in the document has the empty answer.
 */
export function wrongParams(
  params: unknown,
  needed: readonly Part[],
  optional: readonly Part[] = [],
): ResponseError | undefined {
  const isPresent = (part: Part) => at(params, part) !== undefined;
  for (const part of [...needed, ...optional.filter(isPresent)]) {
    const [form, is] = forms[part];
    if (!is(at(params, part)))
      return new ResponseError(ErrorCodes.InvalidParams, `${part} has to be ${form}`);
  }
  return undefined;
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

function isPosition(value: unknown): boolean {
  return isNumber(at(value, 'line')) && isNumber(at(value, 'character'));
}

function isRange(value: unknown): boolean {
  return isPosition(at(value, 'start')) && isPosition(at(value, 'end'));
}

/** Of a code action. */
function isContext(value: unknown): boolean {
  const only = at(value, 'only') ?? [];
  const diagnostics = at(value, 'diagnostics');
  return (
    Array.isArray(diagnostics) && diagnostics.every(each => isRange(at(each, 'range'))) && Array.isArray(only)
  );
}
