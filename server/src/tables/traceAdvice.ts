import type { Service } from './steps';
import type { CodeSpace } from './table';

/**
 * What a failure on the wire means for a join and what to check next, in our words: kept by hand. {server} stands for
 * the server, {port} for its port, {transport} for TCP or UDP, {domain} for the DNS name of the domain, {account} for
 * the account that was named, {device} for who sent an ICMP message, {0x54b} for a Win32 code with its name. Commands
 * are in backquotes; none of them changes anything.
 */
export interface TraceAdvice {
  /** What it means, or is consistent with: whole sentences. Undefined where joinMeanings.ts has the code. */
  readonly means?: string;
  /** What to check next: one sentence, without its end. */
  readonly next: string;
  /** The name of Microsoft's article, under learn.microsoft.com/troubleshoot/windows-server/active-directory/. */
  readonly article?: string;
}

/**
 * How a port that is needed did not do its work. `dropped`: unanswered, though the server answers at other ports.
 * Of ICMP from a device on the way, `filtered`: a rule forbids it; `away`: the host or its network is not found;
 * `undelivered`: for another reason.
 */
export type Silence =
  'unanswered' | 'dropped' | 'refused' | 'filtered' | 'away' | 'undelivered' | 'silent' | 'reset' | 'lost';

/** What may be behind it, by how it looks on the wire; `next` where the port does not decide what to check. */
const causesOfSilence: Readonly<
  Record<Silence, { readonly tcp: string; readonly udp: string; readonly next?: string }>
> = {
  unanswered: {
    tcp: 'Consistent with a firewall that drops packets on the way, or with a server that is off.',
    udp: 'Consistent with a firewall that drops packets on the way, or with a server that is off or does not offer this service.',
  },
  dropped: {
    tcp: 'The server answers on other ports: consistent with a firewall that drops packets to this port, on the way or on the server.',
    udp: 'The server answers on other ports: consistent with a firewall that drops packets to this port, on the way or on the server.',
  },
  refused: {
    tcp: 'The address answers, not the port: consistent with a service that is not running, or with a firewall that rejects in its place.',
    udp: 'The address answers, not the port: consistent with a service that is not running.',
  },
  filtered: {
    tcp: '{device} rejects this by rule.',
    udp: '{device} rejects this by rule.',
    next: 'the rules of {device} for {transport} {port} to {server}',
  },
  away: {
    tcp: '{device} cannot reach it: consistent with a host that is off, a missing route or an old address in DNS; a rule for a port rarely says so.',
    udp: '{device} cannot reach it: consistent with a host that is off, a missing route or an old address in DNS; a rule for a port rarely says so.',
    next: 'whether {server} is up, and which DNS name still has this address',
  },
  undelivered: {
    tcp: '{device} does not deliver it: consistent with a firewall that rejects, a missing route, or a server that is off.',
    udp: '{device} does not deliver it: consistent with a firewall that rejects, a missing route, or a server that is off.',
    next: 'the route of {device} to {server}, and its rules for {transport} {port}',
  },
  silent: {
    tcp: 'Consistent with a service that hangs, or with a device that takes connections in its place.',
    udp: 'Consistent with a firewall that drops packets on the way, or with a service that does not answer.',
  },
  reset: {
    tcp: 'Consistent with a service that refuses this request, or with a device on the way that cuts the connection.',
    udp: 'Consistent with a service that is not running there.',
  },
  lost: {
    tcp: 'Consistent with a device or tunnel on the way that drops packets above some size (an MTU black hole).',
    udp: '',
    next: '`ping -f -l 1472 {server}`, with smaller sizes until it answers; then the MTU of tunnels and VPNs on the way',
  },
};

const testPort = '`Test-NetConnection {server} -Port {port}`';

/** What is missing without a port, and what to check there. */
interface PortRow {
  readonly means: string;
  /** What NetSetup.log may show then, where that is certain: a whole sentence. */
  readonly log?: Readonly<Partial<Record<Silence, string>>>;
  /** What has to answer there. */
  readonly service: string;
  /** How to see whether packets come through. */
  readonly next: string;
  /** What to check where the server refuses; without it, whether the service runs. */
  readonly refused?: string;
  readonly article?: string;
}

