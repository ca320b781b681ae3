import type { PhaseId } from './phases';

/**
 * What a final code means in a join, in our words: kept by hand. {dc}, {domain}, {computer} and {account} stand
 * for the names of the log. A row with a phase counts only there and before one without.
 */
export interface Advice {
  /** The final Win32 code. */
  readonly code: number;
  readonly phase?: PhaseId;
  /** What happened, as far as the code proves it: whole sentences. */
  readonly happened: string;
  /** What may be behind it, to stand after "Consistent with". */
  readonly consistentWith?: string;
  /** What to look at next; read-only commands in backquotes. */
  readonly next?: readonly string[];
  /** The name of Microsoft's article, under learn.microsoft.com/troubleshoot/windows-server/active-directory/. */
  readonly article?: string;
}

export const advice: readonly Advice[] = [
  {
    code: 0x2,
    phase: 'createAccount',
    happened: 'The place in the directory was not found.',
    consistentWith: 'a MachineAccountOU that does not exist, or that is not an organizational unit',
    next: ['the value of MachineAccountOU, letter by letter, against the directory'],
  },
  {
    code: 0x5,
    phase: 'connect',
    happened: 'The domain controller {dc} refused the session to IPC$.',
    consistentWith: 'an account that may not use it, or with SMB signing settings that do not match',
    next: [
      '`net use \\\\{dc}\\IPC$ /user:{account}` from this computer',
      'the SMB signing policies of both sides',
    ],
  },
  {
    code: 0x5,
    phase: 'createAccount',
    happened:
      'The directory did not allow {account} to create or change the computer account. An existing account also needs the right to reset its password.',
    next: ['the rights of {account} on the organizational unit, or on the existing account {computer}'],
    article: 'access-denied-when-joining-computers',
  },
  {
    code: 0x5,
    phase: 'renameAccount',
    happened: 'The domain controller {dc} refused to rename the account.',
    consistentWith:
      'the policy "Restrict clients allowed to make remote calls to SAM" on the domain controller, or with missing rights of {account}',
    next: ['the registry value RestrictRemoteSam on {dc}', 'the rights of {account} on the computer account'],
    article: 'error-0x5-access-denied-rename-computer-dc',
  },
  {
    code: 0x5,
    happened: 'Access was denied. The line names the call and the computer that refused it.',
    next: ['the rights of {account} for this call'],
  },
  {
    code: 0x32,
    happened: 'The domain controller {dc} does not accept this way of authentication.',
    consistentWith:
      'a policy that denies incoming NTLM while Kerberos was not used, as when the domain controller is addressed by IP address',
    next: [
      'the policy "Restrict NTLM: Incoming NTLM traffic" on {dc}',
      'a trace of TCP 88: was Kerberos tried?',
    ],
    article: 'status-code-0x32-cannot-join-domain',
  },
  {
    code: 0x3a,
    happened: 'LDAP on {dc} could not be reached, or the connection broke.',
    consistentWith: 'TCP 389 blocked, or with packets lost to a wrong MTU',
    next: ['`Test-NetConnection {dc} -Port 389`', 'a trace of TCP 389: repeated SYN or lost packets'],
    article: 'status-code-0x3a-server-not-perform-operation',
  },
  {
    code: 0x40,
    phase: 'connect',
    happened:
      'The SMB session to {dc} was cut while it was being set up: TCP 445 answered, authentication did not finish.',
    consistentWith: 'TCP 88 (Kerberos) blocked or altered on the way to the domain controller',
    next: [
      '`Test-NetConnection {dc} -Port 88`',
      'a trace of `net use \\\\{dc}\\IPC$`: Kerberos packets and their answers',
    ],
    article: 'domain-join-error-0x40-the-specified-network-name-is-no-longer-available',
  },
  {
    code: 0x35,
    phase: 'connect',
    happened: 'The domain controller {dc} could not be reached over SMB.',
    consistentWith: 'TCP 445 blocked, or with a name that leads to the wrong address',
    next: ['`Test-NetConnection {dc} -Port 445`', '`Resolve-DnsName {dc}`'],
  },
  {
    code: 0x43,
    phase: 'connect',
    happened: 'The name of the domain controller {dc}, or its IPC$ share, was not found on the network.',
    next: ['`Resolve-DnsName {dc}`', '`Test-NetConnection {dc} -Port 445`'],
    article: 'troubleshoot-errors-join-computer-to-domain',
  },
  {
    code: 0x4c3,
    happened: 'This computer already has a session to {dc} with another account.',
    next: ['`net use` on this computer; restart it to drop old sessions'],
    article: 'troubleshoot-errors-join-computer-to-domain',
  },
  {
    code: 0x525,
    happened: 'The domain controller has no account of that name.',
    next: ['the name of the account, and whether it has reached {dc} by replication'],
  },
  {
    code: 0x52e,
    happened:
      'The user name or the password of {account} is wrong, or the domain controller does not know the account.',
    next: ['the account with its domain in front, and its password'],
  },
  {
    code: 0x534,
    happened:
      'The domain controller {dc} has no account for {computer}, and this join was not allowed to create one or could not use it. If the account was created just now, this domain controller may not have it yet.',
    next: [
      'the join options: without NETSETUP_ACCT_CREATE the account must exist already',
      'whether another attempt follows: Windows tries twice, first with an existing account only',
    ],
    article: 'domain-join-error-0x534-no-mapping-between-account-names-and-security-ids-was-done',
  },
  {
    code: 0x54b,
    happened: 'No domain controller of {domain} was found.',
    consistentWith:
      'DNS that does not lead to the domain, with blocked ports (UDP and TCP 389, TCP 135 and 445), or with a name that is not that of a domain',
    next: [
      '`Resolve-DnsName -Type SRV _ldap._tcp.dc._msdcs.{domain}`',
      '`nltest /dsgetdc:{domain} /force`',
      'the DNS servers of this computer: `ipconfig /all`',
      '%windir%\\debug\\dcdiag.txt, where the DNS error stands',
    ],
    article: 'error-code-0x54b',
  },
  {
    code: 0x569,
    happened:
      'The account {account} may not log on to {dc} over the network: it lacks the right "Access this computer from the network".',
    next: ['the policy "Access this computer from the network" that applies to {dc}'],
    article: 'error-0x569-not-granted-logon-type',
  },
  {
    code: 0x576,
    happened: 'The clocks of this computer and of the domain controller differ by more than Kerberos allows.',
    next: ['`w32tm /stripchart /computer:{dc} /samples:3`'],
  },
  {
    code: 0x6ba,
    happened: 'The RPC server on {dc} could not be reached.',
    consistentWith: 'TCP 135, or the port that the endpoint mapper names (49152–65535), blocked',
    next: ['`Test-NetConnection {dc} -Port 135`', '`portqry -n {dc} -e 135`, then the port it names'],
    article: 'status-code-0x6ba-rpc-server-unavailable',
  },
  {
    code: 0x6bf,
    happened: 'A call to {dc} was cut before it was carried out.',
    consistentWith: 'a firewall, router or VPN on the way that rejects RPC packets',
    next: [
      '`Test-NetConnection {dc} -Port 135` and `-Port 445`',
      'firewalls and VPN between this computer and {dc}',
    ],
    article: 'status-code-0x6bf-0xc002001c',
  },
  {
    code: 0x6d9,
    happened: 'The endpoint mapper on {dc} has no port for the service that was asked for.',
    consistentWith:
      'TCP 135 or the dynamic ports blocked or answered by something else, or with a service that is not running',
    next: ['`portqry -n {dc} -e 135`', 'security software and services on {dc}'],
    article: 'domain-join-error-0x6d9-there-are-no-more-endpoints-available-from-the-endpoint-mapper',
  },
  {
    code: 0x774,
    happened: 'No domain controller was found that could answer.',
    next: ['`nltest /dsgetdc:{domain} /force`'],
  },
  {
    code: 0x8b0,
    happened:
      'An account of this name exists already. With an organizational unit given, it may exist in another one.',
    next: ['where the account {computer} is in the directory'],
    article: 'failure-when-you-use-an-existing-computer-account-to-join-a-domain',
  },
  {
    code: 0x8bf,
    happened: 'The account {account} has expired.',
    next: ['the expiry date of {account} in the directory'],
  },
  {
    code: 0xa8b,
    happened: 'A domain controller was found, but the check of its DNS name failed.',
    consistentWith: 'a wrong DNS server on this computer, or a missing or unreachable A record',
    next: ['`Resolve-DnsName {dc}`', 'the DNS servers of this computer: `ipconfig /all`'],
    article: 'error-0xa8b-resolve-dns-fail',
  },
  {
    code: 0xaac,
    happened:
      'An account of this name exists, and policy does not let {account} use it again (KB5020276): {account} did not create it, and its owner is not one that the domain trusts for re-use. The registry value NetJoinLegacyAccountReuse has had no effect since August 2024.',
    next: [
      'join with the account that created {computer}, or with another computer name',
      'delete the account {computer} where it is no longer used',
      'the policy "Allow computer account re-use during domain join" on the domain controllers',
    ],
    article: 'failure-when-you-use-an-existing-computer-account-to-join-a-domain',
  },
  {
    code: 0x216d,
    happened:
      'The account {account} has created as many computer accounts as the domain allows (ten by default), or the policy "Add workstations to domain" leaves it out.',
    next: [
      '`ms-DS-MachineAccountQuota` of the domain',
      'the policy "Add workstations to domain" on the domain controllers',
    ],
    article: 'status-code-0x216d-not-joined-domain',
  },
  {
    code: 0x21c4,
    happened: 'The domain has the same SID as this computer.',
    consistentWith: 'a computer and domain controller cloned from one image without sysprep',
  },
];

/** The row for a final Win32 code in a phase; undefined where nothing certain can be said. */
export function adviceFor(code: number, phase: PhaseId | undefined): Advice | undefined {
  return (
    advice.find(row => row.code === code && row.phase !== undefined && row.phase === phase) ??
    advice.find(row => row.code === code && row.phase === undefined)
  );
}

/** The address of Microsoft's article. */
export function articleUrl(article: string): string {
  return `https://learn.microsoft.com/troubleshoot/windows-server/active-directory/${article}`;
}
