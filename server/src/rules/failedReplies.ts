import { answeredText, type Domains, errorText, failureAdvice, plain } from '../explainTrace';
import { grouped } from '../grouped';
import type { Exchange, Severity } from '../model';
import { messageSpan } from '../parser/spans';
import { count } from '../words';
import { type OtherWay, overcomeText } from './otherWays';
import type { Seen } from './rule';
import { plainText, relatedTo } from './silences';

/** Failing replies of the same kind: the same server refused the same with the same error. */
export function sameFailures(failed: readonly Exchange[]): readonly (readonly Exchange[])[] {
  const keyOf = (exchange: Exchange): string => {
    const { conversation, service, operation, user } = exchange;
    const { client, server } = conversation;
    const what = service === 'kerberos' ? operation.slice(0, 3) : operation.split(/["':]/, 1)[0]!;
    return [client, server, service, what, user, errorText(exchange)].join(' ');
  };
  return [...grouped(failed, keyOf).values()];
}

/** The finding about failing replies of the same kind, at the first of them. */
export function failedSeen(
  group: readonly Exchange[],
  severity: Severity,
  domains: Domains,
  more: readonly string[] = [],
): Seen {
  const [first] = group;
  const advice = failureAdvice(first!, domains);
  const ways = group.map(overcomeText);
  // Of several, the last one tells whether it stayed so.
  const way: OtherWay | undefined = ways.at(-1);
  const times = group.length > 1 ? `, ${count(group.length, 'time', 'times')}` : '';
  const replies = group.slice(1).map(each => each.reply!);
  return {
    ...messageSpan(first!.reply!),
    severity,
    message: plainText([
      `${plain(first!.conversation.server)} ${answeredText(first!)} with ${errorText(first!) ?? (first!.service === 'dns' ? 'no such record' : 'an error')}${times}.`,
      ...(way ? [way.text] : []),
      ...advice.sentences.slice(0, way ? 1 : undefined),
      ...more,
    ]),
    repeats: 1,
    related: [
      ...(first!.request ? relatedTo([first!.request], 'The request') : []),
      ...relatedTo(replies, 'The same again'),
    ].sort((a, b) => a.line - b.line),
    help: advice.url,
  };
}

/** Whether the reply is an error that nothing took the place of later. */
export function isStanding({ outcome, reply, overcomeBy }: Exchange): boolean {
  return outcome === 'failed' && reply !== undefined && !overcomeBy;
}
