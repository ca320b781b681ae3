import { jsonOutput } from './jsonOutput';
import { ndjsonOutput } from './ndjsonOutput';
import type { Output, OutputOptions } from './output';
import { sarifOutput } from './sarifOutput';
import { textOutput } from './textOutput';

/** The formats that `check --format` takes, the usual one first. */
export const outputs = {
  text: textOutput,
  json: jsonOutput,
  ndjson: ndjsonOutput,
  sarif: sarifOutput,
} as const satisfies Readonly<Record<string, (options: OutputOptions) => Output>>;

export type OutputFormat = keyof typeof outputs;
