import type { Frame, Lines } from '../../../../model';
import type { Told } from '../message';
import { accountOf, ntlmIn } from '../ntlm';
import { dnsSection } from './dns';
import { icmpSection } from './icmp';
import { kerberosSection, kpasswdSection } from './kerberos';
import { ldapSection } from './ldap';
import { namesSection, sessionSection } from './netbios';
import { interfaceSection, rpcSection } from './rpc';
import { type Section, sectionsOf, valueOf } from './sections';
import { smbSection } from './smb';
import { tcpSection, udpSection } from './transport';

type Reader = (section: Section) => Told | undefined;

/** The reader for each protocol, by how its line begins in Wireshark. */
const readers: readonly (readonly [heading: RegExp, reader: Reader])[] = [
  [/^Transmission Control Protocol, /, tcpSection],
  [/^User Datagram Protocol, /, udpSection],
  [/^Domain Name System \(/, dnsSection],
  [/^(?:Connectionless )?Lightweight Directory Access Protocol/, ldapSection],
  [/^Kerberos\b/, kerberosSection],
  [/^MS Kpasswd/, kpasswdSection],
  [/^SMB2? \(Server Message Block Protocol/, smbSection],
  [/^Distributed Computing Environment/, rpcSection],
  [/^Internet Control Message Protocol/, icmpSection],
  [/^NetBIOS Name Service/, namesSection],
  [/^NetBIOS Session Service/, sessionSection],
];

/** How a row of Network Monitor is read, by its protocol; its details have a row for each protocol. */
export type RowReader = (info: string, protocol: string) => Told | undefined;

/** What the details of a frame tell, from the outermost protocol to the innermost. */
export function detailsOf({ details }: Frame, lines: Lines, rowReader: RowReader): Told {
  if (!details) return {};
  let told: Told = {};
  for (const section of sectionsOf(lines, details[0], details[1])) {
    const { heading } = section;
    const reader = readers.find(([pattern]) => pattern.test(heading))?.[1];
    const row = /^(\w{2,20}): ?(.{0,1000})/.exec(heading);
    const found =
      reader?.(section) ??
      (told.isRpc ? interfaceSection(section, told) : undefined) ??
      (row && !reader ? rowReader(`${row[1]!.toUpperCase()}:${row[2]}`, row[1]!) : undefined);
    if (found) told = { ...told, ...found, ...loginIn(section) };
  }
  return told;
}

/** The authentication that a message carries in it. */
function loginIn({ lines }: Section): Told {
  const ntlm = lines.find(each => each.startsWith('NTLM Message Type: '));
  if (ntlm !== undefined) {
    const user = accountOf(valueOf(lines, 'Domain name'), valueOf(lines, 'User name'));
    return { ...ntlmIn(ntlm), ...(user !== undefined && { user }) };
  }
  const kerberos = lines.some(each => /^krb5_tok_id: KRB5_AP_RE[QP]\b/.test(each));
  return kerberos ? { login: 'kerberos' } : {};
}
