import type { Conversation, Exchange } from '../../model';
import type { Mutable } from './conversations';

/** Whether an update, or the answer to it, carries a signature. */
export function isSigned({ request, reply }: Exchange): boolean {
  return [request, reply].some(frame => frame !== undefined && /\bTSIG\b/.test(frame.message));
}

/** REFUSED. */
const refused = 5;

/**
 * A client sends its update unsigned first. Where that is refused and it then agrees on a key, or signs, the refusal
 * is a normal step, whatever becomes of the signed one.
 */
export function forgiveUnsigned(conversations: readonly Conversation[]): void {
  const updates = conversations
    .flatMap(({ exchanges }) => exchanges.filter(each => each.service === 'dnsUpdate') as Mutable<Exchange>[])
    .sort((a, b) => a.frames[0]!.line - b.frames[0]!.line);
  const signing = new Set<string>();
  for (const exchange of updates.reverse()) {
    const { operation, outcome, code, conversation } = exchange;
    if (operation.startsWith('TKEY') || isSigned(exchange)) signing.add(conversation.client);
    else if (outcome === 'failed' && code?.value === refused && signing.has(conversation.client)) {
      exchange.outcome = 'answered';
      exchange.harmlessBecause = 'A normal step: this update was not signed, and a signed one follows.';
    }
  }
}
