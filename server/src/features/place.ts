import type { Code, Log, LogRecord, Operation, Token } from '../model';
import type { Meaning } from '../tables/table';
import { win32 } from '../tables/status';
import { adviceText, hex } from '../words';
import { markdown } from './markdown';

/** What a status code means in the place where it stands: harmless, the cause, a repetition. Markdown. */
export function placeText(log: Log, token: Token, meaning: Meaning | undefined): string {
  const record = log.recordAt(token.line);
  if (!record || record.line !== token.line) return otherSpaceText(token, meaning);
  const operation = log.operationOf(record);
  const parts = [secondNumberText(log, token), otherSpaceText(token, meaning)];
  if (token.value !== 0) parts.push(roleText(log, record, operation));
  return parts.filter(Boolean).join('\n\n');
}

function roleText(log: Log, record: LogRecord, operation: Operation | undefined): string {
  const harmless = log.harmless(record);
  if (harmless) return `**Harmless here.** ${harmless}`;
  if (!operation) return '';
  const { verdict, facts } = operation;
  const isCause = record === verdict.cause;
  if (verdict.outcome === 'succeeded') return 'The operation succeeded all the same.';
  if (!isCause && !verdict.echoes.includes(record)) return '';
  if (verdict.outcome === 'superseded') return `**Harmless here.** ${supersededText(log, operation)}`;
  if (!isCause) return `The same failure as in line ${verdict.cause!.line + 1}, where it begins.`;
  const advice = adviceText(verdict.code, verdict.phase, facts);
  const link = advice?.url && `[Microsoft: ${verdict.code!.name}](${advice.url})`;
  const next = advice?.next.map(step => `- ${markdown(step)}`).join('\n');
  const cause = `**The cause of this failure.** ${markdown(advice?.means ?? '')}`;
  return [cause, finalText(log, record, verdict.code), next, link].filter(Boolean).join('\n\n');
}

/** Where the failure has another number at the end: 81 here, 0x3a there. */
function finalText(log: Log, record: LogRecord, final: Code | undefined): string {
  if (!final || log.codesOf(record).some(code => code.value === final.value)) return '';
  return `The operation ends with it as \`${hex(final.value)}\`${final.name ? ` ${final.name}` : ''}.`;
}

function supersededText(log: Log, operation: Operation): string {
  const joins = log.operations.filter(each => each.kind === 'join');
  const next = joins[joins.indexOf(operation) + 1];
  const options = hex(operation.facts.options ?? 0);
  return (
    `This pass may only use an existing account (\`Options: ${options}\` is without \`NETSETUP_ACCT_CREATE\`), ` +
    `and there is none. The next pass may create it${next ? ` (line ${next.records[0]!.line + 1})` : ''}.`
  );
}

/** "ldap_add_s failed: 0x35 0x216d": the LDAP result is only half of what the line says. */
function secondNumberText(log: Log, token: Token): string {
  if (token.kind !== 'ldapResult') return '';
  const second = log.tokens(token.line).find(each => each.start > token.end && each.kind === 'status');
  return second ? `The reason is the second number: \`${hex(second.value)}\`.` : '';
}

/** A small number means something else as a Win32 code, and other tools show that. */
function otherSpaceText({ kind, value }: Token, meaning: Meaning | undefined): string {
  const other = meaning?.space === 'ldap' && value !== 0 ? win32.describe(value) : undefined;
  if (!other || kind !== 'ldapResult') return '';
  return `(As a Win32 code ${hex(value)} would be ${other.name}; behind an \`ldap_…\` call the number is an LDAP result.)`;
}
