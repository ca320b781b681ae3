import type { Conversation, Exchange, Frame, Step } from '../../model';
import { exchangeText, portText, stepTitle } from '../../traceWords';
import { count } from '../../words';
import type { Runs } from './runs';

/** What stands below a step in the outline: an exchange, or a connection on which nothing was asked. */
export interface StepPart {
  /** What is shown of it; of a long list only some are. */
  tell(): StepPartText;
  /** Whether it went wrong and nothing made up for it. */
  readonly isBad: boolean;
  /** At least one. */
  readonly frames: readonly Frame[];
}

export interface StepPartText {
  readonly name: string;
  readonly detail: string;
  readonly lines: readonly [first: number, last: number];
}

/** In the order of their first frames. */
export function partsOf(step: Step, runs: Runs): StepPart[] {
  const hasServers = new Set(step.conversations.map(each => each.server)).size > 1;
  const own = new Set(step.frames);
  return [
    ...step.exchanges.map(each => exchangePart(each, step, hasServers, runs)),
    ...step.conversations
      .filter(each => each.exchanges.length === 0)
      .flatMap(each => connectionPart(each, own, hasServers, runs)),
  ].sort((a, b) => a.frames[0]!.line - b.frames[0]!.line);
}

const waysOf: Readonly<Record<string, string>> = { ntlm: 'NTLM', kerberos: 'Kerberos' };

function exchangePart(exchange: Exchange, step: Step, hasServers: boolean, runs: Runs): StepPart {
  const { operation, login, outcome, overcomeBy, frames, conversation } = exchange;
  const way = waysOf[login ?? ''];
  const isNamed = way === undefined || step.service === 'ntlm' || operation.includes(way);
  const isBad = outcome !== 'answered' && !overcomeBy;
  return {
    isBad,
    frames,
    tell: () => {
      const name = (operation || stepTitle(exchange)) + (isNamed ? '' : ` (${way})`);
      return {
        ...named(name, resultOf(exchange), isBad, hasServers && conversation.server),
        lines: runs.ofExchange(exchange),
      };
    },
  };
}

/** Name and detail: a screen reader hears the name of a row alone, so a bad result is in it. */
function named(
  name: string,
  result: string,
  isBad: boolean,
  where: string | false,
): Pick<StepPartText, 'name' | 'detail'> {
  return isBad
    ? { name: joined(name, result), detail: where || '' }
    : { name, detail: joined(result, where) };
}

/** What came of an exchange: the records of an answer of DNS, the code of a normal step marked as one. */
function resultOf(exchange: Exchange): string {
  const { outcome, code, harmlessBecause, overcomeBy } = exchange;
  const text = exchangeText(exchange);
  if (outcome === 'answered' && code) return harmlessBecause === undefined ? text : `${text} (normal)`;
  if (outcome === 'answered') return answerOf(exchange) || text;
  return overcomeBy ? `${text}, answered later` : text;
}

/** So many records of an answer are named. */
const mostRecords = 3;

/** "dc1.alpine.test, dc2.alpine.test": what DNS gave for the question. */
function answerOf({ operation, answers }: Exchange): string {
  const asked = operation.split(' ', 1)[0];
  const values = answers.flatMap(({ type, value }) => (type === asked ? [value] : []));
  const more = values.length > mostRecords ? `, ${values.length - mostRecords} more` : '';
  return values.slice(0, mostRecords).join(', ') + more;
}

/** A connection on which nothing was asked, as far as the trace shows. */
function connectionPart(
  conversation: Conversation,
  ofStep: ReadonlySet<Frame>,
  hasServers: boolean,
  runs: Runs,
): StepPart[] {
  const { transport, port, server, opening } = conversation;
  const frames = conversation.frames.filter(frame => ofStep.has(frame));
  if (frames.length === 0) return [];
  const isBad = opening === 'reset' || opening === 'unanswered' || opening === 'unreachable';
  const name = port === undefined ? transport.toUpperCase() : portText(port, transport);
  return [
    {
      isBad,
      frames,
      tell: () => ({
        ...named(name, openingText(conversation, frames), isBad, hasServers && server),
        lines: runs.ofFrames(frames),
      }),
    },
  ];
}

function openingText({ opening, syns, icmp, hasAsked }: Conversation, frames: readonly Frame[]): string {
  const tried = count(syns.length, 'SYN', 'SYNs');
  switch (opening) {
    case 'unanswered':
      return `${tried}, no answer`;
    case 'cut':
      return `${tried}, no answer in this trace`;
    case 'reset':
      return `${tried}, refused by RST`;
    case 'unreachable':
      return `${syns.length > 0 ? tried : count(frames.length, 'frame', 'frames')}, unreachable${icmp ? ` (ICMP from ${icmp.source})` : ''}`;
    case 'answered':
      return hasAsked
        ? `opened, ${count(frames.length, 'frame', 'frames')}`
        : 'opened, nothing asked in this trace';
    case 'notSeen':
      return count(frames.length, 'frame', 'frames');
  }
}

const joined = (...parts: readonly (string | false)[]): string => parts.filter(Boolean).join(' · ');
