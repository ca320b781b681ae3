import type { Service, Transport } from '../../model';

/** The ports at which a service of a domain controller listens. */
export const servicePorts: Readonly<Partial<Record<Service, readonly number[]>>> = {
  dns: [53],
  dnsUpdate: [53],
  kerberos: [88],
  kpasswd: [464],
  endpointMapper: [135],
  netbios: [137, 138],
  ldapPing: [389],
  ldap: [389, 636, 3268, 3269],
  smb: [445, 139],
};

/** Services that speak RPC: over a pipe of SMB, or over a port that the endpoint mapper names. */
export const rpcServices: ReadonlySet<Service | undefined> = new Set<Service>([
  'drsuapi',
  'netlogon',
  'lsarpc',
  'samr',
]);

/** What a connection to a port is for, before anything was said on it. */
export function serviceOfPort(port: number | undefined, transport: Transport): Service | undefined {
  switch (port) {
    case 53:
      return 'dns';
    case 88:
      return 'kerberos';
    case 135:
      return 'endpointMapper';
    case 137:
    case 138:
      return 'netbios';
    case 139:
    case 445:
      return 'smb';
    case 389:
      return transport === 'udp' ? 'ldapPing' : 'ldap';
    case 464:
      return 'kpasswd';
    case 636:
    case 3268:
    case 3269:
      return 'ldap';
    default:
      return undefined;
  }
}

/** The global catalog, and what else is often asked of the same server: SQL, RDP, WinRM, web, WSUS, AD Web Services. */
const registered: ReadonlySet<number> = new Set([
  1433, 3268, 3269, 3389, 5985, 5986, 8080, 8443, 8530, 8531, 9389,
]);

/** Whether RPC may listen at a port: Windows gives out 49152–65535 or, where it is told so, other ones above 1023. */
export const isEphemeral = (port: number): boolean => port >= 1024 && !registered.has(port);

/** How a service is asked where no row tells: DNS, its updates, Kerberos and the LDAP ping begin with datagrams. */
export function usualTransport(service: Service | undefined): Transport {
  switch (service) {
    case 'dns':
    case 'dnsUpdate':
    case 'kerberos':
    case 'ldapPing':
    case 'netbios':
      return 'udp';
    default:
      return 'tcp';
  }
}
