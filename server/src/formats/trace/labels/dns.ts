import type { Label } from '../../../parser/tokens';

/** DNS. */
export const dnsLabels: readonly Label[] = [
  {
    // What follows the number says that the flags are those of DNS, also where the tree around it is lost.
    samples: [
      '    Flags: 0x8580 Standard query response, No error',
      '    Flags: 0xa805 Dynamic update response, Refused',
      '    Flags: 0x0100 Standard query',
    ],
    match:
      /\bFlags: (?<dnsHeader>0x[0-9a-f]{4})(?= (?:Standard query|Inverse query|Server status|Zone change|Dynamic update))/dgi,
  },
  {
    samples: ['    Flags: 0x8183'],
    match: /\bFlags: (?<dnsHeader>0x[0-9a-f]{4})(?=\s|$)/dgi,
    within: /^(?:Multicast )?Domain Name System/m,
  },
  {
    samples: ['        .... .... .... 0011 = Reply code: No such name (3)'],
    match: /\bReply code: (?<dnsRcode>[A-Za-z ]{2,60}\(\d{1,2}\))/dg,
  },
  {
    samples: [
      'Standard query response 0x1e2c No such name SRV _ldap._tcp.dc._msdcs.fabrikam.test',
      'Dynamic update response 0x9869 Refused SOA fabrikam.test CNAME ANY',
      'Standard query response 0x1e2c Server failure A DC1.fabrikam.test',
    ],
    match:
      /\b(?:query|update|status|change \w{1,20}|Unknown operation \(\d{1,2}\)) response 0x[0-9a-f]{1,4} (?<dnsRcode>Format error|Server failure|No such name|Not implemented|Refused|Name exists|RRset exists|RRset does not exist|Not authoritative|Name out of zone)\b/dg,
  },
  {
    samples: ['DNS:QueryId = 0xA793, QUERY (Standard query), Response - Name Error, 53, 0'],
    match:
      /\bResponse - (?<dnsRcode>Success|Format error|Server failure|Name error|Not implemented|Refused)\b/dgi,
  },
  {
    samples: ['    Flags:  Response, Opcode - QUERY (Standard query), RD, RA, Rcode - Name Error'],
    match:
      /\bRcode ?[-:=] ?(?<dnsRcode>Success|Format error|Server failure|Name error|Not implemented|Refused)\b/dgi,
  },
];
