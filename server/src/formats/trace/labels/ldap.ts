import type { Label } from '../../../parser/tokens';

/** LDAP, and the LDAP ping (CLDAP, Netlogon attribute). */
export const ldapLabels: readonly Label[] = [
  {
    // The names behind the number say which flags these are, also where Wireshark cuts the label.
    samples: [
      ' […]Flags: 0x0001f15c, WDC: Domain controller is a Windows 2008 writable NC, Writable: This dc is WRITABLE',
      '    Flags: 0x000013fd, NDNC: this is an NDNC',
      'SamLogonResponseEx Flags: 0x0001F15C',
    ],
    match:
      /(?:\bFlags: (?<dcFlags>0x[0-9a-f]{8})(?=, (?:[A-Z]{2,6}|Writable|Closest|Good Time Serv|Time Serv|Good|Site): )|\bSamLogonResponse\w{0,4}\b.{0,80}?\bFlags: (?<dcFlags2>0x[0-9a-f]{1,8}))/dgi,
  },
  {
    samples: ['    Flags: 0x000011bd'],
    match: /(?<!Version )\bFlags: (?<dcFlags>0x[0-9a-f]{1,8})(?=[\s,]|$)/dgi,
    within: /\bNetlogon\b|Logon Protocol|SamLogonResponse/i,
  },
  {
    samples: ['    Version Flags: 0x00000005, V1: Client requested version 1 netlogon response'],
    match: /\bVersion Flags: (?<ntVer>0x[0-9a-f]{1,8})/dgi,
  },
  {
    samples: [
      'Filter: (&(&(DnsDomain=fabrikam.test)(Host=WKS07))(NtVer=0x20000016))',
      'Filter: (NtVer=\\16\\00\\00\\20)',
    ],
    match:
      /\bNtVer=(?<ntVer>0x[0-9a-f]{1,8}|(?:\\[0-9a-f]{2}){4}|[0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2})(?=[)\s]|$)/dgi,
  },
  {
    samples: [
      '    Operation code: LOGON_SAM_LOGON_RESPONSE_EX (23)',
      'NetLogon:LogonSAMLogonResponseEX (SAM Response when Netlogon is paused): 24 (0x18)',
      '    OperationCode: LogonSAMLogonResponseEX, 23 (0x17)',
    ],
    match:
      /(?:\bOperation ?code: (?<ldapPingOpcode>LOGON_\w{2,40} \(\d{1,2}\))|\bLogonS[Aa][Mm]\w{2,40}\b.{0,80}?[\s(](?<ldapPingOpcode2>\d{1,2} \(0x[0-9a-f]{1,4}\)))/dg,
  },

  // Results, with the error text of the server behind them.
  {
    samples: [
      'bindResponse(8) saslBindInProgress , NTLMSSP_CHALLENGE',
      'searchResEntry(1) "<ROOT>" searchResDone(1) success  [1 result]',
      'addResponse(12) entryAlreadyExists (00002071: UpdErr: DSID-0305123A, problem 6005 (ENTRY_EXISTS), data 0',
      'extendedResp(3) success',
    ],
    match:
      /\b(?:searchResDone|searchResRef|[a-zA-Z]{3,12}(?:Response|Resp))\(\d{1,10}\) (?<ldapResult>[a-z][A-Za-z]{3,40})\b/dg,
  },
  {
    samples: ['        resultCode: invalidCredentials (49)'],
    match: /\bresultCode: (?<ldapResult>[A-Za-z]{3,40} \(\d{1,3}\))/dg,
  },
  {
    samples: [
      'LDAPMessage:Bind Response, MessageID: 8, Status: SASL Bind In Progress',
      'LDAP:Bind Response, MessageID: 8, Status: Invalid Credentials',
    ],
    match:
      /\bMessageID: \d{1,10}, Status: (?<ldapResult>Success|SASL Bind In Progress|[A-Z][a-z]{2,20}(?: [A-Z][A-Za-z]{1,20}){0,4})/dgi,
  },
  {
    samples: ['80090308: LdapErr: DSID-0C090400, comment: AcceptSecurityContext error, data 52e, v4563'],
    match:
      /\b(?<hresultText>8009[0-9a-f]{4}): LdapErr: (?:.{0,200}?\bdata (?<extendedError>[0-9a-f]{1,8})\b)?/dgi,
  },
  {
    samples: ['errorMessage: 0000216D: SvcErr: DSID-0312ABCD, problem 5003 (WILL_NOT_PERFORM), data 0'],
    match: /\b(?<extendedError>[0-9a-f]{8}): (?:Ldap|Svc|Sec|Name|Upd|Attr|Atr)Err: DSID-/dgi,
  },

  // Attributes of an account.
  {
    samples: ['    AttributeValue: 4096'],
    match: /\bAttributeValue: (?<userAccountControl>\d{1,10})\b/dgi,
    within: /\buserAccountControl\b/i,
  },
  {
    samples: ['    AttributeValue: 28'],
    match: /\bAttributeValue: (?<supportedEncTypes>\d{1,10})\b/dgi,
    within: /\bmsDS-SupportedEncryptionTypes\b/i,
  },
  {
    samples: ['    userAccountControl: 0x00001000'],
    match: /\buserAccountControl: (?<userAccountControl>0x[0-9a-f]{1,8}|\d{1,10})\b/dgi,
  },
  {
    samples: ['    msDS-SupportedEncryptionTypes: 28', '    SupportedEnctypes: 0x0000001f, DES-CBC-CRC'],
    match:
      /\b(?:msDS-SupportedEncryptionTypes|SupportedEnc(?:ryption)?types): (?<supportedEncTypes>0x[0-9a-f]{1,8}|\d{1,10})\b/dgi,
  },
];
