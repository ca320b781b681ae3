import type { Told } from './message';

/** The part of an NTLM authentication that a text names, in whatever protocol it travels. */
export function ntlmIn(text: string): Told {
  const part = /NTLM(?:SSP_| )(NEGOTIATE|CHALLENGE|AUTH)/i.exec(text)?.[1]?.toUpperCase();
  if (part === 'NEGOTIATE') return { login: 'ntlmNegotiate' };
  if (part === 'CHALLENGE') return { login: 'ntlmChallenge' };
  return part === 'AUTH' ? { login: 'ntlmAuthenticate', user: userIn(text) } : {};
}

/** "User: ALPINE\\joiner"; of Network Monitor "Domain: ALPINE, User: joiner". An empty name is nobody's. */
function userIn(text: string): string | undefined {
  const found = /(?:\bDomain: ?([^,;[\]{}\s]{1,100}), ?)?\bUser: ?([^,;[\]{}\t|]{1,200})/.exec(text);
  return accountOf(found?.[1], found?.[2]?.trim());
}

/** "ALPINE\\joiner"; undefined where no account is named. */
export function accountOf(domain: string | undefined, user: string | undefined): string | undefined {
  if (!user || /^(?:.{0,100}\\)?(?:NULL)?$/.test(user)) return undefined;
  const isAlone = !domain || domain === 'NULL' || user.includes('\\') || user.includes('@');
  return isAlone ? user : `${domain}\\${user}`;
}
