/** What a terminal may get: colours of our own, and nothing that a log or a name would make it do. */
import { WriteStream } from 'node:tty';
import { type Paint, type Style, unpainted } from '../report/paint';

/** Escape codes that can be read on a light and on a dark ground: plain red and magenta are too dark for some. */
const colours: Readonly<Record<Style, string>> = {
  heading: '1',
  good: '32',
  warning: '1;35',
  bad: '1;31',
};

/** How a text is prepared for people. */
export interface Screen {
  /** Marks a part of a text, which `shown` turns into colour. */
  readonly paint: Paint;
  /** A text as it is printed: in colour where it was painted, and clean. */
  shown(text: string): string;
}

/** What stands for an escape in a painted text: halves of characters, in an order that no text that was read has. */
const mark = '\uDC00\uDC00';

/** In colour on a terminal that has some, or where FORCE_COLOR asks for it. */
export function screen(isPlain: boolean): Screen {
  if (isPlain || !wantsColours()) return { paint: unpainted, shown: clean };
  return {
    paint: (style, text) => `${mark}[${colours[style]}m${text}${mark}[0m`,
    // Escape codes of a log are gone by then: ours are the only ones that pass.
    shown: text => clean(text).replaceAll(mark, '\x1b'),
  };
}

/** A log may come from anywhere: what a terminal would obey is shown as a sign. */
export function clean(text: string): string {
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '\uFFFD');
}

/** NO_COLOR wins; a variable that is empty asks for nothing. */
function wantsColours(): boolean {
  const { FORCE_COLOR: forced, ...env } = process.env;
  if (env['NO_COLOR']) return false;
  if (forced) return !/^(?:0|false)$/i.test(forced);
  // Node knows TERM=dumb and the terminals of Windows.
  return process.stdout.isTTY && WriteStream.prototype.hasColors(env);
}
