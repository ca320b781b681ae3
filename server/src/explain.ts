/** Why an operation failed and what to look at next, in words: the same in a hover, a problem and a report. */
import type { Code, Facts, LogRecord, Operation, OperationKind } from './model';
import { type Advice, adviceFor, articleUrl } from './tables/advice';
import { joinMeaning } from './tables/joinMeanings';
import { stepFor } from './tables/olderCommands';
import type { PhaseId } from './tables/phases';
import { win32For } from './tables/equivalents';
import { checkedName, codeText, failureText, isShortName, titleOf } from './words';

/**
 * The causes that are told as damage of a join. The rename that completes the join has failed there, which need not be
 * told again.
 */
export function toldWithJoins(operations: readonly Operation[]): ReadonlySet<LogRecord> {
  const told = new Set<LogRecord>();
  for (const { verdict } of operations) {
    if (verdict.outcome === 'succeededWithDamage' && verdict.cause) told.add(verdict.cause);
  }
  return told;
}

/**
 * What an operation started and what failed too, by the first record of the operation: where a join ends before what it
 * started is printed, the reason stands there.
 */
export function failedParts(operations: readonly Operation[]): ReadonlyMap<LogRecord, readonly Operation[]> {
  const parts = new Map<LogRecord, Operation[]>();
  for (const operation of operations) {
    if (!operation.partOf || operation.verdict.outcome !== 'failed' || !operation.verdict.cause) continue;
    const first = operation.partOf.records[0]!;
    const known = parts.get(first);
    if (known) known.push(operation);
    else parts.set(first, [operation]);
  }
  return parts;
}

/** "What it started failed at Local settings: 0x5 ERROR_ACCESS_DENIED (line 87)." */
export function partText(part: Operation): string {
  return `What it started failed ${failureText(part)} (line ${part.verdict.cause!.line + 1}).`;
}

/** What happened to an operation that failed or left something undone, as one paragraph: it names the operation. */
export function explanation(operation: Operation): string {
  const isDamage = operation.verdict.outcome === 'succeededWithDamage';
  const failed = isDamage ? [] : [`${titleIn(operation)} failed ${failureText(operation)}.`];
  return [...failed, ...happened(operation)].join(' ');
}

/**
 * What happened, in sentences: what a join left undone, what the code says, what else the lines tell.
 *
 * @param parts what the operation started and what failed too
 */
export function happened(operation: Operation, parts: readonly Operation[] = []): readonly string[] {
  const { outcome, phase, remarks } = operation.verdict;
  const isDamage = outcome === 'succeededWithDamage';
  const isBlurred = isDamage ? phase !== 'renameSpn' : parts.length > 0 && phase === undefined;
  return [
    ...(isDamage ? [damageText(operation)] : []),
    // Where another way or another operation tells more, the code alone would only blur it.
    ...(isBlurred ? [] : [adviceText(operation)?.happened ?? whyUnknown(operation)]),
    ...parts.map(partText),
    ...remarks.map(remark => remark.text),
  ];
}

/** The title in a sentence: a backquote in a name would begin code where the sentence is shown. */
export function titleIn(operation: Operation): string {
  return titleOf(operation).replaceAll('`', "'");
}

/** What a join that ended with success left undone. */
function damageText(operation: Operation): string {
  const { facts, verdict } = operation;
  const failed = verdict.failure ? `failed with ${codeText(verdict.failure)}` : 'was not what worked';
  const then = facts.accountExists
    ? 'The older way (SAM) then used the existing account, and this text shows no step that wrote its DNS host name and SPNs.'
    : 'The older way (SAM) then created it without DNS host name and SPNs, and this text shows no step that wrote them later.';
  const left =
    verdict.phase === 'renameSpn'
      ? `the step that writes DNS host name and SPNs to the account ${failed}.`
      : `creating the account over LDAP ${failed}. ${then}`;
  return `${titleIn(operation)} succeeded, but ${left} Domain users may fail to log on to this computer after the restart.`;
}