/** NetSetup.log may show the same code, however the port kept silent. */
const always = (text: string): Readonly<Record<Silence, string>> => ({
  unanswered: text,
  dropped: text,
  refused: text,
  filtered: text,
  away: text,
  undelivered: text,
  silent: text,
  reset: text,
  lost: text,
});

const kerberosMeans =
  'Without tickets Windows tries NTLM; where policy forbids that, NetSetup.log may show {0x40}.';
const kerberosArticle = 'domain-join-error-0x40-the-specified-network-name-is-no-longer-available';
const kdc = 'the service Kerberos Key Distribution Center';
const rpcLog = always('NetSetup.log may show {0x6ba} or {0x6d9}.');
const rpcArticle = 'status-code-0x6ba-rpc-server-unavailable';

const dynamicPort: PortRow = {
  means: 'Port {port} is a dynamic port of an RPC service (49152–65535).',
  log: rpcLog,
  service: 'the RPC service behind it',
  next: testPort + ', and the firewall rules for TCP 49152–65535',
  article: rpcArticle,
};

const catalog: PortRow = {
  means:
    'The global catalog finds objects of the whole forest. A join to one domain rarely depends on it; looking up users of other domains does.',
  service: 'Active Directory',
  next: testPort + ', and whether the server is a global catalog',
  refused: 'whether {server} is a global catalog',
};

/** No session to IPC$: unreachable, or cut. What a server that only says nothing comes to is not certain. */
const smbLog: Readonly<Partial<Record<Silence, string>>> = {
  ...Object.fromEntries(
    (['unanswered', 'dropped', 'refused', 'filtered', 'away', 'undelivered'] as const).map(silence => [
      silence,
      'NetSetup.log may show {0x35}.',
    ]),
  ),
  reset: 'NetSetup.log may show {0x40}.',
};

const ports: Readonly<Record<string, PortRow>> = {
  'udp 53': {
    means: 'Without DNS no domain controller is found.',
    log: always('NetSetup.log may show {0x54b}.'),
    service: 'the DNS server',
    next: 'the DNS servers of the client (`ipconfig /all`), and `nslookup -type=SRV _ldap._tcp.dc._msdcs.{domain} {server}`',
    refused:
      '`nslookup -type=SRV _ldap._tcp.dc._msdcs.{domain} <DNS server of the domain>`, and the DNS servers of the client (`ipconfig /all`)',
    article: 'error-code-0x54b',
  },
  'tcp 53': {
    means: 'DNS uses TCP for long answers and for secure updates of DNS records.',
    service: 'the DNS server',
    next: testPort,
  },
  'tcp 88': {
    means: kerberosMeans,
    service: kdc,
    next: testPort + ', and the firewall rules for TCP and UDP 88',
    article: kerberosArticle,
  },
  'udp 88': {
    means: kerberosMeans,
    service: kdc,
    next: 'the firewall rules for UDP and TCP 88 (`Test-NetConnection` tests TCP only)',
    article: kerberosArticle,
  },
  'tcp 135': {
    means: 'The endpoint mapper names the ports of RPC services.',
    log: rpcLog,
    service: 'the service RpcEptMapper',
    next: testPort + ', and the firewall rules for TCP 135 and 49152–65535',
    article: rpcArticle,
  },
  'tcp 139': {
    means: 'Port 139 is the older way of SMB (NetBIOS), used only where TCP 445 does not answer.',
    service: 'the service Server, and NetBIOS over TCP/IP',
    next: testPort,
  },
  'tcp 389': {
    means: 'A join needs LDAP for the computer account.',
    log: always('NetSetup.log may show {0x3a} ({ldap 81}).'),
    service: 'the service NTDS',
    next: testPort,
    refused:
      'whether {server} still is a domain controller (service NTDS), else the SRV record that names it',
    article: 'status-code-0x3a-server-not-perform-operation',
  },
  'udp 389': {
    means: 'A domain controller counts as found only when it answers this LDAP ping.',
    log: always('Where none does, NetSetup.log may show {0x54b}.'),
    service: 'the service NTDS',
    next: '`nltest /dsgetdc:{domain} /force`, and the firewall rules for UDP 389',
    refused:
      'whether {server} still is a domain controller (service NTDS), else the SRV record that names it',
    article: 'error-code-0x54b',
  },
  'tcp 445': {
    means: 'Without SMB there is no session to the domain controller (IPC$).',
    log: smbLog,
    service: 'the service Server (LanmanServer)',
    next: testPort,
    article: 'config-firewall-for-ad-domains-and-trusts',
  },
  'tcp 464': { means: 'Kerberos changes and sets passwords there.', service: kdc, next: testPort },
  'udp 464': {
    means: 'Kerberos changes and sets passwords there.',
    service: kdc,
    next: 'the firewall rules for UDP 464 (`Test-NetConnection` tests TCP only)',
  },
  'tcp 636': {
    means: 'Port 636 is LDAP inside TLS.',
    service: 'the service NTDS, and its certificate,',
    next: testPort + ', and LDAP at TCP 389',
  },
  'tcp 3268': catalog,
  'tcp 3269': catalog,
};

