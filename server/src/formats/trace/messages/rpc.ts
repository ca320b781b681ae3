import type { Service } from '../../../model';
import type { Told } from './message';
import { ntlmIn } from './ntlm';
import { faultOf, result, statusNamed } from './results';

/** Interfaces by the names and UUIDs that tools print, in lower case. */
const interfaces: readonly (readonly [name: RegExp, service: Service])[] = [
  [/^epm|^ept\b|^dce\/rpc endpoint mapper|^e1af8308-5d1f-11c9-91a4-08002b14a0fa/, 'endpointMapper'],
  [/^drsuapi|^drsr\b|^e3514235-4b06-11d1-ab04-00c04fc2dcd2/, 'drsuapi'],
  [
    /^rpc_netlogon|^microsoft network logon|^nrpc\b|^netlogon|^12345678-1234-abcd-ef00-01234567cffb/,
    'netlogon',
  ],
  [
    /^lsarpc|^local security authority|^lsa service|^lsad\b|^lsat\b|^lsa\b|^12345778-1234-abcd-ef00-0123456789ab/,
    'lsarpc',
  ],
  [/^samr\b|^samr[_v]|^security account manager|^12345778-1234-abcd-ef00-0123456789ac/, 'samr'],
];

/** The service that an interface or a protocol column names; undefined for one that is of no step. */
export function serviceOf(name: string): Service | undefined {
  const key = name.trim().toLowerCase();
  return interfaces.find(([pattern]) => pattern.test(key))?.[1];
}

/** A row of RPC: of the protocol itself, or of an interface (`protocol`). */
export function rpc(info: string, protocol: string): Told | undefined {
  const told = packet(info) ?? netmonPacket(info) ?? call(info, protocol);
  return told && { transport: 'tcp', isRpc: true, ...told };
}

const head =
  /^(Bind|Bind_ack|Bind_nak|Alter_context|Alter_context_resp|AUTH3|Request|Response|Fault|Co_cancel|Orphaned|Shutdown|Reject|Ping|Ack): (?:call_id: (\d{1,10}))?/;