/** How to see what a join with damage left undone, besides what its code advises. */
const seeSpns =
  '`setspn -L {computer}`: HOST and RestrictedKrbHost, each with the short and the DNS name, have to be there';
const repair =
  'once the cause is gone: join again, or let a domain administrator write what is missing (setspn -S adds an SPN)';

/** What a code means in a phase of a join and what to look at next, with the names of the log put in. */
export interface AdviceText {
  /** What happened. */
  readonly happened: string;
  /** What happened and what it is consistent with, as one paragraph. */
  readonly means: string;
  /** What may be behind it, the likely first; each stands after "Consistent with". */
  readonly likely: readonly string[];
  /** What to look at next; commands in backquotes. */
  readonly next: readonly string[];
  /** Where else the evidence stands. */
  readonly elsewhere: readonly string[];
  /** What this log cannot tell, and what would. */
  readonly unknown: string | undefined;
  /** The address of Microsoft's article. */
  readonly url: string | undefined;
}

/** What the final code of an operation means; undefined where nothing certain is known of it there. */
export function adviceText(operation: Operation): AdviceText | undefined {
  const { outcome, failure, phase, firstWay } = operation.verdict;
  if (!failure && outcome !== 'succeededWithDamage') return undefined;
  // What a code means anywhere helps where the phase is known; else what led to it is missing.
  const row = failure
    ? (rowFor(operation, failure, phase) ?? (phase && meaningOf(failure)))
    : { happened: '' };
  if (!row) return undefined;
  const { kind } = operation;
  const facts = factsAt(operation);
  const filled = (sentences: readonly string[] = []) =>
    sentences
      .filter(each => isMeant(each, facts))
      .flatMap(each => stepFor(fill(each, facts, kind), facts.build) ?? []);
  const happened = fill(row.happened, facts, kind);
  const likely = filled(row.likely);
  // Where the first way is open, the second is not needed: what stopped the first is looked at first.
  const first = firstWay && rowFor(operation, firstWay.failure, firstWay.phase)?.next?.slice(0, 1);
  const damage = outcome === 'succeededWithDamage';
  return {
    happened,
    means: likely.length > 0 ? `${happened} Consistent with ${likely.join('; or with ')}.` : happened,
    likely,
    next: filled([
      ...(damage ? [seeSpns] : []),
      ...(first ?? []),
      ...(row.next ?? []),
      ...(damage ? [repair] : []),
    ]),
    elsewhere: [...filled(row.elsewhere), ...(outcome === 'failed' ? eventOf(operation) : [])],
    unknown: row.unknown && fill(row.unknown, facts, kind),
    url: row.article === undefined ? undefined : articleUrl(row.article),
  };
}

function rowFor({ kind, facts }: Operation, failure: Code, phase: PhaseId | undefined): Advice | undefined {
  const options = kind === 'join' ? facts.options : kind === 'provision' ? facts.provisionOptions : undefined;
  const code = win32For(failure.space, failure.value);
  if (code === undefined) return undefined;
  return adviceFor(code, { phase, options, kind, exists: facts.accountExists, located: facts.domainFound });
}

/** What a code means in a join anywhere, where no row says what it means as its end. */
function meaningOf({ space, value }: Code): (Pick<Advice, 'happened'> & Partial<Advice>) | undefined {
  const happened = joinMeaning(space, value);
  return happened === undefined ? undefined : { happened };
}

/** The names as they are where the operation failed: a rename that writes SPNs has renamed the account before. */
function factsAt({ kind, facts, verdict }: Operation): Facts {
  const isRenamed = kind === 'rename' && verdict.phase === 'renameSpn' && facts.newName !== undefined;
  return isRenamed ? { ...facts, computer: facts.newName } : facts;
}

