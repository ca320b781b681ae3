import type { Told } from '../message';
import { faultOf, statusNamed } from '../results';
import { packet, serviceOf } from '../rpc';
import { type Section, numberIn, valueOf } from './sections';

const head =
  /^Distributed Computing Environment \/ Remote Procedure Call \(DCE\/RPC\) (\w{3,20}), (.{0,200})/;

/** What the packet is; its lines say which interface is bound, what was accepted, why it failed. */
export function rpcSection({ heading, lines }: Section): Told | undefined {
  const found = head.exec(heading);
  if (!found) return undefined;
  const [, type, rest] = found;
  const call = /\bCall: (\d{1,10})/.exec(rest!)?.[1] ?? valueOf(lines, 'Call ID');
  const fragment = /\bFragment: \w{1,10}/.exec(rest!)?.[0] ?? '';
  // The rest of the row, as a row would print it.
  const items = lines.flatMap(
    each => /^Ctx Item\[\d{1,3}\]: (?:Context ID:\d{1,5}, )?([^,]{1,80})/.exec(each)?.[1] ?? [],
  );
  const isBind = type === 'Bind' || type === 'Alter_context';
  const list =
    items.length === 0
      ? ''
      : `, ${items.length} ${isBind ? 'context items' : 'results'}: ${items.join(', ')}`;
  const status = type === 'Fault' ? valueOf(lines, 'Status') : undefined;
  const told = packet(
    `${type}: ${call === undefined ? '' : `call_id: ${call}, `}${fragment}${list}${status === undefined ? '' : `, status: ${status}`}`,
  );
  if (!told) return undefined;
  // What is asked is named below, by the interface.
  const operation = type === 'Request' ? {} : { operation: told.operation ?? '' };
  return { ...told, ...operation, transport: 'tcp', isRpc: true };
}

const returns = ['Return code', 'NT Error', 'Windows Error', 'DOS Error', 'Win32 Error', 'Status'];

/** "Microsoft Network Logon, NetrServerAuthenticate3", behind the section of RPC, which `packet` is. */
export function interfaceSection({ heading, lines }: Section, { kind }: Told): Told | undefined {
  const found = /^([A-Z][\w/() -]{1,60}), (\w{2,60})$/.exec(heading);
  if (!found || (kind !== 'request' && kind !== 'reply')) return undefined;
  const service = serviceOf(found[1]!);
  const isMap = service === 'endpointMapper';
  const wanted = isMap
    ? lines.flatMap(each => /^Floor 1 UUID: ([\w-]{1,60})/.exec(each)?.[1] ?? [])[0]
    : undefined;
  return {
    service,
    operation: wanted === undefined ? found[2]! : `${found[2]} ${wanted}`,
    ...(kind === 'reply' && returned(lines)),
    ...(isMap && kind === 'reply' && { mapped: portsIn(lines) }),
  };
}

function returned(lines: readonly string[]): Told {
  const label = returns.find(each => valueOf(lines, each) !== undefined);
  const value = label && valueOf(lines, label);
  if (value === undefined) return {};
  const bare = /^0x[0-9a-f]{8}$/i.test(value) ? Number(value) : numberIn(value);
  if (bare === 0) return {};
  // The endpoint mapper has numbers of DCE.
  if (bare !== undefined && bare > 0x10000000 && bare < 0x80000000) return faultOf(value, bare);
  const name = /^[A-Za-z]\w{1,80}/.exec(value)?.[0];
  return name === undefined && bare === undefined
    ? {}
    : statusNamed(name ?? (bare! < 0x10000 ? 'WERR' : 'NT'), bare);
}

function portsIn(lines: readonly string[]): number[] {
  const found = lines
    .flatMap(each => /^(?:Floor \d{1,2} )?TCP Port: ?(\d{1,5})$/.exec(each)?.[1] ?? [])
    .map(Number);
  return [...new Set(found)].filter(port => port > 0 && port <= 0xffff);
}
