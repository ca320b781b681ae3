import { rpcServices } from '../formats/trace/services';
import { grouped } from '../grouped';
import type { Exchange, Frame, Log, Severity } from '../model';
import { once } from '../once';
import { messageSpan } from '../parser/spans';
import { advised, between, countText, errorText, plain, wireCodeText } from '../explainTrace';
import { joinMeaning } from '../tables/joinMeanings';
import { codeAdvice } from '../tables/traceAdvice';
import { failedSeen, isStanding, sameFailures } from './failedReplies';
import { lastGood } from './joinTraffic';
import type { Rule, Seen } from './rule';
import { plainText, relatedTo } from './silences';
import { frameText } from '../traceWords';

export const rpcFailed: Rule = {
  code: 'rpc-failed',
  languageId: 'network-trace',
  severity: 'error',
  description:
    'A remote procedure call was refused: a fault, a rejected bind, an endpoint that is not registered, an error of SAMR, LSARPC, Netlogon or DRSUAPI. Information where a join does not depend on the call.',
  *check(log) {
    if (!log.trace) return;
    const all = log.trace.joinExchanges;
    const last = once(() => lastGood(all, each => isRpc(each) && !/^Close|^Bind/.test(each.operation)));
    const goesOn = ({ conversation, reply }: Exchange) => (last().get(conversation) ?? 0) > reply!.line;
    const domains = log.trace.domains;
    const failed = all.filter(each => isRpc(each) && isStanding(each) && !(isAnswer(each) && goesOn(each)));
    const taken = takenAccounts(all);
    const existingOf = new Map(Array.from(taken, ([existing, refused]) => [refused, existing] as const));
    for (const group of sameFailures(failed.filter(each => !taken.has(each)))) {
      const existing = group.map(each => existingOf.get(each)).find(each => each !== undefined);
      if (isScan(group)) yield scanSeen(group);
      else if (existing) yield existingSeen(group, existing, failedSeen(group, 'error', domains));
      else yield failedSeen(group, severityOf(group[0]!), domains);
    }
    yield* looseFaults(log, all);
  },
};

/** A call, or the fault of one through a pipe of SMB. */
function isRpc({ service, code }: Exchange): boolean {
  const isFault = code?.space === 'win32' || code?.space === 'rpc';
  return rpcServices.has(service) || service === 'endpointMapper' || (service === 'smb' && isFault);
}

/** What a join calls, by the endings that the tools give: SamrCreateUser2InDomain, CreateUser2. */
const needed =
  /Bind|Alter_context|^Map|Connect|OpenDomain|LookupDomain|CreateUser|OpenUser|SetUserInfo|SetInformationUser|OpenPolicy|QueryInfo|ReqChallenge|Authenticate|GetDomainInfo|GetDcName|CrackNames|DsBind|ServerPasswordSet|AddEntry|WriteAccountSpn/i;

function severityOf({ operation, code, codeText }: Exchange): Severity {
  const isFault =
    code === undefined ? codeText !== undefined : code.space === 'win32' || code.space === 'rpc';
  return operation === '' || needed.test(operation) || isFault ? 'error' : 'information';
}

/** STATUS_USER_EXISTS, names that are not mapped, objects that are not there. */
const answers: ReadonlySet<number> = new Set([0xc0000063, 0xc0000064, 0xc0000034, 0x107, 0xc0000060]);

/** Whether the error is an answer like any other, where the caller goes on with it. */
function isAnswer({ code }: Exchange): boolean {
  return code?.space === 'ntstatus' && answers.has(code.value);
}

/** STATUS_USER_EXISTS where the client then turned to the account and was refused: what was refused is told. */
function takenAccounts(all: readonly Exchange[]): ReadonlyMap<Exchange, Exchange> {
  const taken = new Map<Exchange, Exchange>();
  const existing = new Map<string, Exchange>();
  for (const exchange of all) {
    const { service, code, operation, conversation } = exchange;
    if (service !== 'samr' || !isStanding(exchange)) continue;
    const key = `${conversation.client} ${conversation.server}`;
    const earlier = existing.get(key);
    if (code?.value === 0xc0000063) existing.set(key, exchange);
    else if (
      earlier &&
      code?.value === 0xc0000022 &&
      /OpenUser|SetUserInfo|SetInformationUser/i.test(operation)
    )
      taken.set(earlier, exchange);
  }
  return taken;
}

