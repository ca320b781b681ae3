import { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { type Paint, type Style, unpainted } from '../report/paint';

/** Colours that can be read on a light and on a dark ground. */
const colours: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  heading: 'bold',
  good: 'green',
  warning: 'magenta',
  bad: ['bold', 'red'],
};

/** How parts of a text are marked: in colour on a terminal that has some, or where FORCE_COLOR asks for it. */
export function paintFor(isUnwanted: boolean): Paint {
  if (isUnwanted || !(process.stdout.isTTY || process.env['FORCE_COLOR'] !== undefined)) return unpainted;
  // Node knows NO_COLOR, FORCE_COLOR, TERM=dumb and the terminals of Windows.
  if (!WriteStream.prototype.hasColors()) return unpainted;
  // Whether there are colours is decided here: later versions of Node would look at the stream again.
  return (style, text) => styleText(colours[style], text, { validateStream: false });
}
