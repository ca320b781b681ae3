import type { Frame } from '../../model';
import type { ConversationDraft } from './conversationDrafts';

/** What one side sent and what the other acknowledged of it. */
interface Side {
  readonly sent: Map<number, { readonly frame: Frame; readonly length: number; times: number }>;
  /** Up to where everything was shown. */
  next: number | undefined;
  /** By where they begin: what stands behind them, and whether the other side went on asking for what is missing. */
  readonly gaps: Map<number, { readonly frame: Frame; isAskedFor: boolean }>;
  acknowledged: number;
  /** Something smaller arrived. */
  hasSmall: boolean;
}

/** A segment that fills a packet, or nearly so. */
const large = 1000;

/**
 * Segments that never arrived although smaller ones did: large ones that were sent again and again without an
 * acknowledgement, or a gap as large in what arrived that the other side goes on asking for. It is what is seen
 * where a device drops packets above some size without a word.
 */
export function lostSegments({ messages, transport, client }: ConversationDraft): Frame[] {
  if (transport !== 'tcp' || !mayHaveLost(messages, client)) return [];
  const sides = [sideOf(), sideOf()] as const;
  for (const { frame, segment, kind } of messages) {
    const isClient = frame.source === client;
    const own = sides[isClient ? 0 : 1];
    const other = sides[isClient ? 1 : 0];
    if (!segment) {
      // The row of a reply prints neither its numbers nor its ACK: what it answers has arrived.
      if (kind === 'reply') forget(other);
      continue;
    }
    const { sequence, acknowledged, length = 0 } = segment;
    if (acknowledged !== undefined && segment.ack) {
      // The same number again, behind data: something arrived, and it was not what comes next. Rows of applications
      // show no numbers, so that the tool may know of one that is not seen here.
      const isAgain = acknowledged <= other.acknowledged || frame.message.startsWith('[TCP Dup ACK');
      if (length === 0 && isAgain && other.sent.has(acknowledged)) {
        other.hasSmall = true;
      }
      const gap = other.gaps.get(acknowledged);
      if (gap) gap.isAskedFor = true;
      other.acknowledged = Math.max(other.acknowledged, acknowledged);
    }
    if (sequence === undefined || segment.syn || segment.rst) continue;
    if (length === 0) {
      own.next ??= sequence;
      continue;
    }
    if (length < large) own.hasSmall = true;
    if (own.next !== undefined && sequence - own.next >= large) {
      own.gaps.set(own.next, { frame, isAskedFor: false });
    }
    own.next = Math.max(own.next ?? 0, sequence + length);
    const known = own.sent.get(sequence);
    if (known) known.times++;
    else own.sent.set(sequence, { frame, length, times: 1 });
  }
  const lost = sides.flatMap(({ sent, gaps, acknowledged, hasSmall }) => {
    if (!hasSmall) return [];
    const unheard = [...sent].flatMap(([from, { frame, length, times }]) =>
      length >= large && times > 1 && acknowledged <= from ? [frame] : [],
    );
    const missed = [...gaps].flatMap(([from, { frame, isAskedFor }]) =>
      isAskedFor && acknowledged === from ? [frame] : [],
    );
    return [...unheard, ...missed];
  });
  return [...new Set(lost)].sort((a, b) => a.line - b.line);
}

/** Whether anything large was sent, or is missing: of most connections nothing need be remembered. */
function mayHaveLost(messages: ConversationDraft['messages'], client: string): boolean {
  const next: (number | undefined)[] = [undefined, undefined];
  for (const { frame, segment } of messages) {
    const sequence = segment?.sequence;
    if (sequence === undefined || segment!.syn || segment!.rst) continue;
    const { length = 0 } = segment!;
    const side = frame.source === client ? 0 : 1;
    const before = next[side];
    if (length >= large || (length > 0 && before !== undefined && sequence - before >= large)) return true;
    next[side] = length === 0 ? (before ?? sequence) : Math.max(before ?? 0, sequence + length);
  }
  return false;
}

function sideOf(): Side {
  return { sent: new Map(), next: undefined, gaps: new Map(), acknowledged: 0, hasSmall: false };
}

function forget({ sent, gaps }: Side): void {
  sent.clear();
  gaps.clear();
}