/** A test of a port shows nothing where the connection was taken. */
const onServer = (service: string): string =>
  `whether ${service} answers on {server} itself (\`Test-NetConnection\` proves nothing here), then devices on the way`;

/**
 * What is behind a silence, what is missing without the port, and what to check.
 *
 * @param isOvercome something else did it: nothing is missing
 */
export function silenceOf(
  silence: Silence,
  port: number | undefined,
  transport: 'tcp' | 'udp',
  isOvercome: boolean,
): Partial<TraceAdvice> {
  const row = port === undefined ? undefined : (ports[`${transport} ${port}`] ?? dynamicPort);
  const cause = causesOfSilence[silence];
  const kind = silence === 'dropped' ? 'unanswered' : silence;
  // What is lost on the way is no fault of the port.
  const missing = isOvercome || silence === 'lost' ? [] : [row?.means, row?.log?.[kind]];
  const next = cause.next ?? (row && nextOf(row, kind, transport));
  return {
    means: [cause[transport], ...missing].filter(Boolean).join(' '),
    ...(next !== undefined && { next }),
    ...(row?.article !== undefined && { article: row.article }),
  };
}

function nextOf({ service, next, refused }: PortRow, silence: Silence, transport: 'tcp' | 'udp'): string {
  if (silence === 'refused') return refused ?? `on {server}, whether ${service} runs`;
  if (transport === 'udp') return next;
  if (silence === 'reset') return 'a trace on {server}: whether it sent the RST, or a device on the way';
  return silence === 'silent' ? onServer(service) : next;
}

interface CodeRow extends TraceAdvice {
  readonly space: CodeSpace;
  readonly codes: readonly number[];
  /** Counts only for these; for all where undefined. */
  readonly services?: readonly Service[];
  /** Counts only where what was asked reads like this. */
  readonly operation?: RegExp;
}

const account = 'the user name and password that the join was given';
const accountState = '{account} in Active Directory: locked, disabled, expired, password, logon hours';
const signing =
  'the SMB signing settings of both sides, and the rights "Access this computer from the network" on {server}';
const clocks = '`w32tm /stripchart /computer:{server} /samples:3` on the client';
const blockNtlm =
  'on {server}, "Restrict NTLM: Incoming NTLM traffic" and LMCompatibilityLevel; then why Kerberos was not used';
const reuse =
  'who created or owns the computer account, and the rights of the account used for the join on it and on its container';

