import { closeSync, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { failedJoinsInARow, logOfMany, ordinaryLog, shortestFailures } from './logs';
import { detailsTree, fixedColumns, tabSeparated } from './traces';

/** The texts of the bench, each in parts without an end. */
const makers = {
  log: () => ordinaryLog(),
  logCrlf: () => ordinaryLog('\r\n'),
  logOfMany,
  failedJoins: failedJoinsInARow,
  shortestFailures,
  tabSeparated,
  fixedColumns,
  detailsTree,
};

export type TextName = keyof typeof makers;

/** How long a text is to be: in characters, about, or in parts (joins). */
export type Extent = { readonly characters: number } | { readonly parts: number };

/** A file with a text, written when it is first asked for; the same text in every run. Its name does not tell what it is. */
export function textFile(folder: string, name: TextName, extent: Extent): string {
  const file = path.join(folder, `${name}-${Object.values(extent)[0]}.txt`);
  if (existsSync(file)) return file;
  const partial = openSync(`${file}.partial`, 'w');
  let [characters, parts] = [0, 0];
  let waiting = '';
  for (const part of makers[name]()) {
    waiting += part;
    characters += part.length;
    parts++;
    const isEnough = 'parts' in extent ? parts >= extent.parts : characters >= extent.characters;
    if (waiting.length < 4_000_000 && !isEnough) continue;
    writeSync(partial, waiting);
    waiting = '';
    if (isEnough) break;
  }
  closeSync(partial);
  renameSync(`${file}.partial`, file);
  return file;
}

/** A text of a file as the server gets it: from JSON, not from a file. */
export function readText(file: string): string {
  return JSON.parse(JSON.stringify(readFileSync(file, 'utf8'))) as string;
}
