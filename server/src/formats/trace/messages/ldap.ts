import { ldapResultNamed } from '../../../tables/ldapResultNames';
import type { Told } from './message';
import { ntlmIn } from './ntlm';
import { code, result } from './results';

/** What each message of LDAP is called on screen, and whether it asks. Abandon and unbind get no reply. */
const operations: Readonly<Record<string, readonly [name: string, kind: 'request' | 'reply' | 'data']>> = {
  bindrequest: ['bind', 'request'],
  bindresponse: ['bind', 'reply'],
  unbindrequest: ['unbind', 'data'],
  abandonrequest: ['abandon', 'data'],
  searchrequest: ['search', 'request'],
  searchresentry: ['search', 'reply'],
  searchresdone: ['search', 'reply'],
  searchresref: ['search', 'reply'],
  searchresultentry: ['search', 'reply'],
  searchresultdone: ['search', 'reply'],
  searchresultreference: ['search', 'reply'],
  modifyrequest: ['modify', 'request'],
  modifyresponse: ['modify', 'reply'],
  addrequest: ['add', 'request'],
  addresponse: ['add', 'reply'],
  delrequest: ['delete', 'request'],
  delresponse: ['delete', 'reply'],
  deleterequest: ['delete', 'request'],
  deleteresponse: ['delete', 'reply'],
  moddnrequest: ['rename', 'request'],
  moddnresponse: ['rename', 'reply'],
  modifydnrequest: ['rename', 'request'],
  modifydnresponse: ['rename', 'reply'],
  comparerequest: ['compare', 'request'],
  compareresponse: ['compare', 'reply'],
  extendedreq: ['extended', 'request'],
  extendedresp: ['extended', 'reply'],
  extendedrequest: ['extended', 'request'],
  extendedresponse: ['extended', 'reply'],
  intermediateresponse: ['intermediate', 'data'],
};

/** The operation of a message, by its name in any tool: "searchResEntry", "Search Result Entry". */
export function ldapOperation(name: string): (typeof operations)[string] | undefined {
  const key = name.replace(/ /g, '').toLowerCase();
  return Object.hasOwn(operations, key) ? operations[key] : undefined;
}