// The first row that fits counts.
const rows: readonly CodeRow[] = [
  // Kerberos.
  {
    space: 'krb5',
    codes: [37],
    means:
      'The clocks of client and domain controller differ by more than Kerberos allows, 5 minutes by default. Both count in UTC.',
    next: clocks,
  },
  {
    space: 'krb5',
    codes: [6],
    means: 'Consistent with a misspelt user name, or with one of another domain or without the right suffix.',
    next: 'the user name as it was given: user@domain or DOMAIN\\user',
  },
  {
    space: 'krb5',
    codes: [7],
    means:
      'No account has the service name that was asked for: consistent with a missing SPN, or with a server addressed by an alias or IP address. Windows then tries NTLM.',
    next: '`setspn -Q` with the service name of the request',
  },
  {
    space: 'krb5',
    codes: [8],
    means: 'More than one account has this name or SPN, and Kerberos gives a ticket for none of them.',
    next: '`setspn -X`',
  },
  {
    space: 'krb5',
    codes: [24],
    means:
      'The user name is known, and the password did not fit: consistent with a mistyped one, or with a new one that this domain controller does not have yet.',
    next: account,
  },
  {
    space: 'krb5',
    codes: [31],
    operation: /^TGS/,
    means:
      'The domain controller cannot decrypt the ticket: consistent with a trust whose passwords differ on both sides, or with a password that is not replicated yet.',
    next: 'the trust between the domain of the client and that of the service (`nltest /sc_verify`, `netdom trust /verify`), and replication',
  },
  {
    space: 'krb5',
    codes: [31, 41],
    means:
      'The key is not the same on both sides: consistent with a password that has changed or is not replicated yet, or with an SPN on the wrong account.',
    next: 'replication between the domain controllers (`repadmin /showrepl`), and `setspn -Q` with the service name',
  },
  {
    space: 'krb5',
    codes: [14],
    means:
      'Client, account and domain controller have no encryption type in common: consistent with RC4 or AES turned off on one side, or with an account whose password is older than its AES keys.',
    next: '"Network security: Configure encryption types allowed for Kerberos" on both sides, and msDS-SupportedEncryptionTypes of the account',
  },
  {
    space: 'krb5',
    codes: [18],
    means: 'The account is disabled, locked out or expired; Kerberos does not say which.',
    next: accountState,
  },
  {
    space: 'krb5',
    codes: [1, 23],
    means: 'The account or its password has expired. A join cannot change a password.',
    next: accountState,
  },
  {
    space: 'krb5',
    codes: [12],
    means:
      'A rule for this account refuses it: consistent with logon hours, with computers it may log on to, or with an authentication policy.',
    next: accountState,
  },
  {
    space: 'krb5',
    codes: [11, 32, 33],
    means: 'The time in the ticket does not fit: consistent with clocks that differ.',
    next: clocks,
  },
  {
    space: 'krb5',
    codes: [29, 60],
    means: 'The domain controller could not work on the request; the reason is in its own logs.',
    next: 'the System event log of {server} (Kerberos-Key-Distribution-Center), and another domain controller',
  },
  {
    space: 'krb5',
    codes: [68],
    means: 'The account belongs to another domain than the one that was asked.',
    next: 'the suffix of the user name, and the trust to its domain',
  },

  // Sign-in over SMB, LDAP or RPC: which account is meant, joinMeanings.ts says.
  {
    space: 'ntstatus',
    codes: [0xc00000bb],
    services: ['smb'],
    operation: /^Session Setup/,
    means:
      'Consistent with a policy of the server that denies NTLM, where the session did not use Kerberos. NetSetup.log may show {0x32}.',
    next: blockNtlm,
    article: 'status-code-0x32-cannot-join-domain',
  },
  {
    space: 'ntstatus',
    codes: [0xc0000418],
    next: blockNtlm,
    article: 'status-code-0x32-cannot-join-domain',
  },
  { space: 'ntstatus', codes: [0xc0000388], next: '`Test-NetConnection {server} -Port 88`' },
  {
    space: 'ntstatus',
    codes: [0xc0000064, 0xc000006a, 0xc000006d],
    next: account,
  },
  {
    space: 'ntstatus',
    codes: [0xc000006e, 0xc000006f, 0xc0000070, 0xc0000071, 0xc0000072, 0xc0000193, 0xc0000224, 0xc0000234],
    next: accountState,
  },
  {
    space: 'ntstatus',
    codes: [0xc000015b],
    next: 'the right "Access this computer from the network" on {server}',
    article: 'error-0x569-not-granted-logon-type',
  },
  { space: 'ntstatus', codes: [0xc0000133], next: clocks },
  {
    space: 'ntstatus',
    codes: [0xc000005e],
    next: 'whether {server} reaches a domain controller of the domain of the account',
  },
  {
    space: 'ntstatus',
    codes: [0xc000018a, 0xc000018b, 0xc000018c, 0xc000018d],
    means:
      'The server, or the computer account, has no working secure channel to its domain: consistent with an account that is missing or whose password differs.',
    next: '`nltest /sc_verify:{domain}` on {server}, and whether the computer account exists',
  },
  {
    space: 'ntstatus',
    codes: [0xc0000192],
    means: 'The Netlogon service of the server is not running, or is still starting.',
    next: 'the Netlogon service on {server}, and `nltest /dsgetdc:{domain} /force`',
    article: 'ad-replication-error-1908-not-find-domain-controller',
  },
  {
    space: 'ntstatus',
    codes: [0xc0000022],
    services: ['smb'],
    operation: /^(?:Session Setup|Negotiate)/,
    means:
      'The server refuses this session: consistent with SMB signing that only one side requires, with a policy for anonymous or guest sessions, or with a missing right.',
    next: signing,
  },
  {
    space: 'ntstatus',
    codes: [0xc0000022, 0xc00000ca],
    services: ['smb'],
    means:
      'The session was accepted, the share or pipe was not: consistent with a missing right, or with a session as guest or anonymous.',
    next: signing,
  },
  {
    space: 'ntstatus',
    codes: [0xc0000034, 0xc00000ac],
    services: ['smb'],
    operation: /^Create/,
    means: 'The server does not offer this pipe: consistent with a service that is not running there.',
    next: 'the services Netlogon, Server and Security Accounts Manager on {server}',
  },
  {
    space: 'ntstatus',
    codes: [0xc00000cc],
    next: 'whether {server} is the domain controller that was meant: its DNS records, and `net view \\\\{server}`',
  },
  {
    space: 'ntstatus',
    codes: [0xc0000203],
    means:
      'The server does not know this session any more: consistent with a service Server that restarted, or with a device on the way that mixes sessions up.',
    next: 'the System event log of {server} at that time, and devices on the way that speed up or inspect SMB',
  },
  {
    space: 'ntstatus',
    codes: [0xc00000d0, 0xc0000205, 0xc000009a],
    means: 'The server takes no more sessions, or lacks memory for one.',
    next: 'the load and the sessions of {server}',
  },

  // RPC.
  {
    space: 'ntstatus',
    codes: [0xc0000022],
    services: ['samr'],
    operation: /CreateUser/,
    means:
      'The account used for the join may not create computer accounts this way: consistent with missing rights on the container or domain, or with a policy that limits "Add workstations to domain".',
    next: 'the rights of that account on the container of the computer account, and "Add workstations to domain"',
    article: 'access-denied-when-joining-computers',
  },
  {
    space: 'ntstatus',
    codes: [0xc0000022],
    services: ['samr'],
    means:
      'The account used for the join lacks a right on the object it opened or changed, or "Restrict clients allowed to make remote calls to SAM" does not include it.',
    next: reuse,
    article: 'access-denied-when-joining-computers',
  },
  {
    space: 'ntstatus',
    codes: [0xc00002e7],
    means:
      'The account used for the join has added as many computers as it may (ms-DS-MachineAccountQuota, ten by default).',
    next: 'the rights of that account on the container of the computer account, and its quota',
    article: 'status-code-0x216d-not-joined-domain',
  },
  {
    space: 'ntstatus',
    codes: [0xc0000063],
    services: ['samr'],
    means: 'The computer account exists already, and nothing in this trace uses it afterwards.',
    next: reuse,
    article: 'failure-when-you-use-an-existing-computer-account-to-join-a-domain',
  },
  {
    space: 'ntstatus',
    codes: [0xc0000022],
    services: ['netlogon'],
    operation: /Authenticate/,
    means:
      'The secure channel was refused: the password of the computer account is not the same on both sides, or the way it was asked for is too weak for the server.',
    next: '`Test-ComputerSecureChannel` on the client, and the Netlogon events (5722, 5723, 5805, 5827) of {server}',
  },
  {
    space: 'ntstatus',
    codes: [0xc0000022],
    services: ['lsarpc'],
    next: 'the rights of the account used for the join, and policies for anonymous access on {server}',
  },
  {
    space: 'win32',
    codes: [5],
    services: ['samr'],
    means:
      'Consistent with "Restrict clients allowed to make remote calls to SAM" on the domain controller not including this account, or with a missing right.',
    next: 'the RestrictRemoteSam value under HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa on {server}',
    article: 'error-0x5-access-denied-rename-computer-dc',
  },
  {
    space: 'win32',
    codes: [5],
    services: ['smb'],
    means:
      'Access was denied to a call through a pipe. Where it was one to SAM, as in a rename or where an account is changed: consistent with "Restrict clients allowed to make remote calls to SAM" on the domain controller.',
    next: 'the RestrictRemoteSam value under HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa on {server}',
    article: 'error-0x5-access-denied-rename-computer-dc',
  },
  {
    space: 'win32',
    codes: [5],
    services: ['drsuapi', 'netlogon', 'lsarpc', 'endpointMapper'],
    means:
      'Consistent with a missing right, with a sign-in that was not accepted, or with a policy that restricts RPC clients.',
    next: 'which account the bind of this connection used, and RestrictRemoteClients on {server}',
  },
  {
    space: 'win32',
    codes: [0x6d9],
    next: 'whether the service (Active Directory, Netlogon) runs on {server}, and its list of ports (`portqry -n {server} -e 135`)',
    article: 'domain-join-error-0x6d9-there-are-no-more-endpoints-available-from-the-endpoint-mapper',
  },
  {
    space: 'win32',
    codes: [0x6b5],
    means:
      'The server at this port does not offer the interface: consistent with a port that another service has now, or with a device that answers in its place.',
    next: '`portqry -n {server} -e 135`',
    article: 'status-code-0x6ba-rpc-server-unavailable',
  },
  {
    space: 'win32',
    codes: [0x6bb],
    means: 'The service is too busy to answer now.',
    next: 'the load of {server}, and another domain controller',
  },
  {
    space: 'win32',
    codes: [0x721],
    means:
      'The authentication of the call failed: consistent with a wrong password of the computer account, an SPN on the wrong account, or clocks that differ.',
    next: 'the Kerberos frames before it, and `setspn -Q` with the service name',
  },

  // LDAP.
  {
    space: 'ldap',
    codes: [8],
    next: '"Domain controller: LDAP server signing requirements" (and channel binding) on {server}, and whether the client signs',
  },
  {
    space: 'ldap',
    codes: [13],
    means: 'The domain controller wants this session encrypted, and it was not.',
    next: '"Domain controller: LDAP server signing requirements" on {server}, and whether the client signs or uses TLS',
  },
  { space: 'ldap', codes: [49, 48], next: account },
  {
    space: 'ldap',
    codes: [50],
    next: reuse,
    article: 'access-denied-when-joining-computers',
  },
  {
    space: 'ldap',
    codes: [68],
    means: 'An object of this name exists already, and nothing in this trace uses it afterwards.',
    next: reuse,
    article: 'failure-when-you-use-an-existing-computer-account-to-join-a-domain',
  },
  {
    space: 'ldap',
    codes: [53, 19],
    next: 'the Win32 code in the error text of the server, in the details of this frame',
  },
  { space: 'ldap', codes: [34], next: 'the container (OU) that the join was given' },
  { space: 'ldap', codes: [51, 52], next: 'the load of {server}, and another domain controller' },
  {
    space: 'ldap',
    codes: [1],
    means: 'Consistent with a search on a connection whose sign-in (bind) did not succeed before.',
    next: 'the bind on this connection before it',
  },
  {
    space: 'ldap',
    codes: [7],
    next: 'which mechanisms {server} offers (supportedSASLMechanisms of its rootDSE)',
  },

  // Behind an LDAP error: Win32.
  { space: 'win32', codes: [0x52e, 0x525, 0x57], services: ['ldap'], next: account },
  {
    space: 'win32',
    codes: [0x52f, 0x530, 0x531, 0x532, 0x533, 0x701, 0x773, 0x775],
    services: ['ldap'],
    next: accountState,
  },
  {
    space: 'win32',
    codes: [0x216d],
    next: 'the rights of that account on the container of the computer account, and ms-DS-MachineAccountQuota',
    article: 'status-code-0x216d-not-joined-domain',
  },
  { space: 'win32', codes: [0x21c7], next: '`setspn -Q HOST/<computer>`' },
  {
    space: 'win32',
    codes: [0x2098, 0x5],
    services: ['ldap'],
    next: reuse,
    article: 'access-denied-when-joining-computers',
  },
  {
    space: 'win32',
    codes: [0x4dc],
    services: ['ldap'],
    means: 'The connection is not signed in: a bind has to succeed first.',
    next: 'the bind on this connection before it',
  },

  // DNS.
  {
    space: 'dns',
    codes: [3],
    services: ['dns'],
    operation: /^SRV/,
    means:
      'This DNS server does not know the domain: consistent with one of a provider or another network, or with a misspelt name.',
    next: '`nslookup -type=SRV _ldap._tcp.dc._msdcs.{domain} <DNS server of the domain>`; where that answers, the client has to ask it (`ipconfig /all`)',
    article: 'error-code-0x54b',
  },
  {
    space: 'dns',
    codes: [2],
    services: ['dns'],
    means:
      'The DNS server could not find out: consistent with a forwarder or delegation that leads nowhere, or with a server of the zone that does not answer it.',
    next: '`nslookup -type=SRV _ldap._tcp.dc._msdcs.{domain} {server}`, and forwarders and delegations of {server} for this domain',
    article: 'error-code-0x0000232a',
  },
  {
    space: 'dns',
    codes: [5],
    services: ['dns'],
    means: 'The DNS server was reached and does not serve this client, or not this domain.',
    next: '`nslookup -type=SRV _ldap._tcp.dc._msdcs.{domain} <DNS server of the domain>`, and the DNS servers of the client (`ipconfig /all`)',
    article: 'error-code-0x54b',
  },
  {
    space: 'dns',
    codes: [3],
    services: ['dns'],
    means:
      'DNS named this domain controller and has no address for it: consistent with a missing or stale record of it.',
    next: 'the A record of this name in the zone, and whether it is the name of a domain controller that still exists',
    article: 'error-0xa8b-resolve-dns-fail',
  },
  {
    space: 'dns',
    codes: [2, 5],
    services: ['dnsUpdate'],
    means: 'Consistent with a record of this name that belongs to another account.',
    next: 'the record of the computer in the zone: who owns it, and whether it is stale',
  },
  {
    space: 'dns',
    codes: [9, 10],
    services: ['dnsUpdate'],
    means: 'The server that was asked does not hold the zone.',
    next: 'the SOA record of the zone: it names the server that takes updates',
  },
  {
    space: 'dns',
    codes: [16, 17, 18],
    services: ['dnsUpdate'],
    means: 'The signature of the update was not accepted: consistent with clocks that differ.',
    next: clocks,
  },
];

/** What a code means in the reply of a service; undefined where nothing certain is known. */
export function codeAdvice(
  { space, value }: { readonly space: CodeSpace; readonly value: number },
  service: Service,
  operation: string,
): TraceAdvice | undefined {
  return rows.find(
    each =>
      each.space === space &&
      each.codes.includes(value) &&
      (each.services?.includes(service) ?? true) &&
      (each.operation?.test(operation) ?? true),
  );
}

/** What can keep NTLM from taking the place of Kerberos. */
export const ntlmLimits =
  'What can block NTLM: "Restrict NTLM" policies on either side, and values of LMCompatibilityLevel that do not fit each other.';

/** What the form of a user name has to do with it. */
export const userNameForms =
  'Which Kerberos requests are seen depends on the form of the user name: user@domain, NETBIOS\\user or domain name\\user.';
