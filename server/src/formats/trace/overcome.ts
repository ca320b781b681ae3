import type { Conversation, Exchange } from '../../model';
import type { Mutable } from './conversations';

/**
 * Finds for each exchange that did not go well a later one of the same client that did the same: asked again,
 * another server, another way.
 */
export function relateExchanges(conversations: readonly Conversation[]): void {
  const all = conversations
    .flatMap(({ exchanges }) => exchanges as readonly Mutable<Exchange>[])
    .sort((a, b) => lineOf(a) - lineOf(b));
  const done = new Map<string, Exchange>();
  // What went well before anything went wrong took the place of nothing.
  const firstBad = all.findIndex(each => each.outcome !== 'answered');
  for (let at = all.length - 1; at >= firstBad && firstBad >= 0; at--) {
    const exchange = all[at]!;
    const { client } = exchange.conversation;
    const { does, orBy } = purposeOf(exchange);
    if (exchange.outcome === 'answered' && !exchange.code) {
      for (const purpose of does) done.set(`${client} ${purpose}`, exchange);
    } else if (exchange.outcome !== 'answered') {
      exchange.overcomeBy = orBy.map(each => done.get(`${client} ${each}`)).find(each => each !== undefined);
    }
  }
}

/** STATUS_USER_EXISTS. */
const userExists = 0xc0000063;

const lineOf = ({ frames }: Exchange): number => frames[0]!.line;

interface Purpose {
  /** What it achieves where it goes well. */
  readonly does: readonly string[];
  /** What takes its place where it does not: the nearest first. */
  readonly orBy: readonly string[];
}

const signedInByNtlm = 'signed in by NTLM';

/** NTLM with an empty name: a session without an account, which takes the place of no sign-in with one. */
const nobody = /\bUser: \\(?=[,;\s]|$)/;

function purposeOf(exchange: Exchange): Purpose {
  const { service, operation, login, request, answers, code } = exchange;
  const alone = (purpose: string): Purpose => ({ does: [purpose], orBy: [purpose] });
  if (login === 'ntlm' && request && nobody.test(request.message)) return alone(`${service} without account`);
  const byNtlm = login === 'ntlm' ? [signedInByNtlm] : [];
  switch (service) {
    case 'dns': {
      const question = operation.toLowerCase().replace(/\.[^.]+\._sites\./, '.');
      // A host without an IPv4 address may have another one.
      const isOther = answers.some(each => each.type === 'AAAA') && question.startsWith('aaaa ');
      return {
        does: [`dns ${question}`, ...(isOther ? [`dns ${question.slice(3)}`] : [])],
        orBy: [`dns ${question}`],
      };
    }
    case 'samr':
      // An account that is there already is opened in place of being created.
      return {
        does: [`samr ${operation}`],
        orBy: [`samr ${operation}`, ...(code?.value === userExists ? ['samr OpenUser'] : [])],
      };
    case 'ldapPing':
    case 'kpasswd':
      return alone(service);
    case 'dnsUpdate':
      return alone(operation.startsWith('TKEY') ? 'dnsUpdate TKEY' : 'dnsUpdate');
    case 'kerberos':
      return ticketPurpose(operation);
    case 'smb':
      return operation.startsWith('Session Setup')
        ? { does: ['smb Session Setup', ...byNtlm], orBy: ['smb Session Setup'] }
        : alone(`smb ${operation.toLowerCase()}`);
    case 'ldap':
      // Who was refused as somebody may still bind with an empty name.
      if (operation === 'bind simple') return { does: ['simple bind'], orBy: ['simple bind', 'ldap bind'] };
      return operation.startsWith('bind')
        ? { does: ['ldap bind', ...byNtlm], orBy: ['ldap bind'] }
        : alone(`ldap ${operation}`);
    default:
      return alone(`${service} ${operation}`);
  }
}

/** A ticket for one service is none for another; where a row names no service, any of the same kind may be it. */
function ticketPurpose(operation: string): Purpose {
  const kind = `kerberos ${operation.slice(0, 3)}`;
  const own = `kerberos ${operation.toLowerCase()}`;
  const isNamed = operation.includes(' ');
  // Where Kerberos gets no ticket, NTLM may take its place.
  return { does: [own, kind], orBy: [isNamed ? own : kind, signedInByNtlm] };
}
