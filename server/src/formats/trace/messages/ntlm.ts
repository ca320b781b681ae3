import type { Told } from './message';

/** The part of an NTLM authentication that a text names, in whatever protocol it travels. */
export function ntlmIn(text: string): Told {
  const part = /NTLM(?:SSP_| )(NEGOTIATE|CHALLENGE|AUTH)/i.exec(text)?.[1]?.toUpperCase();
  if (part === 'NEGOTIATE') return { login: 'ntlmNegotiate' };
  if (part === 'CHALLENGE') return { login: 'ntlmChallenge' };
  return part === 'AUTH' ? { login: 'ntlmAuthenticate' } : {};
}
