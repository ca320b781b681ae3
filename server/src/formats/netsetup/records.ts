import type { Lines, LogRecord, Parameter } from '../../model';
import { longestLine } from '../../parser/lines';
import { functions } from './functions';
import { readPrefix } from './prefix';

/** In milliseconds. */
const halfYear = 183 * 24 * 3600 * 1000;

/** The year that times without one are in at first. */
const firstYear = 2000;

/** A log without years that goes on for longer is none. */
const mostYears = 200;

/** A line of dashes stands before an operation. */
const separator = /^-{20,}$/;

/** A note that a writer put into the log, not Windows. */
const note = /^\s*(?:>\s?)?\/\//;

/** `Domain: fabrikam.test`, `DomainDnsPolicy:` and `DnsHostName  =  WKS07.fabrikam.test`. */
const parameter = /^([A-Za-z][\w .\\/-]{0,40}?)(?::(?:\s+|$)|\s{2,}=\s{2,}|\s{2,}=$)(.*)$/;

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

/**
 * Reads the lines of a NetSetup.log as records. Every line that is not blank and not a note is in exactly one
 * record; a line that has lost its start is a record without time.
 */
export function readRecords(lines: Lines): { records: LogRecord[]; notes: number[] } {
  const records: LogRecord[] = [];
  const notes: number[] = [];
  /** The last record, while continuation lines may still follow it. */
  let open: { endLine: number; readonly parameters: Parameter[] } | undefined;
  /** The last time in a log without years, all of them in one year, and how often New Year came. */
  let before = 0;
  let years = 0;

  for (let line = 0; line < lines.count; line++) {
    const text = lines.at(line).slice(0, longestLine);
    if (text.trim() === '') continue;
    if (note.test(text)) {
      notes.push(line);
      continue;
    }
    const prefix = readPrefix(text);
    const { start, message } = messageOf(text, prefix.end);
    // One blank stands between time stamp and message; what is further in is indented.
    const indent = start - prefix.end - (prefix.isStamped ? 1 : 0);
    const name = functionOf(message);

    if (message === '' && !prefix.isStamped) continue;
    if (open && !name && isContinuation(message, indent)) {
      const field = parameter.exec(message);
      if (field) {
        const value = field[2]!.trim();
        open.parameters.push({ line, start, end: start + message.length, key: field[1]!, value });
      }
      open.endLine = line;
      continue;
    }

    const isSeparator = message === '' || separator.test(message);
    let time = prefix.time;
    if (time !== undefined && !prefix.hasYear) {
      if (before - time > halfYear && years < mostYears) years++;
      before = time;
      if (years > 0) time = new Date(time).setUTCFullYear(firstYear + years);
    }
    const record = {
      line,
      endLine: line,
      time,
      hasYear: prefix.hasYear,
      thread: prefix.thread,
      start,
      message,
      function: name,
      isSeparator,
      parameters: [],
    };
    records.push(record);
    open = isSeparator ? undefined : record;
  }
  return { records, notes };
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

function isContinuation(message: string, indent: number): boolean {
  const key = parameter.exec(message)?.[1];
  if (key === undefined) return indent >= 2;
  return indent >= 1 || knownKeys.has(key);
}
