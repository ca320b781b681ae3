import type { Label } from '../../../parser/tokens';
import { dnsLabels } from './dns';
import { kerberosLabels } from './kerberos';
import { ldapLabels } from './ldap';
import { rpcLabels } from './rpc';
import { smbLabels } from './smb';

/**
 * What a number in a trace is: in a row by the words in front of it, in details by the labels that enclose it too.
 * Names that only one table has (STATUS_…, KDC_ERR_…) need nothing in front. Transaction ids, lengths, offsets,
 * checksums, the flags of IP and TCP and whatever else stands behind none of these labels get no meaning. The first
 * row that claims a number has it.
 */
export const labels: readonly Label[] = [
  ...dnsLabels,
  ...ldapLabels,
  ...rpcLabels,
  ...smbLabels,
  ...kerberosLabels,

  // Names of NTSTATUS and Win32 codes, wherever they stand.
  {
    samples: [
      'Session Setup Response, Error: STATUS_LOGON_FAILURE',
      '        NT Status: STATUS_LOGON_FAILURE (0xc000006d)',
      'CreateUser2 response, STATUS_ACCESS_DENIED, Error: STATUS_ACCESS_DENIED',
      '    Return code: NT_STATUS_OK',
    ],
    match: /\b(?<ntstatus>(?:NT_)?STATUS_[A-Z][A-Z0-9_]{1,60}(?: \(0x[0-9a-f]{8}\))?)/dg,
  },
  {
    samples: ['    Return code: WERR_OK (0x00000000)', 'DsrGetDcNameEx2 response, WERR_NO_SUCH_DOMAIN'],
    match: /\b(?<status>WERR_[A-Z][A-Z0-9_]{1,60}(?: \(0x[0-9a-f]{8}\))?)/dg,
  },
];

/** What stands in every line that any of the labels reads: of the rows of a long trace, most are segments without it. */
const everyLabel = /: |[_(]|response|rcode|NtVer=/i;

/** Whether a line may hold a number that a label claims. */
export function mayHoldToken(line: string): boolean {
  return everyLabel.test(line);
}
