import type { Label } from '../../../parser/tokens';

/** Kerberos: its flag fields stand without 0x in Wireshark. */
export const kerberosLabels: readonly Label[] = [
  {
    samples: ['    kdc-options: 40810010', '    KDCOptions: 0x40810010 (Forwardable, Renewable)'],
    match: /\bkdc-?options: (?<kdcOptions>(?:0x)?[0-9a-f]{8})(?=\s|$)/dgi,
  },
  {
    samples: ['    ap-options: 20000000', '    APOptions: 0x20000000 (Mutual required)'],
    match: /\bap-?options: (?<apOptions>(?:0x)?[0-9a-f]{8})(?=\s|$)/dgi,
  },
  {
    samples: ['    flags: 40e10000'],
    match: /^\s{0,120}flags: (?<ticketFlags>[0-9a-f]{8})(?=\s|$)/dg,
    within:
      /^(?:Kerberos|krb|tgs-re|as-re|ap-re|enc(?:ASRep|TGSRep|Ticket|KDCRep|KrbCred)Part|encTicketPart)/im,
  },
  {
    samples: [
      '    error-code: eRR-PREAUTH-REQUIRED (25)',
      '    error_code: KRB5KDC_ERR_PREAUTH_REQUIRED (25)',
      '    ErrorCode: KRB_AP_ERR_BAD_INTEGRITY (31)',
    ],
    match: /\berror[-_]?code: (?<kerberos>(?:eRR|K)[\w-]{3,60} \(\d{1,3}\)|eRR-[A-Z0-9-]{3,60})(?=\s|$)/dgi,
  },
  {
    samples: [
      'KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED',
      'KerberosV5:KRB_ERROR  - KRB_AP_ERR_BAD_INTEGRITY (31)',
      'KRB Error: KRB5KRB_ERR_RESPONSE_TOO_BIG',
    ],
    match: /\b(?<kerberos>(?:KRB5)?(?:KDC|KRB|KRB_AP)_(?:ERR|ERROR)_[A-Z][A-Z0-9_]{2,40}(?: \(\d{1,3}\))?)/dg,
  },
  {
    samples: [
      '    etype: eTYPE-AES256-CTS-HMAC-SHA1-96 (18)',
      '    ENCTYPE: eTYPE-ARCFOUR-HMAC-MD5 (23)',
      '    Encryption type: aes256-cts-hmac-sha1-96 (18)',
      '    keytype: 18',
    ],
    match:
      /\b(?:etype|enctype|keytype|Encryption type): (?<etype>(?:eTYPE-|aes|rc4|des|camellia|arcfour)[\w-]{2,50} \(-?\d{1,10}\)|-?\d{1,10}(?=\s{0,4}$))/dgi,
  },
  {
    samples: ['    msg-type: krb-as-req (10)', '    MSG Type: AS-REP (11)'],
    match: /\bmsg[- ]type: (?<kerberosMessageType>[A-Za-z-]{4,20} \(\d{1,2}\))/dgi,
  },
  {
    samples: ['    name-type: kRB5-NT-SRV-INST (2)', '    Name-type: Service and Instance (2)'],
    match: /\bname-type: (?<kerberosNameType>[A-Za-z0-9][\w -]{2,50}\(\d{1,2}\))/dgi,
  },
];
