import type { Cell } from './cells';
import type { Row } from './dialect';
import { isKnownProtocol, isPacketInfo, isUnmistakable, readProtocol } from './protocols';

/** A row that has lost its addresses: `304 KRB5 KRB Error: …`, as in a narrow window. Undefined for any other. */
export function narrowRowOf(line: string, words: readonly Cell[], isExpected: boolean): Row | undefined {
  const [number, protocol, info] = words;
  if (!number || !protocol || !info || !/^\d{1,10}$/.test(number.text)) return undefined;
  const name = readProtocol(protocol.text);
  const text = line.slice(info.start).trim();
  if (!(isExpected ? isKnownProtocol(name) : isUnmistakable(name) && isPacketInfo(text))) return undefined;
  if (!/^[A-Z]|^[a-z]\w{2,40}\(/.test(text)) return undefined;
  return {
    number: Number(number.text),
    time: undefined,
    hasDate: false,
    source: '',
    destination: '',
    sourcePort: undefined,
    destinationPort: undefined,
    protocol: name,
    length: undefined,
    info: text,
    start: info.start,
  };
}
