/**
 * Words that traces print and what they stand for in a join, one sentence or two: protocols, messages, RPC
 * interfaces, functions, and what a tool says of a TCP segment. Kept by hand, in our words.
 */
// prettier-ignore
const rows: readonly (readonly [words: readonly string[], about: string])[] = [
  // Protocols, as rows and as details name them.
  [['DNS', 'Domain Name System'], 'DNS (port 53): a join asks for the domain controllers of the domain (SRV records), then for their addresses.'],
  [['MDNS', 'LLMNR'], 'Name resolution on the local network. A join does not depend on it.'],
  [['CLDAP', 'Connectionless Lightweight Directory Access Protocol'], 'LDAP over UDP 389: the LDAP ping. Each domain controller that DNS named is asked what it is, and the first that answers is taken.'],
  [['LDAP', 'LDAPMessage', 'Lightweight Directory Access Protocol'], 'LDAP (TCP 389): the directory. A join reads where the domain keeps its computers, and looks up, creates or changes the computer account.'],
  [['SMB', 'Server Message Block Protocol'], 'SMB version 1. Here it is usually only the first message: the client offers all versions, and the server answers with version 2.'],
  [['SMB2', 'SMB3', 'Server Message Block Protocol version 2'], 'SMB (TCP 445): a join opens a session to `IPC$` of the domain controller, and named pipes in it for RPC.'],
  [['KRB5', 'KerberosV5', 'Kerberos'], 'Kerberos (UDP and TCP 88): the account used for the join gets a ticket for each service of the domain controller. Without it, NTLM may be used.'],
  [['NTLMSSP', 'NTLM Secure Service Provider'], 'NTLM: the way to log on where Kerberos is not used. It goes inside SMB, LDAP or RPC, in three messages.'],
  [['GSS-API', 'SPNEGO', 'Simple Protected Negotiation'], 'The choice of a way to authenticate, Kerberos or NTLM, and its messages.'],
  [['DCERPC', 'MSRPC', 'RPC', 'Distributed Computing Environment / Remote Procedure Call'], 'RPC: a connection is bound to an interface, such as DRSUAPI or Netlogon, and functions of it are called.'],
  [['EPM', 'EPMv4', 'EPMAP', 'DCE/RPC Endpoint Mapper'], 'The RPC endpoint mapper (TCP 135): it names the dynamic port at which an RPC interface listens.'],
  [['DRSUAPI', 'DRSR'], 'DRSUAPI, an interface of the directory over a dynamic port: a join asks with it for the distinguished name of the computer account (DsCrackNames).'],
  [['RPC_NETLOGON', 'NRPC', 'NETLOGON', 'Microsoft Network Logon'], 'Netlogon: the secure channel of the computer to its domain controller, by the password of the computer account.'],
  [['LSARPC', 'LSAD', 'LSAT', 'Local Security Authority'], 'LSARPC (pipe `lsarpc` over SMB): the name and the SID of the domain.'],
  [['SAMR', 'Security Account Manager'], 'SAMR (pipe `samr` over SMB): the older way to create the computer account or to set its password.'],
  [['WKSSVC', 'Workstation Service'], 'WKSSVC (pipe `wkssvc` over SMB): a join or rename that is run from another computer.'],
  [['SRVSVC'], 'The server service (pipe `srvsvc` over SMB). A join does not need it.'],
  [['WINREG'], 'The registry of another computer. A join does not need it.'],
  [['NBNS', 'NetBIOS Name Service'], 'NetBIOS names (UDP 137): the older way to find a computer or domain, by a short name.'],
  [['NBDS', 'NetBIOS Datagram Service', 'BROWSER'], 'NetBIOS datagrams (UDP 138): the older way to ask for a domain controller.'],
  [['NBSS', 'NetBIOS Session Service'], 'The frame that SMB messages travel in.'],
  [['SMB_NETLOGON'], 'The older LDAP ping: a domain controller is asked over NetBIOS (UDP 138) what it is.'],
  [['ICMP', 'ICMPv6', 'Internet Control Message Protocol'], 'A message of the network about a packet, such as one that could not be delivered. It comes from the server, or from a device on the way.'],
  [['NTP'], 'Time (UDP 123): Kerberos needs clocks that agree.'],
  [['KPASSWD'], 'Kerberos password change (port 464).'],
  [['TCP', 'Transmission Control Protocol'], 'TCP alone: a connection is opened or closed, data is confirmed, or a part of a larger message passes.'],
  [['UDP', 'User Datagram Protocol'], 'UDP: single datagrams, without a connection. What is lost is asked again by the program.'],

  // Kerberos and NTLM.
  [['AS-REQ', 'AS Request'], 'The client asks for a ticket-granting ticket with its name. The first one is often answered by PREAUTH_REQUIRED.'],
  [['AS-REP', 'AS Response'], 'The domain controller issues the ticket-granting ticket: name and password were accepted.'],
  [['TGS-REQ', 'TGS Request'], 'The client asks for a ticket for a service, such as `cifs/` (SMB) or `ldap/` of the domain controller.'],
  [['TGS-REP', 'TGS Response'], 'The domain controller issues the ticket for the service.'],
  [['AP-REQ'], 'The client presents its ticket to a service.'],
  [['AP-REP'], 'The service proves its identity to the client.'],
  [['NTLMSSP_NEGOTIATE', 'NTLM NEGOTIATE MESSAGE'], 'NTLM, first message: the client says what it can do.'],
  [['NTLMSSP_CHALLENGE', 'NTLM CHALLENGE MESSAGE'], 'NTLM, second message: the server sends a number that the client has to answer with the help of the password.'],
  [['NTLMSSP_AUTH', 'NTLM AUTHENTICATE MESSAGE'], 'NTLM, third message: user, domain and computer, and the proof of the password.'],

  // SMB and LDAP.
  [['Negotiate Protocol Request', 'Negotiate Protocol Response', 'Negotiate Protocol'], 'Client and server agree on a version of SMB and on signing.'],
  [['Session Setup Request', 'Session Setup Response', 'Session Setup', 'SESSION SETUP'], 'The user logs on to the server, by Kerberos in one message or by NTLM in three.'],
  [['Tree Connect Request', 'Tree Connect Response', 'Tree Connect', 'TREE CONNECT'], 'A share of the server is opened; in a join `IPC$`.'],
  [['searchRequest'], 'A search in the directory. With `<ROOT>` and no search base, the server is asked what it is.'],
  [['searchResEntry'], 'An object that a search has found.'],
  [['bindRequest'], 'Logon to the directory.'],
  [['bindResponse'], 'The answer to a logon to the directory. `saslBindInProgress` is a normal step: one more message follows.'],
  [['unbindRequest'], 'The client is done. What the server does behind it, an RST too, is no failure.'],
  [['addRequest'], 'An object is to be created in the directory, in a join the computer account.'],
  [['modifyRequest'], 'Attributes of an object are to be changed, in a join those of the computer account.'],
  [['SASL GSS-API Privacy'], 'Encrypted LDAP: what is asked and answered cannot be seen in this trace.'],
  [['SASL GSS-API Integrity'], 'Signed LDAP.'],

  // RPC.
  [['Bind_ack'], 'The answer to a bind, with a result for each interface and encoding that was offered. One that is accepted is enough.'],
  [['Bind_nak'], 'The server refused the whole bind.'],
  [['AUTH3'], 'The third message of an authentication over RPC.'],
  [['Alter_context_resp', 'Alter_context'], 'A connection is bound to one more interface, or authenticated anew.'],
  [['Provider rejection'], 'The server does not take this encoding or interface. Normal where another one of the list is accepted, as NDR64 in place of NDR32.'],
  [['User rejection'], 'The server refused this interface.'],
  [['Acceptance'], 'This interface, in this encoding, can be used.'],
  [['Negotiate ACK'], 'The answer to the bits of the bind-time feature negotiation; not an interface.'],
  [['32bit NDR'], 'The older encoding of RPC data. A server that also takes the 64-bit form refuses it ("Provider rejection"), which is normal.'],
  [['64bit NDR'], 'The newer encoding of RPC data.'],
  [['Map request', 'Map response'], 'The endpoint mapper is asked at which port an interface listens; the answer names it in its details ("TCP Port").'],
  [['DsBind'], 'Opens a session of DRSUAPI.'],
  [['DsUnbind'], 'Ends a session of DRSUAPI.'],
  [['DsCrackNames'], 'Asks the domain controller for another form of a name: in a join, the distinguished name of the computer account.'],
  [['DsGetDomainControllerInfo'], 'Asks for the domain controllers of the domain.'],
  [['NetrServerReqChallenge'], 'Begins a secure channel: computer and domain controller exchange random numbers.'],
  [['NetrServerAuthenticate', 'NetrServerAuthenticate2', 'NetrServerAuthenticate3'], 'Sets up a secure channel: the computer proves the password of its account. STATUS_ACCESS_DENIED here means that the passwords differ, or that what was agreed upon is too weak.'],
  [['NetrServerAuthenticateKerberos'], 'Sets up a secure channel by Kerberos.'],
  [['NetrLogonGetCapabilities'], 'Checks that nobody has changed what was agreed upon for the secure channel.'],
  [['NetrLogonGetDomainInfo'], 'Tells the domain controller about the computer, and asks for the domain and its trusts.'],
  [['NetrServerPasswordSet', 'NetrServerPasswordSet2'], 'Sets the password of the computer account over the secure channel.'],
  [['NetrServerPasswordGet', 'NetrServerTrustPasswordsGet'], 'Asks for the password of an account over the secure channel.'],
  [['NetrLogonSamLogon', 'NetrLogonSamLogonEx', 'NetrLogonSamLogonWithFlags'], 'Passes the logon of a user on to the domain controller.'],
  [['DsrGetDcName', 'DsrGetDcNameEx', 'DsrGetDcNameEx2'], 'Asks a Netlogon service to find a domain controller.'],
  [['DsrEnumerateDomainTrusts'], 'Asks for the trusted domains.'],
  [['DsrAddressToSiteNamesExW', 'DsrGetSiteName'], 'Asks for the site of a computer.'],
  [['NetrLogonControl', 'NetrLogonControl2', 'NetrLogonControl2Ex'], 'Asks a Netlogon service for its state.'],
  [['NetrJoinDomain2'], 'A join that is run from another computer.'],
  [['NetrUnjoinDomain2'], 'An unjoin that is run from another computer.'],
  [['NetrRenameMachineInDomain2'], 'A rename that is run from another computer.'],
  [['NetrValidateName2'], 'A name check that is run from another computer.'],
  [['NetrUseAdd'], 'A session to a share is opened.'],
  [['NetWkstaGetInfo'], 'Asks for the name and the domain of a computer.'],
  [['CreateUser2', 'samr_CreateUser2', 'CreateUser2InDomain', 'SamrCreateUser2InDomain'], 'Creates an account the older way, in a join the computer account.'],
  [['SetUserInfo', 'SetUserInfo2', 'SamrSetInformationUser2'], 'Changes an account the older way, in a join the password of the computer account.'],
  [['QueryUserInfo'], 'Reads an account the older way.'],
  [['LookupNames', 'LookupDomain', 'OpenDomain', 'OpenUser', 'Connect5', 'Connect2'], 'A step of SAMR on the way to an account.'],
  [['lsa_OpenPolicy2', 'lsa_OpenPolicy', 'lsa_OpenPolicy3'], 'Opens the security policy of the domain controller.'],
  [['lsa_QueryInfoPolicy2', 'lsa_QueryInfoPolicy'], 'Reads the name and the SID of the domain.'],
  [['lsa_LookupNames', 'lsa_LookupSids'], 'Asks for the SID of a name, or for the name of a SID.'],
  [['lsa_Close'], 'Ends a session of LSARPC.'],

  // What tools say of a TCP segment.
  [['[SYN]'], 'The client opens a connection.'],
  [['[SYN, ACK]'], 'The server takes the connection: the port is open.'],
  [['[ACK]'], 'Confirms what came so far.'],
  [['[PSH, ACK]'], 'Data.'],
  [['[FIN, ACK]', '[FIN]', '[FIN, PSH, ACK]'], 'This side has no more to say: an ordinary end.'],
  [['[RST, ACK]', '[RST]'], 'The connection is cut. As the answer to a SYN: the port is closed, or a device on the way refuses. Behind data or a FIN it is an ordinary, if hard, end.'],
  [['[TCP Retransmission]', '[TCP Fast Retransmission]', '[TCP Spurious Retransmission]', '[ReTransmit]', '[SynReTransmit]', '[SynReTransmit'], 'The same segment again, because no confirmation came. Once is common; several times in a row, something is lost on the way. A repeated SYN without an answer: the port cannot be reached.'],
  [['[ReTransmit'], 'The same segment again, because no confirmation came. Once is common; several times in a row, something is lost on the way.'],
  [['[TCP Dup ACK'], 'The receiver confirms the same place again: something behind it has not arrived.'],
  [['[TCP Previous segment not captured]', '[TCP ACKed unseen segment]'], 'A segment is missing in this trace, though it may have arrived.'],
  [['[TCP Out-Of-Order]'], 'Segments came in another order.'],
  [['[TCP Keep-Alive]', '[TCP Keep-Alive ACK]'], 'Nothing to say: the connection is kept open.'],
  [['[TCP Port numbers reused]'], 'A new connection with the ports of an earlier one.'],
  [['[TCP Window Full]', '[TCP ZeroWindow]'], 'The receiver cannot take more at the moment.'],
  [['[TCP segment of a reassembled PDU]'], 'A part of a larger message; the tool shows the whole of it at its last part.'],
  [['Destination unreachable'], 'A packet could not be delivered. Of a host or network: a device on the way says so. Of a port: nothing listens there.'],
];

const abouts: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([words, about]) => words.map(word => [word, about] as const)),
);

/** What a word stands for; undefined for one that is not known. */
export function traceTerm(word: string): string | undefined {
  return abouts.get(word);
}

/** The words that are known, the longest first. */
export const traceTerms: readonly string[] = [...abouts.keys()].sort((a, b) => b.length - a.length);
