import type { Label } from '../../../parser/tokens';

/** SMB, and NTLM inside it or elsewhere. */
export const smbLabels: readonly Label[] = [
  {
    samples: [
      'SMB2:R  - NT Status: System - Error, Code = (187) STATUS_NOT_SUPPORTED  SESSION SETUP (0x1)',
      'Severity = STATUS_SEVERITY_ERROR, Code = (22) STATUS_MORE_PROCESSING_REQUIRED',
    ],
    match: /(?:\bError|_ERROR), Code = \((?<ntstatusLowWord>\d{1,5})\)/dg,
  },
  {
    samples: ['    NTStatus: 0xC0000016, Facility = FACILITY_SYSTEM', '    NT Status: 0xc000006d'],
    match: /\bN[Tt] ?Status: (?<ntstatus>0x[0-9a-f]{1,8})(?=[\s,]|$)/dgi,
  },
  {
    samples: ['   - Status: 0xC0000016, Facility = FACILITY_SYSTEM, Severity = STATUS_SEVERITY_ERROR'],
    match: /\bStatus: (?<ntstatus>0x[0-9a-f]{1,8})(?=, (?:Facility|Code) = )/dgi,
    within: /^SMB2?:/m,
  },
  {
    samples: ['        Flags: 0x00000011, Response, Priority'],
    match: /^\s{0,80}Flags: (?<smb2HeaderFlags>0x[0-9a-f]{8})(?=,|\s|$)/dg,
    within: /^SMB2 Header\b/m,
  },
  {
    samples: ['        Flags: 0', '        Flags: 0x01, Session Binding Request'],
    match: /^\s{0,80}Flags: (?<smb2SetupFlags>0x[0-9a-f]{1,2}|\d)(?=,|\s|$)/dg,
    within: /^Session Setup Request\b/m,
  },
  {
    samples: ['        Session Flags: 0x0000', '        Session Flags: 0x0001, Guest'],
    match: /\bSession Flags: (?<smb2SessionFlags>0x[0-9a-f]{1,4})\b/dg,
  },
  {
    samples: ['        Security mode: 0x02, Signing required'],
    match: /\bSecurity mode: (?<smb2SecurityMode>0x[0-9a-f]{1,4})\b/dg,
    within: /^SMB2\b|^(?:Session Setup|Negotiate Protocol) Re/m,
  },
  {
    samples: [
      '        Security mode: 0x02, Signing required',
      '        Security mode: 0x01, Signing enabled',
    ],
    match: /\bSecurity mode: (?<smb2SecurityMode>0x[0-9a-f]{1,4})(?=, Signing )/dg,
  },
  {
    samples: ['        Capabilities: 0x0000007f, DFS, LEASING', '        Capabilities: 0x00000000'],
    match: /\bCapabilities: (?<smb2Capabilities>0x[0-9a-f]{8})\b/dg,
    within: /^SMB2\b|^(?:Session Setup|Negotiate Protocol) Re/m,
  },
  {
    samples: ['        Capabilities: 0x00000001, DFS'],
    match: /\bCapabilities: (?<smb2Capabilities>0x[0-9a-f]{8})(?=, DFS\b)/dg,
  },
  {
    samples: [
      '        Dialect: SMB 3.1.1 (0x0311)',
      '        Dialect: 0x0210',
      '        Dialect: SMB2 wildcard (0x02ff)',
    ],
    match: /\bDialect: (?<smb2Dialect>SMB[\w ?.]{0,30}\(0x[0-9a-f]{4}\)|0x[0-9a-f]{4})(?=\s|$)/dgi,
  },
  {
    samples: [
      ' […]Negotiate Flags: 0xe2888215, Negotiate 56, Negotiate Key Exchange, Negotiate 128',
      '    NegotiateFlags: 0xE2888215',
    ],
    match: /\bNegotiate ?Flags: (?<ntlmFlags>0x[0-9a-f]{1,8})(?=,|\s|$)/dgi,
  },
  {
    samples: ['    negResult: accept-incomplete (1)', '    negState: accept-completed (0)'],
    match: /\bneg(?:Result|State): (?<negResult>[a-z][a-z-]{2,30} \(\d\))/dg,
  },
];
