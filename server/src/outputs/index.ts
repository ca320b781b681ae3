import { jsonOutput } from './json';
import { ndjsonOutput } from './ndjson';
import type { Output, OutputOptions } from './output';
import { sarifOutput } from './sarif';
import { textOutput } from './text';

/** The formats that `check --format` takes, the usual one first. */
export const outputs = {
  text: textOutput,
  json: jsonOutput,
  ndjson: ndjsonOutput,
  sarif: sarifOutput,
} as const satisfies Readonly<Record<string, (options: OutputOptions) => Output>>;

export type OutputFormat = keyof typeof outputs;
