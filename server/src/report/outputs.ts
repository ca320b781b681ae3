import { jsonOutput } from './jsonOutput';
import type { Output, OutputOptions } from './output';
import { textOutput } from './textOutput';

/** The formats that `check --format` takes, the usual one first. */
export const outputs = {
  text: textOutput,
  json: jsonOutput,
} as const satisfies Readonly<Record<string, (options: OutputOptions) => Output>>;

export type OutputFormat = keyof typeof outputs;
