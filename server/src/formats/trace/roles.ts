import { type Domains, failureRoleText } from '../../explainTrace';
import type { Exchange, LogRecord, Role, Trace } from '../../model';
import { frameText } from '../../traceWords';

/** What the code in a frame means: a normal step, something that was overcome, or what went wrong. */
export function readRoles({ conversations, domains }: Trace): (record: LogRecord) => Role | undefined {
  const roles = new Map<LogRecord, Role>();
  for (const exchange of conversations.flatMap(each => each.exchanges)) {
    const role = exchange.code && exchange.reply && roleOf(exchange, domains);
    if (role) roles.set(exchange.reply!, role);
  }
  return record => roles.get(record);
}

function roleOf(exchange: Exchange, domains: Domains): Role | undefined {
  const { harmlessBecause, overcomeBy, outcome } = exchange;
  if (harmlessBecause !== undefined) return { kind: 'harmless', because: harmlessBecause };
  if (outcome !== 'failed') return undefined;
  if (!overcomeBy) return { kind: 'failure', because: failureRoleText(exchange, domains) };
  const later = overcomeBy.reply ?? overcomeBy.frames[0]!;
  return { kind: 'harmless', because: `What was asked here was answered later (${frameText(later)}).` };
}