/** The event that Windows writes about a failure: its code has to be the same. Windows 2000 to 2003 write none. */
function eventOf({ kind, records, partOf }: Operation): readonly string[] {
  if (records.some(record => record.time !== undefined && !record.hasYear)) return [];
  if (kind === 'join')
    return ['event 4097 of the source NetJoin in the System log: the failed join, with its code'];
  if (kind === 'provision' && !partOf)
    return ['event 4099 in the System log: the failed offline join, with its code'];
  return [];
}

/** What is said of a failure of which `adviceText` knows nothing. */
function whyUnknown({ verdict: { failure, phase } }: Operation): string {
  // SetComputerNameEx returns FALSE.
  if (!failure) return 'Windows could not set the name of this computer; the log gives no code for it.';
  return phase
    ? 'Nothing certain is known of this code in this phase.'
    : 'What led to it is not in this log, or not under this code.';
}

/** The commands among the steps that an advice names, to be pasted into a shell. */
export function commandsOf({ next }: AdviceText): readonly string[] {
  const commands = next.flatMap(step => step.split('`').filter((_, index) => index % 2 === 1));
  // One in which a name has to be filled in cannot run as it is.
  return [...new Set(commands)].filter(command => !command.includes('<'));
}

/** Whether a sentence is for what the log says: its placeholders tell for which names and which Windows it is. */
function isMeant(sentence: string, { domain, newName, build }: Facts): boolean {
  const has = (placeholder: string) => sentence.includes(`{${placeholder}}`);
  // A short name has no dot, and DNS cannot find it.
  const isShort = domain !== undefined && isShortName(domain);
  if (has('dnsDomain') || has('ifDns') ? isShort : has('flatDomain') && !isShort) return false;
  // Windows before 24H2 and Windows Server 2025 has no such settings.
  if (has('if26100') && build !== undefined && build < 26100) return false;
  return newName !== undefined || !has('newName');
}

/** "{dc}", with the words in front that name what it is. */
const placeholder = /((?:the domain controller|the account) )?\{(\w+)\}/gi;

/** What stands in place of each name that is not given, or that is no word of a command. */
const unknown = {
  dc: 'the domain controller',
  domain: 'the domain',
  dnsDomain: 'the DNS name of the domain',
  flatDomain: 'the short name of the domain',
  newName: 'the new name',
  computer: 'this computer',
  account: 'the user',
  ou: 'the container for computers',
  name: 'the name',
} as const;

type NameKey = keyof typeof unknown;

/** A name that a shell takes for one word: nothing in it begins another command, a switch or a redirection. */
const plainName = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/**
 * Puts the names of the log into a sentence; one that the log does not give is named for what it is, and so is in a
 * command one that is not a plain name.
 */
function fill(sentence: string, facts: Facts, kind: OperationKind): string {
  const { domainController, domain, computer, newName, account, ou } = facts;
  const names: Readonly<Record<NameKey, string | undefined>> = {
    dc: domainController,
    domain,
    dnsDomain: domain,
    flatDomain: domain,
    computer,
    newName,
    account,
    ou,
    name: checkedName(facts),
  };
  return sentence
    .replace(/\{if\w+\}/, '')
    .split('`')
    .map((part, index) =>
      part.replace(placeholder, (_, lead: string | undefined, key: NameKey) => {
        const name = names[key];
        const isCommand = index % 2 === 1;
        // A backquote in a name would begin a command.
        if (name !== undefined && (!isCommand || plainName.test(name)))
          return (lead ?? '') + name.replaceAll('`', "'");
        // A provisioning names no account: it is that of whoever runs it.
        if (key === 'account' && kind === 'provision')
          return lead?.startsWith('T') ? 'The user who ran djoin' : 'the user who ran djoin';
        // In a command a reader has to see what to fill in.
        return isCommand ? `<${unknown[key].replace('the ', '')}>` : (lead?.trimEnd() ?? unknown[key]);
      }),
    )
    .join('`');
}
