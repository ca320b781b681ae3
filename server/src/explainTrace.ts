/** What went wrong in a network trace, in words: the same in a hover, a problem and a report. */
import type { Code, Conversation, Exchange, Frame, Transport } from './model';
import { articleUrl } from './tables/advice';
import { joinMeaning } from './tables/joinMeanings';
import { win32OfFault } from './tables/rpcFaults';
import { dnsRcode, hresult, kerberos, ldapResult, ntstatus, rpcStatus, win32 } from './tables/status';
import { stepTitles } from './tables/steps';
import type { CodeSpace, Table } from './tables/table';
import { codeAdvice, type Silence, silenceOf, type TraceAdvice } from './tables/traceAdvice';
import { frameText, portText } from './traceWords';
import { count, durationText, hex } from './words';

/** Sentences about a failure, with where more is told. */
export interface TraceText {
  /** What it means, and what to check next. */
  readonly sentences: readonly string[];
  /** The address of Microsoft's article. */
  readonly url: string | undefined;
}

/** "TCP 389 (LDAP) of 10.20.2.10". */
export function conversationText(
  { transport, port, server, service }: Conversation,
  ports = port === undefined ? transport.toUpperCase() : portText(port, transport),
): string {
  const name = service && (stepTitles[service] as string | undefined);
  return `${ports}${name === undefined ? '' : ` (${name})`} of ${plain(server)}`;
}

/** " in 7.2 s"; '' where the frames have no times, or all the same. */
export function spanText(frames: readonly Frame[]): string {
  const times = frames.flatMap(({ time }) => (time === undefined ? [] : [time]));
  const span = Math.round((times.at(-1) ?? 0) - (times[0] ?? 0));
  return span > 0 ? ` in ${durationText(span)}` : '';
}

/** Milliseconds from one frame to another; undefined where one has no time. */
export function between(from: Frame, to: Frame): number | undefined {
  return from.time === undefined || to.time === undefined ? undefined : to.time - from.time;
}

/** ", 21.0 s later"; '' for less than a second, and without times. */
export function laterText(from: Frame, to: Frame): string {
  const span = between(from, to);
  return span !== undefined && span >= 1000 ? `, ${durationText(Math.round(span))} later` : '';
}

/** "4 SYNs in 7.2 s". */
export function countText(frames: readonly Frame[], one: string, many: string): string {
  return `${count(frames.length, one, many)}${spanText(frames)}`;
}

/** How a code is told of each space: numbers as the tools print them. */
const decimal: ReadonlySet<CodeSpace> = new Set<CodeSpace>(['krb5', 'ldap', 'dns']);

/** "STATUS_LOGON_FAILURE (0xc000006d)", "KDC_ERR_PREAUTH_FAILED (24)". */
export function wireCodeText({ value, space, name }: Code): string {
  const number = decimal.has(space) ? String(value) : hex(value);
  return name === undefined ? number : `${name} (${number})`;
}

/** The error of a reply, with the second code behind it; undefined where it shows none. */
export function errorText({ code, codeText, subcode }: Exchange): string | undefined {
  const first = code ? wireCodeText(code) : codeText && plain(codeText);
  return first !== undefined && subcode ? `${first}, ${wireCodeText(subcode)}` : first;
}

/** "SMB Session Setup", "Kerberos AS-REQ": what was asked, cut to a length that can be read. */
export function requestText({ service, operation, code }: Exchange): string {
  const title = service === 'dnsUpdate' ? stepTitles.dns : stepTitles[service];
  if (service === 'ldapPing' || service === 'kpasswd') return title;
  // Of a fault, a text may show nothing but the pipe or the port that it came through.
  if (operation === '' && isFault(code)) return 'a remote procedure call';
  const what = plain(operation.length > 120 ? `${operation.slice(0, 120)}…` : operation);
  return `${title} ${what}`.trim();
}

/** "refused the logon of ALPINE\\joiner (SMB Session Setup, frame 20)", "answered Kerberos AS-REQ for joiner@ALPINE.TEST". */
export function answeredText(exchange: Exchange): string {
  const { service, operation, user, request } = exchange;
  const asked = requestText(exchange);
  if (user === undefined) return `answered ${asked}`;
  const isLogon = service === 'smb' ? operation.startsWith('Session Setup') : /^bind/i.test(operation);
  if (!isLogon) return `answered ${asked} ${service === 'samr' ? 'of' : 'for'} ${plain(user)}`;
  const where = request ? `, ${frameText(request)}` : '';
  return `refused the logon of ${plain(user)} (${asked}${where})`;
}

function isFault(code: Code | undefined): boolean {
  return code?.space === 'win32' || code?.space === 'rpc';
}

const tables: Readonly<Record<CodeSpace, Table>> = {
  win32,
  ntstatus,
  hresult,
  ldap: ldapResult,
  krb5: kerberos,
  dns: dnsRcode,
  rpc: rpcStatus,
};

