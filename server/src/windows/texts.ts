import { ownText } from '../parser/lines';

/** More different texts than this are not remembered. */
const most = 20_000;

/**
 * Makes texts that hold nothing else in memory: a part of a string keeps the whole of it, a window of a file. The same
 * text is kept once.
 */
export function texts(): (text: string) => string {
  let known = new Map<string, string>();
  return text => {
    const same = known.get(text);
    if (same !== undefined) return same;
    if (known.size >= most) known = new Map();
    const own = ownText(text);
    known.set(own, own);
    return own;
  };
}
