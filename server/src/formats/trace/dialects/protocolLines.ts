/**
 * The unindented lines of Wireshark's details, by their beginnings, with the name that its Protocol column uses.
 * What is not here does not count: layers below, reassembly, payload.
 */
const wireshark: readonly (readonly [begins: string, protocol: string])[] = [
  ['Transmission Control Protocol', 'TCP'],
  ['User Datagram Protocol', 'UDP'],
  ['Internet Control Message Protocol v6', 'ICMPv6'],
  ['Internet Control Message Protocol', 'ICMP'],
  ['Internet Group Management Protocol', 'IGMP'],
  ['Address Resolution Protocol', 'ARP'],
  ['Domain Name System', 'DNS'],
  ['Multicast Domain Name System', 'MDNS'],
  ['Link-local Multicast Name Resolution', 'LLMNR'],
  ['NetBIOS Name Service', 'NBNS'],
  ['NetBIOS Datagram Service', 'NBDS'],
  ['NetBIOS Session Service', 'NBSS'],
  ['Microsoft Windows Browser Protocol', 'BROWSER'],
  ['Microsoft Windows Logon Protocol', 'SMB_NETLOGON'],
  ['Dynamic Host Configuration Protocol', 'DHCP'],
  ['Bootstrap Protocol', 'DHCP'],
  ['DHCPv6', 'DHCPv6'],
  ['Network Time Protocol', 'NTP'],
  ['Connectionless Lightweight Directory Access Protocol', 'CLDAP'],
  ['Lightweight Directory Access Protocol', 'LDAP'],
  ['Lightweight-Directory-Access-Protocol', 'LDAP'],
  ['Kerberos', 'KRB5'],
  ['MS Kpasswd', 'KPASSWD'],
  ['SMB2 (Server Message Block Protocol version 2)', 'SMB2'],
  ['SMB (Server Message Block Protocol)', 'SMB'],
  ['Distributed Computing Environment / Remote Procedure Call', 'DCERPC'],
  ['DCE RPC', 'DCERPC'],
  ['DCE/RPC Endpoint Mapper', 'EPM'],
  ['DRSUAPI', 'DRSUAPI'],
  ['Microsoft Network Logon', 'RPC_NETLOGON'],
  ['Local Security Authority', 'LSARPC'],
  ['Microsoft Local Security Architecture', 'LSARPC'],
  ['Active Directory Setup', 'DSSETUP'],
  ['SAMR', 'SAMR'],
  ['Microsoft Security Account Manager', 'SAMR'],
  ['Workstation Service', 'WKSSVC'],
  ['Server Service', 'SRVSVC'],
  ['Microsoft Spool Subsystem', 'SPOOLSS'],
  ['Transport Layer Security', 'TLS'],
  ['Secure Sockets Layer', 'SSL'],
  ['Hypertext Transfer Protocol', 'HTTP'],
];

/** Labels of Network Monitor's tree, in lower case, with the name that its Protocol Name column uses. */
const netmon: ReadonlyMap<string, string> = new Map(
  (
    'tcp TCP,udp UDP,icmp ICMP,icmpv6 ICMPv6,arp ARP,dns DNS,nbtns NbtNs,nbtds NbtDs,nbtss NbtSs,browser Browser,' +
    'dhcp DHCP,ldap LDAP,ldapmessage LDAP,cldap LDAP,netlogon NetLogon,netlogonattribute NetLogon,kerberos KerberosV5,' +
    'kerberosv5 KerberosV5,kpasswd Kpasswd,smb SMB,smb2 SMB2,msrpc MSRPC,rpc MSRPC,epm EPM,drsr DRSR,drsuapi DRSR,' +
    'nrpc NRPC,lsad LSAD,lsat LSAT,lsarpc LSAD,samr SAMR,wkssvc WKSSVC,srvs SRVS,tls TLS,ssl SSL,http HTTP,sntp SNTP'
  )
    .split(',')
    .map(each => each.split(' ') as [string, string]),
);

/** A line of a tree of Network Monitor: `+ Tcp: Flags=…`, `  Frame: Number = 84, …`. */
const netmonLabel = /^ {0,3}(?:[+-] ?)?([A-Za-z]\w{1,30}):(?: |$)/;

/** The protocol that a line at the outermost level of details opens; undefined for a layer that does not count. */
export function protocolOf(line: string): string | undefined {
  const text = line.trimStart();
  const found = wireshark.find(([begins]) => text.startsWith(begins))?.[1];
  if (found !== undefined) return found;
  const label = netmonLabel.exec(line)?.[1];
  return label === undefined ? undefined : netmon.get(label.toLowerCase());
}

const frameLine = /^Frame (\d{1,10})(?::| \().{0,30}\bbytes\b|^Frame (\d{1,10}):\s*$/;
const netmonFrame = /^(?:[+-] ?)?Frame: (?:Number = (\d{1,10}),|.{0,80}MediaType)/;

/** Whether a line begins the details of a frame, and which number it gives. */
export function frameLineOf(
  line: string,
): { readonly number: number | undefined; isNetmon: boolean } | undefined {
  const text = line.trimStart().slice(0, 300);
  if (!/^(?:[+-] ?)?Frame[: ]/.test(text)) return undefined;
  const wiresharks = frameLine.exec(text);
  if (wiresharks) return { number: Number(wiresharks[1] ?? wiresharks[2]), isNetmon: false };
  const netmons = netmonFrame.exec(text);
  return netmons
    ? { number: netmons[1] === undefined ? undefined : Number(netmons[1]), isNetmon: true }
    : undefined;
}

const headless =
  /^(?:Ethernet II, Src:|Internet Protocol(?: Version [46])?, Src:|Transmission Control Protocol, Src Port:|User Datagram Protocol, Src Port:)/;
const netmonHeadless =
  /^[+-] ?(?:Ethernet: Etype = |Ipv[46]: Src = |Tcp: .{0,60}(?:Flags=|SrcPort=)|Udp: SrcPort ?= )/i;

/** Whether a line begins details that have lost their first line. */
export function isHeadless(line: string): 'wiresharkDetails' | 'netmonDetails' | undefined {
  const text = line.trimStart().slice(0, 100);
  if (headless.test(text)) return 'wiresharkDetails';
  return netmonHeadless.test(text) ? 'netmonDetails' : undefined;
}
