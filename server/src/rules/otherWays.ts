import { laterText, plain } from '../explainTrace';
import { once } from '../once';
import type { Conversation, Exchange, Frame, Service, Trace } from '../model';
import { stepTitles } from '../tables/steps';
import { frameText, portText } from '../traceWords';
import { endpointKey, firstBehind } from './joinTraffic';

/** What did the work of a conversation that came to nothing: in words, and where. */
export interface OtherWay {
  /** One sentence. */
  readonly text: string;
  readonly frame: Frame;
}

/** Services of which one good answer is enough, whenever it came: all servers are asked at the same time. */
const inAnyOrder: ReadonlySet<Service> = new Set(['dns', 'ldapPing']);

/** What went well in a trace, to look up what took the place of something that did not. Read once, in linear time, and only if asked. */
export function otherWays(trace: Trace): (failed: Conversation) => OtherWay | undefined {
  const whatWentWell = once(() => readWays(trace));
  return failed => {
    const { opened, done } = whatWentWell();
    const { client, server, service, port } = failed;
    const first = failed.frames[0]!;
    const again = opened.get(endpointKey(failed));
    if (again && again.frames[0]!.line > first.line) {
      const frame = again.frames[0]!;
      return {
        text: `A later connection to it was answered (${frameText(frame)}${laterText(first, frame)}).`,
        frame,
      };
    }
    const isAnytime = (service !== undefined && inAnyOrder.has(service)) || isSecond(port);
    const find = (key: string) => {
      const list = done.get(key) ?? [];
      const at = firstBehind(list, first.line, lastLine);
      return list[at] ?? (isAnytime ? list.at(-1) : undefined);
    };
    const same = service && find(`${client} ${service} ${server}`);
    if (same && endpointKey(same.conversation) !== endpointKey(failed)) {
      const { port: own, transport: way } = same.conversation;
      const where = own === undefined ? '' : ` over ${portText(own, way)}`;
      return told(`${stepTitles[service!]} to the same server worked${where}`, first, same);
    }
    const other = service && find(`${client} ${service}`);
    if (other && other.conversation.server !== server) {
      return told(`${plain(other.conversation.server)} answered ${what(service)} instead`, first, other);
    }
    const directory = service === 'ldapPing' ? find(`${client} ldap ${server}`) : undefined;
    if (directory) return told('The client used its directory (LDAP) all the same', first, directory);
    const ntlm = service === 'kerberos' ? find(`${client} ntlm`) : undefined;
    if (ntlm) return told('The client signed in by NTLM instead', first, ntlm);
    return undefined;
  };
}

interface Ways {
  /** The last connection to a port that was taken, by its ends. */
  readonly opened: ReadonlyMap<string, Conversation>;
  /** By client and service, and by server too. */
  readonly done: ReadonlyMap<string, readonly Exchange[]>;
}

function readWays({ conversations }: Trace): Ways {
  const opened = new Map<string, Conversation>();
  const done = new Map<string, Exchange[]>();
  for (const conversation of conversations) {
    if (isOpened(conversation)) opened.set(endpointKey(conversation), conversation);
    for (const exchange of conversation.exchanges) {
      if (!isDone(exchange)) continue;
      const { client, server } = conversation;
      const { service, login, operation } = exchange;
      const keys = [`${client} ${service}`, `${client} ${service} ${server}`];
      if (login === 'ntlm' && signsIn.test(`${service} ${operation}`)) keys.push(`${client} ntlm`);
      for (const key of keys) {
        const known = done.get(key);
        if (known) known.push(exchange);
        else done.set(key, [exchange]);
      }
    }
  }
  for (const list of done.values()) list.sort((a, b) => lastLine(a) - lastLine(b));
  return { opened, done };
}

/** What did the work of a request that got no reply, where it is known. */
export function overcomeText({ overcomeBy, frames }: Exchange): OtherWay | undefined {
  if (!overcomeBy) return undefined;
  return told(
    overcomeBy.login === 'ntlm' && frames[0]
      ? 'The client signed in by NTLM instead'
      : 'It was answered later',
    frames[0]!,
    overcomeBy,
  );
}

function told(what: string, first: Frame, exchange: Exchange): OtherWay {
  const frame = exchange.reply ?? exchange.frames[0]!;
  return { text: `${what} (${frameText(frame)}${laterText(first, frame)}).`, frame };
}

const what = (service: Service): string =>
  service === 'ldapPing' ? `the ${stepTitles.ldapPing}` : stepTitles[service];

const signsIn = /^smb Session Setup|^ldap bind/;

const lastLine = ({ frames }: Exchange): number => frames.at(-1)!.line;

/** LDAP over TLS and the global catalog: a join does with LDAP at 389, which is often asked before them. */
const isSecond = (port: number | undefined): boolean => port === 636 || port === 3268 || port === 3269;

/** Whether a connection was taken, or datagrams were answered. */
function isOpened({ opening, hasData, transport }: Conversation): boolean {
  return transport === 'udp' ? hasData : opening === 'answered' || (opening === 'notSeen' && hasData);
}

/** An exchange that did what its service is for: SMB serves only who has signed in. */
function isDone({ service, operation, outcome, code }: Exchange): boolean {
  if (outcome !== 'answered' || code) return false;
  return service !== 'smb' || /^(?:Session Setup|Tree Connect|Create)/.test(operation);
}
