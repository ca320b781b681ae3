import type { Label } from '../../../parser/tokens';

/** RPC and what is called over it: Netlogon, DRSUAPI, SAMR, LSARPC, WKSSVC, the endpoint mapper. */
export const rpcLabels: readonly Label[] = [
  {
    samples: [
      'Fault: call_id: 2, Fragment: Single, Ctx: 1, status: nca_s_fault_access_denied',
      '    Status: nca_s_fault_access_denied (0x00000005)',
      '    Return code: ept_s_not_registered (0x16c9a0d6)',
    ],
    match: /\b(?<rpcStatus>(?:nca|ept)_[a-z][a-z0-9_]{2,50}(?: \(0x[0-9a-f]{8}\))?)/dg,
  },
  {
    samples: [
      'MSRPC:c/o Fault:  Call=0x2  Context=0x0  Status=0x5  Cancels=0x0',
      'Fault: call_id: 2, Fragment: Single, Ctx: 1, status: Unknown (0x000006f7)',
    ],
    match:
      /\bFault: .{0,120}?\bstatus(?:=(?<rpcStatus>0x[0-9a-f]{1,8})|: [\w ]{1,60}\((?<rpcStatus2>0x[0-9a-f]{8})\)|: (?<rpcStatus3>0x[0-9a-f]{8})\b)/dgi,
  },
  {
    samples: ['    Status: Unknown (0x000006f7)', '    Status: 0x000006f7'],
    match:
      /^\s{0,80}Status: (?:[\w ]{1,60}\((?<rpcStatus>0x[0-9a-f]{8})\)|(?<rpcStatus2>0x[0-9a-f]{8})(?=\s|$))/dg,
    within: /\bDCE\/RPC\)? Fault\b/,
  },

  // What a function returned: which codes these are depends on the interface, and in Netlogon on the function.
  {
    samples: ['    Return code: 0x00000000', '    Return code: 0x16c9a0d6'],
    match: /\bReturn code: (?<rpcStatus>0x[0-9a-f]{8})\b/dgi,
    within: /^DCE\/RPC Endpoint Mapper|^EPM/m,
  },
  {
    samples: ['    Return code: 0x0000054b', '    Windows Error: 0x00000005'],
    match:
      /\b(?:Return code|Windows Error|DOS error|Status): (?:Unknown.{0,20}?\()?(?<status>0x[0-9a-f]{8})\b/dgi,
    within:
      /^(?:Microsoft Network Logon|RPC_NETLOGON|Netlogon).{0,20}?\b(?:Dsr\w|NetrLogonControl|NetrGet\w{0,20}DCName)|^(?:DRSUAPI|Directory Replication|Workstation Service|WKSSVC|DsBind|DsCrackNames)/im,
  },
  {
    samples: ['    Return code: 0xc0000022', '    NT Error: 0xc0000034'],
    match: /\b(?:Return code|NT Error|Status): (?:Unknown.{0,20}?\()?(?<ntstatus>0x[0-9a-f]{8})\b/dgi,
    within:
      /^(?:Microsoft Network Logon|RPC_NETLOGON|Netlogon).{0,20}?\bNetr|^(?:SAMR|Microsoft Security Account Manager|SAM \(|Local Security Authority|LSARPC|Microsoft Local Security)/im,
  },

  {
    samples: ['    Negotiation options: 0x612fffff'],
    match: /\bNegotiat(?:ion|e|ed) ?options: (?<netlogonNegotiate>0x[0-9a-f]{8})\b/dgi,
  },
  {
    // NTLM has flags of the same name.
    samples: ['    Negotiate Flags: 0x612fffff'],
    match: /\bNegotiat(?:ion|e|ed) ?flags: (?<netlogonNegotiate>0x[0-9a-f]{8})\b/dgi,
    within: /^(?:Microsoft Network Logon|RPC_NETLOGON|Netlogon)\b/im,
  },
  {
    samples: [
      '    Acct Flags: 0x00000080',
      '    Acct Ctrl: 0x00000010',
      '    User Account Control: 0x00000080',
    ],
    match:
      /\b(?:Acct ?(?:Flags|Ctrl|Control)|User Account Control|Account Control): (?<samAccountControl>0x[0-9a-f]{1,8})\b/dgi,
  },
  {
    samples: ['        Auth type: SPNEGO (9)'],
    match: /\bAuth type: (?<rpcAuthType>[\w .\/()-]{2,60} \(\d{1,3}\))/dgi,
  },
  {
    samples: ['        Auth level: Packet privacy (6)'],
    match: /\bAuth level: (?<rpcAuthLevel>[A-Za-z ]{2,40} \(\d\))/dgi,
  },
  {
    samples: ['        Ack result: Provider rejection (2)'],
    match: /\bAck result: (?<rpcBindResult>[A-Za-z ]{2,40} \(\d\))/dgi,
  },
  {
    samples: ['        Ack reason: Proposed transfer syntaxes not supported (2)'],
    match: /\bAck reason: (?<rpcBindReason>[A-Za-z ]{2,60} \(\d\))/dgi,
  },
];
