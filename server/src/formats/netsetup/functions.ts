import type { OperationKind } from '../../model';
import type { PhaseId } from '../../tables/phases';

/** A function that NetSetup.log names: the phase of a join it works in, and one sentence on what it does. */
export interface LoggedFunction {
  /** Undefined where the function spans several phases. */
  readonly phase: PhaseId | undefined;
  readonly about: string;
}

// prettier-ignore
const rows: readonly (readonly [name: string, phase: PhaseId | undefined, about: string])[] = [
  // The operations themselves.
  ['NetpDoDomainJoin', undefined, 'Runs a whole join, to a domain or a workgroup; its last status is the result.'],
  ['NetpJoinDomain', undefined, 'Joins the computer to a domain; the lines below it say what was asked for.'],
  ['NetpJoinDomainOnDs', undefined, 'The part of a join that talks to the domain controller.'],
  ['NetpJoinWorkgroup', undefined, 'Puts the computer into a workgroup.'],
  ['NetpUnJoinDomain', undefined, 'Takes the computer out of its domain.'],
  ['NetpChangeMachineName', undefined, 'Renames the computer: its account, its DNS host name and SPNs, then its local name.'],
  ['NetpProvisionComputerAccount', undefined, 'Creates the computer account, or takes over an existing one.'],
  ['NetJoinDomain', undefined, 'The Windows call that starts a join.'],

  // Name checks.
  ['NetpValidateName', 'nameCheck', 'Checks whether a name may be used: the type says for what.'],
  ['NetpCheckDomainNameIsValid', 'nameCheck', 'Checks a domain name by looking for a domain controller of that domain.'],
  ['NetpCheckNetBiosNameNotInUse', 'nameCheck', 'Asks the network whether another computer already has this NetBIOS name.'],

  // The computer itself.
  ['NetpMachineValidToJoin', 'machineCheck', 'Checks whether this edition and state of Windows can join.'],
  ['NetpDomainJoinLicensingCheck', 'machineCheck', 'Checks whether the licence of this edition of Windows allows a domain join.'],
  ['NetpGetComputerNameEx', 'machineCheck', 'Reads a name of this computer.'],
  ['NetpGetNewMachineName', 'machineCheck', 'Reads the new computer name that waits for the restart.'],
  ['NetpGetNewHostName', 'machineCheck', 'Reads the new DNS host name that waits for the restart.'],
  ['NetpGetLsaPrimaryDomain', undefined, 'Reads which domain a computer or domain controller belongs to, from its LSA policy.'],
  ['NetpGetLsaHandle', undefined, 'Opens the LSA policy of a computer, here or on the domain controller.'],
  ['LsaOpenPolicy', 'domainInfo', 'Opens the LSA policy of a computer, by RPC where it is another one.'],
  ['NetpLoadParameters', undefined, 'Reads optional registry values; a missing one has a default.'],

  // Finding a domain controller.
  ['NetpDsGetDcName', 'dcLocator', 'Looks for a domain controller that fits the flags.'],
  ['DsGetDcName', 'dcLocator', 'The domain controller locator of Windows: DNS and LDAP ping, or NetBIOS.'],
  ['NetpDisableIDNEncoding', 'dcLocator', 'Switches off the encoding of international DNS names for this domain until the restart.'],
  ['DnsDisableIdnEncoding', undefined, 'Switches the encoding of international DNS names off, or back on (RESETALL).'],
  ['NetpResetIDNEncoding', undefined, 'Clean-up: switches the encoding of international DNS names back on.'],

  // The session to the domain controller.
  ['NetUseAdd', 'connect', 'Opens the SMB session to the domain controller (IPC$) with the account given; the number is decimal.'],
  ['NetpGetDnsHostName', undefined, 'Works out the DNS host name that the computer will have.'],
  ['NetpLdapBind', 'bind', 'Connects to LDAP on the domain controller and authenticates.'],
  ['ldap_bind', 'bind', 'Authenticates to LDAP; the number is an LDAP result.'],
  ['ldap_unbind', undefined, 'Clean-up: closes the LDAP connection.'],

  // Reading the domain.
  ['NetpLdapGetLsaPrimaryDomain', 'domainInfo', 'Reads names, SID and GUID of the domain over LDAP.'],
  ['NetpGetNCData', 'domainInfo', 'Reads the naming contexts of the directory.'],
  ['NetpGetDomainData', 'domainInfo', 'Reads the domain object and its cross reference.'],
  ['NetpCheckForDomainSIDCollision', 'domainInfo', 'Makes sure that the domain does not have the same SID as this computer.'],

  // The computer account.
  ['NetpGetComputerObjectDn', 'findAccount', 'Looks for the computer account by name on the domain controller (DRSUAPI, by RPC).'],
  ['NetpGetADObjectOwnerAttributes', 'reuseCheck', 'Reads who owns and created the computer account.'],
  ['NetpCheckIfAccountShouldBeReused', 'reuseCheck', 'Decides whether an existing computer account may be used again.'],
  ['NetpReadAccountReuseModeFromAD', 'reuseCheck', 'Reads the account re-use setting of the domain.'],
  ['NetpDsValidateComputerAccountReuseAttempt', 'reuseCheck', 'Asks the domain controller whether its policy allows this user to re-use the account.'],
  ['IsLegacyAccountReuseSetInRegistry', 'reuseCheck', 'Reads the registry value NetJoinLegacyAccountReuse, without effect since August 2024.'],
  ['NetJoinLegacyAccountReuse', 'reuseCheck', 'A registry value that once allowed re-use of any account; without effect since August 2024.'],
  ['RegQueryValueEx', undefined, 'Reads a registry value; 0x2 means that it is not set.'],
  ['NetpCreateComputerObjectInDs', 'createAccount', 'Creates the computer account over LDAP.'],
  ['NetpModifyComputerObjectInDs', 'createAccount', 'Writes attributes of the computer account over LDAP.'],
  ['ldap_add_s', 'createAccount', 'Adds an object over LDAP: first number LDAP result, second Win32.'],
  ['ldap_modify_s', 'createAccount', 'Changes an object over LDAP: first number LDAP result, second Win32.'],
  ['NetpMapGetLdapExtendedError', undefined, 'Takes the Win32 code out of the error text of the directory server.'],
  ['NetpQueryAccountAttributes', 'createAccount', 'Reads SID and GUID of the computer account; RID is the last part of its SID.'],
  ['NetpDeleteMachineAccountKey', 'createAccount', 'Removes an old key from the computer account, where there is one.'],
  ['NetpManageMachineAccountWithSid', 'createAccount', 'The older way to create or change the computer account (SAM, by RPC).'],
  ['NetUserAdd', 'createAccount', 'Creates the computer account the older way (SAM).'],
  ['NetUserSetInfo', 'createAccount', 'Changes the computer account the older way (SAM): its password, or its name in a rename.'],
  ['NetpSetComputerAccountPassword', 'createAccount', 'Sets the password of the computer account.'],
  ['NetpJoinCreatePackagePart', undefined, 'Gathers what the domain controller part of the join brought.'],

  // What is set on this computer.
  ['NetpRequestProvisioningPackageInstall', 'localApply', 'Stores what is to be set on this computer.'],
  ['NetpAddProvisioningPackagePart', 'localApply', 'Adds one part to the provisioning package.'],
  ['NetpAddPartCollectionToRegistry', 'localApply', 'Writes the parts of the join to the registry, to be applied next.'],
  ['NetpCreatePartListFromRegistry', 'localApply', 'Reads the parts of the join back from the registry.'],
  ['NetpConvertBlobToJoinState', 'localApply', 'Turns the provisioning data into what the join works with.'],
  ['NetpJoin2RequestPackagePartInstall', 'localApply', 'Stores part 2 of the join.'],
  ['NetpJoin3RequestPackagePartInstall', 'localApply', 'Stores part 3 of the join.'],
  ['NetpJoin4RequestPackagePartInstall', 'localApply', 'Stores part 4 of the join.'],
  ['NetpJoin2ContinuePackagePartInstall', 'localApply', 'Applies part 2 of the join.'],
  ['NetpJoinProvider2OLContinuePackagePartInstall', 'localApply', 'Applies part 2 of the join, where anything is left to do.'],
  ['NetpJoinProvider3OLContinuePackagePartInstall', 'localApply', 'Applies part 3 of the join, where anything is left to do.'],
  ['NetpJoinProvider4OLContinuePackagePartInstall', 'localApply', 'Applies part 4 of the join, where anything is left to do.'],
  ['NetpInitBlobWin7', 'localApply', 'Prepares the provisioning data in the form of Windows 7.'],
  ['NetpSerializeProvisioningPackage', 'localApply', 'Packs the provisioning data.'],
  ['NetpSaveFullJoinStateInternal', 'localApply', 'Saves the state of the join.'],
  ['NetpLoadFullJoinState', 'localApply', 'Loads the saved state of the join.'],
  ['NetpValidateFullJoinState', 'localApply', 'Checks the saved state of the join.'],
  ['NetpClearFullJoinState', 'localApply', 'Clean-up: deletes the saved state of the join.'],
  ['NetpProvGetWindowsImageState', 'localApply', 'Reads whether Windows setup is complete.'],
  ['NetpProvGetTargetProductVersion', 'localApply', 'Reads the version of Windows that is joined.'],
  ['NetpOpenRegistry', 'localApply', 'Opens the registry of the Windows that is joined.'],
  ['NetpSetPrivileges', 'localApply', 'Takes the privileges that the registry work needs.'],
  ['NetpHandleJoinedStateInfo', 'localApply', 'Records that the computer is joined.'],
  ['NetpJoinDomainLocal', 'localApply', 'Sets this computer up as a member of the domain.'],
  ['NetpManageMachineSecret', 'localApply', 'Stores the password of the computer account in LSA.'],
  ['NetpLsaOpenSecret', 'localApply', 'Opens the stored password of the computer account in LSA.'],
  ['NetpSetLsaPrimaryDomain', 'localApply', 'Writes into the LSA policy which domain or workgroup the computer belongs to.'],
  ['NetpManageLocalGroupsForJoin', 'localApply', 'Adds domain groups to local groups and takes those of the old domain out.'],
  ['NetpManageLocalGroups', 'localApply', 'Adds domain groups to local groups, or takes them out.'],
  ['NetpQueryService', 'localApply', 'Reads the state of a Windows service.'],
  ['NetpUpdateW32timeConfig', 'localApply', 'Sets the Windows Time service to follow the domain.'],
  ['NetpCompleteOfflineDomainJoin', 'localApply', 'Applies the join on this computer; an ordinary online join uses it too.'],
  ['NetpSetComputerNamesOffline', 'localApply', 'Writes the computer names of a Windows that is not running.'],

  // The end, and the rename after it.
  ['NetpProvContinueProvisioningPackageInstall', 'finish', 'Finishes the join; 0xa99 means that a restart is needed.'],
  ['NetpContinueProvisioningPackageInstall', 'finish', 'Finishes the join; 0xa99 means that a restart is needed.'],
  ['DsrIsDeviceJoined', undefined, 'Reads whether the computer is joined to Microsoft Entra ID; false is not a failure.'],
  ['DsrIsDeviceJoinedEx', undefined, 'Reads whether the computer is joined to Microsoft Entra ID; false is not a failure.'],
  ['DnsHostnameToComputerNameEx', undefined, 'Makes a NetBIOS name out of a DNS host name.'],
  ['NetpSetDnsHostNameAndSpn', 'renameSpn', 'Writes DNS host name and SPNs to the computer account.'],
  ['SetComputerNameEx', 'finish', 'Sets the local computer name; it returns a BOOL, so 0x1 is success.'],
];

/** Every function that NetSetup.log is known to name. */
export const functions: ReadonlyMap<string, LoggedFunction> = new Map(
  rows.map(([name, phase, about]) => [name, { phase, about }]),
);

/** What the function of a line says about the operation it is in, where the operation has lost its beginning. */
const tellingFunctions: readonly (readonly [name: RegExp, kind: OperationKind])[] = [
  [/^NetpJoinWorkgroup$/, 'workgroup'],
  [/^NetpChangeMachineName$/, 'rename'],
  [/^NetpUnJoinDomain$/, 'unjoin'],
  [/^NetpJoinDomain(?:OnDs)?$|^NetpDoDomainJoin$/, 'join'],
  [/ContinueProvisioningPackageInstall$/, 'provision'],
];

/** The kind of operation that a function works in; undefined where it works in several. */
export function kindToldBy(name: string): OperationKind | undefined {
  return tellingFunctions.find(([pattern]) => pattern.test(name))?.[1];
}

/** The kinds that functions tell, those that decide first where a text names several. */
export const kindsTold: readonly OperationKind[] = tellingFunctions.map(([, kind]) => kind);
