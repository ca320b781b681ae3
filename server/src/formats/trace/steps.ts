import type { Conversation, Exchange, Frame, Service, Step } from '../../model';
import { stepOf } from '../../tables/steps';
import { once } from '../../once';
import { isRefusal } from './conversations';
import { cutOf, isBeforeLogon } from './resets';

/** What a step is made of while it is gathered. */
interface Gathered {
  readonly client: string;
  readonly service: Step['service'];
  /** Those that are for nothing else: their opening counts. */
  readonly own: Conversation[];
  readonly conversations: Set<Conversation>;
  readonly exchanges: Exchange[];
  /** In any order, some of them twice. */
  readonly frames: Frame[];
}

/**
 * What was done: the exchanges of all conversations, by client and what was asked.
 *
 * @param isPartial replies may be left out: what has none is neither answered nor unanswered
 */
export function readSteps(conversations: readonly Conversation[], isPartial: boolean): Step[] {
  const gathered = new Map<string, Gathered>();
  const stepFor = (client: string, service: Step['service']): Gathered => {
    const key = `${client} ${service}`;
    const known = gathered.get(key) ?? {
      client,
      service,
      own: [],
      conversations: new Set(),
      exchanges: [],
      frames: [],
    };
    gathered.set(key, known);
    return known;
  };
  for (const conversation of conversations) {
    const { client, service, exchanges, frames } = conversation;
    if (service) {
      const step = stepFor(client, service);
      step.own.push(conversation);
      step.conversations.add(conversation);
      const foreign = exchanges.filter(each => each.service !== service);
      const others = new Set(foreign.flatMap(each => each.frames));
      for (const frame of frames) if (!others.has(frame)) step.frames.push(frame);
    }
    for (const exchange of exchanges) {
      add(stepFor(client, exchange.service), conversation, exchange);
      if (exchange.login === 'ntlm') add(stepFor(client, 'ntlm'), conversation, exchange);
    }
  }
  // All frames of a connection may be requests of another service than that of its port.
  return [...gathered.values()]
    .filter(({ frames }) => frames.length > 0)
    .map(each => [firstLine(each.frames), stepFrom(each, isPartial)] as const)
    .sort(([a], [b]) => a - b)
    .map(([, step]) => step);
}

function add(step: Gathered, conversation: Conversation, exchange: Exchange): void {
  step.conversations.add(conversation);
  step.exchanges.push(exchange);
  for (const frame of exchange.frames) step.frames.push(frame);
}

function firstLine(frames: readonly Frame[]): number {
  return frames.reduce((first, { line }) => Math.min(first, line), Infinity);
}

/** Each once, in the order of the trace. */
function inOrder(frames: readonly Frame[]): readonly Frame[] {
  const sorted = [...frames].sort((a, b) => a.line - b.line);
  return sorted.filter((frame, at) => frame !== sorted[at - 1]);
}

function stepFrom(
  { client, service, own, conversations, exchanges, frames }: Gathered,
  isPartial: boolean,
): Step {
  const ordered = once(() => inOrder(frames));
  const judged = service === 'dns' ? relevant(exchanges) : exchanges;
  const outcome = outcomeOf(service, own, judged, isPartial);
  const bad = judged.findLast(each => isBad(each) && !each.overcomeBy) ?? judged.findLast(isBad);
  const shut = own.find(each => openingResult(each) === 'reset' || openingResult(each) === 'unanswered');
  const decisive = outcome === 'answered' ? undefined : (bad?.conversation ?? shut);
  const { server, port } = decisive ?? [...conversations][0]!;
  return {
    id: service === 'ntlm' ? 'ntlm' : stepOf(service),
    service,
    client,
    server,
    port,
    get frames() {
      return ordered();
    },
    conversations: [...conversations],
    exchanges,
    outcome,
    code: outcome === 'answered' ? undefined : bad?.code,
    cut: firstCut(own),
  };
}

