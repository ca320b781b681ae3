import type { Told } from '../message';
import { statusNamed } from '../results';
import { commandName } from '../smb';
import { type Section, numberIn, valueOf } from './sections';

const body = /^([A-Z][\w ]{1,40}?) (?:AndX )?(Request|Response) \(0x[0-9a-f]{2}\)$/i;

/** "SMB2 (Server Message Block Protocol version 2)", or that of version 1: the first command of it. */
export function smbSection({ lines }: Section): Told | undefined {
  if (lines.some(each => /^SMB2 Transform Header|^Encrypted SMB3 data/.test(each))) {
    const hasContent = lines.some(each => each.startsWith('Command: '));
    if (!hasContent) return { kind: 'data', transport: 'tcp', isSealed: true };
  }
  // Where only a part was copied, the line of the command tells.
  const own = lines.flatMap(each => body.exec(each) ?? []);
  const command = valueOf(lines, 'Command') ?? valueOf(lines, 'SMB Command') ?? own[1];
  const name = /^([A-Z][\w ]{1,40}?)(?: \((?:0x[0-9a-f]{1,2}|\d{1,2})\))?$/i.exec(command ?? '')?.[1];
  if (name === undefined) return undefined;
  const flags = valueOf(lines, 'Flags') ?? '';
  const bit = lines.find(each => /= (?:Response|Request\/Response): /.test(each));
  const isReply =
    own[2] === 'Response' ||
    (bit === undefined ? /\bResponse\b/.test(flags) : /RESPONSE|is a response/.test(bit));
  const object = valueOf(lines, 'Filename') ?? valueOf(lines, 'Tree') ?? valueOf(lines, 'Path');
  const control = /\bFSCTL_\w{1,60}/.exec(valueOf(lines, 'Function') ?? '')?.[0];
  const status = valueOf(lines, 'NT Status');
  return {
    kind: isReply ? 'reply' : 'request',
    transport: 'tcp',
    service: 'smb',
    operation: [commandName(name), control, object?.slice(0, 255)].filter(each => !!each).join(' '),
    id: /\d{1,20}/.exec(valueOf(lines, 'Message ID') ?? valueOf(lines, 'Multiplex ID') ?? '')?.[0],
    ...(isReply &&
      status !== undefined &&
      statusNamed(/^\w{1,80}/.exec(status)?.[0] ?? status, numberIn(status))),
  };
}
