import { ldap, ldapResultOf, subcodeIn } from '../ldap';
import type { Told } from '../message';
import { code } from '../results';
import { type Section, numberIn, valueOf } from './sections';

/** "Lightweight Directory Access Protocol", with what its messages print as their own line. */
export function ldapSection({ heading, lines }: Section): Told | undefined {
  const isPing = heading.startsWith('Connectionless');
  const messages = lines.filter(each => each.startsWith('LDAPMessage ')).map(each => each.slice(12));
  const transport = isPing ? ('udp' as const) : ('tcp' as const);
  if (messages.length === 0) {
    return lines.some(each => each.startsWith('SASL Buffer'))
      ? { kind: 'data', isSealed: true, transport }
      : undefined;
  }
  const told = ldap(messages.join(' | '), isPing);
  return told && { ...told, ...resultIn(lines), ...(told.kind === 'reply' && pause(lines)) };
}

/** The result by its number, which the line of the message may lack. */
function resultIn(lines: readonly string[]): Told {
  const printed = valueOf(lines, 'resultCode');
  const value = numberIn(printed);
  if (printed === undefined || value === undefined) return {};
  const message = valueOf(lines, 'errorMessage') ?? '';
  const name = /^\w{1,40}/.exec(printed)?.[0] ?? '';
  const known = ldapResultOf(name, message);
  return known.codeText === undefined ? known : { code: code('ldap', value), subcode: subcodeIn(message) };
}

/** A domain controller whose Netlogon service is paused answers a ping, and cannot be used. */
function pause(lines: readonly string[]): Told {
  const name = /^LOGON_SAM_PAUSE_RESPONSE\w{0,5}/.exec(valueOf(lines, 'Operation code') ?? '')?.[0];
  return name === undefined ? {} : { codeText: name };
}
