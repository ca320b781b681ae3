/** Protocols by the names in the Protocol columns of Wireshark, Network Monitor and pktmon's texts. */
const known = new Set(
  (
    'TCP UDP IP IPv4 Ipv4 IPv6 Ipv6 ICMP ICMPv6 Icmp ARP Arp IGMP DNS Dns MDNS LLMNR NBNS NbtNs NBSS NbtSs NBDS ' +
    'NbtDs BROWSER Browser SMB_NETLOGON LANMAN MAILSLOT DHCP DHCPv6 BOOTP NTP SNTP CLDAP LDAP LDAPMessage LDAPSASLBuffer KRB5 KerberosV5 ' +
    'KPASSWD Kpasswd SMB SMB2 SMB3 SMBOverTCP DCERPC MSRPC RPC EPM EPMv4 DRSUAPI DRSR RPC_NETLOGON NRPC NetLogon ' +
    'NETLOGON Netlogon LSARPC LSAD LSAT DSSETUP SAMR Samr WKSSVC WKST SRVSVC SRVS SPOOLSS WINREG SVCCTL ' +
    'GSSAPI GSS-API SPNEGO NTLMSSP NLMP SASL TLS TLSv1 TLSv1.1 TLSv1.2 TLSv1.3 SSL SSLv2 SSLv3 HTTP HTTP/XML ' +
    'HTTP2 QUIC OCSP SSDP LLDP STP CDP SSH RDP CredSSP RADIUS OXID ISystemActivator IOXIDResolver FRSRPC DFSR ' +
    'NETDFS DFSC DNSSERVER PortMap SNMP SYSLOG TDS ISAKMP ESP EAPOL ETHERNET Ethernet'
  ).split(' '),
);

/** A word as Protocol columns hold them; there is a capital in it. */
const shape = /^(?=.{0,24}[A-Z])[A-Za-z0-9][\w.+/-]{1,24}$/;

export function isKnownProtocol(text: string | undefined): boolean {
  return text !== undefined && known.has(text);
}

export function isProtocol(text: string | undefined): boolean {
  return text !== undefined && shape.test(text);
}

/** What Info columns hold and lists of ports, rules or hosts do not. */
const packetInfo =
  /\[(?:SYN|ACK|FIN|RST|PSH|TCP)\b|\bFlags ?[=[]|\bSeq=|\b(?:[Rr]equest|[Rr]esponse|[Qq]uery|Error|Reply|RE[QP]|ERROR|Bind|Bind_ack|AUTH3|Alter_context|Fault|Negotiate|Announcement|Registration|Encrypted|payload|unreachable)\b|\b(?:search|bind|modify|add|del|extended|unbind)[A-Z]\w{2,12}|^(?:UDP, length|Who has|Continuation|[A-Z][A-Za-z0-9]{2,12}:\S)/;

/** Whether a text is what a tool says of a packet. */
export function isPacketInfo(text: string): boolean {
  return packetInfo.test(text.slice(0, 400));
}

/** What a screenshot that was read by a machine makes of a name. */
const misread: readonly (readonly [RegExp, string])[] = [
  [/^KRB[Ss$]$/, 'KRB5'],
  [/^[S5]MB[2Z]$/, 'SMB2'],
  [/^DN5$/, 'DNS'],
];

/** The name as it was meant. */
export function readProtocol(text: string): string {
  return misread.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}

/** Names that no prose has, so that a number in front and words behind are enough for a row. */
export function isUnmistakable(text: string): boolean {
  return /^(?:SMB2|KRB5|DCERPC|CLDAP|LDAP|RPC_NETLOGON|EPM|DRSUAPI|LSARPC|SAMR|NBNS|WKSSVC|SRVSVC)$/.test(
    text,
  );
}
