import type { PhaseId } from './phases';

/**
 * What a final code means in a join, in our words: kept by hand. {dc}, {domain}, {computer}, {newName} and
 * {account} stand for the names of the log. A step with {dnsDomain} is left out where the log has a NetBIOS name
 * only, one with {flatDomain} where it has not.
 */
export interface Advice {
  /** The final Win32 code. */
  readonly code: number;
  /** Where it counts; a row without counts where no other row of the code does. */
  readonly phases?: readonly PhaseId[];
  /** Counts only where the join options have this bit set, or not set. */
  readonly option?: { readonly mask: number; readonly isSet: boolean };
  /** What happened, as far as the code proves it: whole sentences. */
  readonly happened: string;
  /** What may be behind it in this phase, the likely first: each to stand after "Consistent with". */
  readonly likely?: readonly string[];
  /** What to look at next; commands in backquotes, none of which changes anything. */
  readonly next?: readonly string[];
  /** Where else the evidence stands: an event, a policy, a file. */
  readonly elsewhere?: readonly string[];
  /** What this log cannot tell, and what would: whole sentences. */
  readonly unknown?: string;
  /** The name of Microsoft's article, under learn.microsoft.com/troubleshoot/windows-server/active-directory/. */
  readonly article?: string;
}

/** NETSETUP_ACCT_CREATE of the join options. */
const accountCreate = 0x2;
const noAccount = {
  code: 0x534,
  phases: ['findAccount', 'createAccount'],
  happened: 'The domain controller {dc} has no account for {computer}.',
  article: 'domain-join-error-0x534-no-mapping-between-account-names-and-security-ids-was-done',
} as const satisfies Partial<Advice>;

