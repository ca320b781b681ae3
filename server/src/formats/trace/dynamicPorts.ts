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
  return draft => {
    const { port, messages, transport } = draft;
    if (transport !== 'tcp' || port === undefined || !isEphemeral(port)) return undefined;
    const first = messages[0]!.frame.line;
    const known = mappings.get(hosts(draft))?.filter(({ line }) => line < first) ?? [];
    const named = known.findLast(({ ports }) => ports.includes(port));
    return (named ?? known.findLast(({ ports }) => ports.length === 0))?.service;
  };
}

const hosts = ({ client, server }: ConversationDraft): string => `${client} ${server}`;
