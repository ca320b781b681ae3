/** Files as addresses, for formats that name them so. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Place } from '../outputs/sarifDocument';

/** The address of the working folder, with a slash at its end. */
export function workingFolder(): string {
  return pathToFileURL(path.join(process.cwd(), path.sep)).href;
}

/** The address of a file, from the working folder on where it is below it; "-" is standard input. */
export function placeOf(file: string): Place {
  if (file === '-') return { uri: file, isBelow: false };
  const { href } = pathToFileURL(path.resolve(file));
  const folder = workingFolder();
  if (!href.startsWith(folder)) return { uri: href, isBelow: false };
  const below = href.slice(folder.length);
  // A colon in front of the first slash would end the name of a protocol.
  return { uri: /^[^/]*:/.test(below) ? `./${below}` : below, isBelow: true };
}
