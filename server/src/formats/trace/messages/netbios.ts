import type { Told } from './message';

const query =
  /^(?:NbtNs: ?)?(Name query|Query|Registration|Refresh|Release|Multi-homed registration|WACK)( response| Request| Response)?\b/i;

/** A row of the NetBIOS name service: "Name query NB ALPINE<1c>", "Name query response NB 192.0.2.1". */
export function names(info: string): Told | undefined {
  const found = query.exec(info);
  if (!found) return undefined;
  const rest = info.slice(found[0].length);
  const isReply = /response/i.test(found[2] ?? '');
  const what = /^(?:name )?query$/i.test(found[1]!) ? 'Name query' : found[1]!;
  const asked =
    /^ (?:NB|NBSTAT) (\S{1,40}<[0-9a-f]{2}>)/i.exec(rest) ??
    /^ for (\S{1,20} {0,3}<0x[0-9a-f]{2}>)/i.exec(rest);
  const failed = isReply ? /^, ([A-Z][\w ]{3,60})/.exec(rest)?.[1] : undefined;
  return {
    kind: isReply ? 'reply' : 'request',
    transport: 'udp',
    service: 'netbios',
    operation: asked && !isReply ? `${what} ${asked[1]}` : what,
    ...(failed !== undefined && !/^success|^no error/i.test(failed) && { codeText: failed.trim() }),
  };
}

/** A row of the NetBIOS session service, in which SMB runs on port 139: what opens it belongs to SMB. */
export function sessions(info: string): Told | undefined {
  const text = info.replace(/^NbtSS: ?/i, '');
  const base = { transport: 'tcp', service: 'smb', operation: 'NetBIOS session' } as const;
  if (/^Session request/i.test(text)) return { ...base, kind: 'request' };
  if (/^Positive session response/i.test(text)) return { ...base, kind: 'reply' };
  const refused = /^Negative session response(?:, ([\w ]{3,60}))?/i.exec(text);
  if (refused) return { ...base, kind: 'reply', codeText: refused[1] ?? 'Negative session response' };
  return /^(?:NBSS )?Continuation|^Session (?:message|keep-?alive)/i.test(text)
    ? { kind: 'data', transport: 'tcp' }
    : undefined;
}
