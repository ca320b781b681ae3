import type { Service } from '../../model';
import type { ConversationDraft } from './conversationDrafts';
import type { ExchangeDraft } from './exchanges';
import { isEphemeral } from './services';

/** What the endpoint mapper was asked for, and by its operation which service that is. */
const interfaces: readonly (readonly [pattern: RegExp, service: Service])[] = [
  [/drsuapi|drsr/i, 'drsuapi'],
  [/netlogon|nrpc/i, 'netlogon'],
  [/samr/i, 'samr'],
  [/lsarpc|lsad|lsat/i, 'lsarpc'],
];

interface Mapping {
  readonly service: Service;
  readonly ports: readonly number[];
  /** The line of the reply. */
  readonly line: number;
}

/**
 * Tells what connections are for whose ports belong to no service: the endpoint mapper has named the port, or,
 * as a row of its reply prints no port, was asked for the interface right before.
 */
export function dynamicPorts(
  read: readonly { readonly draft: ConversationDraft; readonly exchanges: readonly ExchangeDraft[] }[],
): (draft: ConversationDraft) => Service | undefined {
  const mappings = new Map<string, Mapping[]>();
  for (const { draft, exchanges } of read) {
    for (const { service: asked, operation, reply, mapped, code } of exchanges) {
      if (asked !== 'endpointMapper' || !reply || code) continue;
      const service = interfaces.find(([pattern]) => pattern.test(operation))?.[1];
      if (!service) continue;
      const known = mappings.get(hosts(draft)) ?? [];
      mappings.set(hosts(draft), known);
      known.push({ service, ports: mapped, line: reply.line });
    }
  }
  for (const known of mappings.values()) known.sort((a, b) => a.line - b.line);
  return draft => {
    const { port, messages, transport } = draft;
    if (transport !== 'tcp' || port === undefined || !isEphemeral(port)) return undefined;
    const first = messages[0]!.frame.line;
    const known = latestBefore(mappings.get(hosts(draft)) ?? [], first);
    const named = known.findLast(({ ports }) => ports.includes(port));
    return (named ?? known.findLast(({ ports }) => ports.length === 0))?.service;
  };
}

/** So many answers of the endpoint mapper back a port may have been named. */
const mostMappings = 200;

/** The last ones above a line, in the order of the text. */
function latestBefore(mappings: readonly Mapping[], line: number): readonly Mapping[] {
  let low = 0;
  let high = mappings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mappings[middle]!.line < line) low = middle + 1;
    else high = middle;
  }
  return mappings.slice(Math.max(0, low - mostMappings), low);
}

const hosts = ({ client, server }: ConversationDraft): string => `${client} ${server}`;
