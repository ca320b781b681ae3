import { once } from '../once';
import { phaseTitles, type PhaseId } from './phases';

/**
 * What a final code means in a join, in our words: kept by hand. {dc}, {domain}, {computer}, {newName} and {account}
 * stand for the names of the log, {ou} for the organizational unit, {name} for a name that was checked. A step with
 * {dnsDomain} is left out where the log has a NetBIOS name only, one with {flatDomain} where it has not; {ifDns} says
 * the same without showing a name, and {if26100} that the Windows of the log is of that build at least, or not known.
 */
export interface Advice {
  /** The final Win32 code. */
  readonly code: number;
  /** Where it counts; a row without counts where no other row of the code does. */
  readonly phases?: readonly PhaseId[];
  /** Counts only where the join options, or those of a provisioning, have this bit set, or not set. */
  readonly option?: { readonly mask: number; readonly isSet: boolean };
  /** Counts only for operations of this kind. */
  readonly kind?: 'nameCheck' | 'workgroup' | 'unjoin' | 'rename' | 'provision';
  /** Counts only where the log shows that the computer account existed before, or that it did not. */
  readonly exists?: boolean;
  /** Counts only where a name check of the operation has found the domain before. */
  readonly located?: true;
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

/** Microsoft's list of the errors that the dialog shows. */
const dialogErrors = 'troubleshoot-errors-join-computer-to-domain';

// The search for a domain controller. A short name and a DNS name are looked for in different ways, so that each
// has its own causes and checks: which of them are shown, their placeholder decides.
const shortNameCauses = [
  'a short name, {flatDomain}, that Windows could not map to a DNS name: a computer in a workgroup has no forest and no trust to map it from',
  '{if26100}a NetBIOS search for {flatDomain} that is off, the default from Windows Server 2025 on',
  'another NetBIOS name of the domain than {flatDomain}',
  'a domain whose DNS name is the single label {flatDomain}',
] as const;
const dnsNameCauses = [
  'DNS servers of this computer that do not know {dnsDomain}, or do not answer',
  '{ifDns}blocked ports on the way to the domain controllers (DNS 53, UDP and TCP 389, TCP 135, 445 and 49152–65535)',
] as const;
const wrongDnsName = '{ifDns}a misspelt name, or one that no domain has';
const shortNameSteps = [
  'give the DNS name of the domain, with its dots, instead of {flatDomain}',
  '`nltest /dsgetdc:{flatDomain} /force`',
  '`ipconfig /all`: the DNS servers of this computer, and WINS servers that may know {flatDomain}',
  '{if26100}`reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\Netlogon\\Parameters /v BlockNetBIOSDiscovery`: 0 allows the NetBIOS search for {flatDomain}; without a value, it is off from Windows Server 2025 on',
  '{if26100}`Get-SmbClientConfiguration`: a broadcast for {flatDomain} needs EnableMailslots on',
] as const;
const dnsNameSteps = [
  '`Resolve-DnsName -Type SRV _ldap._tcp.dc._msdcs.{dnsDomain}`',
  '`nltest /dsgetdc:{dnsDomain} /force`',
  '`ipconfig /all`: the DNS servers of this computer, which have to know {dnsDomain}',
] as const;
const dcdiag = '%windir%\\debug\\dcdiag.txt, if the join was made in the dialog: the look-up that failed';
const locatorEvidence = [
  '%windir%\\debug\\dcdiag.txt, if the join was made in the dialog: the DNS error behind it (such as 0x232a, 0x232b, 0x251e or 0x5b4)',
  'where Windows maps {flatDomain} from, in this order: earlier look-ups, its own forest, trusts; from Windows Server 2025 on configured mappings and trusting forests; sign-in sessions',
] as const;
const locatorUnknown =
  'Whether DNS had no answer or the domain controllers gave none: dcdiag.txt tells, or a trace of DNS and UDP 389.';

/** What the locator failed on, as the dialog or a call further down names it: an answer of DNS, or none. */
function dns(code: number, row: Pick<Advice, 'happened' | 'likely' | 'next' | 'article'>): Advice {
  return { ...row, code, phases: ['nameCheck', 'dcLocator'], elsewhere: [dcdiag] };
}
/** DNS answered, and the name it was asked for may be the reason. */
const aboutTheName = [...shortNameSteps.slice(0, 3), ...dnsNameSteps];
/** No usable answer, whatever the name. */
const aboutTheServer = [
  '`ipconfig /all`: the DNS servers of this computer',
  '`Resolve-DnsName -Type SRV _ldap._tcp.dc._msdcs.{dnsDomain}`',
] as const;

/**
 * A logon that an account was refused. While connecting it is the account of the operation; at the LDAP bind the same
 * account had opened a session before. Further on another one may be meant, and a fragment of a log does not say which.
 */
function logon(
  codes: readonly number[],
  why: string,
  row: Pick<Advice, 'likely' | 'next' | 'article'>,
  atBind: Partial<Advice> = {
    likely: ['an account that was changed between the two', ...(row.likely ?? [])],
  },
): Advice[] {
  const elsewhere = [
    'the Security log of the domain controllers: event 4625 or 4776 (NTLM), 4768 or 4771 (Kerberos)',
  ];
  return codes.flatMap(code => [
    {
      ...row,
      code,
      phases: ['connect'] as const,
      happened: `The logon of {account} to {dc} failed: ${why}.`,
      elsewhere,
    },
    {
      ...row,
      code,
      phases: ['bind'] as const,
      happened: `The LDAP logon of {account} to {dc} failed: ${why}. The session over SMB was accepted before, with the same account.`,
      elsewhere,
      ...atBind,
    },
    {
      ...row,
      code,
      happened: `A logon failed: ${why}.`,
      elsewhere,
      unknown:
        'Whose logon it was: usually that of {account}; the Security log of the domain controllers tells.',
    },
  ]);
}

/** For commands that an unjoined computer does not have, or that ask the domain as whoever is logged on. */
const rsat = 'on {dc}, or a member with RSAT: ';
/** What "net user" shows of an account; its name is not one that can be pasted. */
const netUser = (shows: string) =>
  `on a member of the domain: net user, with the name of {account} and /domain, shows ${shows}`;

/** The steps that call the domain controller by RPC: what the service there does, and how portqry names it. */
const rpcSteps: readonly (readonly [phases: readonly PhaseId[], does: string, interfaceName: string])[] = [
  [['domainInfo'], 'tells the names of the domain (LSA)', 'LSA (12345778-1234-abcd-ef00-0123456789ab)'],
  [['findAccount'], 'finds the computer account (DRSUAPI)', 'MS NT Directory DRS Interface'],
  [
    ['createAccount', 'renameAccount'],
    'creates or changes the computer account',
    'SAM (12345778-1234-abcd-ef00-0123456789ac)',
  ],
  [
    ['renameSpn'],
    'finds the computer account (DRSUAPI) for its DNS host name and SPNs',
    'MS NT Directory DRS Interface',
  ],
];

/** An RPC call that did not get through: one row for each step that makes one, and one for any other. */
function rpc(
  code: number,
  happened: (service: string) => string,
  likely: readonly string[],
  article: string,
): Advice[] {
  const mapper = '`Test-NetConnection {dc} -Port 135`';
  const software = 'look at security software and firewalls on {dc}, and between it and this computer';
  // The session over SMB was there before, so that TCP 445 is none of the ports to look at.
  return [
    ...rpcSteps.map(([phases, does, interfaceName]) => ({
      code,
      phases,
      happened: happened(`the service on {dc} that ${does}`),
      likely,
      next: [
        mapper,
        `\`portqry -n {dc} -e 135\` (a download from Microsoft): the port of ${interfaceName}, to be tested like 135`,
        software,
      ],
      article,
      unknown:
        'Which port did not get through: a trace of TCP 135 and of the port that the endpoint mapper names shows it.',
    })),
    {
      code,
      happened: happened('an RPC service on {dc}'),
      likely,
      next: [
        mapper,
        '`portqry -n {dc} -e 135` (a download from Microsoft) lists the ports behind it',
        software,
      ],
      article,
    },
  ];
}

/** NETSETUP_ACCT_CREATE of the join options. */
const accountCreate = 0x2;
/** NETSETUP_DOMAIN_JOIN_IF_JOINED of the join options. */
const joinIfJoined = 0x20;
/** NETSETUP_JOIN_UNSECURE of the join options. */
const joinUnsecure = 0x40;
/** NETSETUP_PROVISION_REUSE_ACCOUNT of the provisioning options. */
const reuseAccount = 0x2;

const noAccount = {
  code: 0x534,
  phases: ['findAccount', 'createAccount'],
  happened: 'The domain controller {dc} has no account for {computer}.',
  article: 'domain-join-error-0x534-no-mapping-between-account-names-and-security-ids-was-done',
} as const satisfies Partial<Advice>;

/** What the right to the organizational unit and to the account decides. */
const accountRights = [
  `${rsat}\`dsacls\` with the path of {ou} lists the rights there; {account} needs Create computer objects`,
  `${rsat}\`dsacls\` with the path of the computer account lists its rights; {account} needs Reset password, Write Account Restrictions, Validated write to DNS host name and to SPN`,
] as const;
/** The rights that the DNS host name and the SPNs take. */
const nameRights = `${rsat}\`dsacls\` with the path of the computer account lists its rights: those of {account}, and of the computer on itself (SELF)`;
const whereIsAccount = `${rsat}\`dsquery computer -name {computer}\`: where the account is`;
const replication = `${rsat}\`repadmin /showrepl {dc}\``;
const ridMaster = `${rsat}\`netdom query fsmo\`: which domain controller is the RID master`;
const ridTest = `${rsat}\`dcdiag /test:ridmanager /v\``;
const organizationalUnit = [
  'compare the path of {ou} with the directory, letter by letter',
  `${rsat}dsquery * with the path of {ou} in quotation marks, and -scope base: it has to be an organizationalUnit`,
] as const;
const ownersOfSpn = [
  `${rsat}\`setspn -Q HOST/{computer}\`: which account has it already`,
  `${rsat}\`setspn -Q HOST/{computer}.{dnsDomain}\``,
] as const;
const remoteSam =
  'on {dc}: `reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v RestrictRemoteSam`: a value that leaves {account} out is the cause; no value is the default';
const membership = '`Get-CimInstance Win32_ComputerSystem | Select-Object PartOfDomain, Domain, DomainRole`';
const extendedError =
  'look for the extended error of the server in a line before: its first eight digits are the reason';

/** Rows that count in every phase, and where the phase is not known. */
function anywhere(row: Omit<Advice, 'phases'>): Advice[] {
  return [row, { ...row, phases: Object.keys(phaseTitles) as PhaseId[] }];
}

const unjoinWithoutAnswer = {
  kind: 'unjoin',
  happened:
    'A domain controller of {domain} could not be reached. The computer can also leave without disabling its account.',
  next: [
    'leave without the option to disable the account, and have an administrator of the domain disable or delete it afterwards',
    '`nltest /dsgetdc:{domain} /force`',
    `${membership}: the state the computer is in now`,
  ],
} as const satisfies Partial<Advice>;

const unjoinRefused = {
  kind: 'unjoin',
  happened: 'Access was denied in a step of the unjoin.',
  likely: [
    'the account {account}, which may not disable the computer account',
    'an unjoin that was not run with administrator rights on this computer',
  ],
} as const satisfies Partial<Advice>;

const rows = (): readonly Advice[] => [
  // Names, as a check before the join sees them.
  {
    code: 0x34,
    phases: ['nameCheck'],
    happened: 'The NetBIOS name is already in use on the network.',
    likely: ['another computer of this name', 'an entry of an earlier computer that WINS still has'],
    next: [
      '`nbtstat -a {name}` from another computer: who answers to the name',
      'take another name than {name}; a workgroup may not have the name of a computer on the network either',
    ],
    unknown: 'Which computer has the name: its answer on the network shows that, or WINS.',
  },
  {
    code: 0x34,
    phases: ['nameCheck'],
    kind: 'workgroup',
    happened:
      'A workgroup may not have the name of a computer on the network, and this name is in use there.',
    likely: ['a computer of this name', 'an entry of an earlier computer that WINS still has'],
    next: [
      'take another name for the workgroup',
      '`nbtstat -a {name}` from another computer: who answers to the name',
    ],
    unknown: 'Which computer has the name: its answer on the network shows that, or WINS.',
  },
  {
    code: 0x34,
    phases: ['connect'],
    happened: 'The session to {dc} was not opened: Windows reports a name that exists twice on the network.',
    likely: [
      'a domain controller addressed by an alias (CNAME) that it does not accept',
      'another computer with the name of {dc}, or of this computer',
    ],
    next: ['`Resolve-DnsName {dc}`: an alias, or an address that is not that of {dc}'],
  },
  {
    code: 0x7b,
    phases: ['nameCheck'],
    happened: 'The name does not have the form that was checked.',
    likely: [
      'a character that such a name may not have',
      'a name that is too long (a NetBIOS name has 15 characters at most)',
    ],
    next: ['read the name in this log character by character, blanks at its ends too'],
    article: 'naming-conventions-for-computer-domain-site-ou',
  },
  {
    code: 0x2554,
    phases: ['nameCheck'],
    happened: 'The name does not follow the rules of DNS.',
    likely: [
      'a character that DNS names do not have, such as an underscore',
      'a NetBIOS name where a DNS name was expected',
    ],
    next: ['take a name of letters A to Z, digits and hyphens'],
    article: 'naming-conventions-for-computer-domain-site-ou',
  },
  {
    code: 0x2558,
    phases: ['nameCheck'],
    happened: 'The name has a character that a DNS name may not have.',
    next: ['take a name of letters A to Z, digits and hyphens'],
    article: 'naming-conventions-for-computer-domain-site-ou',
  },
  {
    code: 0x2559,
    phases: ['nameCheck'],
    happened: 'The name is made of digits only, which DNS does not allow here.',
    next: ['take a name with at least one letter'],
    article: 'naming-conventions-for-computer-domain-site-ou',
  },
  {
    code: 0xa87,
    happened: 'The name of the workgroup is not valid.',
    likely: ['a name that is too long (15 characters at most), or a character that is not allowed'],
    next: ['read the name of the workgroup in this log character by character'],
    article: 'naming-conventions-for-computer-domain-site-ou',
  },
  {
    code: 0xa88,
    happened: 'The domain controller {dc} cannot keep the name of this computer in its default language.',
    next: ['take a name of letters A to Z, digits and hyphens'],
    article: 'naming-conventions-for-computer-domain-site-ou',
  },
  {
    code: 0xaa4,
    happened: 'The name of this computer is not valid for a domain join.',
    next: ['take a name of letters A to Z, digits and hyphens, 15 characters at most'],
    article: 'naming-conventions-for-computer-domain-site-ou',
  },

  // The state of this computer.
  {
    code: 0xa83,
    option: { mask: joinIfJoined, isSet: false },
    happened:
      'This computer is already joined to a domain, and the options of this join do not allow for that (NETSETUP_DOMAIN_JOIN_IF_JOINED, 0x20).',
    next: [
      `${membership}: the domain that the computer is in`,
      'leave that domain first, or join with an option that allows for it (NETSETUP_DOMAIN_JOIN_IF_JOINED)',
    ],
  },
  {
    code: 0xa83,
    happened: 'This computer is already joined to a domain.',
    next: [
      `${membership}: the domain that the computer is in`,
      'leave that domain first, or join with an option that allows for it (NETSETUP_DOMAIN_JOIN_IF_JOINED)',
    ],
  },
  {
    code: 0xa84,
    happened: 'This computer is not joined to a domain, and what was asked for is for a member only.',
    likely: ['a computer that left its domain before, or an earlier join that did not finish'],
    next: [
      `${membership}: whether the computer is in a domain, and in which`,
      'look at the operations before this one in this log',
    ],
  },
  {
    code: 0xa85,
    happened:
      'This computer is a domain controller: it cannot change its membership by a join or unjoin until it is demoted.',
    next: [`${membership}: DomainRole 4 or 5 is a domain controller`],
  },
  {
    code: 0xa8a,
    happened: 'This edition of Windows cannot join a domain. Domain and account play no part.',
    next: ['`(Get-CimInstance Win32_OperatingSystem).Caption`: the edition'],
  },
  {
    code: 0xa8c,
    happened: 'This computer is itself joined to Microsoft Entra ID, which rules out this join.',
    next: [
      '`dsregcmd /status`: AzureAdJoined and DomainJoined',
      'leave Microsoft Entra ID first (Settings, Accounts, Access work or school), with the password of a local administrator at hand',
      'for a hybrid join: join the domain first; the computer is registered with Microsoft Entra ID afterwards',
    ],
  },
  {
    code: 0xaa7,
    happened: 'This computer is joined to Microsoft Entra ID, and this call cannot take it out of there.',
    next: [
      '`dsregcmd /status`: AzureAdJoined and DomainJoined',
      'leave Microsoft Entra ID in Settings (Accounts, Access work or school), with the password of a local administrator at hand',
      'for a hybrid join: join the domain first; the computer is registered with Microsoft Entra ID afterwards',
    ],
  },
  {
    code: 0xa95,
    happened: 'No package of an offline join is stored on this computer.',
    likely: ['a package that was made by djoin /provision, but not brought to this computer'],
    next: ['look for the request that stores the package among the operations before this one'],
  },
  {
    code: 0xa96,
    happened: 'The package of the offline join could not be used.',
    likely: ['a file of djoin /provision that is damaged or incomplete'],
    next: ['`Get-FileHash` with the path of the file, here and where it was made: both have to be the same'],
  },
  {
    code: 0xa98,
    happened: 'What this computer has stored about the join is incomplete or not valid.',
    next: ['look for a join that broke off among the operations before this one'],
  },
  {
    code: 0xa9e,
    happened: 'The session to {dc} is not as secure as the operation demands.',
    next: [
      '`Get-SmbClientConfiguration` here and `Get-SmbServerConfiguration` on {dc}: signing and encryption',
    ],
  },

  // The search for a domain controller.
  {
    code: 0x54b,
    phases: ['nameCheck'],
    happened: 'No domain controller of {domain} was found.',
    likely: [...shortNameCauses, ...dnsNameCauses, wrongDnsName],
    next: [...shortNameSteps, ...dnsNameSteps],
    elsewhere: locatorEvidence,
    unknown: locatorUnknown,
    article: 'error-code-0x54b',
  },
  {
    code: 0x54b,
    phases: ['dcLocator'],
    happened: 'No domain controller of {domain} was found that fits the flags of the search.',
    likely: [
      ...shortNameCauses.slice(0, 3),
      ...dnsNameCauses,
      '{ifDns}no domain controller that is writable, or otherwise as the flags ask',
    ],
    next: [...shortNameSteps, ...dnsNameSteps],
    elsewhere: locatorEvidence,
    unknown: locatorUnknown,
    article: 'error-code-0x54b',
  },
  {
    code: 0x54b,
    phases: ['dcLocator'],
    located: true,
    happened:
      'The name check found the domain {domain} a moment before; this search, with other flags, found no domain controller of it.',
    likely: [
      'no domain controller in reach that fits the flags (writable, directory service)',
      'domain controllers that run with NT4Emulator=1 (KB2008652)',
      'DNS servers, or ports (UDP 389), that answer at one time and not at another',
    ],
    next: [
      shortNameSteps[0],
      '`nltest /dsgetdc:{domain} /ds /writable /force`: one that fits the flags',
      '`reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Netlogon\\Parameters /v NT4Emulator` on a domain controller: 1 hides it from this computer',
      '`reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Netlogon\\Parameters /v NeutralizeNT4Emulator` here: 1 finds it all the same',
      '`Resolve-DnsName -Type SRV _ldap._tcp.dc._msdcs.{dnsDomain}`, several times',
    ],
    elsewhere: [locatorEvidence[0]],
    unknown: locatorUnknown,
    article: 'error-code-0x54b',
  },
  {
    code: 0x54b,
    phases: ['connect'],
    happened: 'While connecting to {dc}, no domain controller of a domain was found.',
    likely: [
      'a misspelt domain in front of the account name, or one that {dc} does not trust',
      'domain controllers of the domain of {account} that {dc} or this computer cannot reach',
    ],
    next: [
      'type the account in another form: DOMAIN\\user or user@domain',
      'run nltest /dsgetdc: with the domain of {account} behind the colon, and /force',
    ],
    article: 'error-code-0x54b',
  },
  {
    code: 0x54b,
    happened: 'No domain controller of the domain was found.',
    likely: [shortNameCauses[0], ...dnsNameCauses, 'another domain, such as that of {account}'],
    next: [...shortNameSteps.slice(0, 2), ...dnsNameSteps],
    elsewhere: [locatorEvidence[0]],
    unknown: 'Which domain was looked for, and in which step: these lines do not say.',
    article: 'error-code-0x54b',
  },
  ...anywhere({ ...unjoinWithoutAnswer, code: 0x54b, article: 'error-code-0x54b' }),
  ...anywhere({
    ...unjoinWithoutAnswer,
    code: 0x774,
    article: 'ad-replication-error-1908-not-find-domain-controller',
  }),
  ...anywhere({ ...unjoinWithoutAnswer, code: 0x51f }),
  {
    code: 0x774,
    phases: ['dcLocator'],
    located: true,
    happened:
      'The name check found the domain a moment before; this search found no domain controller that could answer.',
    likely: [
      'a Netlogon service that is paused or not running on the domain controllers',
      'answers that got lost on the way this time',
    ],
    next: ['`nltest /dsgetdc:{domain} /force`', '`Get-Service Netlogon, Kdc` on a domain controller'],
    article: 'ad-replication-error-1908-not-find-domain-controller',
  },
  {
    code: 0x774,
    happened: 'No domain controller was found that could answer.',
    likely: [
      'DNS that does not lead to the domain',
      'blocked ports on the way to the domain controllers',
      'a Netlogon service that is paused or not running on the domain controllers',
    ],
    next: ['`nltest /dsgetdc:{domain} /force`', '`Get-Service Netlogon, Kdc` on a domain controller'],
    article: 'ad-replication-error-1908-not-find-domain-controller',
  },
  {
    code: 0xa8b,
    phases: ['dcLocator', 'nameCheck'],
    happened: 'DNS named a domain controller, but its name could not be resolved to an address (A record).',
    likely: [
      'a wrong DNS server on this computer',
      'a missing A record, or a zone that is missing on the DNS server',
      'DNS queries cut on the way',
      'a domain whose DNS name is a single label, or does not match the names of its computers',
    ],
    next: [
      '`Resolve-DnsName {dc} -Type A`',
      '`Resolve-DnsName {dc} -Type AAAA`',
      '`Resolve-DnsName -Type SRV _ldap._tcp.dc._msdcs.{dnsDomain}`: the names of domain controllers, each to be resolved the same way',
      '`ipconfig /all`: the DNS servers of this computer',
    ],
    article: 'error-0xa8b-resolve-dns-fail',
  },
  {
    code: 0xa8b,
    happened: 'The name of a domain controller could not be resolved by DNS.',
    likely: ['a wrong DNS server on this computer', 'a missing A record', 'DNS queries cut on the way'],
    next: [
      '`Resolve-DnsName {dc} -Type A`',
      '`Resolve-DnsName {dc} -Type AAAA`',
      '`ipconfig /all`: the DNS servers of this computer',
    ],
    article: 'error-0xa8b-resolve-dns-fail',
  },
  dns(0x5b4, {
    happened: 'An answer did not come in time.',
    likely: [
      'DNS servers of this computer that do not answer',
      'DNS (port 53) or UDP 389 blocked on the way',
    ],
    next: [...aboutTheServer, '`nltest /dsgetdc:{domain} /force`'],
    article: 'error-code-0x54b',
  }),
  dns(0x232a, {
    happened: 'The DNS server answered that it could not find out (RCODE 2, SERVFAIL).',
    likely: [
      'a short name, {flatDomain}, given in place of the DNS name of the domain',
      'a DNS server with a broken delegation or forwarding, or with wrong root hints',
    ],
    next: aboutTheName,
    article: 'error-code-0x0000232a',
  }),
  dns(0x232b, {
    happened: 'The DNS server answered that there is no such name (RCODE 3, NXDOMAIN).',
    likely: [
      'a short name, {flatDomain}, given in place of the DNS name of the domain',
      'a DNS server of this computer that does not know the domain, such as that of an internet provider',
      'a misspelt name',
      '{ifDns}SRV records that the domain controllers did not register',
    ],
    next: aboutTheName,
    article: 'error-code-0x0000232a',
  }),
  dns(0x232d, {
    happened: 'The DNS server refused to answer (RCODE 5, REFUSED).',
    likely: ['a DNS server that does not serve this computer or this domain'],
    next: aboutTheServer,
  }),
  dns(0x251d, {
    happened: 'The name exists in DNS, without a record of the kind asked for.',
    likely: ['SRV or A records that the domain controllers did not register'],
    next: aboutTheName,
  }),
  dns(0x251e, {
    happened: 'The answer of the DNS server could not be read.',
    likely: [
      'a device on the way that alters DNS, or something else that answers in place of the DNS server',
    ],
    next: [...aboutTheServer, 'make a trace of port 53: what the answer looks like'],
  }),
  dns(0x267c, {
    happened: 'This computer has no DNS server set on any network connection in use.',
    likely: ['an address that DHCP gave without a DNS server', 'no network connection at that moment'],
    next: aboutTheServer.slice(0, 1),
  }),
  {
    code: 0x2746,
    phases: ['nameCheck', 'dcLocator'],
    happened: 'A connection was reset by the other side, or by a device in its place.',
    likely: ['DNS queries cut on the way'],
    next: [
      '`Resolve-DnsName {dc} -Type A`',
      '`Resolve-DnsName {dc} -Type AAAA`',
      '`ipconfig /all`: the DNS servers of this computer',
    ],
    article: 'error-0xa8b-resolve-dns-fail',
  },

  // The session to the domain controller.
  {
    code: 0x5,
    phases: ['connect'],
    happened: 'The domain controller {dc} refused the session to IPC$.',
    likely: [
      'SMB signing settings that do not match',
      'the account {account}, which may not open sessions to {dc}',
    ],
    next: [
      '`Get-SmbClientConfiguration` here and `Get-SmbServerConfiguration` on {dc}: signing required or not',
    ],
    elsewhere: ['the Security log of {dc}: event 4625, if it was the logon'],
    unknown: 'Whether the logon or the session after it was refused: a trace of TCP 445 shows that.',
  },
  {
    code: 0x32,
    phases: ['connect'],
    happened: 'The domain controller {dc} does not accept the session as it was asked for.',
    likely: [
      'a policy that denies incoming NTLM while Kerberos was not used, as when the domain controller is addressed by IP address',
    ],
    next: [
      'look at the policy "Restrict NTLM: Incoming NTLM traffic" on {dc}',
      '`Test-NetConnection {dc} -Port 88`',
      'trace TCP 88: was Kerberos tried?',
    ],
    unknown: 'Whether Kerberos was tried at all: only a trace of TCP 88 shows that.',
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
    code: 0x40,
    phases: ['connect'],
    happened: 'The SMB session to {dc} was cut before IPC$ was connected.',
    likely: [
      'TCP 88 (Kerberos) blocked or altered on the way to the domain controller',
      'a device on the way, such as a WAN accelerator, that answers in place of the domain controller',
      'a domain controller that speaks SMB 1 only',
    ],
    next: [
      '`Test-NetConnection {dc} -Port 88` (success does not clear it: a device on the way may answer, or large packets get lost)',
      'make a trace while connecting to \\\\{dc}\\IPC$: Kerberos requests and their answers',
    ],
    unknown: 'Whether Kerberos was tried at all: only a trace of TCP 88 shows that.',
    article: 'domain-join-error-0x40-the-specified-network-name-is-no-longer-available',
  },
  {
    code: 0x43,
    phases: ['connect'],
    happened: 'The name of the domain controller {dc}, or its IPC$ share, was not found on the network.',
    likely: [
      'a DNS entry of {dc} that is wrong, or leads to another computer',
      'a driver of the network card on this computer',
    ],
    next: [
      '`Resolve-DnsName {dc}`',
      '`Test-NetConnection {dc} -Port 445`',
      '`ipconfig /all`: the DNS servers of this computer',
    ],
    article: dialogErrors,
  },
  {
    code: 0x47,
    phases: ['connect'],
    happened: 'The domain controller {dc} takes no more SMB sessions at this moment.',
    likely: ['mapped drives and earlier sessions of this computer', 'very many sessions on {dc}'],
    next: [
      '`net use` on this computer shows its sessions; a restart ends them',
      '`Get-SmbSession` on {dc}: how many there are',
      'try the same join some minutes later',
    ],
    article: dialogErrors,
  },
  {
    code: 0x79,
    phases: ['connect'],
    happened: 'An answer of {dc} did not come in time.',
    likely: ['packets lost or dropped on the way'],
    next: [
      '`Test-NetConnection {dc} -Port 445`',
      'make a trace of TCP 445: repeated packets without an answer',
    ],
  },
  {
    code: 0x180,
    phases: ['connect'],
    happened: 'The domain controller {dc} speaks only version 1 of SMB, which is off on this computer.',
    likely: ['a very old domain controller', 'SMB 2 switched off on {dc}'],
    next: ['`Get-SmbServerConfiguration` on {dc}: EnableSMB2Protocol'],
  },
  {
    code: 0x4be,
    phases: ['connect'],
    happened: 'Windows did not accept the form of the name of the IPC$ share of {dc}.',
    likely: [
      'DNS that gives no usable name of the domain controller',
      'a driver of the network card on this computer, or its offload settings',
      'blocked ports on the way to {dc}',
    ],
    next: ['`Resolve-DnsName {dc}`', '`Test-NetConnection {dc} -Port 445`'],
    article: dialogErrors,
  },
  {
    code: 0x4c3,
    phases: ['connect'],
    happened: 'This computer already has a session to {dc} with another account.',
    likely: ['a mapped drive, or a folder of {dc} that is open'],
    next: ['`net use` on this computer shows the session; a restart ends it'],
    article: dialogErrors,
  },
  {
    code: 0x4cd,
    happened: 'A network connection that this step needed was not there.',
    likely: ['a short name, {flatDomain}, given in place of the DNS name of the domain'],
    next: [
      'give the DNS name of the domain, with its dots, instead of {flatDomain}',
      'restart this computer and try the same join',
      '`net use` on this computer shows its sessions',
    ],
    article: dialogErrors,
  },
  {
    code: 0x4cf,
    phases: ['connect'],
    happened: 'This computer found no way to the network of {dc}.',
    likely: ['no network connection at that moment', 'a missing route'],
    next: ['`ipconfig /all`', '`Test-NetConnection {dc} -TraceRoute`'],
  },
  {
    code: 0x4d0,
    phases: ['connect'],
    happened: 'The network found no way to {dc}.',
    likely: [
      'a domain controller that is off, or has another address than DNS says',
      'a missing route, or a firewall',
    ],
    next: ['`Resolve-DnsName {dc}`', '`Test-NetConnection {dc} -TraceRoute`'],
  },
  {
    code: 0x4d8,
    happened: 'The session was refused to this computer.',
    likely: ['SMB signing settings of this computer and of {dc} that do not match'],
    next: [
      '`Get-SmbClientConfiguration` here and `Get-SmbServerConfiguration` on {dc}: signing enabled, signing required',
      'compare the policies "Microsoft network client/server: Digitally sign communications" on both sides',
    ],
    article: 'account-not-authorized-login-from-this-station',
  },
  {
    code: 0x4f8,
    phases: ['connect'],
    happened:
      'The server that answered would let {account} in as a guest only, and this computer forbids that.',
    likely: ['a name of the domain controller that leads to another server'],
    next: [
      '`Resolve-DnsName {dc}`: is it the address of a domain controller',
      'type the account as DOMAIN\\user',
    ],
  },
  {
    code: 0x791,
    phases: ['connect', 'bind'],
    happened: 'NTLM is switched off by a policy, and the logon to {dc} came to need it.',
    likely: [
      'a domain controller addressed by IP address, where Kerberos needs its name',
      'TCP 88 (Kerberos) blocked on the way to {dc}',
    ],
    next: ['`Test-NetConnection {dc} -Port 88`', 'look at the policies "Restrict NTLM" here and on {dc}'],
    unknown: 'Whether Kerberos was tried at all: only a trace of TCP 88 shows that.',
  },
  {
    code: 0xe,
    happened: 'Windows reports that there was not enough storage for the step. Disk space is not meant.',
    likely: ['a Kerberos ticket of {account} that is too large, as for a member of very many groups'],
    next: [
      '`whoami /groups` in a session of {account}: how many groups there are',
      '`reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\Kerberos\\Parameters /v MaxTokenSize`',
      'try the same join with an account in few groups',
    ],
    article: dialogErrors,
  },
  {
    code: 0x437,
    happened:
      'Windows reports that a service has another account than the others of its process. It does not mean {account}.',
    likely: ['a Windows Time service that is not running on the domain controller {dc}'],
    next: ['`Get-Service W32Time` on {dc}', '`w32tm /query /status` on {dc}'],
    article: dialogErrors,
  },
  {
    code: 0x4f1,
    happened: 'Windows did not fall back to a weaker logon than Kerberos. It is no proof of an attack.',
    likely: [
      'TCP 88 (Kerberos) blocked on the way to a domain controller',
      'a domain controller of the domain of {account} that cannot be reached',
    ],
    next: ['`Test-NetConnection {dc} -Port 88`', '`nltest /dsgetdc:{domain} /kdc /force`'],
    unknown: 'Whether Kerberos got an answer: a trace of port 88 shows that.',
  },
  {
    code: 0x51f,
    happened: 'No domain controller could be reached to check the logon of an account.',
    likely: [
      'an account of another domain, whose domain controllers {dc} or this computer cannot reach',
      'a Netlogon service that is paused or not running on a domain controller',
    ],
    next: [
      'compare the domain of {account} with the domain to join',
      '`nltest /dsgetdc:{domain} /force`',
      '`Get-Service Netlogon, Kdc` on {dc}',
    ],
  },
  {
    code: 0x569,
    phases: ['connect', 'bind'],
    happened:
      'The account {account} may not log on to {dc} over the network: it lacks the right "Access this computer from the network", or the policy that denies it applies. The password was right.',
    next: [
      'look up "Access this computer from the network" in the policy of {dc}: {account} or one of its groups has to be there',
      'look up "Deny access to this computer from the network" in the same policy: it takes precedence',
      '`gpresult /scope computer /r` on {dc}: which policies apply there',
    ],
    elsewhere: ['the Security log of {dc}: event 4625'],
    article: 'error-0x569-not-granted-logon-type',
  },
  {
    code: 0x569,
    happened:
      'An account may not log on over the network: it lacks the right "Access this computer from the network", or the policy that denies it applies.',
    next: [
      'look up "Access this computer from the network" and "Deny access to this computer from the network" in the policy of {dc}',
    ],
    elsewhere: ['the Security log of {dc}: event 4625'],
    article: 'error-0x569-not-granted-logon-type',
  },
  {
    code: 0x574,
    happened:
      'Kerberos rejected the server, not {account}: the ticket did not fit the server that it was shown to.',
    likely: [
      'a DNS entry of {dc} that leads to another computer',
      'an SPN of {dc} that is on another account too',
      'a new password of the domain controller that has not replicated yet',
    ],
    next: [
      '`Resolve-DnsName {dc}`: is it the address of {dc}',
      `${rsat}\`setspn -Q HOST/{dc}\`: the account of {dc}, and no other`,
      replication,
    ],
    article: dialogErrors,
  },
  {
    code: 0x576,
    happened:
      'The clocks of this computer and of the domain controller differ by more than Kerberos allows, 5 minutes by default.',
    likely: [
      'a wrong clock or time zone of this computer',
      'a domain controller that took its time from the wrong source, such as its virtual host',
    ],
    next: [
      '`w32tm /stripchart /computer:{dc} /samples:3`',
      'check clock, date and time zone of this computer: both sides count in UTC',
      '`w32tm /query /source` on {dc}',
    ],
  },
  ...logon(
    [0x52e],
    'the user name or the password was not accepted, and the code does not say which',
    {
      next: [
        'type the account as DOMAIN\\user, and its password again',
        'in an unattended join, look at the password that is stored for it (a retry every few seconds can lock the account)',
      ],
      article: dialogErrors,
    },
    {
      happened:
        'The LDAP logon of {account} to {dc} was not accepted. The session over SMB was accepted before, with the same account, so that its password is not the first to suspect.',
      likely: [
        'rules of {dc} for LDAP channel binding or LDAP signing that this computer does not meet',
        'an SPN of ldap/ on {dc} that leads to another account',
        'an account that was locked out or changed between the two',
      ],
      next: [
        'look at the policies "LDAP server signing requirements" and "LDAP server channel binding token requirements" of {dc}',
        `${rsat}\`setspn -Q ldap/{dc}\`: the account of {dc}, and no other`,
        netUser('under "Account active" whether it is locked'),
      ],
      elsewhere: [
        'the Directory Service log of {dc}: event 2889 (signing) or 3039 (channel binding), if LDAP events are logged',
        'the Security log of {dc}: event 4625',
      ],
    },
  ),
  ...logon([0x52f], 'a rule for the account forbids it', {
    likely: [
      'an empty password',
      'an account that may not use NTLM, as a member of Protected Users, while Kerberos was not used',
    ],
    next: [netUser('the groups it is in'), '`Test-NetConnection {dc} -Port 88`'],
  }),
  ...logon([0x530, 0x8c1], 'the account may not log on at this hour', {
    next: [netUser('"Logon hours allowed"'), 'compare them with the clock of the domain controller'],
  }),
  ...logon([0x531, 0x8c0], 'the account may not log on from this computer', {
    likely: ['a list of computers in the account ("Log On To") without this one'],
    next: [netUser('"Workstations allowed", where {computer} has to be')],
  }),
  ...logon([0x532, 0x8c2], 'the password of the account has expired', {
    next: [
      netUser('when the password expired'),
      'set a new password at a computer of the domain: a join cannot change it',
    ],
  }),
  ...logon([0x533], 'the account is disabled', {
    next: [netUser('"Account active"')],
  }),
  ...logon([0x701, 0x8bf], 'the account has expired', {
    next: [netUser('"Account expires"')],
  }),
  ...logon([0x773, 0x792, 0xa8d], 'the account has to change its password first', {
    next: [
      netUser('"Password last set"'),
      'set a new password at a computer of the domain: a join cannot change it',
    ],
  }),
  ...logon([0x775, 0xa8e], 'the account is locked out', {
    likely: [
      'wrong passwords from elsewhere, such as a service or a phone',
      'an unattended join that keeps trying with an old password',
    ],
    next: [
      netUser('under "Account active" whether it is still locked'),
      'look for event 4740 in the Security log of the domain controllers: it names the computer that the wrong passwords came from',
    ],
  }),
  {
    code: 0x525,
    phases: ['connect', 'bind'],
    happened: 'The domain controller {dc} does not know the account {account}.',
    likely: ['a misspelt name, or an account of another domain'],
    next: ['type the account as DOMAIN\\user or user@domain'],
  },
  {
    code: 0x525,
    phases: ['dcLocator'],
    happened: 'No domain controller was found that has an account of this computer.',
    likely: ['a computer account that does not exist yet, which a join need not mind'],
    next: [
      'look at the lines behind it: which domain controller was found without the account, or why none was',
      whereIsAccount,
    ],
  },

  // LDAP.
  {
    code: 0x3a,
    phases: ['bind'],
    happened: 'LDAP on {dc} could not be reached, or the connection broke.',
    likely: ['TCP 389 blocked', 'packets lost to a wrong MTU'],
    next: [
      '`Test-NetConnection {dc} -Port 389`',
      '`ping -f -l 1472 {dc}` (IPv4; a lost ping may also be ICMP blocked): do large packets get through',
      'make a trace of TCP 389: repeated SYN or lost packets',
    ],
    article: 'status-code-0x3a-server-not-perform-operation',
  },
  {
    code: 0x3a,
    phases: ['renameSpn'],
    happened:
      'The server could not be reached over LDAP for the DNS host name and SPNs, or the connection broke.',
    likely: [
      'TCP 389 blocked, or packets lost to a wrong MTU',
      'the dialog, which asks by NetBIOS name over LDAP after the join, with NetBIOS over TCP/IP off, UDP 137 blocked or IPv6 only: that can be ignored where the join itself succeeded',
    ],
    next: ['`Test-NetConnection {dc} -Port 389`', '`ipconfig /all`: NetBIOS over TCP/IP, DNS suffixes'],
    article: 'fail-to-join-computer-to-ad-domain',
  },

  {
    code: 0x2028,
    phases: ['bind'],
    happened: 'The domain controller {dc} wants LDAP to be signed, and the bind of this computer was not.',
    likely: [
      'the policy "LDAP server signing requirements" of {dc}, while this computer does not sign',
      'a device on the way that ends the connection and opens its own',
    ],
    next: [
      '`reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\ldap /v LDAPClientIntegrity` here: 0 does not sign; 1, the default, signs where the server asks for it; 2 always',
      'look at the policy "Domain controller: LDAP server signing requirements" of {dc}, and at "Network security: LDAP client signing requirements" here',
    ],
    elsewhere: [
      'the Directory Service log of {dc}: event 2889 names this computer, if LDAP events are logged',
    ],
  },

  // Domain data.
  {
    code: 0x21c4,
    happened: 'The domain has the same SID as this computer.',
    likely: ['a computer and a domain controller cloned from one image without sysprep /generalize'],
    next: [
      `${rsat}\`(Get-ADDomain).DomainSID.Value\`, the SID of the domain`,
      '`Get-LocalUser | Select-Object Name, SID` here: do the local ones begin with it',
      'if this computer was made from an image, generalize it (sysprep) before it joins',
    ],
  },

  // RPC.
  ...rpc(
    0x6ba,
    service => `${upper(service)} could not be reached.`,
    [
      'TCP 135 blocked',
      'the port that the endpoint mapper names (49152–65535) blocked',
      'a service on {dc} that is not running',
    ],
    'status-code-0x6ba-rpc-server-unavailable',
  ),
  ...rpc(
    0x6bf,
    service => `A call to ${service} was cut before it was carried out.`,
    [
      'a firewall, router or VPN on the way that rejects RPC packets',
      'offload settings of a network card (TCP Chimney, IP offload)',
    ],
    'status-code-0x6bf-0xc002001c',
  ),
  ...rpc(
    0x6d9,
    service =>
      `The endpoint mapper (TCP 135), or something that answers in its place, named no port for ${service}.`,
    [
      'a service on {dc} that is not registered or not running yet',
      'a device on the way, or security software on {dc}, that answers for TCP 135',
      'dynamic ports (49152–65535) that are blocked, or have run out on {dc}',
    ],
    'domain-join-error-0x6d9-there-are-no-more-endpoints-available-from-the-endpoint-mapper',
  ),
  {
    code: 0x6be,
    happened: 'A call to {dc} was cut. Unlike with 0x6bf, it may have been carried out.',
    likely: ['a firewall, router or VPN on the way', 'a service on {dc} that stopped'],
    next: [
      '`Test-NetConnection {dc} -Port 135`',
      '`Test-NetConnection {dc} -Port 445`',
      'look at the System log of {dc} at that time: services that stopped',
    ],
  },
  {
    code: 0x6f7,
    happened: 'The data of an RPC call did not have the expected form.',
    likely: [
      'a device on the way that alters packets',
      'two sides of very different age, or without their updates',
    ],
    next: ['compare the versions of Windows and their updates on both sides'],
    unknown: 'What was wrong with the data: only a trace on both sides shows it.',
  },

  // The computer account.
  {
    code: 0x2,
    phases: ['createAccount', 'reuseCheck', 'findAccount'],
    happened:
      'The organizational unit (MachineAccountOU) was not found, or is none. As the result of the operation, 0x2 is not harmless.',
    likely: [
      'a path that is misspelt, or an organizational unit that was moved or deleted',
      'a MachineAccountOU that names something else, such as the container CN=Computers',
      'an organizational unit that has not reached {dc} yet',
    ],
    next: organizationalUnit,
    unknown: 'Which part of the path is wrong: the directory shows it.',
  },
  {
    code: 0x5,
    phases: ['createAccount'],
    happened:
      'The account {account} was not allowed to create or change the computer account. An existing one also needs the right to reset its password.',
    likely: [
      'an existing account of {computer} whose password {account} may not reset',
      'rights in {ou} that do not let {account} create computer objects',
    ],
    next: [...accountRights, whereIsAccount],
    article: 'access-denied-when-joining-computers',
  },
  {
    code: 0x5,
    phases: ['createAccount'],
    exists: true,
    happened:
      'The account of {computer} exists, and {account} was not allowed to change it. Using it again takes the right to reset its password.',
    likely: [
      'an account of {computer} whose password {account} may not reset',
      'a disabled account, which takes the right Write Account Restrictions to enable',
    ],
    next: [accountRights[1]],
    article: 'access-denied-when-joining-computers',
  },
  {
    code: 0x5,
    phases: ['createAccount'],
    exists: false,
    happened: 'The account {account} was not allowed to create the computer account.',
    likely: ['rights in {ou} that do not let {account} create computer objects'],
    next: [accountRights[0]],
    article: 'access-denied-when-joining-computers',
  },
  {
    code: 0x5,
    phases: ['domainInfo'],
    happened: 'The domain controller {dc} refused to tell its LSA policy, which names the domain.',
    likely: [
      'the account {account}, which may not read it',
      'a policy of {dc} that restricts anonymous or remote calls',
    ],
    next: ['look at the policies "Network access" of {dc}, which restrict anonymous and remote calls'],
  },
  {
    code: 0x5,
    phases: ['localApply', 'finish'],
    happened:
      'Windows on this computer refused a step of its own: access was denied here, not in the domain.',
    likely: [
      'a join that does not run with administrator rights on this computer',
      'security software on this computer',
    ],
    next: [
      '`whoami /groups` in the session that started the join: BUILTIN\\Administrators has to be enabled',
    ],
  },
  {
    code: 0x5,
    phases: ['connect'],
    option: { mask: joinUnsecure, isSet: true },
    happened:
      'The domain controller {dc} refused the session to IPC$. The join is unsecured (NETSETUP_JOIN_UNSECURE, 0x40): it logs on without a user account.',
    likely: ['a policy of {dc} that refuses anonymous sessions'],
    next: [
      'join with a user account, or with a computer account that was created for it beforehand',
      'look at the policies "Network access" of {dc}, which restrict anonymous access',
    ],
  },
  {
    code: 0x5,
    phases: ['reuseCheck'],
    happened: 'The check whether an existing account may be used again was refused.',
    likely: [
      'the policy "Restrict clients allowed to make remote calls to SAM" on the domain controller, which leaves {account} out',
      'the account {account}, which may not read the owner of the computer account',
    ],
    next: [
      remoteSam,
      `${rsat}\`dsacls\` with the path of the computer account lists its rights; {account} has to read it`,
    ],
    elsewhere: ['event 4101 of NetJoin in the System log of this computer, if re-use was prevented'],
  },
  {
    code: 0x5,
    phases: ['renameAccount'],
    happened: 'The domain controller {dc} refused to rename the account.',
    likely: [
      'the policy "Restrict clients allowed to make remote calls to SAM" on the domain controller',
      'missing rights of {account} on the computer account',
    ],
    next: [remoteSam, accountRights[1]],
    article: 'error-0x5-access-denied-rename-computer-dc',
  },
  {
    code: 0x5,
    phases: ['renameSpn'],
    happened:
      'The DNS host name or the SPNs could not be written to the computer account: access was denied.',
    likely: [
      'missing rights on the account: Validated write to DNS host name, Validated write to service principal name',
      'a DNS suffix of this computer that the domain does not allow (msDS-AllowedDNSSuffixes)',
    ],
    next: [
      nameRights,
      `${rsat}\`(Get-ADDomain).AllowedDNSSuffixes\` has to name the DNS suffix of this computer, if it is another than the domain`,
    ],
    unknown:
      'Which of the two was refused, where no line before names it: the directory shows what is there.',
    article: 'access-denied-when-joining-computers',
  },
  {
    code: 0x5,
    happened: 'Access was denied, by this computer or by the domain controller.',
  },
  {
    ...unjoinRefused,
    code: 0x5,
    phases: [
      'machineCheck',
      'domainInfo',
      'findAccount',
      'createAccount',
      'localApply',
      'finish',
      'rollback',
    ],
    next: [
      'read the next lines of the log: whether the computer left the domain all the same',
      `${membership}: the state it is in now`,
      '`whoami /groups` in the session that started the unjoin: BUILTIN\\Administrators has to be enabled',
    ],
  },
  {
    ...unjoinRefused,
    code: 0x5,
    next: [
      'read the lines around it: which step was refused, and whether the computer left the domain all the same',
      'look in the system properties whether the computer is still in the domain',
      'run the unjoin again as an administrator of this computer',
    ],
  },
  {
    ...noAccount,
    option: { mask: accountCreate, isSet: false },
    likely: [
      'a join that may only use an existing account: its options are without NETSETUP_ACCT_CREATE, and no second try follows',
      'an account that was created on another domain controller and has not reached this one yet',
    ],
    next: ['create the account first, or join with an option that creates it', whereIsAccount],
  },
  {
    ...noAccount,
    option: { mask: accountCreate, isSet: true },
    likely: ['an account that was created on another domain controller and has not reached this one yet'],
    next: [replication, whereIsAccount],
  },
  {
    ...noAccount,
    likely: [
      'a join that may only use an existing account',
      'an account that has not reached this domain controller yet',
    ],
    next: [
      'look at the options of the join: without the bit 0x2 (NETSETUP_ACCT_CREATE) the account must exist already',
      whereIsAccount,
    ],
  },
  {
    ...noAccount,
    phases: ['renameSpn'],
    happened: 'The account of this computer was not found on {dc}, so that its names could not be written.',
    likely: [
      'a new or renamed account that has not reached this domain controller yet',
      'an account that was deleted',
    ],
    next: [whereIsAccount, replication],
  },
  {
    code: 0x534,
    happened: 'A name was looked up, and no account has it.',
    likely: [
      'no computer account yet, and a join that may only use an existing one (Options without the bit 0x2)',
    ],
    next: [whereIsAccount],
    unknown: 'Which name was looked up: these lines do not say.',
    article: noAccount.article,
  },
  {
    code: 0x8ad,
    phases: ['findAccount', 'createAccount', 'renameAccount', 'renameSpn'],
    happened: 'The domain controller {dc} knows no account of the name that was asked for.',
    likely: [
      'a computer account that was deleted or renamed',
      'an account that has not reached this domain controller yet',
    ],
    next: [whereIsAccount, replication],
  },
  {
    code: 0xa89,
    happened: 'The computer account was not found.',
    likely: [
      'a computer account that was deleted or renamed',
      'an account that has not reached this domain controller yet',
    ],
    next: [whereIsAccount, replication],
  },
  {
    code: 0x8b0,
    phases: ['renameAccount'],
    happened: 'Another account is already named {newName}.',
    next: [`${rsat}\`dsquery computer -name {newName}\``, 'take another name for this computer'],
  },
  {
    code: 0x524,
    phases: ['renameAccount'],
    happened: 'Another account is already named {newName}.',
    next: [`${rsat}\`dsquery computer -name {newName}\``, 'take another name for this computer'],
  },
  ...[0x8b0, 0x524].map(code => ({
    code,
    phases: ['findAccount', 'createAccount', 'reuseCheck'] as const,
    kind: 'provision' as const,
    option: { mask: reuseAccount, isSet: false },
    happened:
      'An account of this name exists already, and this provisioning may not use it again: its options are without NETSETUP_PROVISION_REUSE_ACCOUNT (0x2).',
    next: [
      whereIsAccount,
      'provision under another computer name, or allow the re-use of the account (djoin: /reuse), which resets its password',
    ],
  })),
  ...[0x8b0, 0x524].map(code => ({
    code,
    phases: ['findAccount', 'createAccount', 'reuseCheck'] as const,
    kind: 'provision' as const,
    happened: 'An account of this name exists already, and this provisioning did not go on with it.',
    likely: [
      'an account in another organizational unit than the one given (lpMachineAccountOU)',
      'a block of account re-use, where 0xaac or a line about it stands near',
    ],
    next: [
      whereIsAccount,
      'provision without an organizational unit, or with the one that the account is in',
    ],
    elsewhere: ['event 4101 of NetJoin in the System log of this computer, if re-use was prevented'],
    article: 'failure-when-you-use-an-existing-computer-account-to-join-a-domain',
  })),
  ...[0x8b0, 0x524].map(code => ({
    code,
    phases: ['findAccount', 'createAccount', 'reuseCheck'] as const,
    exists: true,
    happened: 'The account {computer} exists, and this join did not use it.',
    likely: [
      'an account in another place than the organizational unit given (MachineAccountOU)',
      'a block of account re-use, where 0xaac or a line about it stands near',
    ],
    next: [
      'compare the place of the account that the log shows with MachineAccountOU',
      'join without an organizational unit, or with the one that the account is in',
    ],
    elsewhere: ['event 4101 of NetJoin in the System log of this computer, if re-use was prevented'],
    article: 'failure-when-you-use-an-existing-computer-account-to-join-a-domain',
  })),
  ...[0x8b0, 0x524].map(code => ({
    code,
    phases: ['findAccount', 'createAccount', 'reuseCheck'] as const,
    happened: 'An account of this name exists already, and the join did not go on with it.',
    likely: [
      'an account in another organizational unit than the one given (MachineAccountOU)',
      'a block of account re-use, where 0xaac or a line about it stands near',
    ],
    next: [whereIsAccount, 'join without an organizational unit, or with the one that the account is in'],
    elsewhere: ['event 4101 of NetJoin in the System log of this computer, if re-use was prevented'],
    article: 'failure-when-you-use-an-existing-computer-account-to-join-a-domain',
  })),
  ...[0x1392, 0x2071].map(code => ({
    code,
    phases: ['createAccount', 'renameAccount', 'renameSpn'] as const,
    happened: 'The organizational unit or container already has an object of this name.',
    likely: [
      'an earlier account of this computer',
      'another object of this name, which need not be a computer',
    ],
    next: [`${rsat}\`dsquery * domainroot -filter "(cn={computer})"\`: what has the name`],
  })),
  {
    code: 0xaac,
    happened: 'The account {computer} exists, and the rules of KB5020276 do not let {account} take it over.',
    likely: [
      'an account that {account} did not create, that no administrator of the domain created, and whose owner the policy does not trust',
    ],
    next: [
      'who may use it again: its creator; anyone with rights on it, if a domain, enterprise or built-in administrator created it, or if the policy "Allow computer account re-use during domain join" trusts its owner',
      `${rsat}\`(Get-ADComputer {computer} -Properties nTSecurityDescriptor).nTSecurityDescriptor.Owner\`, and \`Get-ADComputer {computer} -Properties mS-DS-CreatorSID\` for its creator`,
      'join as its creator, or under another computer name',
      'the registry value NetJoinLegacyAccountReuse does not help: without effect since August 2024',
      'before the account is deleted: no other computer may be using it, and the secrets stored with it (BitLocker, LAPS) are lost',
    ],
    elsewhere: [
      'event 4101 of NetJoin in the System log of this computer: re-use prevented (4100: permitted)',
      'the policy "Domain controller: Allow computer account re-use during domain join", as it applies on {dc}',
    ],
    unknown: 'Who owns the account: the directory shows it.',
    article: 'failure-when-you-use-an-existing-computer-account-to-join-a-domain',
  },
  {
    code: 0x216d,
    happened:
      'The account {account} has created as many computer accounts as the domain allows (ten by default), or is left out of the policy "Add workstations to domain".',
    next: [
      `${rsat}\`dsquery * domainroot -scope base -attr ms-DS-MachineAccountQuota\`: the limit of the domain`,
      'look up the policy "Add workstations to domain" on the domain controllers',
      'let {account} create computer objects in the organizational unit: that right has no such limit',
      'join with a computer account that was created for it beforehand',
    ],
    unknown: 'Which of the two it was: the policy and the number of accounts it created tell.',
    article: 'status-code-0x216d-not-joined-domain',
  },
  {
    code: 0x2011,
    happened: 'The domain controller {dc} has no number (RID) left for a new account.',
    likely: ['a RID master that is offline', 'replication that is broken between {dc} and the RID master'],
    next: [ridMaster, ridTest, replication],
    elsewhere: ['the System log of {dc}: event 16650'],
    article: 'event-16650-account-identifier-allocator-not-initialize',
  },
  {
    code: 0x2047,
    happened: 'The domain controller {dc} gives out no numbers (RID) for new accounts.',
    next: [ridTest, ridMaster],
    elsewhere: ['the System log of {dc}: why it stopped giving them out'],
  },
  ...[0x2030, 0x208d].map(code => ({
    code,
    phases: ['findAccount', 'reuseCheck', 'createAccount'] as const,
    happened: 'The directory has no object at the place that was asked for.',
    likely: [
      'an organizational unit (MachineAccountOU) that does not exist',
      'an organizational unit or account that has not reached {dc} yet',
    ],
    next: [...organizationalUnit, replication],
  })),
  {
    code: 0x2030,
    phases: ['renameSpn'],
    happened: 'The directory has no object at the place where the names of the computer were to be written.',
    likely: [
      'a computer account that was deleted, moved or renamed',
      'an account that has not reached {dc} yet',
    ],
    next: [whereIsAccount, replication],
  },
  {
    code: 0x2032,
    happened: 'A distinguished name is not well formed.',
    likely: [
      'a MachineAccountOU that is not written as OU=…,DC=…',
      'a comma or quotation mark in it that is not escaped',
    ],
    next: [organizationalUnit[0]],
  },
  {
    code: 0x2035,
    happened: 'The directory understood the request and refused it by one of its rules.',
    next: [extendedError],
    unknown:
      'Which rule it was, unless the extended error is in the log: the Directory Service log of {dc} may tell.',
  },
  {
    code: 0x2098,
    phases: ['createAccount', 'reuseCheck', 'findAccount'],
    happened: 'The account {account} lacks a right in the directory that the step needs.',
    likely: [
      'rights in {ou} that do not let {account} create computer objects',
      'an existing account of {computer} that {account} may not change',
    ],
    next: [...accountRights, whereIsAccount],
    article: 'access-denied-when-joining-computers',
  },
  {
    code: 0x2098,
    phases: ['createAccount', 'reuseCheck', 'findAccount'],
    exists: true,
    happened: 'The account of {computer} exists, and {account} lacks a right to change it.',
    likely: ['an account of {computer} that {account} may not change'],
    next: [accountRights[1], whereIsAccount],
    article: 'access-denied-when-joining-computers',
  },
  {
    code: 0x2098,
    phases: ['renameSpn', 'renameAccount'],
    happened: 'A right to change the computer account is missing.',
    likely: [
      'missing rights on the account: its name, Validated write to DNS host name or to service principal name',
    ],
    next: [nameRights],
    article: 'access-denied-when-joining-computers',
  },
  {
    code: 0x2098,
    happened: 'A right in the directory is missing.',
    next: accountRights,
    article: 'access-denied-when-joining-computers',
  },
  {
    code: 0x57,
    phases: ['createAccount', 'renameSpn'],
    happened: 'A value was not accepted. Behind an LDAP result, 0x57 is only a rough translation.',
    likely: [
      'an SPN that another account of the forest has, where the extended error begins with 000021C7',
      'a DNS host name that the domain does not allow (msDS-AllowedDNSSuffixes)',
    ],
    next: [extendedError, ...ownersOfSpn],
  },
  {
    code: 0x202f,
    phases: ['createAccount', 'renameSpn'],
    happened: 'The directory refused a value: it breaks a rule for this attribute.',
    likely: [
      'an SPN that another account of the forest has',
      'a DNS host name that the domain does not allow (msDS-AllowedDNSSuffixes)',
    ],
    next: [extendedError, ...ownersOfSpn],
  },
  {
    code: 0x21c7,
    phases: ['renameSpn', 'renameAccount'],
    happened: 'An SPN for the name of this computer is already on another account of the forest.',
    likely: ['an old account that had this name before', 'a service account with this SPN'],
    next: [...ownersOfSpn, `${rsat}\`setspn -Q HOST/{newName}\``],
  },
  {
    code: 0x21c7,
    happened:
      'An SPN for the name of this computer is already on another account of the forest. Logons to this computer can fail because of it, even where a join succeeds.',
    likely: ['an old account that had this name before', 'a service account with this SPN'],
    next: ownersOfSpn,
  },
  {
    code: 0xa86,
    happened: 'The domain controller {dc} cannot create the account in an organizational unit.',
    likely: ['a domain controller that is not one of Active Directory'],
    next: ['join without an organizational unit (MachineAccountOU)'],
  },
  {
    code: 0x54a,
    happened: 'A call was refused because only the primary domain controller may do what was asked for.',
    next: [`${rsat}\`netdom query fsmo\`: which domain controller is the PDC`],
    unknown: 'Why a join came to it: no public log shows this code in one.',
  },
];

/** Every row. */
export const advice = once(rows);

const byCode = once(() => {
  const found = new Map<number, Advice[]>();
  for (const row of advice()) {
    const known = found.get(row.code);
    if (known) known.push(row);
    else found.set(row.code, [row]);
  }
  return found;
});

function upper(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Where a code comes up; what the log does not give is undefined. */
export interface AdvicePlace {
  readonly phase: PhaseId | undefined;
  /** The join options, or those of a provisioning. */
  readonly options?: number | undefined;
  /** The kind of the operation. */
  readonly kind?: string;
  /** Whether the computer account existed before. */
  readonly exists?: boolean | undefined;
  /** Whether a name check of the operation has found the domain before. */
  readonly located?: boolean | undefined;
}

/**
 * The row for a final Win32 code; undefined where nothing certain can be said. The closest row counts, not the first:
 * one for the phase comes before one without, then one for the kind, for the account, for the options.
 */
export function adviceFor(code: number, place: AdvicePlace): Advice | undefined {
  return rowsFor(code, place)[0];
}

/** The rows that are as close to the case as any: more than one would be a mistake of the table. */
export function rowsFor(code: number, place: AdvicePlace): readonly Advice[] {
  const { phase, options, kind, exists, located } = place;
  const fitting = (byCode().get(code) ?? []).filter(
    row =>
      (!row.phases || (phase !== undefined && row.phases.includes(phase))) &&
      (!row.option || fits(row.option, options)) &&
      (!row.kind || row.kind === kind) &&
      (row.exists === undefined || row.exists === exists) &&
      (!row.located || located === true),
  );
  const closeness = (row: Advice) =>
    (row.phases ? 16 : 0) +
    (row.kind ? 8 : 0) +
    (row.located ? 4 : 0) +
    (row.exists === undefined ? 0 : 2) +
    (row.option ? 1 : 0);
  const closest = Math.max(...fitting.map(closeness));
  return fitting.filter(row => closeness(row) === closest);
}

function fits({ mask, isSet }: NonNullable<Advice['option']>, options: number | undefined): boolean {
  return options !== undefined && ((options & mask) !== 0) === isSet;
}

/** The article about a code in a join, whatever the phase; undefined where there is none, or more than one. */
export function articleOn(code: number): string | undefined {
  const articles = new Set(
    byCode()
      .get(code)
      ?.map(row => row.article),
  );
  return articles.size === 1 ? [...articles][0] : undefined;
}

/** The address of Microsoft's article. */
export function articleUrl(article: string): string {
  return `https://learn.microsoft.com/troubleshoot/windows-server/active-directory/${article}`;
}