/** The account is there and may not be opened, or not be changed. */
function existingSeen([first]: readonly Exchange[], existing: Exchange, seen: Seen): Seen {
  const { conversation, operation, user } = first!;
  const name = existing.user ?? user;
  const account = name === undefined ? 'The computer account' : `The account ${plain(name)}`;
  const deed = /OpenUser/i.test(operation) ? 'opened' : 'changed';
  const means = `${account} exists (${frameText(existing.reply!)}) and may not be ${deed}: consistent with account re-use that is blocked ({0xaac}), or with missing rights on it.`;
  const next =
    'who created or owns the computer account, and the rights of the account used for the join on it';
  const { sentences, url } = advised({ means, next, article: reuseArticle }, conversation);
  return {
    ...seen,
    message: plainText([
      `${plain(conversation.server)} answered SAMR ${operation} with ${errorText(first!)!}.`,
      ...sentences,
    ]),
    related: [...seen.related, ...relatedTo([existing.reply!], 'The account exists')].sort(
      (a, b) => a.line - b.line,
    ),
    help: url,
  };
}

const reuseArticle = 'failure-when-you-use-an-existing-computer-account-to-join-a-domain';

/** So many refused attempts in so many milliseconds are no client that tries again. */
const fewest = 5;
const longest = 10_000;

function isScan(group: readonly Exchange[]): boolean {
  const { service, operation, code, reply } = group[0]!;
  const span = between(reply!, group.at(-1)!.reply!) ?? 0;
  return (
    service === 'netlogon' &&
    /Authenticate/.test(operation) &&
    code?.value === 0xc0000022 &&
    group.length >= fewest &&
    span < longest
  );
}

function scanSeen(group: readonly Exchange[]): Seen {
  const [first] = group;
  const { client, server } = first!.conversation;
  const replies = group.map(each => each.reply!);
  return {
    ...messageSpan(replies[0]!),
    severity: 'error',
    message: plainText([
      `${plain(server)} refused ${first!.operation} of ${plain(client)} with ${errorText(first!)!}, ${countText(replies, 'time', 'times')}.`,
      'That is no join: consistent with a scan for the Netlogon flaw CVE-2020-1472.',
      `Tell who looks after security. Check next: what ${plain(client)} is, and the Netlogon events (5827, 5829) of ${plain(server)}.`,
    ]),
    repeats: 1,
    related: relatedTo(replies.slice(1), 'The same again'),
    help: undefined,
  };
}

/** A fault of a call that this text does not show: no interface is named, so that it belongs to no exchange. */
const fault = /\bFault\s?:/;

function* looseFaults(log: Log, all: readonly Exchange[]): Iterable<Seen> {
  const faults = log.trace!.frames.filter(
    ({ isPrintedAgain, protocol, message }) =>
      !isPrintedAgain && /^(?:DCERPC|MSRPC|RPC)/i.test(protocol) && fault.test(message),
  );
  if (faults.length === 0) return;
  const told = new Set(all.flatMap(each => each.frames));
  const loose = faults.filter(frame => !told.has(frame));
  const groups = grouped(loose, ({ source, destination }) => `${source} ${destination}`);
  for (const frames of groups.values()) yield faultSeen(log, frames);
}

function faultSeen(log: Log, [frame, ...others]: readonly Frame[]): Seen {
  const code = log.codesOf(frame!).find(each => each.value !== 0);
  const means = code && joinMeaning('win32', code.value);
  const row = code && codeAdvice({ space: 'win32', value: code.value }, 'smb', '');
  const text = advised(row ?? (means === undefined ? {} : { means }), {
    server: frame!.source,
    port: undefined,
  });
  return {
    ...messageSpan(frame!),
    message: plainText([
      `${plain(frame!.source)} answered a remote procedure call with a fault${code ? `: ${wireCodeText(code)}` : ''}.`,
      'Which call it was is not in this text.',
      ...text.sentences,
    ]),
    repeats: 1,
    related: relatedTo(others, 'The same again'),
    help: text.url,
  };
}
