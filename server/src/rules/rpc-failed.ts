import { rpcServices } from '../formats/trace/services';
import { grouped } from '../grouped';
import type { Exchange, Frame, Log, Severity } from '../model';
import { messageSpan } from '../parser/spans';
import { advised, plain, wireCodeText } from '../explainTrace';
import { joinMeaning } from '../tables/joinMeanings';
import { codeAdvice } from '../tables/traceAdvice';
import { failedSeen, isStanding, sameFailures } from './failedReplies';
import { exchangesOf, lastGood } from './joinTraffic';
import type { Rule, Seen } from './rule';
import { plainText, relatedTo } from './silences';

export const rpcFailed: Rule = {
  code: 'rpc-failed',
  severity: 'error',
  description:
    'A remote procedure call was refused: a fault, a rejected bind, an endpoint that is not registered, an error of SAMR, LSARPC, Netlogon or DRSUAPI. Information where a join does not depend on the call.',
  *check(log) {
    if (!log.trace) return;
    const all = exchangesOf(log.trace);
    const last = lastGood(all, each => isRpc(each) && !/^Close|^Bind/.test(each.operation));
    const goesOn = ({ conversation, reply }: Exchange) => (last.get(conversation) ?? 0) > reply!.line;
    const failed = all.filter(each => isRpc(each) && isStanding(each) && !(isAnswer(each) && goesOn(each)));
    for (const group of sameFailures(failed)) yield failedSeen(group, severityOf(group[0]!));
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

/** A fault of a call that this text does not show: no interface is named, so that it belongs to no exchange. */
const fault = /\bFault\s?:/;

function* looseFaults(log: Log, all: readonly Exchange[]): Iterable<Seen> {
  const told = new Set(all.flatMap(each => each.frames));
  const loose = log.trace!.frames.filter(
    frame =>
      !frame.isPrintedAgain &&
      !told.has(frame) &&
      fault.test(frame.message) &&
      /^(?:DCERPC|MSRPC|RPC)/i.test(frame.protocol),
  );
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
