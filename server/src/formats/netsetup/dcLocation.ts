import type { LogRecord } from '../../model';

/** How Windows looks for a domain controller, told at the line where it does. */
interface LocationLine {
  /** Lines that it reads: tests run them. */
  readonly samples: readonly string[];
  readonly match: RegExp;
  /** Sentences, as Markdown. */
  readonly about: string;
}

const byDns =
  'DNS-based discovery: DNS is asked for the SRV records of the domain, the domain controllers that they name get an LDAP ping (UDP 389), and the first that answers is taken.';

const byNetbios =
  'What cannot be mapped is looked for by NetBIOS (WINS, or a broadcast over mailslots). Windows Server 2025 and later block that by default (`BlockNetBIOSDiscovery`); mailslots need `EnableMailslots` of the SMB client as well.';

export const locationLines: readonly LocationLine[] = [
  {
    samples: ["NetpDsGetDcName: trying to find DC in domain 'FABRIKAM', flags: 0x40001010"],
    match: /^NetpDsGetDcName: trying to find DC in domain '?[^'.,<>]+'?, flags/,
    about:
      'This name has no dot, so it is a NetBIOS name (or a DNS name of one label). A NetBIOS name need not be the first part of the DNS name. Windows maps it to a DNS name from, in this order: an earlier look-up that it kept; the domains of its own forest; the names of trusts; on Windows Server 2025 and later mappings set by an administrator, fetched every 12 hours, and the domains of trusting forests; sign-in sessions. A computer in a workgroup has no forest and no trust to map from.\n\n' +
      `${byNetbios} The DNS name of the domain avoids all of this.`,
  },
  {
    samples: ["NetpDsGetDcName: trying to find DC in domain 'fabrikam.test', flags: 0x40001010"],
    match: /^NetpDsGetDcName: trying to find DC in domain /,
    about: byDns,
  },
  {
    samples: ["NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0x525, last error is 0x0"],
    match: /^NetpDsGetDcName: failed to find a DC having account /,
    about:
      'Domain controllers answered, or the search goes on without the account: this search is only for one that already knows the computer.',
  },
  {
    samples: ["NetpDsGetDcName: found DC '\\\\DC1.fabrikam.test' in the specified domain"],
    match: /^NetpDsGetDcName: found DC /,
    about:
      'The domain controller that answered first. It tells the computer its site, by subnet; Windows keeps the result, and one outside the closest site for 15 minutes only.',
  },
  {
    samples: [
      'NetpDsGetDcName: failed to find a DC in the specified domain: 0x54b, last error is 0x0',
      "NetpCheckDomainNameIsValid [ Exists ] for 'fabrikam.test' returned 0x54b",
    ],
    match: /^NetpDsGetDcName: failed to find a DC in |^NetpCheckDomainNameIsValid\b.* returned 0x(?!0\b)/,
    about:
      'No domain controller answered: DNS gave no SRV records, or none of the domain controllers that they name answered the LDAP ping (UDP 389). For a name without a dot, first type the DNS name of the domain.',
  },
];

/** How Windows looks for a domain controller at this line, as Markdown; undefined where it does not. */
export function locationAt({ message }: LogRecord): string | undefined {
  return locationLines.find(({ match }) => match.test(message))?.about;
}
