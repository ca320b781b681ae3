import type { Code } from '../../model';
import type { ExchangeDraft } from './exchanges';

/** A code that looks like an error and is a step on the way. */
interface HarmlessRow {
  readonly space: Code['space'];
  readonly values: readonly number[];
  /** Only where the exchange is one of these. */
  readonly when?: (exchange: ExchangeDraft) => boolean;
  /** One sentence. */
  readonly because: string;
}

const isProbe = ({ operation }: ExchangeDraft) => !operation.startsWith('AS');

/** What SMB is asked in a join that must not fail: what else it refuses concerns files, and no join. */
const neededOfSmb =
  /^(?:Negotiate|Session Setup|Tree Connect(?:$|.*\bIPC\$)|Ioctl FSCTL_PIPE_TRANSCEIVE|Create .*\b(?:netlogon|lsarpc|lsass|samr|wkssvc|srvsvc)\b)/i;

const rows: readonly HarmlessRow[] = [
  {
    space: 'dns',
    values: [3],
    when: ({ operation }) => operation.startsWith('SOA '),
    because:
      'A normal step before an update: the name has no record yet, and the answer names the zone that it belongs to.',
  },
  {
    space: 'krb5',
    values: [25],
    because:
      'A normal step: the domain controller asks for pre-authentication, and the client sends the request again with it.',
  },
  {
    space: 'krb5',
    values: [52],
    because: 'A normal step: the answer does not fit into a datagram, and the client asks again over TCP.',
  },
  {
    space: 'krb5',
    values: [13],
    when: isProbe,
    because:
      'A probe: the client asks for a ticket with an option that the domain controller does not grant, and goes on without it.',
  },
  {
    space: 'ntstatus',
    values: [0xc0000016],
    because: 'A normal step: the server has sent its challenge, and the authentication goes on.',
  },
  { space: 'ntstatus', values: [0x103], because: 'A normal step: the answer itself follows.' },
  {
    space: 'ntstatus',
    values: [0x80000005, 0x105],
    because: 'A normal step: the answer is longer than one read, and the client reads on.',
  },
  {
    space: 'ntstatus',
    values: [0x80000006, 0x8000001a, 0xc000000f, 0xc0000128],
    because: 'A normal end: there is nothing more to list, or the file is closed already.',
  },
  {
    space: 'ntstatus',
    values: [0xc0000073],
    when: ({ service }) => service === 'lsarpc' || service === 'samr',
    because: 'A name was looked up and is not known here: an answer like any other.',
  },
  {
    space: 'ldap',
    values: [14],
    because: 'A normal step: the bind goes on with another message.',
  },
  {
    space: 'ldap',
    values: [3, 4, 9, 10, 11, 16, 32, 36],
    when: ({ operation }) => operation.startsWith('search'),
    because: 'An answer to a search like any other: it says how far it went, or that there is no such thing.',
  },
  {
    space: 'dns',
    values: [3, 6, 7, 8],
    when: ({ service }) => service === 'dnsUpdate',
    because: 'An answer like any other: the client asks first whether the name, or a record of it, is there.',
  },
];

/** Why the code of a reply is a normal step; undefined for a failure. */
export function harmlessBecause(exchange: ExchangeDraft): string | undefined {
  const { code, service, operation } = exchange;
  if (!code) return undefined;
  const row = rows.find(
    ({ space, values, when }) =>
      space === code.space && values.includes(code.value) && (when?.(exchange) ?? true),
  );
  if (row) return row.because;
  return service === 'smb' && operation !== '' && !neededOfSmb.test(operation)
    ? 'It concerns a file or an optional feature: a join does not depend on it.'
    : undefined;
}
