import type { Label } from '../../parser/tokens';

/**
 * What stands in front of a number of NetSetup.log and so decides what the number is. A number behind none of
 * these labels gets no meaning. Particular labels come first: the first row that claims a number has it.
 */
export const labels: readonly Label[] = [
  // BOOL and enumerations: not status codes.
  {
    samples: ['NetpChangeMachineName: SetComputerNameEx() returned 0x1'],
    match: /\bSetComputerNameEx(?:\(\))? returned:? (?<bool>0x[0-9a-f]+)/dgi,
  },
  {
    samples: [
      "NetpValidateName: checking to see if 'WKS07' is valid as type 1 name",
      "NetpValidateName: name 'fabrikam.test' is valid for type 3",
    ],
    match: /\bis valid (?:as|for) type (?<nameType>\d{1,2})\b/dg,
  },

  // Flags and options: which set is decided by the word in front.
  {
    // The dump of a provisioning package has options of its own under the same word.
    samples: ['    Options: 0x40000003'],
    match: /\bOptions:\s{0,4}(?<provisionOptions>0x[0-9a-f]+)/dg,
    within: /\bblob\b|Blob[A-Z]/i,
  },
  {
    samples: ['  Options: 0x25', '  dwJoinOptions: 0x27', '  JoinOptions: 0x27'],
    match: /\b(?:Options|dwJoinOptions|JoinOptions):\s{0,4}(?<joinOptions>0x[0-9a-f]+)/dg,
  },
  {
    samples: ["NetpUnJoinDomain: unjoin from 'FABRIKAM' using '(null)' creds, options: 0x4"],
    match: /\bNetpUnJoinDomain: .{0,300}?\boptions: (?<unjoinOptions>0x[0-9a-f]+)/dgi,
  },
  {
    samples: ['  dwOptions: 0x40000003', '  ProvisionOptions: 0x40000003'],
    match: /\b(?:dwOptions|ProvisionOptions):\s{0,4}(?<provisionOptions>0x[0-9a-f]+)/dg,
  },
  {
    samples: ["NetpDsGetDcName: trying to find DC in domain 'fabrikam.test', flags: 0x40001010"],
    match: /DsGetDcName: .{0,300}?\bflags: (?<dsGetDcFlags>0x[0-9a-f]+)/dg,
  },
  {
    samples: ['    Flags: 0xe00031fc'],
    match: /^[^a-z]{0,40}\sFlags: (?<dcFlags>0x[0-9a-f]+)/dgi,
  },
  {
    samples: ['    userAccountControl  =  0x1000'],
    match: /\buserAccountControl\s{1,4}=\s{1,4}(?<userAccountControl>0x[0-9a-f]+)/dgi,
  },
  {
    samples: ["NetpChangeMachineName: from 'WKS07' to 'WKS07' using 'FABRIKAM\\jdoe' [0x1000]"],
    match: /\bNetpChangeMachineName: from .{0,300}? \[(?<renameOptions>0x[0-9a-f]+)\]/dg,
  },

  // Numbers that name something.
  {
    samples: [
      'NetpQueryAccountAttributes succeeded: got RID=0x8af objectSid=S-1-5-21-1180699209-877415012-3182924384-2223',
    ],
    match: /\bRID=(?<rid>0x[0-9a-f]+)(?: objectSid=S-1-5-21(?:-\d{1,10}){3}-(?<rid2>\d{1,10})\b)?/dgi,
  },
  {
    samples: ['  Build number: 26100 (26100.ge_release.240331-1435)'],
    match: /\bBuild number: (?<build>\d{3,6})\b/dg,
  },
  {
    samples: ['    DomainControllerAddressType: 1'],
    match: /\bDomainControllerAddressType: (?<addressType>\d)\b/dg,
  },

  // LDAP results, with the Win32 code that may follow.
  {
    samples: [
      'NetpModifyComputerObjectInDs: ldap_add_s failed: 0x35 0x216d',
      'ldap_unbind status: 0x0',
      "NetpGetNCData: ldap_search_s on 'DC1' returned 0x20",
      'NetpLdapBind: ldap_get_option(LDAP_OPT_SERVER_ERROR) failed: 0x59',
    ],
    match:
      /\bldap_\w{1,30}(?:\([^)]{0,80}\))?[:\s][^,;]{0,200}?(?:: ?|\breturned:? )(?<ldapResult>0x[0-9a-f]+)(?:[ ,]+(?<status>0x[0-9a-f]+))?/dgi,
  },
  {
    samples: [
      'NetpLdapBind: ldap_bind failed on DC1.fabrikam.test: 81: Server Down',
      'NetpGetADObjectOwnerAttributes: Ldap Search failed: 8240',
      'NetpModifyComputerObjectInDs: ldap_modify_s failed: 53 8557',
    ],
    match:
      /\b(?:ldap_\w{1,30}|Ldap Search) failed(?: on [^:]{1,200})?: (?<ldapResult>0x[0-9a-f]+|\d+)\b(?:[ ,]+(?<status>\d+)\b)?/dgi,
  },
  {
    samples: [
      'NetpLdapBind: 80090308: LdapErr: DSID-0C090400, comment: AcceptSecurityContext error, data 52e, v4563',
    ],
    match:
      /\b(?<hresultText>8009[0-9a-f]{4}): LdapErr: (?:.{0,200}?\bdata (?<extendedError>[0-9a-f]{1,8})\b)?/dgi,
  },
  {
    samples: [
      'NetpMapGetLdapExtendedError: Parsed [0x216d] from server extended error string: 0000216D: SvcErr: DSID-0312ABCD, problem 5003 (WILL_NOT_PERFORM), data 0',
    ],
    match: /\bParsed \[(?<status>0x[0-9a-f]+)\](?:.{0,60}? string: (?<extendedError>[0-9a-f]{8})(?=:))?/dgi,
  },

  // NTSTATUS.
  {
    samples: [
      'NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: c0000022, NetStatus: 5',
      'NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: 0, NetStatus: 0',
    ],
    match: /\bNtStatus: ?(?<ntstatus>(?:0x)?[0-9a-f]{1,8})\b/dgi,
  },
  {
    samples: [
      'NetpLsaOpenSecret: status: 0xc0000034',
      'NetpGetLsaHandle: LsaOpenPolicy on \\\\DC1.fabrikam.test failed: 0xc002001c',
    ],
    match: /\b(?:NetpLsaOpenSecret|LsaOpen\w{1,20})\b.{0,300}?: ?(?<ntstatus>0x[0-9a-f]+)/dg,
  },

  // Win32 codes: decimal where the function prints decimal, else hexadecimal.
  {
    samples: [
      'NetpCheckIfAccountShouldBeReused:fReuseAllowed: TRUE, NetStatus:0x2030',
      'Returning NetStatus: 0, ADReuseMode: 0',
    ],
    match: /\bNetStatus: ?(?<status>0x[0-9a-f]+|\d+)/dgi,
  },
  {
    samples: ['NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned 1326'],
    match: /\bNetUseAdd to .{0,300}? returned (?<status>0x[0-9a-f]+|\d+)/dgi,
  },
  {
    samples: ['NetpDeleteMachineAccountKey: returning Status: 0 '],
    match: /\breturn(?:ing|ed) Status: ?(?<status>0x[0-9a-f]+|\d+)/dgi,
  },
  {
    samples: ['NetpCheckForDomainSIDCollision: returning 0x0(0).'],
    match: /\breturning (?<status>0x[0-9a-f]+)(?:\((?<status2>\d+)\))?/dgi,
  },
  {
    samples: ["NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0x525, last error is 0x0"],
    match: /\blast error is (?<status>0x[0-9a-f]+)/dgi,
  },
  {
    samples: [
      'NetpDoDomainJoin: status: 0x534',
      'NetpJoinWorkgroup: status:  0x0',
      'NetpJoinCreatePackagePart: status:0x534.',
      'NetpJoinDomainOnDs: Function exits with status of: 0x40',
      "NetpJoinDomainOnDs: status of connecting to dc '\\\\DC1.fabrikam.test': 0x0",
      'NetpLdapGetLsaPrimaryDomain: result of retrieving domain data: 0x0',
      'NetpClearFullJoinState: Status of deleting join state key 0x2',
    ],
    match:
      /\b(?:status|result)\b(?:(?!\b[a-z]\w+: (?!0x)).){0,300}?(?:(?<!flags|options|context|rid|size): {0,2}|\bkey )(?<status>0x[0-9a-f]+)/dgi,
  },
  {
    samples: [
      "NetpCheckDomainNameIsValid [ Exists ] for 'fabrikam.test' returned 0x54b",
      'NetpJoinDomainOnDs: NetpDsGetDcName returned: 0x0',
      'NetpConvertBlobToJoinState: exiting: 0x0',
      'NetpProvisionComputerAccount: LDAP creation failed: 0x534',
      'NetpModifyComputerObjectInDs: Account exists and re-use is blocked by policy. Error: 0xaac ',
    ],
    match: /\b(?:returned|returns|exiting|failed|error):? {1,2}(?<status>0x[0-9a-f]+)/dgi,
  },
  {
    samples: [
      "NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0x525, last error is 0x0",
      "NetpGetComputerObjectDn: Unable to bind to DS on '\\\\DC1.fabrikam.test': 0x6ba",
      "NetpValidateName:  'FABRIKAM' is not a valid Dns domain name: 0x2554",
      'NetpLdapBind: Verified minimum encryption strength on DC1.fabrikam.test: 0x0',
      "NetpJoinDomainOnDs: NetpResetIDNEncoding on 'fabrikam.test': 0x0",
      'NetpJoinDomain: NetpCompleteOfflineDomainJoin SUCCESS: Requested a reboot :0x0',
    ],
    match:
      /(?:\bfailed to|\bunable to|\bis not a valid|\bVerified|\bNetpResetIDNEncoding on|\bSUCCESS:)\s.{0,300}?: ?(?<status>0x[0-9a-f]+)/dgi,
  },
  {
    samples: [
      "NetpLoadParameters: DomainCompatibilityMode not found, defaulting to '0' 0x2",
      'NetpJoinDomainLocal: unable to load NetBiosName (0x0) - ignoring.',
    ],
    match:
      /(?:\bnot found, defaulting to ['‘][^'’]{0,40}['’] |\bunable to load \w{1,40} \()(?<status>0x[0-9a-f]+)/dg,
  },
];
