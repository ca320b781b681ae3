import { once } from '../once';
import type { CodeSpace } from './table';

/**
 * What a code means in a domain join, wherever it stands, in our words: kept by hand. It adds to the official
 * sentence: which account, which server, which step. What a code proves as the end of a join, and what to do
 * then, is in advice.ts. A code of which nothing certain can be said has no row.
 */
// prettier-ignore
const rows = (): readonly (readonly [space: CodeSpace, value: number, means: string])[] => [
  // Registry, directory and network: general Win32 codes.
  ['win32', 0x2, 'What was looked up is not there. A registry value or key: harmless where its default counts. As the result of a join: consistent with a MachineAccountOU that does not exist.'],
  ['win32', 0x5, 'The request was refused. Consistent with a missing right, or with a security policy such as SMB signing or RestrictRemoteSam. The function on the line says what was asked for; the code does not.'],
  ['win32', 0xe, 'Disk space is not meant. In a join, consistent with a Kerberos ticket that is too large, as for an account in very many groups.'],
  ['win32', 0x32, 'The other side does not support what was asked. While connecting to a domain controller: consistent with a policy there that denies NTLM, when Kerberos was not used.'],
  ['win32', 0x34, 'In a name check: the NetBIOS name is already in use on the network. While connecting: consistent with a server addressed by an alias that it does not accept.'],
  ['win32', 0x35, 'The server on the line could not be reached over SMB. Consistent with TCP 445 blocked, or with a name that leads to the wrong address or to none.'],
  ['win32', 0x3a, 'In a join, usually LDAP: the connection to the domain controller failed or broke (LDAP_SERVER_DOWN). Consistent with TCP 389 blocked or packets lost on the way.'],
  ['win32', 0x40, 'The session to the server was cut; its name had been found. While connecting to a domain controller: consistent with TCP 88 (Kerberos) blocked or altered on the way.'],
  ['win32', 0x43, 'The server, or the share on it (in a join IPC$), was not found under this name. Consistent with a DNS entry that is wrong or leads to another computer.'],
  ['win32', 0x47, 'The server takes no more SMB sessions now. Mapped drives and earlier sessions of this computer count too; it may pass by itself.'],
  ['win32', 0x57, 'A value that was passed on was not accepted. Behind an LDAP result it is only a rough translation; the exact code is in the extended error of the server.'],
  ['win32', 0x79, 'A semaphore is not meant: an answer over the network did not come in time. Consistent with packets lost or dropped on the way to the server.'],
  ['win32', 0x7b, 'A file name is not meant: the name on the line does not have the form that was checked. Harmless where it is then called valid for another type of name.'],
  ['win32', 0x437, 'The account used for the join is not meant. Microsoft links it, in a join, to a Windows Time service that is not running on the domain controller.'],
  ['win32', 0x4be, 'The name of a server or share is meant, as in \\\\server\\IPC$. In a join, Microsoft links it to DNS, to the network driver and to blocked ports.'],
  ['win32', 0x4c3, 'This computer already has a session to the server under another account, such as a mapped drive. The join needs one of its own and did not get it.'],
  ['win32', 0x4cd, 'A session to a server that this step needed was not there. Microsoft links it to the NetBIOS name given as the domain, and advises a restart of this computer.'],
  ['win32', 0x4cf, 'This computer found no way to the network of the server. Consistent with no network connection or a missing route.'],
  ['win32', 0x4d0, 'The network found no way to the server itself. Consistent with a server that is off, a wrong address or a missing route.'],
  ['win32', 0x4d8, 'In a join, consistent with SMB signing settings of this computer and the domain controller that do not match. The list of computers an account may use has its own code, 0x531.'],
  ['win32', 0x4f1, 'Windows did not fall back to a weaker logon than Kerberos. No proof of an attack: consistent with a domain controller that Kerberos (TCP 88) does not reach.'],

  // Logon of the account used for the join.
  ['win32', 0x51f, 'No domain controller could be reached to check an account. The domain of the account used for the join is meant, which may be another than the one to join.'],
  ['win32', 0x524, 'Another account in the domain already has this name, for a computer its name with $ at the end. It may be in another organizational unit.'],
  ['win32', 0x525, 'The account asked for is not known there. In the search for a domain controller it is the computer account: harmless for a new computer, where a domain controller is found after it.'],
  ['win32', 0x52e, 'The logon was refused: usually the user name or the password is wrong; the code does not say which. Usually the account used for the join is meant.'],
  ['win32', 0x52f, 'A rule for this account refused the logon, not the check of its name and password. Consistent with an empty password, or with an account that may not use NTLM (Protected Users).'],
  ['win32', 0x530, 'The account, usually the one used for the join, may not log on at this hour. The logon hours are a setting of the account in the domain.'],
  ['win32', 0x531, 'The account, usually the one used for the join, may log on only from the computers listed in it, and this computer is not among them.'],
  ['win32', 0x532, 'The password of the account, usually the one used for the join, is too old. A join cannot change it.'],
  ['win32', 0x533, 'The account that was to log on is disabled in the domain. Usually the one used for the join is meant.'],
  ['win32', 0x534, 'A name was looked up and no account has it, usually the computer account. Harmless where a later try creates it; without NETSETUP_ACCT_CREATE in the options it must exist already.'],
  ['win32', 0x569, '"This computer" is the domain controller: the account may not log on to it over the network ("Access this computer from the network"). The password was right.'],
  ['win32', 0x574, 'The server is meant, not the account used for the join: it could not read the Kerberos ticket. Consistent with a wrong address in DNS, a wrong or duplicate SPN, or a password not replicated yet.'],
  ['win32', 0x576, 'The clocks of this computer and of the domain controller differ by more than Kerberos allows, 5 minutes by default. Both count in UTC.'],
  ['win32', 0x701, 'The account has passed its expiry date; its password may still be valid. Usually the account used for the join is meant. Over SMB the same is shown as 0x8bf.'],
  ['win32', 0x773, 'The account, usually the one used for the join, has to change its password at the next logon. A join cannot do that.'],
  ['win32', 0x775, 'Too many wrong passwords came for this account, usually the one used for the join. They may come from elsewhere, or from an unattended join that keeps trying.'],
  ['win32', 0x8bf, 'The expiry date of an account, usually the one used for the join, has passed. Not the code for computers it may not use: that is 0x8c0.'],
  ['win32', 0x8c0, 'The account, usually the one used for the join, may log on only from the computers listed in it, and this computer is not among them. The same as 0x531.'],
  ['win32', 0x8c1, 'The account, usually the one used for the join, may not log on at this hour. The same as 0x530.'],
  ['win32', 0x8c2, 'The password of the account, usually the one used for the join, is too old. A join cannot change it. The same as 0x532.'],
  ['win32', 0xa8d, 'The account that logs on has to change its password first, which a join cannot do. The same as 0x773.'],
  ['win32', 0xa8e, 'Too many wrong passwords came for the account that logs on. The same as 0x775.'],

  // The search for a domain controller, and DNS behind it.
  ['win32', 0x54b, 'No domain controller could be located. It does not prove that the domain does not exist: DNS that leads elsewhere and blocked ports (UDP and TCP 389 first) give the same code.'],
  ['win32', 0x5b4, 'An answer did not come in time. In the search for a domain controller: consistent with DNS servers that do not answer; the search itself then ends with 0x54b.'],
  ['win32', 0x774, 'No domain controller was found that could answer. Consistent with DNS, with blocked ports, or with a Netlogon service that is paused there.'],
  ['win32', 0x232a, 'The DNS server answered that it could not find out (RCODE 2, SERVFAIL). Consistent with a NetBIOS name given as the domain, or with a broken delegation or forwarding.'],
  ['win32', 0x232b, 'The DNS server knows no such name (RCODE 3, NXDOMAIN). Consistent with a DNS server that does not know the domain, with a misspelt name, or with missing records.'],
  ['win32', 0x232d, 'The DNS server refused to answer (RCODE 5, REFUSED). It was reached; consistent with one that does not serve this computer or this domain.'],
  ['win32', 0x251d, 'DNS knows the name but has no record of the kind asked for. For a domain controller: consistent with a missing SRV or A record.'],
  ['win32', 0x251e, 'The answer of the DNS server could not be read. Consistent with a device on the way that alters DNS, or with something else answering in its place.'],
  ['win32', 0x2554, 'The name on the line is not one for DNS by its rules. Expected for a NetBIOS name; harmless where it is then called valid for another type of name.'],
  ['win32', 0x267c, 'This computer has no DNS server set on any network connection in use, so no domain controller can be found through DNS.'],

  // RPC: computer accounts, security settings and names on the domain controller.
  ['win32', 0x6ba, 'An RPC service of the server on the line could not be reached. Consistent with TCP 135, TCP 445 or a dynamic port (49152–65535) blocked, or with a service that is not running.'],
  ['win32', 0x6be, 'The connection was lost during a call. Unlike after 0x6bf, the server may have carried it out.'],
  ['win32', 0x6bf, 'The connection was lost before the server carried out the call, so this call changed nothing there. Consistent with a firewall, router or VPN that rejects RPC packets.'],
  ['win32', 0x6d9, 'The endpoint mapper (TCP 135) gave no port for the service asked for. Consistent with blocked ports (TCP 135, 49152–65535), security software there, exhausted ports, or a service that is not running.'],
  ['win32', 0x6f7, 'The data of an RPC call did not have the expected form. Consistent with two sides that do not fit each other, or with data altered on the way.'],

  // Accounts and membership: NERR codes.
  ['win32', 0x8ad, 'The domain controller knows no account of this name. Where a computer account is looked up or changed, that account is meant, not the one used for the join.'],
  ['win32', 0x8b0, 'The name is taken, usually by a computer account that already exists. Harmless where the join then sets its password; not where a failure such as 0xaac follows.'],
  ['win32', 0xa83, 'A join may replace a membership only where its options have NETSETUP_DOMAIN_JOIN_IF_JOINED (0x20). Otherwise the computer has to leave its domain first.'],
  ['win32', 0xa84, 'What was asked for, such as leaving the domain or renaming the account in it, is only for a member of a domain. This computer is none.'],
  ['win32', 0xa85, 'A domain controller does not change its membership by a join or unjoin; it has to be demoted first.'],
  ['win32', 0xa86, 'The place given for the account (MachineAccountOU) is meant. Without one, the account goes to the default place of the domain.'],
  ['win32', 0xa87, 'The name of a workgroup is meant, not that of a domain or of this computer. Consistent with a name that is too long or has characters that are not allowed.'],
  ['win32', 0xa88, 'The name of this computer has characters that the domain controller cannot keep. Letters A to Z, digits and hyphens are safe.'],
  ['win32', 0xa89, 'The account of this computer in the domain is meant, not the one used for the join.'],
  ['win32', 0xa8a, 'The edition of Windows on this computer is meant, such as Home. Domain and account play no part.'],
  ['win32', 0xa8b, 'The DNS name of a domain controller did not lead to an address, as seen from this computer. It is about DNS, not about the account: the block of account re-use is 0xaac.'],
  ['win32', 0xa8c, 'This computer is itself joined to Microsoft Entra ID and cannot join a domain on top of that; it has to leave there first.'],
  ['win32', 0xa95, 'An offline join was to be completed, but no package for it (made by djoin /provision) is stored on this computer.'],
  ['win32', 0xa96, 'The package of an offline join (made by djoin /provision) could not be used. Consistent with a file that is damaged or incomplete.'],
  ['win32', 0xa99, 'Success of this step: it takes effect with the restart. An online join shows it too, as it completes its local part in the same way as an offline one.'],
  ['win32', 0xaac, 'An account of this name exists, and the rules of KB5020276 do not let the account used for the join take it over. Rights on the existing account alone do not lift it.'],

  // Sockets: the network below LDAP, RPC and DNS.
  ['win32', 0x2746, 'An open connection was cut by the other side, or by a device that answers in its place. In the check of the A record: consistent with DNS queries cut on the way.'],
  ['win32', 0x274c, 'Nothing answered in time. Consistent with a firewall that drops packets, a wrong address or a server that is off.'],
  ['win32', 0x274d, 'The address answered, but refused this port. Consistent with a service that is not running, or with a firewall that rejects.'],
  ['win32', 0x2751, 'No way to the address was found. Consistent with a missing route, or with a server that is off.'],
  ['win32', 0x2af9, 'Name resolution knows no such computer. Consistent with DNS servers that do not know the domain, or with a missing A record.'],
  ['win32', 0x2afa, 'Name resolution got no final answer, so the name may exist. Consistent with a DNS server that does not answer or cannot reach the one it asks.'],
  ['win32', 0x2afc, 'The name exists in DNS but has no address of the kind asked for. Consistent with a missing A or AAAA record.'],

  // Directory.
  ['win32', 0x2011, 'The domain controller has no number (RID) left for a new account and could not get more. Consistent with a RID master that is offline or with broken replication.'],
  ['win32', 0x2030, 'The directory has no object at the place asked for. In the re-use check, harmless for a new computer; else consistent with a MachineAccountOU that does not exist.'],
  ['win32', 0x2032, 'A distinguished name is not well formed. In a join, consistent with a MachineAccountOU that is not written as OU=…,DC=…'],
  ['win32', 0x2035, 'The domain controller understood the request and refused it by a rule of the directory. The reason is in the extended error of the server, where the log shows one.'],
  ['win32', 0x2071, 'The organizational unit or container already has an object of this name. It need not be a computer account.'],
  ['win32', 0x208d, 'The directory has no object of this distinguished name. In an extended error, "best match of:" shows the part of it that exists.'],
  ['win32', 0x2098, 'The account used for the step, usually the one used for the join, lacks a right in the directory: to create the computer account, or to change this attribute of it.'],
  ['win32', 0x216d, 'The limit, ten by default, applies to an account without the right to create computer objects there. The code also comes where the policy "Add workstations to domain" does not include it.'],
  ['win32', 0x21c4, 'The SID of the domain is the same as the SID of this computer. Consistent with both made from one image without sysprep /generalize.'],
  ['win32', 0x21c7, 'An SPN for this computer is already on another account of the forest. The join may still end with 0x0, and logons to this computer fail later.'],

  // NTSTATUS, as functions below the join and traces show it.
  ['ntstatus', 0x103, 'A normal step: the server has taken the request and answers it later, in another message.'],
  ['ntstatus', 0x8000001a, 'Not a failure: the list has come to its end.'],
  ['ntstatus', 0x80000006, 'Not a failure: the list has come to its end.'],
  ['ntstatus', 0xc0000016, 'A normal step of a logon: the server answers with a challenge and expects one more message. A failure only where none follows.'],
  ['ntstatus', 0xc0000022, 'The side that answered refused the request. Consistent with a missing right or with a security policy there. As a Win32 code it goes on as 0x5.'],
  ['ntstatus', 0xc0000034, 'Nothing of this name is there. After NetpLsaOpenSecret: no password of a computer account is stored yet, harmless on a computer that was not joined before.'],
  ['ntstatus', 0xc000005e, 'No domain controller could be reached to check an account. The domain of the account used for the join is meant, which may be another than the one to join.'],
  ['ntstatus', 0xc0000064, 'The user name is wrong: the domain controller, or this computer, knows no such account.'],
  ['ntstatus', 0xc000006a, 'No update is meant: in a logon the user name was right and the password wrong.'],
  ['ntstatus', 0xc000006d, 'The logon was refused: usually the user name or the password is wrong; the code does not say which. Usually the account used for the join is meant.'],
  ['ntstatus', 0xc000006e, 'A rule for this account refused the logon, not the check of its name and password. Consistent with an empty password, or with an account that may not use NTLM (Protected Users).'],
  ['ntstatus', 0xc000006f, 'The account, usually the one used for the join, may not log on at this hour. The logon hours are a setting of the account in the domain.'],
  ['ntstatus', 0xc0000070, 'The account, usually the one used for the join, may log on only from the computers listed in it, and this computer is not among them.'],
  ['ntstatus', 0xc0000071, 'The password of the account, usually the one used for the join, is too old. A join cannot change it.'],
  ['ntstatus', 0xc0000072, 'The account that was to log on is disabled in the domain. Usually the one used for the join is meant.'],
  ['ntstatus', 0xc0000073, 'A name was looked up and no account has it. For the computer account: harmless where the join then creates it.'],
  ['ntstatus', 0xc00000b5, 'No device is meant: an answer over the network did not come in time.'],
  ['ntstatus', 0xc00000bb, 'The other side does not support what was asked. In a session to a domain controller: consistent with a policy there that denies NTLM, when Kerberos was not used.'],
  ['ntstatus', 0xc00000be, 'The server could not be reached over SMB. Consistent with TCP 445 blocked, or with a name that leads to the wrong address or to none.'],
  ['ntstatus', 0xc00000ca, 'The server does not let this user or computer use the network this way. Consistent with a policy there.'],
  ['ntstatus', 0xc00000cc, 'The server, or the share on it (in a join IPC$), was not found under this name. Consistent with a name that leads to another computer.'],
  ['ntstatus', 0xc00000df, 'No domain controller could be located. It does not prove that the domain does not exist.'],
  ['ntstatus', 0xc0000128, 'Not a failure of a join: the file or pipe was closed while a request waited on it.'],
  ['ntstatus', 0xc0000133, 'In a join, the clocks of this computer and of the domain controller are meant: they differ by more than Kerberos allows, 5 minutes by default.'],
  ['ntstatus', 0xc000015b, 'The account may not log on to the domain controller over the network ("Access this computer from the network"). The password was right.'],
  ['ntstatus', 0xc0000193, 'The account has passed its expiry date; its password may still be valid. Usually the account used for the join is meant.'],
  ['ntstatus', 0xc0000224, 'The account, usually the one used for the join, has to change its password at the next logon. A join cannot do that.'],
  ['ntstatus', 0xc0000234, 'The account, usually the one used for the join, is locked. The wrong passwords may come from elsewhere, or from an unattended join that keeps trying.'],
  ['ntstatus', 0xc0000388, 'Windows did not fall back to a weaker logon than Kerberos. No proof of an attack: consistent with a domain controller that Kerberos (TCP 88) does not reach.'],
  ['ntstatus', 0xc0000418, 'Kerberos was not used for this logon, and a policy denies NTLM, the other way. Consistent with a server addressed by IP address, or with TCP 88 blocked.'],
  ['ntstatus', 0xc0020017, 'An RPC service of the server on the line could not be reached. As a Win32 code it goes on as 0x6ba.'],
  ['ntstatus', 0xc002001b, 'The connection was lost during a call. Unlike after 0xc002001c, the server may have carried it out.'],
  ['ntstatus', 0xc002001c, 'The connection was lost before the server carried out the call, so this call changed nothing there. As a Win32 code it goes on as 0x6bf.'],

  // LDAP results.
  ['ldap', 0x8, 'The domain controller wants this LDAP session signed or encrypted, and it was not. Consistent with its policy "LDAP server signing requirements".'],
  ['ldap', 0xa, 'This domain controller does not hold the object. Consistent with a distinguished name of another domain, as in the DC=… parts of MachineAccountOU.'],
  ['ldap', 0xe, 'A normal step of a bind: the server expects one more message. A failure only where none follows.'],
  ['ldap', 0x13, 'An attribute was refused. On the computer account, consistent with an SPN that another account has (0x21c7), or with a DNS host name that the domain does not allow.'],
  ['ldap', 0x20, 'For the computer account, normal while it does not exist yet. For the place where it is to be created: consistent with a MachineAccountOU that does not exist.'],
  ['ldap', 0x22, 'In a join, consistent with a MachineAccountOU that is not written as OU=…,DC=…'],
  ['ldap', 0x31, 'The logon of the bind failed, usually that of the account used for the join. The number behind "data" in the error of the server says why, where the log shows it: 52e, 775.'],
  ['ldap', 0x32, 'The account used for the step, usually the one used for the join, may not create the computer account, or may not change this attribute of it.'],
  ['ldap', 0x35, 'The reason is not in this number but in the Win32 code of the server behind it, such as 0x216d.'],
  ['ldap', 0x44, 'The place in the directory already has an object of this name, usually an earlier account of this computer. Harmless where the join goes on with that account.'],
  ['ldap', 0x51, 'It comes from this computer, not from the server: TCP 389 could not be reached, or the connection broke. As a Win32 code it goes on as 0x3a.'],
  ['ldap', 0x55, 'It comes from this computer: it waited for the server in vain. Consistent with packets lost on the way, or with a server under heavy load.'],

  // What LDAP errors of a bind begin with ("8009030C: LdapErr:").
  ['hresult', 0x80090308, 'At the start of an LDAP error text: the logon to LDAP (bind) failed, and the number behind "data", in hex, says why, such as 52e. Elsewhere the code alone does not say which logon failed.'],
  ['hresult', 0x8009030c, 'At the start of an LDAP error text: the logon to LDAP (bind) failed, and the number behind "data", in hex, says why, such as 52e. Elsewhere the code alone does not say which logon failed.'],

  // Kerberos, as traces show it.
  ['krb5', 6, 'Kerberos knows no such user or computer in this domain. For the account used for the join: consistent with a misspelt name, or with one of another domain. For the computer, normal while its account does not exist yet.'],
  ['krb5', 7, 'No account has the service name that was asked for. Consistent with a server addressed by an alias or by an address, or with a missing SPN; the client then goes on with NTLM where that is allowed.'],
  ['krb5', 8, 'Two accounts have the same service name (SPN), so no ticket is issued for it. "setspn -X" lists such names.'],
  ['krb5', 12, 'A restriction of the account refused the logon: logon hours, the computers it may use, or the group Protected Users.'],
  ['krb5', 13, 'Often no more than a probe: the client asks for a ticket of a kind that this domain controller or account does not allow, and goes on without it.'],
  ['krb5', 14, 'Client, account and domain controller have no encryption type in common. Consistent with RC4 switched off for an account that has no AES keys yet, or with a policy on either side.'],
  ['krb5', 18, 'The account that logs on is disabled, locked or expired; the code does not say which. An NTSTATUS beside it in the details does.'],
  ['krb5', 23, 'The password of the account that logs on has expired or has to be changed. A join cannot do that.'],
  ['krb5', 24, 'The password was not accepted. For the account used for the join: it is wrong. For the computer account of a new member, it may be a try with another form of its key.'],
  ['krb5', 25, 'A failure only where another Kerberos error follows. The good answer may show in a trace as segments of TCP alone.'],
  ['krb5', 31, 'What came encrypted could not be checked: the keys of the two sides differ. Consistent with a password that was changed and is not replicated yet, or, between domains, with a broken trust.'],
  ['krb5', 32, 'The ticket has run out. The client asks for a new one; a failure only where that one is refused too.'],
  ['krb5', 33, 'The ticket is not valid yet: the clock of the side that answers is behind.'],
  ['krb5', 37, 'The clock of this computer or that of the domain controller is wrong, or its time zone: Kerberos counts in UTC.'],
  ['krb5', 41, 'The server could not decrypt the ticket: it was made for another account. Consistent with an address in DNS that leads to another computer, a duplicate SPN, or a password not replicated yet.'],
  ['krb5', 52, 'A failure only where TCP 88 does not answer.'],
  ['krb5', 60, 'A general error. An NTSTATUS in the details of the answer may tell more.'],
  ['krb5', 68, 'The request went to a domain controller of another domain; it names the right one, and the client goes on there.'],

  // DNS.
  ['dns', 2, 'The DNS server could not find out. Consistent with a broken delegation or forwarding. Of a dynamic update: the server could not check who sends it, or the zone cannot be written.'],
  ['dns', 3, 'The DNS server knows no such name. For the SRV name of a domain: consistent with a DNS server that does not know the domain, with a misspelt name, or with missing records.'],
  ['dns', 5, 'The DNS server refused. Of an unsigned dynamic update that is a normal step: a signed one follows. Of a query: it does not serve this computer or this domain.'],
  ['dns', 8, 'Not a failure: with a dynamic update the client only asks whether its record exists already, and it does not.'],
  ['dns', 9, 'This DNS server does not hold the zone, or did not accept the signature of the update.'],
  ['rpc', 0x5, 'The call reached the server and was refused there. Consistent with a missing right, or with a policy such as RestrictRemoteSam or one that asks for encrypted RPC.'],
  ['rpc', 0x6f7, 'The data of an RPC call did not have the expected form. Consistent with two sides that do not fit each other, or with data altered on the way.'],
  ['rpc', 0x16c9a0d6, 'The endpoint mapper (TCP 135) answered, and has no port for this interface. Consistent with a service that is not running there, or with a server that is no domain controller.'],
  ['rpc', 0x1c010003, 'The port answered, and the service asked for is not behind it. Consistent with a service that has restarted on another port.'],
];

const meanings = once(() => new Map(rows().map(([space, value, means]) => [key(space, value), means])));

/** What a code means in a domain join, wherever it stands; undefined where nothing certain can be said. */
export function joinMeaning(space: CodeSpace, value: number): string | undefined {
  return meanings().get(key(space, value));
}

function key(space: CodeSpace, value: number): string {
  return `${space} ${value}`;
}