export const advice: readonly Advice[] = [
  {
    code: 0x2,
    phases: ['createAccount', 'reuseCheck', 'findAccount'],
    happened: 'The place in the directory was not found.',
    likely: ['an organizational unit (MachineAccountOU) that does not exist, or that is none'],
    next: ['MachineAccountOU, letter by letter, against the directory'],
  },
  {
    code: 0x5,
    phases: ['connect'],
    happened: 'The domain controller {dc} refused the session to IPC$.',
    likely: ['an account that may not use it', 'SMB signing settings that do not match'],
    next: [
      'the rights of {account} on {dc} (a disabled account has its own code, 0x533; a missing network logon right 0x569)',
      '`Get-SmbClientConfiguration` here and `Get-SmbServerConfiguration` on {dc}: signing required or not',
    ],
  },
  {
    code: 0x5,
    phases: ['createAccount'],
    happened:
      'The account {account} was not allowed to create or change the computer account. An existing one also needs the right to reset its password.',
    next: ['the rights of {account} on the organizational unit, or on the existing account {computer}'],
    article: 'access-denied-when-joining-computers',
  },
  {
    code: 0x5,
    phases: ['renameAccount'],
    happened: 'The domain controller {dc} refused to rename the account.',
    likely: [
      'the policy "Restrict clients allowed to make remote calls to SAM" on the domain controller',
      'missing rights of {account}',
    ],
    next: [
      '`reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v RestrictRemoteSam` on {dc}',
      'the rights of {account} on the computer account',
    ],
    article: 'error-0x5-access-denied-rename-computer-dc',
  },
  {
    code: 0x5,
    happened: 'Access was denied. This line does not say by which computer, or to what.',
  },
  {
    code: 0x32,
    phases: ['connect'],
    happened: 'The domain controller {dc} does not accept this way of authentication.',
    likely: [
      'a policy that denies incoming NTLM while Kerberos was not used, as when the domain controller is addressed by IP address',
    ],
    next: [
      'the policy "Restrict NTLM: Incoming NTLM traffic" on {dc}',
      'a trace of TCP 88: was Kerberos tried?',
    ],
    article: 'status-code-0x32-cannot-join-domain',
  },
  {
    code: 0x35,
    phases: ['connect'],
    happened: 'The domain controller {dc} could not be reached over SMB.',
    likely: ['TCP 445 blocked', 'a name that leads to the wrong address'],
    next: ['`Test-NetConnection {dc} -Port 445`', '`Resolve-DnsName {dc}`'],
  },
  {
    code: 0x3a,
    phases: ['bind', 'renameSpn'],
    happened: 'LDAP on {dc} could not be reached, or the connection broke.',
    likely: ['TCP 389 blocked', 'packets lost to a wrong MTU'],
    next: ['`Test-NetConnection {dc} -Port 389`', 'a trace of TCP 389: repeated SYN or lost packets'],
    article: 'status-code-0x3a-server-not-perform-operation',
  },
  {
    code: 0x40,
    phases: ['connect'],
    happened: 'The SMB session to {dc} was cut while it was being set up, before authentication finished.',
    likely: ['TCP 88 (Kerberos) blocked or altered on the way to the domain controller'],
    next: [
      '`Test-NetConnection {dc} -Port 88` (success does not clear it: a device on the way may answer, or large packets get lost)',
      'a trace while connecting to \\\\{dc}\\IPC$: Kerberos requests and their answers',
    ],
    article: 'domain-join-error-0x40-the-specified-network-name-is-no-longer-available',
  },
  {
    code: 0x43,
    phases: ['connect'],
    happened: 'The name of the domain controller {dc}, or its IPC$ share, was not found on the network.',
    next: ['`Resolve-DnsName {dc}`', '`Test-NetConnection {dc} -Port 445`'],
    article: 'troubleshoot-errors-join-computer-to-domain',
  },
  {
    code: 0x4c3,
    phases: ['connect'],
    happened: 'This computer already has a session to {dc} with another account.',
    next: ['`net use` on this computer shows the session; a restart ends it'],
    article: 'troubleshoot-errors-join-computer-to-domain',
  },
  {
    code: 0x525,
    phases: ['connect'],
    happened: 'The domain controller {dc} does not know the account {account}.',
    next: ['the name of the account, with its domain in front'],
  },
  {
    code: 0x52e,
    phases: ['connect', 'bind'],
    happened:
      'The user name or the password of {account} is wrong, or the domain controller does not know the account.',
    next: ['the account with its domain in front, and its password'],
  },
  {
    ...noAccount,
    option: { mask: accountCreate, isSet: false },
    likely: [
      'a join that may only use an existing account: its options are without NETSETUP_ACCT_CREATE, and no second try follows',
    ],
    next: ['create the account first, or join with an option that creates it'],
  },
  {
    ...noAccount,
    option: { mask: accountCreate, isSet: true },
    likely: ['an account that was created on another domain controller and has not reached this one yet'],
    next: ['replication between the domain controllers'],
  },
  {
    ...noAccount,
    likely: [
      'a join that may only use an existing account',
      'an account that has not reached this domain controller yet',
    ],
    next: ['Options: without the bit 0x2 (NETSETUP_ACCT_CREATE) the account must exist already'],
  },
  {
    code: 0x54b,
    phases: ['nameCheck'],
    happened: 'No domain controller of {domain} was found.',
    likely: [
      'DNS that does not lead to the domain',
      'blocked ports (DNS 53, UDP and TCP 389, TCP 135, 445 and 49152–65535)',
      'a name that is not that of a domain',
    ],
    next: [
      'join with the DNS name of the domain: {flatDomain} is a NetBIOS name, which DNS cannot find',
      '`Resolve-DnsName -Type SRV _ldap._tcp.dc._msdcs.{dnsDomain}`',
      '`nltest /dsgetdc:{domain} /force`',
      '`ipconfig /all`: the DNS servers of this computer',
      '%windir%\\debug\\dcdiag.txt, if the join was made in the dialog: the DNS error stands there',
    ],
    article: 'error-code-0x54b',
  },
  {
    code: 0x54b,
    phases: ['dcLocator'],
    happened: 'No domain controller of {domain} was found that fits the flags of the search.',
    likely: [
      'DNS that does not lead to the domain',
      'blocked ports (DNS 53, UDP and TCP 389, TCP 135, 445 and 49152–65535)',
      'where the name check before it found the domain: domain controllers that run with NT4Emulator=1',
    ],
    next: [
      'join with the DNS name of the domain: {flatDomain} is a NetBIOS name, which DNS cannot find',
      '`Resolve-DnsName -Type SRV _ldap._tcp.dc._msdcs.{dnsDomain}`',
      '`nltest /dsgetdc:{domain} /force`',
      '`ipconfig /all`: the DNS servers of this computer',
      'NT4Emulator on the domain controllers and NeutralizeNT4Emulator on this computer: with these, the DNS name alone does not help',
    ],
    article: 'error-code-0x54b',
  },
  {
    code: 0x54b,
    phases: ['connect'],
    happened: 'No domain controller of the domain of {account} could be reached.',
    next: ['the domain in front of the account name'],
  },
  {
    code: 0x569,
    phases: ['connect'],
    happened:
      'The account {account} may not log on to {dc} over the network: it lacks the right "Access this computer from the network", or the policy that denies it applies.',
    next: [
      '"Access this computer from the network" in the policy of {dc}',
      '"Deny access to this computer from the network" in the policy of {dc}',
    ],
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
    likely: ['TCP 135, or the port that the endpoint mapper names (49152–65535), blocked'],
    next: [
      '`Test-NetConnection {dc} -Port 135`',
      '`portqry -n {dc} -e 135` (a download from Microsoft) lists the ports behind it',
    ],
    article: 'status-code-0x6ba-rpc-server-unavailable',
  },
  {
    code: 0x6bf,
    happened: 'A call to {dc} was cut before it was carried out.',
    likely: ['a firewall, router or VPN on the way that rejects RPC packets'],
    next: [
      '`Test-NetConnection {dc} -Port 135`',
      '`Test-NetConnection {dc} -Port 445`',
      'firewalls and VPN between this computer and {dc}',
    ],
    article: 'status-code-0x6bf-0xc002001c',
  },
  {
    code: 0x6d9,
    happened: 'The endpoint mapper on {dc} has no port for the service that was asked for.',
    likely: [
      'TCP 135 or the dynamic ports blocked or answered by something else',
      'a service that is not running',
    ],
    next: [
      '`portqry -n {dc} -e 135` (a download from Microsoft) lists the ports behind it',
      'security software and services on {dc}',
    ],
    article: 'domain-join-error-0x6d9-there-are-no-more-endpoints-available-from-the-endpoint-mapper',
  },
  {
    code: 0x774,
    happened: 'No domain controller was found that could answer.',
    next: ['`nltest /dsgetdc:{domain} /force`'],
  },
  {
    code: 0x8b0,
    phases: ['renameAccount'],
    happened: 'Another account is already named {newName}.',
    next: ['`dsquery computer -name {newName}`'],
  },
  {
    code: 0x8b0,
    phases: ['createAccount'],
    happened:
      'An account of this name exists already. With an organizational unit given, it may be in another one.',
    next: ['`dsquery computer -name {computer}`'],
    article: 'failure-when-you-use-an-existing-computer-account-to-join-a-domain',
  },
  {
    code: 0x8bf,
    phases: ['connect'],
    happened: 'The account {account} has expired.',
    next: ['the expiry date of {account} in the directory'],
  },
  {
    code: 0xa8b,
    phases: ['dcLocator'],
    happened:
      'DNS named a domain controller, but its name could not be resolved to an address that answers (A record).',
    likely: ['a wrong DNS server on this computer', 'a missing A record', 'DNS queries cut on the way'],
    next: ['`Resolve-DnsName {dc}`', '`ipconfig /all`: the DNS servers of this computer'],
    article: 'error-0xa8b-resolve-dns-fail',
  },
  {
    code: 0xaac,
    happened:
      'An account of this name exists, and the rules for using it again (KB5020276) did not let {account}.',
    likely: [
      'an account that {account} did not create and whose owner the policy does not trust',
      'updates of March 2023 missing on one side',
    ],
    next: [
      'join with the user account that created the existing computer account, or under another computer name',
      'the policy "Allow computer account re-use during domain join" on the domain controllers',
      'the registry value NetJoinLegacyAccountReuse does not help: without effect since August 2024',
      'whether another computer still uses the existing account: if none does, and the BitLocker and LAPS secrets stored with it are not needed, the account can be deleted',
    ],
    article: 'failure-when-you-use-an-existing-computer-account-to-join-a-domain',
  },
  {
    code: 0x216d,
    happened:
      'The account {account} has created as many computer accounts as the domain allows (ten by default), or the policy "Add workstations to domain" leaves it out.',
    next: [
      'ms-DS-MachineAccountQuota of the domain',
      'the policy "Add workstations to domain" on the domain controllers',
    ],
    article: 'status-code-0x216d-not-joined-domain',
  },
  {
    code: 0x21c4,
    happened: 'The domain has the same SID as this computer.',
    likely: ['a computer and a domain controller cloned from one image without `sysprep /generalize`'],
    next: ['whether this computer was made from an image: it has to be generalized before it can join'],
  },
];

/**
 * The row for a final Win32 code; undefined where nothing certain can be said.
 *
 * @param options the join options; undefined where the log does not give them
 */
export function adviceFor(
  code: number,
  phase: PhaseId | undefined,
  options: number | undefined,
): Advice | undefined {
  const rows = advice.filter(row => row.code === code && (!row.option || fits(row.option, options)));
  return rows.find(row => phase && row.phases?.includes(phase)) ?? rows.find(row => !row.phases);
}

function fits({ mask, isSet }: NonNullable<Advice['option']>, options: number | undefined): boolean {
  return options !== undefined && ((options & mask) !== 0) === isSet;
}

/** The article about a code in a join, whatever the phase; undefined where there is none, or more than one. */
export function articleOn(code: number): string | undefined {
  const articles = new Set(advice.filter(row => row.code === code).map(row => row.article));
  return articles.size === 1 ? [...articles][0] : undefined;
}

/** The address of Microsoft's article. */
export function articleUrl(article: string): string {
  return `https://learn.microsoft.com/troubleshoot/windows-server/active-directory/${article}`;
}
