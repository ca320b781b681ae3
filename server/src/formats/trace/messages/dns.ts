import type { Told } from './message';
import type { Answer } from '../../../model';
import { result } from './results';

/** Response codes in the words of Wireshark, Network Monitor and tcpdump, in lower case. */
// prettier-ignore
const rcodes: readonly (readonly [words: string, value: number])[] = [
  ['no error', 0], ['success', 0], ['format error', 1], ['formerr', 1], ['server failure', 2], ['servfail', 2],
  ['no such name', 3], ['name error', 3], ['nxdomain', 3], ['not implemented', 4], ['notimp', 4], ['refused', 5],
  ['name exists', 6], ['yxdomain', 6], ['rrset does not exist', 8], ['nxrrset', 8], ['rrset exists', 7],
  ['yxrrset', 7], ['not authoritative', 9], ['server is not an authority', 9], ['not auth', 9], ['notauth', 9],
  ['name out of zone', 10], ['notzone', 10], ['bad signature', 16], ['bad opt version or tsig signature', 16],
  ['tsig signature failure', 16], ['key not recognized', 17], ['signature out of time window', 18],
];

/** The response code at the beginning of a text: [its number, its length]. */
export function rcodeAt(text: string): readonly [value: number, length: number] | undefined {
  const head = text.slice(0, 60).toLowerCase();
  const found = rcodes.find(([words]) => head.startsWith(words) && !/^\w/.test(head.slice(words.length)));
  return found && [found[1], found[0].length];
}

const row =
  /^(Standard query|Dynamic update|Zone change notification|Inverse query)( response)?(?: (0x[0-9a-f]{1,4}))?\s{0,3}/i;

/** A row of DNS. Multicast names (MDNS, LLMNR) are read the same way, but are of no step. */
export function dns(info: string): Told | undefined {
  return wireshark(info) ?? netmon(info);
}

function wireshark(info: string): Told | undefined {
  const found = row.exec(info);
  if (!found) return undefined;
  const [head, what, response, id] = found;
  let rest = info.slice(head.length);
  const rcode = response === undefined ? undefined : rcodeAt(rest);
  const words = rcode && rest.slice(0, rcode[1]);
  if (rcode) rest = rest.slice(rcode[1]).trimStart();
  const [type = '', name = ''] = /^([A-Z][A-Z0-9-]{0,14}) (\S+)/.exec(rest)?.slice(1) ?? [];
  const isUpdate = /^Dynamic/i.test(what!);
  const question = type === '' ? '' : `${type} ${name.replace(/,$/, '')}`;
  return {
    kind: response === undefined ? 'request' : 'reply',
    service: isUpdate || type === 'TKEY' ? 'dnsUpdate' : 'dns',
    operation: isUpdate ? `update ${name}`.trim() : question,
    id: id?.toLowerCase(),
    ...(rcode && result('dns', rcode[0], words!)),
    answers: response === undefined || isUpdate ? [] : dnsAnswers(rest),
  };
}

const addresses = new Set(['A', 'AAAA']);
const targets = new Set(['CNAME', 'NS', 'PTR', 'SOA', 'DNAME']);

/**
 * The records behind the question of a reply: "SRV _ldap._tcp.… SRV 0 100 389 dc1.… A 192.0.2.1". A row names the
 * owner of none: it is the name asked for, or the one target, or not known.
 */
export function dnsAnswers(info: string): Answer[] {
  const words = info.split(/ +/, 400);
  const [type = '', name] = words;
  const found: Answer[] = [];
  for (let at = 2; at < words.length; at++) {
    const word = words[at]!;
    const value = words[at + 1];
    if (
      addresses.has(word) &&
      value !== undefined &&
      /^[\d.]{1,45}$|^[\da-f:]{0,45}:[\da-f:.]{0,45}$/i.test(value)
    ) {
      found.push({ type: word, name: addresses.has(type) ? name : undefined, value, port: undefined });
      at++;
    } else if (targets.has(word) && value !== undefined) {
      found.push({ type: word, name: word === type ? name : undefined, value, port: undefined });
      at++;
    } else if (word === 'SRV' && /^\d{1,5}$/.test(words[at + 3] ?? '') && words[at + 4] !== undefined) {
      found.push({ type: word, name, value: words[at + 4]!, port: Number(words[at + 3]) });
      at += 4;
    }
  }
  return withTarget(found);
}

/** Where all that a reply names is one target, the addresses in it are those of the target. */
function withTarget(answers: readonly Answer[]): Answer[] {
  const named = new Set(
    answers.filter(each => !addresses.has(each.type)).map(each => each.value.toLowerCase()),
  );
  const target = answers.find(each => each.type === 'SRV')?.value;
  const isOne = target !== undefined && named.size === 1;
  return answers.map(each =>
    isOne && addresses.has(each.type) && !each.name ? { ...each, name: target } : each,
  );
}

/** Types in the words of Network Monitor. */
const typeWords: Readonly<Record<string, string>> = {
  'Host Addr': 'A',
  'IPv6 Host Addr': 'AAAA',
  'Canonical name': 'CNAME',
  'Domain name pointer': 'PTR',
  'Authoritative Name Server': 'NS',
};

const netmonRow =
  /^(?:DNS:)?\s{0,3}QueryId = (0x[0-9a-f]{1,4}), (QUERY|UPDATE|\w{1,20}) \([^)]{0,40}\), (Query|Request|Response)/i;

/** "DNS:QueryId = 0x3A4B, QUERY (Standard query), Query  for dc1.… of type Host Addr on class Internet". */
function netmon(info: string): Told | undefined {
  const found = netmonRow.exec(info);
  if (!found) return undefined;
  const rest = info.slice(found[0].length);
  const isReply = /^response/i.test(found[3]!);
  const about = /^\s{1,3}for (\S{1,255}) of type (\S.{0,40}?) on class/.exec(rest);
  const type = about ? (typeWords[about[2]!] ?? about[2]!) : '';
  const words = isReply ? /^ - ([^,]{1,60})/.exec(rest)?.[1]?.trim() : undefined;
  const rcode = words === undefined ? undefined : rcodeAt(words);
  const isUpdate = /^update$/i.test(found[2]!);
  return {
    kind: isReply ? 'reply' : 'request',
    service: isUpdate || type === 'TKEY' ? 'dnsUpdate' : 'dns',
    operation: about ? (isUpdate ? `update ${about[1]}` : `${type} ${about[1]}`) : '',
    id: found[1]!.toLowerCase(),
    ...(words !== undefined && result('dns', rcode?.[0], words)),
  };
}
