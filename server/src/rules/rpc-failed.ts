import { rpcServices } from '../formats/trace/services';
import type { Exchange, Frame, Log, Service, Severity } from '../model';
import { messageSpan } from '../parser/spans';
import { advised, frameText, plain, wireCodeText } from '../explainTrace';
import { joinMeaning } from '../tables/joinMeanings';
import { exchangesOf, failedSeen, isStanding, sameFailures } from './failedReplies';
import type { Rule, Seen } from './rule';
import { plainText } from './silences';

export const rpcFailed: Rule = {
  code: 'rpc-failed',
  severity: 'error',
  description:
    'A remote procedure call was refused: a fault, a rejected bind, an endpoint that is not registered, an error of SAMR, LSARPC, Netlogon or DRSUAPI. Information where a join does not depend on the call.',
  *check(log) {
    if (!log.trace) return;
    const all = exchangesOf(log.trace);
    const failed = all.filter(each => isRpc(each.service) && isStanding(each) && !isAnswer(each));
    for (const group of sameFailures(failed)) yield failedSeen(group, severityOf(group[0]!));
    yield* looseFaults(log, all);
  },
};

const isRpc = (service: Service): boolean => rpcServices.has(service) || service === 'endpointMapper';

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

/** Whether the error is an answer like any other, with which the caller went on. */
function isAnswer({ code, conversation, reply, service }: Exchange): boolean {
  if (code?.space !== 'ntstatus' || !answers.has(code.value)) return false;
  return conversation.exchanges.some(
    each =>
      each.service === service &&
      !/^Close|^Bind/.test(each.operation) &&
      each.outcome === 'answered' &&
      each.frames[0]!.line > reply!.line,
  );
}

/** A fault of a call that this text does not show: no interface is named, so that it belongs to no exchange. */
const fault = /\bFault\s?:/;

function* looseFaults(log: Log, all: readonly Exchange[]): Iterable<Seen> {
  const told = new Set(all.flatMap(each => each.frames));
  const groups = new Map<string, Frame[]>();
  for (const frame of log.trace!.frames) {
    if (frame.isPrintedAgain || told.has(frame) || !fault.test(frame.message)) continue;
    if (!/^(?:DCERPC|MSRPC|RPC)/i.test(frame.protocol)) continue;
    const key = `${frame.source} ${frame.destination}`;
    const known = groups.get(key);
    if (known) known.push(frame);
    else groups.set(key, [frame]);
  }
  for (const frames of groups.values()) yield faultSeen(log, frames);
}

function faultSeen(log: Log, [frame, ...others]: readonly Frame[]): Seen {
  const code = log.codesOf(frame!).find(each => each.value !== 0);
  const means = code && joinMeaning('win32', code.value);
  const conversation = log.trace!.conversations.find(each => each.frames.includes(frame!));
  const text = conversation && code?.value === 5 ? advised(faultOfSam, conversation) : undefined;
  return {
    ...messageSpan(frame!),
    message: plainText([
      `${plain(frame!.source)} answered a remote procedure call with a fault${code ? `: ${wireCodeText(code)}` : ''}.`,
      'Which call it was is not in this text.',
      ...(text?.sentences ?? (means ? [means] : [])),
    ]),
    repeats: 1,
    related: others
      .slice(0, 10)
      .map(each => ({ ...messageSpan(each), message: `The same again (${frameText(each)})` })),
    help: text?.url,
  };
}

const faultOfSam = {
  means:
    'Access was denied. Where it was a call to SAM, as in a rename: consistent with "Restrict clients allowed to make remote calls to SAM" on the domain controller.',
  next: 'the RestrictRemoteSam value under HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa on {server}',
  article: 'error-0x5-access-denied-rename-computer-dc',
};
