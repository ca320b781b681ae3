import { plain } from '../explainTrace';
import { locatedDomain } from '../formats/trace/locatedDomains';
import { grouped } from '../grouped';
import type { Exchange, Frame, Trace } from '../model';
import { once } from '../once';
import { frameText } from '../traceWords';
import { firstBehind } from './joinTraffic';

/** The names of domain controllers that the answers of DNS gave, in lower case. */
export function controllerNames({ conversations }: Trace): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { exchanges } of conversations) {
    for (const exchange of exchanges) {
      if (locatedDomain(exchange) === undefined) continue;
      for (const { type, value } of exchange.answers) if (type === 'SRV') found.add(value.toLowerCase());
    }
  }
  return found;
}

/** Whether a question to DNS matters for a join: one for domain controllers, or for the address of one. */
export function isOfLocator(exchange: Exchange, controllers: ReadonlySet<string>): boolean {
  if (locatedDomain(exchange) !== undefined) return true;
  const name = /^A (\S{1,255})$/i.exec(exchange.operation)?.[1]?.toLowerCase();
  return name !== undefined && controllers.has(name);
}

/**
 * That a client then asked for the domain by NetBIOS, and whether it was answered; '' where it did not. The trace is
 * read once, in linear time.
 */
export function netbiosFallback(trace: Trace): (client: string, since: Frame) => string {
  const asked = once(() => grouped(trace.joinExchanges.filter(isQuery), each => each.conversation.client));
  return (client, since) => {
    const all = asked().get(client) ?? [];
    const at = firstBehind(all, since.line, each => each.request!.line);
    // A client asks three times and gives up: what stands further behind is another search.
    const tries = all.slice(at, at + mostTries);
    const first = tries[0];
    if (!first) return '';
    const isAnswered = tries.some(each => each.outcome === 'answered');
    return `The client then tried NetBIOS (${plain(first.operation)}, ${frameText(first.request!)}), ${isAnswered ? 'with' : 'without'} an answer.`;
  };
}

/** Asks by NetBIOS for the domain controllers of a domain. */
function isQuery({ service, operation, request }: Exchange): boolean {
  return service === 'netbios' && request !== undefined && /<(?:0x)?1[bc]>/i.test(operation);
}

const mostTries = 10;
