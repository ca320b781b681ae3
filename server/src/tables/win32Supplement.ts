// Win32 and NERR codes that can occur in a join and that the generated table has no text for, kept by hand: names
// and numbers from lmerr.h and winerror.h of the Windows SDK, sentences ours.
export default `
180	ERROR_SMB1_NOT_AVAILABLE	The server speaks only version 1 of SMB, which is switched off on this computer.
4f8	ERROR_SMB_GUEST_LOGON_BLOCKED	The server would let the user in as a guest only, and policy on this computer forbids that.
729	RPC_S_COOKIE_AUTH_FAILED	The RPC server did not accept the cookie of the HTTP connection.
791	ERROR_NTLM_BLOCKED	Authentication by NTLM is switched off by policy.
792	ERROR_PASSWORD_CHANGE_REQUIRED	The password has to be changed before this account can log on.
793	ERROR_LOST_MODE_LOGON_RESTRICTION	The device is in lost mode: logging on is restricted.
a8b	NERR_SetupCheckDNSConfig	An attempt to resolve the DNS name of a domain controller failed; check the client's DNS settings.
a8c	NERR_AlreadyCloudDomainJoined	The computer is already joined to a cloud domain (Microsoft Entra ID).
a95	NERR_NoOfflineJoinInfo	There is no offline join information to complete.
a96	NERR_BadOfflineJoinInfo	The offline join information is not valid.
a97	NERR_CantCreateJoinInfo	The offline join information could not be created.
a98	NERR_BadDomainJoinInfo	The stored domain join information is incomplete or not valid.
a99	NERR_JoinPerformedMustRestart	The join (offline or staged part) is done; a restart is needed to finish it. Not a failure.
a9a	NERR_NoJoinPending	No join is pending.
a9b	NERR_ValuesNotSet	One or more requested computer name values could not be set.
a9c	NERR_CantVerifyHostname	The current host name could not be checked against the join information.
a9d	NERR_CantLoadOfflineHive	The offline registry hive could not be loaded.
a9e	NERR_ConnectionInsecure	The session does not meet the minimum security for this operation.
a9f	NERR_ProvisioningBlobUnsupported	The provisioning package version is not supported here.
aa0	NERR_DS8DCRequired	A domain controller of Windows Server 2012 or later is needed.
aa1	NERR_LDAPCapableDCRequired	A domain controller that can do this over LDAP is needed.
aa2	NERR_DS8DCNotFound	No domain controller of Windows Server 2012 or later was found.
aa3	NERR_TargetVersionUnsupported	The target Windows version is not supported for this.
aa4	NERR_InvalidMachineNameForJoin	The computer name is not valid for a domain join.
aa5	NERR_DS9DCNotFound	No domain controller of Windows Server 2012 R2 or later was found.
aa6	NERR_PlainTextSecretsRequired	The package must hold its secrets in plain text for this operation.
aa7	NERR_CannotUnjoinAadDomain	The computer cannot be unjoined from Microsoft Entra ID this way.
aa8	NERR_CannotUpdateAadHostName	The host name cannot be updated in Microsoft Entra ID.
aa9	NERR_DuplicateHostName	The computer has a duplicate host name in the list.
aaa	NERR_HostNameTooLong	A host name in the list is too long.
aab	NERR_TooManyHostNames	Too many host names were given.
aac	NERR_AccountReuseBlockedByPolicy	An account of that name exists and policy does not let this user re-use it (computer account re-use hardening, KB5020276).
2047	ERROR_DS_RIDMGR_DISABLED	The domain controller gives out no relative identifiers: no account can be created there.
21b6	ERROR_DS_DRA_SECRETS_DENIED	Replication of passwords and other secrets was refused.
21b9	ERROR_DS_DRA_MISSING_KRBTGT_SECRET	The local krbtgt account lacks attributes that replication needs.
21ba	ERROR_DS_DOMAIN_NAME_EXISTS_IN_FOREST	The forest already has a domain of this DNS name.
21bb	ERROR_DS_FLAT_NAME_EXISTS_IN_FOREST	The forest already has a domain of this NetBIOS name.
21bc	ERROR_INVALID_USER_PRINCIPAL_NAME	The user principal name is not well formed.
21c4	ERROR_DOMAIN_SID_SAME_AS_LOCAL_WORKSTATION	The domain has the same SID as this computer.
21c6	ERROR_INCORRECT_ACCOUNT_TYPE	The account is of the wrong type for this operation.
21c9	ERROR_DS_MISSING_FOREST_TRUST	There is no forest trust to that domain.
21ca	ERROR_DS_VALUE_KEY_NOT_UNIQUE	The value must be unique, and another object has it already.
2522	DNS_REQUEST_PENDING	The DNS request was sent and has no answer yet.
2b18	WSA_SECURE_HOST_NOT_FOUND	DNS has no record of the host that could be checked by DNSSEC.
2b19	WSA_IPSEC_NAME_POLICY_ERROR	An IPsec policy that goes by names could not be put in place.
`;
