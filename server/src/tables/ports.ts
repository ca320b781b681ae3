/** A port of a domain controller: what it is called, and what a join does there in one sentence. */
export interface PortUse {
  readonly name: string;
  readonly about: string;
}

// prettier-ignore
const rows: readonly (readonly [port: number, name: string, about: string])[] = [
  [53, 'DNS', 'DNS: a join asks here for the domain controllers of the domain (SRV records) and for their addresses, and registers the name of the computer.'],
  [88, 'Kerberos', 'Kerberos: tickets for the account used for the join and for the services of the domain controller. Large answers need TCP, not only UDP.'],
  [123, 'Time', 'Time (NTP): Kerberos needs clocks that agree.'],
  [135, 'RPC endpoint mapper', 'The RPC endpoint mapper: it names the dynamic port of an RPC service, such as DRSUAPI or Netlogon.'],
  [137, 'NetBIOS names', 'NetBIOS names: the older way to find a domain controller, where the domain is given by its short name.'],
  [138, 'NetBIOS datagrams', 'NetBIOS datagrams: the older way to ask a domain controller whether it is there.'],
  [139, 'SMB over NetBIOS', 'SMB over NetBIOS: the older port of SMB. A client that gets no answer at 445 may use it.'],
  [389, 'LDAP', 'LDAP. Over UDP: the LDAP ping, which finds a domain controller that answers. Over TCP: the directory itself, where the computer account is looked up, created and changed.'],
  [445, 'SMB', 'SMB: the session to `IPC$` and the named pipes of RPC (Netlogon, LSARPC, SAMR).'],
  [464, 'Kerberos password change', 'Kerberos password change: some tools set the password of the computer account here; a join of Windows does not need it.'],
  [636, 'LDAP over TLS', 'LDAP over TLS. A join of Windows does not need it.'],
  [3268, 'Global catalog', 'The global catalog: LDAP for the whole forest.'],
  [3269, 'Global catalog over TLS', 'The global catalog over TLS.'],
  [9389, 'AD Web Services', 'Active Directory Web Services, as PowerShell uses them. A join does not need them.'],
];

const uses: ReadonlyMap<number, PortUse> = new Map(
  rows.map(([port, name, about]) => [port, { name, about }]),
);

/** What a port of a domain controller is for; undefined for one that is not known. */
export function portUse(port: number): PortUse | undefined {
  return uses.get(port);
}
