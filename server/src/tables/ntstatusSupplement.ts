// NTSTATUS codes that can occur in a join and that the generated table has no text for, kept by hand: names and
// numbers from ntstatus.h of the Windows SDK, sentences ours.
export default `
c00002ba	STATUS_DS_RIDMGR_DISABLED	The domain controller gives out no relative identifiers: no account can be created there.
c000030c	STATUS_PASSWORD_CHANGE_REQUIRED	The password has to be changed before this account can log on.
c000030d	STATUS_LOST_MODE_LOGON_RESTRICTION	The device is in lost mode: logging on is restricted.
c000042f	STATUS_PKU2U_CERT_FAILURE	Authentication from one computer to another failed for want of a suitable certificate.
c0000466	STATUS_SERVER_UNAVAILABLE	The server is not available.
c0000480	STATUS_SHARE_UNAVAILABLE	The share is not available.
c0000513	STATUS_SMB1_NOT_AVAILABLE	The server speaks only version 1 of SMB, which is switched off on this computer.
c000a089	STATUS_INCORRECT_ACCOUNT_TYPE	The account is of the wrong type for this operation.
c05d0000	STATUS_SMB_NO_PREAUTH_INTEGRITY_HASH_OVERLAP	Client and server have no hash method in common that protects the start of an SMB session.
c05d0001	STATUS_SMB_BAD_CLUSTER_DIALECT	The functional level of the cluster does not allow the SMB version that was agreed upon.
c05d0002	STATUS_SMB_GUEST_LOGON_BLOCKED	The server would let the user in as a guest only, and policy on this computer forbids that.
`;
