import type { Code, Log, LogRecord, Operation, Role, Token } from '../model';
import { articleOn, articleUrl } from '../tables/advice';
import { joinMeaning } from '../tables/joinMeanings';
import type { Meaning } from '../tables/table';
import { carriedWin32, win32 } from '../tables/status';
import { tokenKinds } from '../tokenKinds';
import { adviceText, explanation, happened } from '../explain';
import { hex } from '../words';
import { markdown } from '../report/escape';

/** What a status code means in the place where it stands: harmless, the cause, a repetition. Markdown. */
export function placeText(log: Log, token: Token, meaning: Meaning | undefined): string {
  const record = log.recordAt(token.line);
  const isInRecord = record && record.line === token.line;
  // In a trace a record is a frame: what it came to stands in its row and again in its details.
  const isInPlace = isInRecord || (log.trace !== undefined && tokenKinds[token.kind].isResult);
  const role = record && isInPlace && token.value !== 0 ? log.roleOf(record) : undefined;
  // A role says what the code means here; without one, what it means in a join anywhere.
  const space = meaning?.space;
  const inJoin =
    !role && space && token.value !== 0
      ? joinMeaning(space, carriedWin32(token.value) ?? token.value)
      : undefined;
  const parts = [
    differenceText(log, token),
    isInRecord && token.value === 0 && shownText(log, record),
    inJoin && markdown(inJoin),
    isInRecord ? secondNumberText(log, record, token) : '',
    otherSpaceText(log, token, meaning),
    record && role ? roleText(log, record, role) : '',
    role?.kind === 'cause' || role?.kind === 'echo' ? '' : articleText(token, meaning),
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** What a step that succeeded shows. */
function shownText(log: Log, record: LogRecord): string {
  const remark = log.operationOf(record)?.shown.find(each => each.record === record);
  return remark ? markdown(remark.text) : '';
}

/** Microsoft's article about the code, where there is one; the cause has its own, for the phase it stands in. */
function articleText({ value }: Token, meaning: Meaning | undefined): string {
  const article = meaning?.space === 'win32' ? articleOn(carriedWin32(value) ?? value) : undefined;
  return article ? `[Microsoft: ${meaning!.name}](${articleUrl(article)})` : '';
}

function roleText(log: Log, record: LogRecord, role: Role): string {
  switch (role.kind) {
    case 'harmless':
      return `**Harmless here.** ${markdown(role.because)}`;
    case 'superseded': {
      const isFine = role.by.verdict.outcome === 'succeeded';
      return `**${isFine ? 'Harmless here.' : 'Not what decides.'}** ${markdown(role.because)}`;
    }
    case 'failure':
      return markdown(role.because);
    case 'overcome':
      return markdown([role.because, role.wait].filter(Boolean).join(' '));
    case 'damage': {
      const { cause } = role.operation.verdict;
      return record === cause
        ? damageText(log, record, role.operation)
        : `The same failure as in line ${cause!.line + 1}, where it begins.`;
    }
    case 'echo':
      return `The same failure as in line ${role.operation.verdict.cause!.line + 1}, where it begins.`;
    case 'cause':
      return causeText(log, record, role.operation);
  }
}

function causeText(log: Log, record: LogRecord, operation: Operation): string {
  const { code, failure, remarks } = operation.verdict;
  const advice = adviceText(operation);
  return [
    `**The cause of this failure.** ${markdown(advice?.means ?? happened(operation)[0]!)}`,
    finalText(log, record, code ?? failure),
    ...remarks.map(remark => markdown(remark.text)),
    nextText(operation),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** A step that failed in a join which ended with success. */
function damageText(log: Log, record: LogRecord, operation: Operation): string {
  const { failure } = operation.verdict;
  return [markdown(explanation(operation)), finalText(log, record, failure), nextText(operation)]
    .filter(Boolean)
    .join('\n\n');
}

/** A hover is read at a glance; the report has them all. */
const mostSteps = 5;

function nextText(operation: Operation): string {
  const advice = adviceText(operation);
  const { failure } = operation.verdict;
  return [
    [...(advice?.next ?? []), ...(advice?.elsewhere ?? [])]
      .slice(0, mostSteps)
      .map(step => `- ${markdown(step)}`)
      .join('\n'),
    advice?.url && `[Microsoft: ${failure!.name}](${advice.url})`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Where the failure has another number at the end: 81 here, 0x3a there. */
function finalText(log: Log, record: LogRecord, final: Code | undefined): string {
  if (!final || log.codesOf(record).some(code => code.value === final.value)) return '';
  return `The operation ends with it as \`${hex(final.value)}\`${final.name ? ` ${final.name}` : ''}.`;
}

/** "ldap_add_s failed: 0x35 0x216d": the LDAP result is only half of what the line says. */
function secondNumberText(log: Log, record: LogRecord, token: Token): string {
  if (token.kind !== 'ldapResult') return '';
  const second = log.tokens(token.line).find(each => each.start > token.end && each.kind === 'status');
  if (!second) return '';
  const before = log.recordAt(record.line - 1);
  const parsed = before?.function === 'NetpMapGetLdapExtendedError' ? log.codesOf(before)[0] : undefined;
  return parsed && parsed.value !== second.value
    ? `The reason stands in line ${before!.line + 1}: \`${hex(parsed.value)}\`.`
    : `The second number, \`${hex(second.value)}\`, is the Win32 code for it.`;
}

/** "returning 0x0(0)", "RID=0x643 objectSid=…-1603": two spellings of one number, which have to agree. */
function differenceText(log: Log, token: Token): string {
  const twin = log.tokens(token.line).find(each => each !== token && areSpellings(log, token, each));
  if (!twin || twin.value === token.value) return '';
  return `The two spellings of this number differ: ${hex(token.value)} here, ${hex(twin.value)} beside it.`;
}

function areSpellings(log: Log, a: Token, b: Token): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = log.lines.at(a.line).slice(first.end, second.start);
  return a.kind === b.kind && (between === '(' || /^ objectSid=S-1-5-21(?:-\d+){3}-$/.test(between));
}

/** A small number means something else as a Win32 code, and other tools show that. */
function otherSpaceText(log: Log, { kind, value }: Token, meaning: Meaning | undefined): string {
  const other = meaning?.space === 'ldap' && value !== 0 ? win32.describe(value) : undefined;
  // A trace names its LDAP results.
  if (!other || kind !== 'ldapResult' || log.trace) return '';
  return `(As a Win32 code ${hex(value)} would be ${other.name}; behind an \`ldap_…\` call the number is an LDAP result.)`;
}
