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

/** Ports that belong to no step of a join, so that a connection to them is no dynamic port of RPC. */
export const isEphemeral = (port: number): boolean => port >= 1024 && port !== 3268 && port !== 3269;

/** How a service is asked where no row tells: DNS, Kerberos and the LDAP ping begin with datagrams. */
export function usualTransport(service: Service | undefined): Transport {
  switch (service) {
    case 'dns':
    case 'kerberos':
    case 'ldapPing':
    case 'netbios':
      return 'udp';
    default:
      return 'tcp';
  }
}
