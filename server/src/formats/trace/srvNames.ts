const site = /\._tcp\.([^.]{1,80})\._sites\b/i;
const guid = /^_ldap\._tcp\.[0-9a-f]{8}-[0-9a-f-]{20,30}\.domains\._msdcs\.?/i;

/** What the part of an SRV name behind the site and in front of the domain asks for, and its words. */
const asked: readonly (readonly [pattern: RegExp, about: string])[] = [
  [
    guid,
    'Asks for a domain controller of the domain with this GUID, in the forest that follows: the way that still works after a domain was renamed.',
  ],
  [/^_ldap\._tcp(?:\.[^.]+\._sites)?\.pdc\._msdcs\b/i, 'Asks for the PDC emulator of the domain.'],
  [/^_ldap\._tcp(?:\.[^.]+\._sites)?\.gc\._msdcs\b/i, 'Asks for a global catalog of the forest.'],
  [/^_gc\._tcp\b/i, 'Asks for a global catalog of the forest.'],
  [
    /^_ldap\._tcp(?:\.[^.]+\._sites)?\.dc\._msdcs\b/i,
    'Asks for the domain controllers of the domain: the look-up that a join depends on.',
  ],
  [
    /^_kerberos\._(?:tcp|udp)(?:\.[^.]+\._sites)?\.dc\._msdcs\b/i,
    'Asks for the domain controllers of the domain that issue Kerberos tickets.',
  ],
  [/^_kerberos\._(?:tcp|udp)\b/i, 'Asks for the servers of the domain that issue Kerberos tickets.'],
  [
    /^_kpasswd\._(?:tcp|udp)\b/i,
    'Asks for the servers of the domain at which Kerberos passwords are changed.',
  ],
  [
    /^_ldap\._tcp\b/i,
    'Asks for the LDAP servers of the domain. The name with `dc._msdcs` in it is for domain controllers alone.',
  ],
];

/** What an SRV name of the search for a domain controller asks for, as Markdown; undefined for another name. */
export function aboutSrv(name: string): string | undefined {
  const about = asked.find(([pattern]) => pattern.test(name))?.[1];
  if (about === undefined) return undefined;
  const inSite = site.exec(name)?.[1];
  const of =
    inSite === undefined
      ? ''
      : ` Only those of the site \`${inSite.replaceAll('`', "'")}\`: the nearest ones. Without an answer, all of the domain are asked for.`;
  return `${about}${of} Domain controllers register these names in DNS.`;
}
