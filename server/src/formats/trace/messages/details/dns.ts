import type { Told } from '../message';
import type { Answer } from '../../../../model';
import { code } from '../results';
import { type Section, valueOf } from './sections';

const record = /^(\S{1,255}): type ([A-Z0-9]{1,12}), class \w{1,10}(?:, (.{1,300}))?$/;

/** The flags of DNS and of NetBIOS names, which came from it. */
export function flagsOf(
  lines: readonly string[],
): { isReply: boolean; opcode: number; rcode: number } | undefined {
  const flags = /^0x([0-9a-f]{4})\b/i.exec(valueOf(lines, 'Flags') ?? '')?.[1];
  if (flags === undefined) return undefined;
  const value = parseInt(flags, 16);
  return { isReply: value >= 0x8000, opcode: Math.floor(value / 0x800) % 16, rcode: value % 16 };
}

/** "Domain Name System (response)", and what is below it. */
export function dnsSection({ lines }: Section): Told | undefined {
  const flags = flagsOf(lines);
  if (!flags) return undefined;
  const isUpdate = flags.opcode === 5;
  let isAsked = false;
  let asked = '';
  let type = '';
  const answers: Answer[] = [];
  for (const line of lines) {
    if (/^(?:Queries|Zone)$/.test(line)) isAsked = true;
    else if (/^(?:Answers|Authoritative nameservers|Additional records|Prerequisites|Updates)$/.test(line))
      isAsked = false;
    const found = record.exec(line);
    if (!found) continue;
    if (isAsked) {
      type ||= found[2]!;
      asked ||= isUpdate ? `update ${found[1]}` : `${found[2]} ${found[1]}`;
    } else if (flags.isReply && !isUpdate) {
      answers.push(...answerOf(found[1]!, found[2]!, found[3] ?? ''));
    }
  }
  return {
    kind: flags.isReply ? 'reply' : 'request',
    service: isUpdate || type === 'TKEY' ? 'dnsUpdate' : 'dns',
    operation: asked,
    id: valueOf(lines, 'Transaction ID')?.toLowerCase(),
    ...(flags.isReply && { code: code('dns', flags.rcode) }),
    answers,
  };
}

function answerOf(name: string, type: string, data: string): Answer[] {
  const value = /\b(?:addr|target|cname|ns|mname|domain name) ([^\s,]{1,255})/.exec(data)?.[1];
  const port = /\bport (\d{1,5})\b/.exec(data)?.[1];
  return value === undefined
    ? []
    : [{ type, name, value, port: type === 'SRV' && port ? Number(port) : undefined }];
}