/** The DNS name of the domain that each client looked for; see formats/trace/locatedDomains.ts. */
export type Domains = ReadonlyMap<string, string>;

/** What the error of a reply means and what to check next. The second code is the more exact one. */
export function failureAdvice(exchange: Exchange, domains: Domains): TraceText {
  const { code, subcode, service, operation, conversation, user } = exchange;
  const codes = [subcode, code].flatMap(each => (each ? asWin32(each) : []));
  const rows = codes.map(each => codeAdvice(each, service, operation));
  const row = rows.find(each => each !== undefined);
  const meanings = codes.map((each, at) => rows[at]?.means ?? meaningOf(each));
  const found = meanings.find(each => each !== undefined);
  const means = user === undefined ? found : found?.replace(ofJoin, '');
  const domain = domains.get(conversation.client);
  return advised({ ...row, ...(means !== undefined && { means }) }, { ...conversation, user, domain });
}

/** Which account is meant, where the trace does not name it. */
const ofJoin =
  /, usually the one used for the join,?| Usually the (?:one|account) used for the join is meant\./g;

/** Advice knows a fault of RPC as what Windows makes of it. */
function asWin32(code: Code): Code {
  const value = code.space === 'rpc' ? win32OfFault(code.value) : undefined;
  return value === undefined ? code : { ...code, space: 'win32', value };
}

function meaningOf({ space, value }: Code): string | undefined {
  return joinMeaning(space, value)?.replace(bareCode, '{$&}') ?? tables[space].describe(value)?.text;
}

/** A code in a sentence that is also shown beside logs, where codes stand without their names. */
const bareCode = /(?<![(\w])0x[0-9a-f]{1,8}\b/g;

/** Why a port may have kept silent, what is missing without it where nothing else did it, and what to check next. */
export function silenceAdvice(
  conversation: Conversation,
  silence: Silence,
  isOvercome: boolean,
  domains: Domains,
): TraceText {
  const { port, transport, client, icmp } = conversation;
  return advised(silenceOf(silence, port, transport, isOvercome), {
    ...conversation,
    domain: domains.get(client),
    device: icmp?.source,
  });
}

/** What the trace says of the places that advice has for names. */
interface Names {
  readonly server: string;
  readonly port: number | undefined;
  readonly transport?: Transport;
  /** The DNS name of the domain. */
  readonly domain?: string | undefined;
  readonly user?: string | undefined;
  /** Who sent an ICMP message. */
  readonly device?: string | undefined;
}

/** The sentences of advice, with the names of the trace put in. */
export function advised(advice: Partial<TraceAdvice>, at: Names): TraceText {
  const { means, next, article } = advice;
  return {
    sentences: [
      ...(means ? [filled(means, at)] : []),
      ...(next === undefined ? [] : [`Check next: ${filled(next, at)}.`]),
    ],
    url: article === undefined ? undefined : articleUrl(article),
  };
}

/** What a failing reply means, for a hover on it, which tells the sentence of the table itself. */
export function failureRoleText(exchange: Exchange, domains: Domains): string {
  const { code } = exchange;
  const own = code && tables[code.space].describe(code.value)?.text;
  return failureAdvice(exchange, domains)
    .sentences.filter(each => each !== own)
    .join(' ');
}

/** Addresses and names that may stand in a command. */
const plainName = /^[\w.:-]{1,255}$/;

function filled(text: string, names: Names): string {
  const { server, port, transport, domain, user, device } = names;
  const inCommand = (name: string | undefined, otherwise: string) =>
    name !== undefined && plainName.test(name) ? name : otherwise;
  return text
    .replace(/\{(0x[0-9a-f]{1,8})\}/g, (_, code: string) => namedCode(Number(code)))
    .replaceAll('{ldap 81}', `81 ${ldapResult.describe(81)?.name ?? ''}`.trim())
    .replaceAll('{server}', inCommand(server, '<server>'))
    .replaceAll('{domain}', inCommand(domain, '<domain>'))
    .replaceAll('{device}', inCommand(device, '<device>'))
    .replaceAll('{account}', user === undefined ? 'the account' : plain(user))
    .replaceAll('{transport}', transport?.toUpperCase() ?? '')
    .replaceAll('{port}', port === undefined ? '<port>' : String(port));
}

/** "0x54b ERROR_NO_SUCH_DOMAIN": a Win32 code or an NTSTATUS, as NetSetup.log prints its codes. */
function namedCode(value: number): string {
  const name = (value < 0x80000000 ? win32 : ntstatus).describe(value)?.name;
  return name === undefined ? hex(value) : `${hex(value)} ${name}`;
}

/** A name of the trace in a sentence: a backquote in it would begin code where the sentence is shown. */
export function plain(name: string): string {
  return name.replaceAll('`', "'");
}
