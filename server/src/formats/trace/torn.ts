import { wordsOf } from './dialects/cells';
import { isAddress, isArrow } from './dialects/addresses';
import { isKnownProtocol } from './dialects/protocols';

/** Words that sentences have and rows have not. */
const small = new Set(
  'the a an is are was were and or to of in on at by for from with we you this that it as be has have no not'.split(
    ' ',
  ),
);

/** Whether a line that could not be read looks like a part of a row: packets are lost with it. Prose is not. */
export function isTorn(line: string): boolean {
  const words = wordsOf(line.slice(0, 2000)).map(each => each.text);
  if (/^(?:#|\/\/|\*|`|- |\d{1,3}\. )/.test(line.trimStart())) return false;
  if (words.filter(each => small.has(each.toLowerCase())).length > 1 || /[.:?]$/.test(line.trimEnd()))
    return false;
  const addresses = words.filter(isAddress).length;
  const hasProtocol = words.some(isKnownProtocol);
  const hasArrow = words.some(isArrow);
  const isNumbered = /^\s{0,20}\d{1,10}\s{1,20}-?\d{1,10}\.\d/.test(line);
  const hasSegment = /\[(?:SYN|FIN|RST|ACK|PSH)[\],]|\bSrcPort=|\bSeq=\d/.test(line.slice(0, 2000));
  return (
    addresses > 1 ||
    (addresses > 0 && (hasProtocol || hasArrow)) ||
    (isNumbered && (hasProtocol || hasArrow || addresses > 0)) ||
    (hasSegment && (hasProtocol || hasArrow || addresses > 0))
  );
}