/** A row of LDAP, or of CLDAP where it is the ping. */
export function ldap(info: string, isPing: boolean): Told | undefined {
  const told = wireshark(info) ?? netmon(info);
  if (!told) return undefined;
  const ping = isPing || /^(?:LDAP(?:Message)?:)?\(CLDAP\)/.test(info) || /\{UDP:\d/.test(info.slice(-80));
  return {
    ...told,
    service: ping ? 'ldapPing' : 'ldap',
    transport: ping ? 'udp' : 'tcp',
  };
}

/** What is signed or sealed, in Wireshark and in Network Monitor. */
const sasl = /^(?:SASL [\w-]{1,20} (?:Privacy|Integrity)[^:]{0,40}:?|LDAPSASLBuffer:)\s{0,3}/;

function wireshark(info: string): Told | undefined {
  const shell = sasl.exec(info);
  const text = shell ? info.slice(shell[0].length) : info;
  const first = /^([a-z]\w{4,30})\((\d{1,10})\)/i.exec(text);
  const operation = ldapOperation(first?.[1] ?? '');
  if (!first || !operation) return shell ? { kind: 'data', isSealed: true } : undefined;
  const id = first[2]!;
  const rest = text.slice(first[0].length);
  const [name, kind] = operation;
  // Behind the user Wireshark prints how it signs in, without a space: "User: alpine\\joinersasl".
  const signIn = ntlmIn(rest.replace(/sasl\s{0,3}$/, ''));
  return { kind, operation: nameIn(name, kind, rest), id, ...signIn, ...resultIn(text, id) };
}

/** With what is searched, how is bound, what extension is asked for. */
function nameIn(name: string, kind: string, rest: string): string {
  if (name === 'bind') {
    if (rest.includes('NTLMSSP')) return 'bind NTLM';
    return kind === 'request' && /\bsimple\b/.test(rest) ? 'bind simple' : 'bind';
  }
  if (name === 'extended') return /start_?tls|1466\.20037/i.test(rest) ? 'StartTLS' : name;
  const object = /^ ("[^"]{0,300}")/.exec(rest)?.[1];
  // An entry names itself, not where the search began; at the root both are the same.
  return object !== undefined && (kind === 'request' || object === '"<ROOT>"') ? `${name} ${object}` : name;
}

const results = /\b(?:\w{3,20}Response|searchResDone|extendedResp)\((\d{1,10})\) ([a-z]\w{3,40})/gi;

/** The result that a reply gives for the message `id`, with the text of the server behind it. */
function resultIn(text: string, id: string): Told {
  const found = [...text.slice(0, 4000).matchAll(results)].find(each => each[1] === id);
  if (!found) return {};
  return ldapResultOf(found[2]!, text.slice(found.index));
}

/** A result by its name, and the Win32 code in the text of the server. */
export function ldapResultOf(name: string, text: string): Told {
  const value = ldapResultNamed(name);
  if (value === undefined) return /^(?:resultCode|unknown)/i.test(name) ? {} : { codeText: name };
  // Results of a comparison are no errors.
  if (value === 0 || value === 5 || value === 6) return {};
  return { ...result('ldap', value, name), subcode: subcodeIn(text) };
}

/** The Win32 code in the error text of Active Directory: in that of a bind `data` has it, in others its first digits. */
export function subcodeIn(text: string): Told['subcode'] {
  const found = /\b([0-9A-F]{8}): \w{3,20}Err: ?DSID-[0-9A-F]{1,8}/i.exec(text);
  if (!found) return undefined;
  const head = parseInt(found[1]!, 16);
  const data = /\bdata ([0-9a-f]{1,8})\b/.exec(text.slice(found.index, found.index + 400))?.[1];
  if (head < 0x10000) return code('win32', head);
  return data === undefined ? undefined : code('win32', parseInt(data, 16));
}

const netmonRow =
  /^(?:LDAP(?:Message)?:)?(?:\(CLDAP\))?\s{0,3}((?:[A-Z]\w{1,20} ){0,3}(?:Request|Response|Entry|Done|Reference))\b/;

/** "LDAP:Bind Response, MessageID: 8, Status: Success". */
function netmon(info: string): Told | undefined {
  const found = netmonRow.exec(info);
  const operation = ldapOperation(found?.[1] ?? '');
  if (!found || !operation) return undefined;
  const id = /\bMessageID: ?(\d{1,10})/.exec(info)?.[1];
  const status = /\bStatus: ?([A-Za-z][A-Za-z ]{1,40})/.exec(info)?.[1]?.trim();
  const base = /\bBaseObject: ?([^,{]{1,300}?),? ?(?:SearchScope|$|\{)/.exec(info)?.[1]?.trim();
  const [name, kind] = operation;
  return {
    kind,
    operation: base === undefined ? name : `${name} "${base === 'NULL' ? '<ROOT>' : base}"`,
    id,
    ...ntlmIn(info),
    ...(status !== undefined && ldapResultOf(status, info)),
  };
}

const pingReply = /^(?:NetLogon:)?\s{0,3}LogonSAM\w{0,40}|^(?:NetLogon:)?\s{0,3}LogonPrimary/i;

/** What Network Monitor calls NetLogon: the answer to an LDAP ping, in a datagram. */
export function ldapPingAnswer(info: string): Told | undefined {
  if (!pingReply.test(info)) return undefined;
  const isAnswer = /Response|UserUnknown|Pause/i.test(info);
  return {
    kind: isAnswer ? 'reply' : 'request',
    service: 'ldapPing',
    transport: 'udp',
    operation: 'search "<ROOT>"',
  };
}