/** Queries for domain controllers and for their addresses decide; others, where no such query was made. */
function relevant(exchanges: readonly Exchange[]): readonly Exchange[] {
  const targets = new Set(
    exchanges.flatMap(({ answers }) =>
      answers.flatMap(({ type, value }) => (type === 'SRV' ? `a ${value.toLowerCase()}` : [])),
    ),
  );
  const located = exchanges.filter(
    ({ operation }) =>
      /^SRV _(?:ldap|kerberos|gc)\./i.test(operation) || targets.has(operation.toLowerCase()),
  );
  return located.length > 0 ? located : exchanges;
}

function isBad({ outcome }: Exchange): boolean {
  return outcome !== 'answered';
}

/** What became of the opening of a connection; undefined where it says nothing. */
function openingResult(conversation: Conversation): 'reset' | 'unanswered' | undefined {
  const { opening, transport } = conversation;
  if (transport === 'udp') return undefined;
  if (opening === 'reset') return 'reset';
  if (opening === 'unreachable') return isRefusal(conversation) ? 'reset' : 'unanswered';
  return opening === 'unanswered' || opening === 'cut' ? 'unanswered' : undefined;
}

/** The RST by which the server cut a session of SMB before anybody could sign in. */
function cutBeforeLogon(conversation: Conversation): Frame | undefined {
  const frame = isBeforeLogon(conversation) ? cutOf(conversation) : undefined;
  return frame?.source === conversation.server ? frame : undefined;
}

function firstCut(own: readonly Conversation[]): Frame | undefined {
  for (const conversation of own) {
    const frame = cutBeforeLogon(conversation);
    if (frame) return frame;
  }
  return undefined;
}

/** What must go well for a step to have gone well at all; a step without such a request counts by all of them. */
const essential: Readonly<Partial<Record<Service | 'ntlm', RegExp>>> = {
  smb: /^Session Setup/,
  ldap: /^bind/,
  netlogon: /^NetrServerAuthenticate/,
  dnsUpdate: /^update/,
};

function outcomeOf(
  service: Step['service'],
  own: readonly Conversation[],
  exchanges: readonly Exchange[],
  isPartial: boolean,
): Step['outcome'] {
  // A code that is a step on the way is neither good nor bad.
  const isGood = ({ outcome, code }: Exchange) => outcome === 'answered' && !code;
  const openings = own.flatMap(each => openingResult(each) ?? (cutBeforeLogon(each) ? 'reset' : []));
  const good = exchanges.filter(isGood);
  // The last of many, whose reply stands behind the end of the text, says nothing.
  const isCutShort = ({ outcome }: Exchange) => outcome === 'cut' && good.length > 0;
  const bad = exchanges.filter(each => isBad(each) && !isMended(each) && !isCutShort(each));
  const needed = service && essential[service];
  const asked = needed ? exchanges.filter(each => needed.test(each.operation)) : [];
  const isLost = asked.length > 0 && !asked.some(isGood) && asked.some(each => each.outcome === 'failed');
  if (isLost) return 'failed';
  const results = [...openings, ...bad.map(each => (each.outcome === 'cut' ? 'unanswered' : each.outcome))];
  if (results.length === 0) return exchanges.length > 0 || own.some(isHeard) ? 'answered' : 'unanswered';
  // Where the text ends before the reply, what was heard before counts.
  const isCut = openings.length === 0 && bad.every(each => each.outcome === 'cut');
  if (good.length > 0 || (isCut && (isPartial || own.some(each => each.hasData)))) return 'partial';
  if (results.includes('failed')) return 'failed';
  return results.includes('unanswered') ? 'unanswered' : 'reset';
}

/** Whether the server said anything: data, or an ACK at least. A connection seen from its middle was taken before. */
function isHeard({ hasData, opening, transport }: Conversation): boolean {
  return hasData || opening === 'answered' || (transport === 'tcp' && opening === 'notSeen');
}

/** Done later at the same port of the same server. */
function isMended({ overcomeBy, conversation }: Exchange): boolean {
  return overcomeBy !== undefined && overcomeBy.conversation.server === conversation.server;
}
