import type { Told } from './message';
import { ntlmIn } from './ntlm';
import { result, statusNamed } from './results';
import { ntstatus } from '../../../tables/status';

/** A row of SMB, of any version. */
export function smb(info: string): Told | undefined {
  const told = netmon(info) ?? wireshark(info);
  return told && { transport: 'tcp', ...told };
}

const command = /^([A-Z][\w&/ ]{1,60}?) (Request|Response)\b(?! Request| Response)/;

function wireshark(info: string): Told | undefined {
  if (/^(?:Encrypted|Decrypted) SMB/.test(info)) return { kind: 'data', isSealed: true };
  if (/^Compressed SMB/.test(info)) return { kind: 'data' };
  // Commands that travel together stand behind each other.
  const parts = info.split(/; ?/, 20);
  const found = command.exec(parts[0]!);
  if (!found) return undefined;
  const rest = info.slice(found[0].length);
  const isReply = found[2] === 'Response';
  return {
    kind: isReply ? 'reply' : 'request',
    service: 'smb',
    operation: `${commandName(found[1]!)} ${objectIn(parts[0]!.slice(found[0].length))}`.trim(),
    ...ntlmIn(rest),
    ...(isReply && errorIn(rest)),
  };
}

/** One name for a command in all versions. */
export function commandName(printed: string): string {
  const name = printed
    .replace(/ and ?X$/i, '')
    .replace(/\w+/g, word =>
      word === word.toUpperCase() && word.length > 3 && !word.includes('_')
        ? word[0] + word.slice(1).toLowerCase()
        : word,
    );
  return /^Negotiate$/i.test(name) ? 'Negotiate Protocol' : name;
}

/** The share, file or control code that a command names. */
function objectIn(text: string): string {
  const control = /\bFSCTL_\w{1,60}/.exec(text)?.[0];
  const name = /\b(?:Tree|File|Path|Name): ?'?([^';,[\]\s](?:[^';,[\]]{0,254}[^';,[\]\s])?)/.exec(text)?.[1];
  return [control, name].filter(each => each !== undefined).join(' ');
}

function errorIn(text: string): Told {
  const name = /\bError: ([A-Za-z]\w{2,80})(?: ?\((0x[0-9a-f]{1,8})\))?/.exec(text);
  if (name) return statusNamed(name[1]!, name[2] === undefined ? undefined : Number(name[2]));
  const number = /\bError: .{0,20}?(0x[0-9a-f]{8})\b/i.exec(text)?.[1];
  return number === undefined ? {} : result('ntstatus', Number(number), number);
}

const netmonRow = /^SMB2?:([CR])[; ]\s{0,4}/;
const netmonStatus =
  /-? ?NT Status: (\w{1,20}) - (Error|Warning|Info\w{0,10}|Success), Code = \((\d{1,5})\)(?: ((?:NT_)?STATUS_\w{2,80}))?\s{0,4}/;

/** "SMB2:R  - NT Status: System - Error, Code = (187) STATUS_NOT_SUPPORTED  SESSION SETUP (0x1)". */
function netmon(info: string): Told | undefined {
  const found = netmonRow.exec(info);
  if (!found) return undefined;
  const rest = info.slice(found[0].length);
  const status = netmonStatus.exec(rest);
  const text = status ? rest.slice(0, status.index) + rest.slice(status.index + status[0].length) : rest;
  const name = /^([A-Z][A-Za-z ]{1,40}[A-Za-z])(?: \(0x[0-9A-F]{1,2}\))?(?=[,;{\s]|$)/.exec(text.trim())?.[1];
  const isReply = found[1] === 'R';
  const object = /\b(?:Path|Name|FileName) ?[=:] ?([^,;{}\s]{1,255})/.exec(text)?.[1]?.replace(/@#\d+$/, '');
  return {
    kind: isReply ? 'reply' : 'request',
    service: 'smb',
    operation: [name && commandName(name.trim()), object].filter(each => each !== undefined).join(' '),
    ...ntlmIn(text),
    ...(status && netmonCode(status)),
  };
}

/** Network Monitor prints the low word of an NTSTATUS, decimal, and its severity as a word. */
function netmonCode(status: RegExpExecArray): Told {
  const [, facility, severity, low, name] = status;
  const named = name === undefined ? undefined : ntstatus.numberOf?.(name);
  if (named !== undefined) return result('ntstatus', named, name!);
  const high = severity === 'Error' ? 0xc0000000 : severity === 'Warning' ? 0x80000000 : 0;
  const isKnown = facility === 'System';
  return result('ntstatus', isKnown ? high + Number(low) : undefined, name ?? `Code = (${low})`);
}
