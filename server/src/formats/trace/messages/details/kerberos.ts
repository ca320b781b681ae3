import { kerberosError } from '../kerberos';
import type { Told } from '../message';
import { type Section, numberIn, valueOf } from './sections';

/** Message types of RFC 4120, as rows print them. */
const types: Readonly<Record<number, readonly [operation: string, kind: 'request' | 'reply']>> = {
  10: ['AS-REQ', 'request'],
  11: ['AS-REQ', 'reply'],
  12: ['TGS-REQ', 'request'],
  13: ['TGS-REQ', 'reply'],
  14: ['AP-REQ', 'request'],
  15: ['AP-REQ', 'reply'],
};

/** "Kerberos", and the first message below it. */
export function kerberosSection({ lines }: Section): Told | undefined {
  const type = numberIn(valueOf(lines, 'msg-type') ?? valueOf(lines, 'MSG Type'));
  if (type === 30) {
    const error = valueOf(lines, 'error-code') ?? valueOf(lines, 'error_code') ?? 'KRB-ERROR';
    const number = numberIn(error);
    return {
      kind: 'reply',
      service: 'kerberos',
      ...kerberosError(
        /^[\w-]{1,60}/.exec(error)?.[0] ?? error,
        number === undefined ? undefined : String(number),
      ),
    };
  }
  const found = type === undefined ? undefined : types[type];
  if (!found) return undefined;
  const [operation, kind] = found;
  const name = type === 12 ? askedFor(lines) : undefined;
  return {
    kind,
    service: 'kerberos',
    operation: name === undefined ? operation : `${operation} ${name}`,
    ...((type === 14 || type === 15) && { login: 'kerberos' as const }),
    ...(type === 10 && { user: clientIn(lines) }),
  };
}

/** "joiner@ALPINE.TEST": who asks for the first ticket. */
function clientIn(lines: readonly string[]): string | undefined {
  const from = lines.findIndex(each => /^cname$/.test(each));
  if (from < 0) return undefined;
  const own = lines.slice(from + 1, from + 10);
  const end = own.findIndex(each => /^(?:realm:|sname$)/.test(each));
  const parts = own
    .slice(0, end < 0 ? undefined : end)
    .flatMap(each => /^CNameString: (\S{1,255})/.exec(each)?.[1] ?? []);
  const realm = own.flatMap(each => /^realm: (\S{1,255})/.exec(each)?.[1] ?? [])[0];
  if (parts.length === 0) return undefined;
  return realm === undefined ? parts.join('/') : `${parts.join('/')}@${realm}`;
}

/** The service in the body of a request: the ticket in front of it names another one. */
function askedFor(lines: readonly string[]): string | undefined {
  const body = lines.findIndex(each => /^(?:req-body|KDC_REQ_BODY)$/.test(each));
  if (body < 0) return undefined;
  const from = lines.findIndex((each, at) => at > body && /^sname$|^Server Name/.test(each));
  if (from < 0) return undefined;
  const whole = /^Server Name[^:]{0,40}: (\S{1,255})/.exec(lines[from]!)?.[1];
  if (whole !== undefined) return whole;
  const parts: string[] = [];
  for (const line of lines.slice(from + 1, from + 8)) {
    const part = /^SNameString: (\S{1,255})/.exec(line)?.[1];
    if (part !== undefined) parts.push(part);
    else if (parts.length > 0) break;
  }
  return parts.length > 0 ? parts.join('/') : undefined;
}

/** "MS Kpasswd". */
export function kpasswdSection({ lines }: Section): Told | undefined {
  const version = valueOf(lines, 'Version');
  if (version === undefined) return undefined;
  return {
    kind: /^reply/i.test(version) ? 'reply' : 'request',
    service: 'kpasswd',
    operation: 'set password',
  };
}