/** "Bind: call_id: 2, Fragment: Single, 3 context items: DRSUAPI V4.0 (32bit NDR), …". */
export function packet(info: string): Told | undefined {
  const found = head.exec(info);
  if (!found) return undefined;
  const [, type, callId] = found;
  const rest = info.slice(found[0].length);
  const id = callId === undefined ? {} : { id: callId };
  const isFirst = !/\bFragment: (?:Mid|Last)/.test(rest);
  switch (type) {
    case 'Bind':
    case 'Alter_context':
      return { kind: 'request', ...id, operation: type, service: boundIn(rest), ...ntlmIn(rest) };
    case 'Bind_ack':
    case 'Alter_context_resp':
      return {
        kind: 'reply',
        ...id,
        operation: type === 'Bind_ack' ? 'Bind' : 'Alter_context',
        ...ntlmIn(rest),
        ...rejection(rest),
      };
    case 'Bind_nak': {
      const reason = /\breason: ([^,[]{1,100})/i.exec(rest)?.[1]?.trim();
      return { kind: 'reply', ...id, operation: 'Bind', codeText: reason ?? 'Bind_nak' };
    }
    case 'Request':
      return { kind: isFirst ? 'request' : 'data', ...id, operation: opnumIn(rest) };
    case 'Response':
      return { kind: isFirst ? 'reply' : 'data', ...id };
    case 'Fault':
    case 'Reject': {
      const status = /\bstatus: ([\w ]{1,60}\w)(?: \((0x[0-9a-f]{1,8})\))?/i.exec(rest);
      return { kind: 'reply', ...id, ...fault(status?.[1] ?? type, status?.[2]) };
    }
    default:
      return { kind: 'data', ...id, ...ntlmIn(rest) };
  }
}

/** The interface that the first item of a bind names. */
function boundIn(text: string): Service | undefined {
  const item = /\bcontext items?: ([\w-]{1,60})/.exec(text)?.[1];
  return item === undefined ? undefined : serviceOf(item);
}

function opnumIn(text: string): string {
  const opnum = /\bopnum: (\d{1,5})/.exec(text)?.[1];
  return opnum === undefined ? '' : `operation ${opnum}`;
}

/** A server refuses items that it does not need; a bind failed where it accepts none. */
function rejection(text: string): Told {
  const results = /\bresults?: (.{1,400})/.exec(text)?.[1];
  if (results === undefined || /accept/i.test(results)) return {};
  return { codeText: /^[^,[(]{1,80}/.exec(results)?.[0].trim() ?? results };
}

/** A fault by its number, or else by its name. */
export function fault(name: string, printed: string | undefined): Told {
  const number = printed ?? (/^0x[0-9a-f]{1,8}$/i.test(name) ? name : undefined);
  return faultOf(name, number === undefined ? undefined : Number(number));
}

const netmonHead =
  /^(?:MSRPC:)?\s{0,3}c\/o (Bind Ack|Bind Nack|Bind Nak|Bind|Alter Cont Resp|Alter Cont|Auth3|Request|Response|Fault)\s?:/i;

/** "MSRPC:c/o Fault:  Call=0x2  Context=0x0  Status=0x5  Cancels=0x0  0x5 Access Denied". */
function netmonPacket(info: string): Told | undefined {
  const found = netmonHead.exec(info);
  if (!found) return undefined;
  const rest = info.slice(found[0].length);
  const call = /\bCall=0x([0-9a-f]{1,8})\b/i.exec(rest)?.[1];
  const id = call === undefined ? {} : { id: String(parseInt(call, 16)) };
  const service =
    /^\s{0,3}([\w-]{1,30})\(/.exec(rest)?.[1] ?? /UUID\s{0,2}\{([0-9a-f-]{36})\}/i.exec(rest)?.[1] ?? '';
  const type = found[1]!.toLowerCase();
  switch (type) {
    case 'bind':
    case 'alter cont':
      return {
        kind: 'request',
        ...id,
        operation: type === 'bind' ? 'Bind' : 'Alter_context',
        service: serviceOf(service),
        ...ntlmIn(rest),
      };
    case 'bind ack':
    case 'alter cont resp':
      return {
        kind: 'reply',
        ...id,
        operation: type === 'bind ack' ? 'Bind' : 'Alter_context',
        ...ntlmIn(rest),
      };
    case 'bind nack':
    case 'bind nak':
      return { kind: 'reply', ...id, operation: 'Bind', codeText: 'Bind Nack' };
    case 'fault':
      return {
        kind: 'reply',
        ...id,
        ...fault(/\bStatus=(0x[0-9a-f]{1,8})\b/i.exec(rest)?.[1] ?? 'Fault', undefined),
      };
    case 'request':
    case 'response':
      return { kind: type === 'request' ? 'request' : 'reply', ...id, service: serviceOf(service) };
    default:
      return { kind: 'data', ...id, ...ntlmIn(rest) };
  }
}

const named = /^(?:\w{2,20}: ?)?_?(\w{2,60}) (request|response)\b/i;
const mapping = /^(?:EPM: ?)?(Request|Response): ?(\w{2,60})/i;

/** "DsCrackNames request", "NetrServerAuthenticate3 response, STATUS_ACCESS_DENIED", "EPM:Request: ept_map: …". */
function call(info: string, protocol: string): Told | undefined {
  const found = named.exec(info);
  const turned = found ? undefined : mapping.exec(info);
  const [head, operation, direction] = found ?? (turned ? [turned[0], turned[2], turned[1]] : []);
  if (head === undefined) return undefined;
  const isReply = /^response/i.test(direction!);
  const rest = info.slice(head.length);
  const service = serviceOf(protocol);
  return {
    kind: isReply ? 'reply' : 'request',
    service,
    operation: service === 'endpointMapper' ? mapOperation(operation!, rest) : operation!,
    ...(!isReply && service === 'samr' && /CreateUser/.test(operation!) && { user: createdIn(rest) }),
    ...(isReply && returned(rest)),
    ...(isReply && service === 'endpointMapper' && { mapped: portsIn(rest) }),
  };
}

/** "CreateUser2 request, wks07$": the account. */
const createdIn = (rest: string): string | undefined => /^, ([^\s,;[\]{}]{1,64})/.exec(rest)?.[1];

/** What the endpoint mapper is asked for: "Map DRSUAPI". */
function mapOperation(operation: string, rest: string): string {
  const wanted = /^, ([A-Za-z][\w-]{1,60})/.exec(rest)?.[1] ?? /\b(\w{2,30})\(\w{2,30}\) ?\{/.exec(rest)?.[1];
  const name = /^(?:ept_)?map$/i.test(operation) ? 'Map' : operation;
  return wanted === undefined ? name : `${name} ${wanted}`;
}

/** The ports behind addresses: "192.0.2.1:49671". */
function portsIn(text: string): number[] {
  const found = [...text.matchAll(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}:(\d{1,5})\b/g)].map(each =>
    Number(each[1]),
  );
  return [...new Set(found)].filter(port => port > 0 && port <= 0xffff);
}

/** What a call returns. */
function returned(text: string): Told {
  const name = /\b(?:NT_)?STATUS_[A-Z]\w{1,80}|\bWERR_\w{1,80}|\bnca_\w{1,60}|\bERROR_[A-Z]\w{1,80}/.exec(
    text,
  )?.[0];
  if (name !== undefined) return statusNamed(name);
  const number =
    /\b(?:Error|Return ?Value|ReturnCode|Status) ?[=:] ?(?:Unknown )?\(?(0x[0-9a-f]{1,8})\b/i.exec(text)?.[1];
  if (number === undefined) return {};
  const value = Number(number);
  return value >= 0x80000000
    ? result('ntstatus', value, number)
    : value < 0x10000
      ? result('win32', value, number)
      : faultOf(number, value);
}
