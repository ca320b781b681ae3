import type { Told } from '../message';
import { sessions } from '../netbios';
import { flagsOf } from './dns';
import { type Section, valueOf } from './sections';

/** Operations of RFC 1002. */
const operations: Readonly<Record<number, string>> = {
  0: 'Name query',
  5: 'Registration',
  6: 'Release',
  8: 'Refresh',
  9: 'Refresh',
};

/** "NetBIOS Name Service". */
export function namesSection({ lines }: Section): Told | undefined {
  const flags = flagsOf(lines);
  const operation = flags && operations[flags.opcode];
  if (!flags || operation === undefined) return undefined;
  const asked = lines.flatMap(
    each => /^(\S{1,20}<[0-9a-f]{2}>)[^:]{0,80}: type NB/i.exec(each)?.[1] ?? [],
  )[0];
  const why = /\(\d{1,2}\)|[^=]{1,80}$/.exec(lines.find(each => each.includes('Reply code:')) ?? '')?.[0];
  return {
    kind: flags.isReply ? 'reply' : 'request',
    transport: 'udp',
    service: 'netbios',
    operation: asked === undefined || flags.isReply ? operation : `${operation} ${asked}`,
    id: valueOf(lines, 'Transaction ID')?.toLowerCase(),
    ...(flags.isReply && flags.rcode !== 0 && { codeText: why?.trim() ?? `rcode ${flags.rcode}` }),
  };
}

/** "NetBIOS Session Service": what it is where it carries nothing. */
export function sessionSection({ lines }: Section): Told | undefined {
  const type = /^Session request|^Positive session response|^Negative session response/i.exec(
    valueOf(lines, 'Message Type') ?? '',
  )?.[0];
  return type === undefined ? undefined : sessions(type);
}
