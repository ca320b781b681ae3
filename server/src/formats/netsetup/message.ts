import { functions } from './functions';
import { quotation } from './prefix';

/** What a line is and says behind its time stamp and thread. */
export interface Message {
  /** The column at which the message begins, of the text that it was read in. */
  readonly start: number;
  /** As `message` of a LogRecord; '' for a blank line. */
  readonly message: string;
  readonly function: string | undefined;
  readonly isSeparator: boolean;
  /** It is no record: blank, or a note. */
  readonly isSkipped: boolean;
  readonly isNote: boolean;
  /** It continues the record before it, where there is one. */
  readonly continues: boolean;
  /** Key and value of a continuation line: `Domain: fabrikam.test`. */
  readonly field: { readonly key: string; readonly value: string } | undefined;
}

/** A line of dashes stands before an operation. */
const separator = /^-{20,}$/;

/** A note that a writer put into the log, not Windows. */
const note = /^\s*(?:>\s?)?\/\//;

/** `Domain: fabrikam.test`, `DomainDnsPolicy:` and `DnsHostName  =  WKS07.fabrikam.test`. */
const parameter = /^([A-Za-z][\w .\\/-]{0,40}?)(?::(?=\s|$)|\s{2,}=(?=\s\s|$))(.*)$/s;

/** Keys that are continuation lines even where a copy has lost their indentation. */
const knownKeys = new Set(
  (
    'HostName NetbiosName Machine Domain MachineAccountOU Account Options SKU Architecture ServicePack ' +
    'lpDomain lpHostName lpMachineName lpMachineAccountOU lpDcName lpMachinePassword lpAccount lpPassword ' +
    'dwJoinOptions dwOptions JoinOptions ProvisionOptions fBootTimeCaller fSetLocalGroups Context'
  )
    .split(' ')
    .concat('OS Version', 'Build number'),
);

/** A name that begins a message: "NetpDoDomainJoin: status", "NetUseAdd to", "ldap_unbind status". */
const leadingName = /^([A-Za-z_]\w*)(?=[:.(\s]|$)/;
const functionLike = /^(?:Netp?[A-Z]|Dsr?[A-Z]|Lsa[A-Z]|ldap_)\w{3,}/;

/** Reads what stands behind a time stamp, or a whole line that has none. */
export function readMessage(text: string, isStamped: boolean): Message {
  const before = isStamped ? 0 : (quotation.exec(text)?.[0].length ?? 0);
  const { start, message } = messageOf(text, before);
  const name = functionOf(message);
  const isNote = !isStamped && note.test(text);
  // One blank stands between time stamp and message; what is further in is indented.
  const indent = start - before - (isStamped ? 1 : 0);
  const field = name === undefined ? parameter.exec(message) : null;
  return {
    start,
    message,
    function: name,
    isSeparator: message === '' || separator.test(message),
    isSkipped: isNote || (!isStamped && message === ''),
    isNote,
    continues: name === undefined && (field ? indent >= 1 || knownKeys.has(field[1]!) : indent >= 2),
    field: field ? { key: field[1]!, value: field[2]!.trim() } : undefined,
  };
}

/** The name in front of a message, where it is that of a function. */
function functionOf(message: string): string | undefined {
  const name = leadingName.exec(message)?.[1];
  return name !== undefined && (functions.has(name) || functionLike.test(name)) ? name : undefined;
}

/** The message without blanks around it, and without the bold type and line breaks of an article. */
function messageOf(text: string, from: number): { start: number; message: string } {
  const message = text.slice(from).trimStart().replace(/^\*\*/, '');
  const start = text.length - message.length;
  const withoutBreak = message.trimEnd().replace(/<br ?\/?>$/, '');
  return { start, message: withoutBreak.trimEnd().replace(/\*\*$/, '') };
}
